"use client";

import { Suspense, type ReactNode } from "react";
import type { Locale } from "@/lib/challenges";
import { useTopic } from "@/lib/client/content";
import { gradeQuestion, type DrawnQuestion } from "@/lib/questions";
import { AnswerCard } from "@/lib/questions/cards";
import type { ItemSeen } from "@/lib/wire/assignments";
import { Prompt } from "./Prompt";
import { isOwn, QuestionWords } from "./QuestionWords";
import { Reasons } from "./Reasons";

interface Props {
  readonly answered: Pick<ItemSeen, "item" | "instance" | "answer">;
  readonly locale: Locale;
  /** What stands there until all of it has come. */
  readonly waiting: ReactNode;
}

/** A question as it was answered, with its verdict. */
export function QuestionReplay({ answered: { item, instance, answer }, locale, waiting }: Props) {
  const own = isOwn(item);
  const facts = useTopic(own ? "" : (item.split(":")[1]?.split("/")[0] ?? ""));
  // What the server stored is the form's own instance.
  const drawn = instance as DrawnQuestion;
  const grade = gradeQuestion(drawn, answer);
  return (
    <Suspense fallback={waiting}>
      <QuestionWords markdown={own} shown={drawn} locale={locale}>
        <div data-testid="card-replay" className="flex min-w-0 flex-col gap-3">
          <Prompt as="p" text={drawn.view.prompt[locale]} />
          <AnswerCard drawn={drawn} graded answer={answer} onChange={() => undefined} locale={locale} keys={false} />
          {grade && <Reasons drawn={drawn} grade={grade} misconceptions={facts.data?.misconceptions ?? []} locale={locale} />}
        </div>
      </QuestionWords>
    </Suspense>
  );
}
