"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import type { Locale, Misconception } from "@/lib/challenges";
import { checkAnswer, gradeQuestion, startOf, type DrawnQuestion, type QuestionGrade } from "@/lib/questions";
import { AnswerCard, INSTANT } from "@/lib/questions/cards";
import { Button, Fields, LiveRegion } from "@/lib/ui/components";
import { useKeys } from "@/lib/ui/keys/useKeys";
import { Prompt } from "./Prompt";
import { outcomeOf, Reasons } from "./Reasons";

/** How an answer stands: as it was changed last, and whether it was handed in. */
export interface Standing {
  readonly answer: unknown;
  readonly handedIn: boolean;
}

interface Props {
  readonly drawn: DrawnQuestion;
  readonly misconceptions: readonly Misconception[];
  readonly locale: Locale;
  /** What was kept of an earlier visit. */
  readonly kept?: Standing;
  readonly onKeep?: (standing: Standing) => void;
  /** Whether digits and space act: where the question is the only one on its page. */
  readonly keys?: boolean;
  /** Id of what it is called besides its prompt, where the same may be asked twice on a page. */
  readonly named?: string;
  /** Below the verdict: what to do next. */
  readonly after?: (grade: QuestionGrade, answer: unknown) => ReactNode;
}

/** A question of any form: its card, the button that hands the answer in, the verdict and the reason. */
export function QuestionFrame({ drawn, misconceptions, locale, kept, onKeep, keys = false, named, after }: Props) {
  const t = useTranslations("question");
  const title = useId();
  // What an earlier visit kept is taken only where it still is an answer to this very question.
  const [{ answer, handedIn }, setStanding] = useState<Standing>(() =>
    kept !== undefined && checkAnswer(drawn, kept.answer).ready ? kept : { answer: startOf(drawn), handedIn: false },
  );
  const [unfit, setUnfit] = useState(false);
  const instant = INSTANT.includes(drawn.view.form);
  const readiness = checkAnswer(drawn, answer);
  const grade = handedIn ? gradeQuestion(drawn, answer) : null;
  const graded = grade !== null;

  const stand = (next: Standing) => {
    setStanding(next);
    onKeep?.(next);
  };
  const change = (next: unknown) => {
    if (!graded) stand({ answer: next, handedIn: instant && checkAnswer(drawn, next).ready });
  };
  const handIn = () => {
    if (!graded && readiness.ready && !unfit) stand({ answer, handedIn: true });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    handIn();
  };
  useKeys(keys && !instant && !graded ? { space: handIn } : {});

  const verdict = useRef<HTMLDivElement>(null);
  const wasGraded = useRef(graded);
  useEffect(() => {
    if (!graded || wasGraded.current) return;
    wasGraded.current = true;
    // Out of whatever field it was typed in: from here on digits rate the card.
    verdict.current?.focus({ preventScroll: true });
    verdict.current?.scrollIntoView({ block: "nearest" });
  }, [graded]);

  return (
    <form
      onSubmit={submit}
      noValidate
      aria-labelledby={named === undefined ? title : `${named} ${title}`}
      data-form={drawn.view.form}
      data-graded={graded}
    >
      <div className="mb-4">
        {/* In a lesson it stands inside a section and is none of the lesson's headings. */}
        <Prompt id={title} as={keys ? "h2" : "p"} text={drawn.view.prompt[locale]} />
      </div>
      <Fields onUnfit={setUnfit}>
        <AnswerCard drawn={drawn} graded={graded} answer={answer} onChange={change} locale={locale} keys={keys} />
      </Fields>
      {instant || graded ? null : (
        <Button type="submit" className="mt-4 w-full sm:w-auto" disabled={!readiness.ready || unfit} data-testid="hand-in">
          {readiness.ready ? t("handIn") : readiness.missing[locale]}
        </Button>
      )}
      <LiveRegion message={grade === null ? "" : t(outcomeOf(grade), { score: grade.score })} />
      {grade === null ? null : (
        <div ref={verdict} tabIndex={-1} className="outline-none" data-testid="question-verdict" data-outcome={outcomeOf(grade)}>
          <Reasons drawn={drawn} grade={grade} misconceptions={misconceptions} locale={locale} />
          {after?.(grade, answer)}
        </div>
      )}
    </form>
  );
}
