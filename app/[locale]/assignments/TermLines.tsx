"use client";

import { useTranslations } from "next-intl";
import type { Terms } from "@/lib/wire/assignmentParts";
import { useMoments } from "./useMoments";

interface Props {
  readonly terms: Pick<Terms, "opensAt" | "dueAt" | "closesAt" | "latePercent" | "minutes" | "hideScores">;
  readonly timeZone: string;
}

/** The terms in words: by when, what comes after, how long, when scores are shown. */
export function TermLines({ terms, timeZone }: Props) {
  const t = useTranslations("work");
  const moments = useMoments(timeZone);
  const { opensAt, dueAt, closesAt, latePercent, minutes, hideScores } = terms;
  const late =
    latePercent === 0 ? t("terms.lateFull") : latePercent === 100 ? t("terms.lateNothing") : t("terms.late", { percent: latePercent });
  const lines = [
    ...(opensAt === null ? [] : [t("terms.opens", { when: moments.full(opensAt) })]),
    dueAt === null ? t("terms.noDue") : t("terms.due", { when: moments.full(dueAt) }),
    ...(dueAt === null || closesAt === dueAt ? [] : [late]),
    ...(closesAt === null ? [] : [t("terms.closes", { when: moments.full(closesAt) })]),
    ...(minutes === null ? [] : [t("terms.minutes", { count: minutes })]),
    ...(hideScores ? [t("terms.hidden")] : []),
  ];
  return (
    <ul className="m-0 flex list-none flex-col gap-1 p-0 text-ink-2" data-testid="terms">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
