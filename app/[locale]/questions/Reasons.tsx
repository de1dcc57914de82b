"use client";

import { Check, CircleDashed, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Locale, Misconception } from "@/lib/challenges";
import { Said, useSaying } from "@/lib/questions/Said";
import { known, revealed, type DrawnQuestion, type QuestionGrade } from "@/lib/questions";
import { unbroken } from "@/lib/words";

type Outcome = "right" | "almost" | "partly" | "wrong";
export const outcomeOf = (grade: QuestionGrade): Outcome =>
  grade.score === 100 ? "right" : known(grade) ? "almost" : grade.score > 0 ? "partly" : "wrong";
const MARKS = { right: Check, almost: CircleDashed, partly: CircleDashed, wrong: X } as const;

/** Nothing, where its author wrote nothing. */
function Explained({ text }: { readonly text: string }) {
  if (text === "") return null;
  return (
    <div className="mb-2 last:mb-0" data-testid="explained">
      <Said text={text} block />
    </div>
  );
}

interface Props {
  readonly drawn: DrawnQuestion;
  readonly grade: QuestionGrade;
  /** Those of the topic; the ones that the answer reveals are shown. */
  readonly misconceptions: readonly Misconception[];
  readonly locale: Locale;
}

/** What an answer was worth, the right one, and why. */
export function Reasons({ drawn, grade, misconceptions, locale }: Props) {
  const t = useTranslations("question");
  const outcome = outcomeOf(grade);
  const Mark = MARKS[outcome];
  const answer = revealed(drawn);
  const { plain } = useSaying();
  const held = misconceptions.filter(({ id }) => grade.misconceptions.includes(id));
  return (
    <div className="mt-4 rounded-(--radius) border-l-4 border-brand bg-paper p-3 text-sm text-ink">
      <p
        className={`m-0 mb-2 flex items-center gap-2 text-base font-bold ${outcome === "right" ? "text-good" : outcome === "wrong" ? "text-bad" : "text-ink"}`}
      >
        <Mark aria-hidden size={20} className="shrink-0" />
        {t(outcome, { score: grade.score })}
      </p>
      {outcome === "right" || answer === null ? null : (
        <p className="m-0 mb-2 font-semibold">
          {t("answer", { answer: unbroken(drawn.view.form === "order" ? plain(answer[locale]) : answer[locale]) })}
        </p>
      )}
      {grade.feedback?.map((text, i) => (
        <Explained key={i} text={text[locale]} />
      ))}
      <Explained text={drawn.truth.explanation[locale]} />
      {/* What it says is said of the belief, with an example of its own: never of the numbers that were drawn here. */}
      {held.map(({ id, claim, correction }) => (
        <div key={id} className="mt-2 border-t border-line pt-2" data-testid="belief">
          <p className="m-0 text-ink-2">
            {t("maybeYouThought")} <q>{unbroken(claim[locale])}</q>
          </p>
          <p className="m-0">{unbroken(correction[locale])}</p>
        </div>
      ))}
    </div>
  );
}
