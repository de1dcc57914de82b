"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Locale } from "@/lib/challenges";
import { topicRunner } from "@/lib/client/engine/taskRunner";
import { Button, buttonStyle } from "@/lib/ui/components";
import { CrashBoundary } from "@/lib/ui/play/CrashBoundary";
import type { Reveal } from "@/lib/ui/play/playable";
import { Link } from "@/i18n/navigation";

interface Props {
  readonly reveal: Reveal;
  readonly topic: string;
  readonly locale: Locale;
  readonly onCrash: (error: unknown) => void;
  readonly onAgain: () => void;
}

/** The solution, which stands on the board above, step by step: and on to a fresh puzzle. */
export function Solution({ reveal, topic, locale, onCrash, onAgain }: Props) {
  const t = useTranslations("play");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col gap-4 rounded-(--radius) border border-line bg-paper-2 p-4 sm:p-6" data-testid="solution">
      <div>
        <h3 ref={heading} tabIndex={-1} className="font-bold text-ink outline-none">
          {t("solution")}
        </h3>
        <p className="text-sm text-ink-2">{t("solutionShown")}</p>
      </div>
      <CrashBoundary fallback={<p className="text-ink-2">{t("noReplay")}</p>} onCrash={onCrash}>
        {reveal.replay({ locale, runners: topicRunner, own: false })}
      </CrashBoundary>
      <div className="flex flex-wrap gap-2">
        <Button size="lg" onClick={onAgain} data-testid="again">
          {t("again")}
        </Button>
        <Link href={`/learn/${topic}`} className={buttonStyle("ghost", "lg")}>
          {t("toLesson")}
        </Link>
      </div>
    </div>
  );
}
