"use client";

import { useTranslations } from "next-intl";
import { Suspense, useEffect, useId, useMemo, useRef, useState, type SubmitEvent } from "react";
import useSWRImmutable from "swr/immutable";
import { topicLoaders } from "@/content/_generated/topicLoaders";
import { call, newKey } from "@/lib/client/api";
import { checkAnswer, gradeQuestion, isAnswer, startOf, unjudged, type DrawnQuestion, type QuestionGrade } from "@/lib/questions";
import { AnswerCard } from "@/lib/questions/cards";
import { Button, Fields, LiveRegion } from "@/lib/ui/components";
import type { PartSettings } from "@/lib/wire/assignmentParts";
import { answerItem, type ItemAnswered } from "@/lib/wire/workAnswer";
import { Prompt } from "../../../../../questions/Prompt";
import { QuestionWords } from "../../../../../questions/QuestionWords";
import { Reasons } from "../../../../../questions/Reasons";
import { Problem } from "../../../../../shell/Problem";
import type { OpenProps } from "./slotProps";

/** A question whose truth the server keeps until it is answered. */
export function QuestionSlot({ opened, saved, part, locale, on, onChange, onEnd, onAnswered }: OpenProps) {
  const t = useTranslations("work");
  const title = useId();
  const { view, markdown } = opened.what.type === "question" ? opened.what : { view: null, markdown: false };
  const drawn = useMemo(() => unjudged(view), [view]);
  const [answer, setAnswer] = useState<unknown>(() => (isAnswer(drawn, saved) ? saved : startOf(drawn)));
  const [unfit, setUnfit] = useState(false);
  const [sending, setSending] = useState<"no" | "sending" | "kept">("no");
  const [reply, setReply] = useState<ItemAnswered | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const verdict = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reply === null) return;
    verdict.current?.focus({ preventScroll: true });
    verdict.current?.scrollIntoView({ block: "nearest" });
  }, [reply]);
  const atEnd = part.settings.type === "quiz" && part.settings.feedback === "end";
  // What is judged at the end may be answered anew until then.
  const closed = reply !== null && !atEnd;
  const readiness = checkAnswer(drawn, answer);
  const change = (next: unknown) => {
    if (sending !== "no" || closed) return;
    setAnswer(next);
    setReply(null);
    // What a field holds halfway is no answer of the form's, and stays in the page.
    if (isAnswer(drawn, next)) onChange(next);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!readiness.ready || unfit || sending !== "no" || closed) return;
    setSending("sending");
    setRefused(null);
    try {
      // The form's own answer: `isAnswer` and `checkAnswer` have parsed it.
      const body = { answer: answer as never };
      setReply(await call(answerItem, { params: { item: opened.id }, body, key: newKey(), onKept: () => setSending("kept") }));
      if (!atEnd) onEnd();
      onAnswered();
    } catch (error) {
      setRefused(error);
    }
    setSending("no");
  };
  const whole = reply !== null && reply.truth !== null ? ({ ...drawn, truth: reply.truth } as DrawnQuestion) : null;
  return (
    <QuestionWords markdown={markdown} shown={drawn.view} locale={locale}>
      <form
        onSubmit={(event) => void submit(event)}
        noValidate
        aria-labelledby={title}
        data-form={drawn.view.form}
        data-answered={reply !== null}
      >
        <div className="mb-4">
          <Prompt id={title} as="h2" text={drawn.view.prompt[locale]} />
        </div>
        <Fields onUnfit={setUnfit}>
          <Suspense fallback={<p role="status">{t("loading")}</p>}>
            <AnswerCard drawn={whole ?? drawn} graded={whole !== null} answer={answer} onChange={change} locale={locale} keys={!closed} />
          </Suspense>
        </Fields>
        {reply === null && (
          <Button
            type="submit"
            size="lg"
            className="mt-4 w-full sm:w-auto"
            aria-disabled={!readiness.ready || unfit || sending !== "no"}
            data-testid="answer"
          >
            {sending !== "no" ? t("sending") : readiness.ready ? t(atEnd ? "question.keep" : "question.answer") : readiness.missing[locale]}
          </Button>
        )}
        {sending === "kept" && (
          <p role="status" className="m-0 mt-2 text-sm font-semibold text-ink-2">
            {t("kept")}
          </p>
        )}
        <Problem error={refused} />
        <LiveRegion message={reply?.score == null ? "" : t("question.score", { score: reply.score })} />
        {reply !== null && (
          <div ref={verdict} tabIndex={-1} className="mt-4 flex flex-col gap-4 outline-none" data-testid="question-verdict">
            {whole !== null && reply.score !== null ? (
              <Verdict
                topics={topicsOf(part.settings)}
                whole={whole}
                // Its score is the server's word; what its author says to the answer is in the truth.
                grade={{ ...gradeQuestion(whole, answer), score: reply.score, misconceptions: reply.misconceptions }}
                locale={locale}
              />
            ) : (
              <p className="m-0 font-semibold text-ink">
                {reply.score !== null ? t("question.score", { score: reply.score }) : t(atEnd ? "question.atEnd" : "question.hidden")}
              </p>
            )}
            {on}
          </div>
        )}
      </form>
    </QuestionWords>
  );
}

interface VerdictProps {
  /** Among whose misconceptions the answer's are. */
  readonly topics: readonly string[];
  readonly whole: DrawnQuestion;
  readonly grade: QuestionGrade;
  readonly locale: OpenProps["locale"];
}

function Verdict({ topics, whole, grade, locale }: VerdictProps) {
  const asked = grade.misconceptions.length === 0 ? [] : topics.filter((topic) => Object.hasOwn(topicLoaders, topic));
  const { data } = useSWRImmutable(["content:topics", ...asked], () => Promise.all(asked.map((topic) => topicLoaders[topic]())));
  return <Reasons drawn={whole} grade={grade} misconceptions={data?.flatMap((topic) => topic.misconceptions) ?? []} locale={locale} />;
}

function topicsOf(settings: PartSettings): readonly string[] {
  if (settings.type !== "quiz") return [];
  return "topics" in settings.from ? settings.from.topics : settings.from.questions.flatMap((ref) => ("topic" in ref ? [ref.topic] : []));
}
