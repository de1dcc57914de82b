"use client";

import { useTranslations } from "next-intl";
import { Component, lazy, Suspense, type ReactNode } from "react";
import { simulations } from "@/content/_generated/simulations";
import { topicRunner } from "@/lib/client/engine/taskRunner";
import { useLesson } from "./LessonContext";

const LOADED = Object.fromEntries(
  Object.entries(simulations).map(([topic, load]) => [topic, lazy(async () => ({ default: await load() }))]),
);

/** The topic's own simulation. The server draws it with its first values; its code comes when the page is alive. */
export function Simulation() {
  const t = useTranslations("lesson");
  const { topic, locale } = useLesson();
  const Live = LOADED[topic.id];
  const failed = <p className="rounded-[var(--radius)] border border-line bg-warn-wash p-4 text-ink">{t("simulationFailed")}</p>;
  if (!Live) return failed;
  return (
    <div className="wide not-prose my-8">
      <Guard fallback={failed}>
        <Suspense
          fallback={
            <div
              role="status"
              className="flex min-h-[34rem] items-center justify-center rounded-[var(--radius-lg)] border border-line bg-paper-2 text-ink-2"
            >
              {t("simulation")}
            </div>
          }
        >
          <Live locale={locale} runners={topicRunner} />
        </Suspense>
      </Guard>
    </div>
  );
}

/** A simulation that breaks takes nothing else of the lesson with it. */
class Guard extends Component<{ readonly fallback: ReactNode; readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
