"use client";

import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useMemo } from "react";
import { simulations } from "@/content/_generated/simulations";
import type { Locale } from "@/lib/challenges";
import { topicRunner } from "@/lib/client/engine/taskRunner";
import { KnobAddress, type NamedKnob } from "@/lib/ui/components";
import { CrashBoundary } from "@/lib/ui/play/CrashBoundary";

const LIVE = Object.fromEntries(Object.entries(simulations).map(([topic, load]) => [topic, lazy(async () => ({ default: await load() }))]));

interface Props {
  readonly topic: string;
  /** The query that its link has. */
  readonly state: string;
  readonly hidden: readonly string[];
  readonly onKnobs?: (knobs: readonly NamedKnob[]) => void;
}

/** A topic's simulation as an instructor set it up: in the state of their link, without the knobs they hid. */
export function GivenSimulation({ topic, state, hidden, onKnobs }: Props) {
  const t = useTranslations("work");
  const locale = useLocale() as Locale;
  const address = useMemo(
    () => ({ search: state, path: `/${locale}/learn/${topic}`, hidden, onKnobs }),
    [state, locale, topic, hidden, onKnobs],
  );
  const failed = <p className="m-0 rounded-(--radius) bg-warn-wash p-4 text-ink">{t("simulation.failed")}</p>;
  const Live = LIVE[topic];
  if (!Live) return failed;
  return (
    <CrashBoundary fallback={failed} onCrash={() => undefined}>
      <Suspense
        fallback={
          <div
            role="status"
            className="flex min-h-[34rem] items-center justify-center rounded-[var(--radius-lg)] border border-line bg-paper-2 text-ink-2"
          >
            {t("loading")}
          </div>
        }
      >
        <KnobAddress value={address}>
          <Live locale={locale} runners={topicRunner} />
        </KnobAddress>
      </Suspense>
    </CrashBoundary>
  );
}
