"use client";

import { useTranslations } from "next-intl";
import { Component, lazy, Suspense, type ReactNode } from "react";
import { useLesson } from "./LessonContext";

// Where each topic's is found is a list that grows with the topics, so it comes with the simulation and not with the page.
const AnySimulation = lazy(async () => ({ default: (await import("./AnySimulation")).AnySimulation }));

/** The topic's own simulation. The server draws it with its first values; its code comes when the page is alive. */
export function Simulation() {
  const t = useTranslations("lesson");
  const { topic, locale } = useLesson();
  const failed = <p className="rounded-[var(--radius)] border border-line bg-warn-wash p-4 text-ink">{t("simulationFailed")}</p>;
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
          <AnySimulation topic={topic.id} locale={locale} fallback={failed} />
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
