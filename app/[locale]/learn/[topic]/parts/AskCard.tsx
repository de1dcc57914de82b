"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import type { DrawnQuestion } from "@/lib/questions";
import { useLesson } from "./LessonContext";

/** The server draws it; its code comes when the page is alive. */
const QuestionFrame = lazy(async () => ({ default: (await import("../../../questions/QuestionFrame")).QuestionFrame }));

/** A question to be answered before reading on. Nothing is counted; in review it comes back with other numbers. */
export function AskCard({ drawn }: { readonly drawn: DrawnQuestion }) {
  const t = useTranslations("lesson");
  const { topic, locale } = useLesson();
  const [answered, setAnswered] = useState(false);
  return (
    <section
      // With the prompt: a lesson may ask more than once, and no two of its landmarks have one name.
      aria-label={`${t("ask")}: ${drawn.view.prompt[locale]}`}
      className="not-prose my-6 rounded-[var(--radius-lg)] border border-line bg-sheet p-5 shadow-1"
      data-testid="ask"
      data-unanswered={answered ? undefined : ""}
    >
      <p className="m-0 mb-1 text-sm font-semibold text-brand">{t("ask")}</p>
      <Suspense fallback={<div className="min-h-64" />}>
        <QuestionFrame
          drawn={drawn}
          misconceptions={topic.misconceptions}
          locale={locale}
          onKeep={({ handedIn }) => setAnswered(handedIn)}
        />
      </Suspense>
    </section>
  );
}
