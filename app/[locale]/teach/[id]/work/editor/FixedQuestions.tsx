"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/challenges";
import { useQuestions } from "@/lib/client/content";
import { drawQuestion, type Question } from "@/lib/questions";
import { Button, Checkbox, Select } from "@/lib/ui/components";
import { ASSIGNMENT_MAX, type QuestionRef } from "@/lib/wire/assignmentParts";
import { unbroken } from "@/lib/words";
import { useCatalogue, useNames } from "../../../../assignments/Catalogued";

interface Props {
  readonly chosen: readonly QuestionRef[];
  readonly onChange: (chosen: QuestionRef[]) => void;
}

/** What a question asks, with the numbers of one of its draws. */
export const promptOf = (question: Question, locale: Locale): string => unbroken(drawQuestion(question, "a").view.prompt[locale]);

/** Questions one by one: a topic's, with their texts, to be ticked; and the ones that are chosen, in their order. */
export function FixedQuestions({ chosen, onChange }: Props) {
  const t = useTranslations("assign");
  const catalogue = useCatalogue();
  const [topic, setTopic] = useState<string | null>(() => {
    const first = chosen.find((ref) => "topic" in ref);
    return first && "topic" in first ? first.topic : null;
  });
  return (
    <div className="flex flex-col gap-3">
      {chosen.length > 0 && (
        <ol className="m-0 flex list-none flex-col divide-y divide-line rounded-(--radius) border border-line p-0" data-testid="chosen">
          {chosen.map((ref, i) => (
            <Chosen key={keyOf(ref)} question={ref} number={i + 1} onRemove={() => onChange(chosen.filter((each) => each !== ref))} />
          ))}
        </ol>
      )}
      <Select
        label={t("quiz.topic")}
        placeholder={t("choose")}
        options={catalogue.map(({ id, title }) => ({ value: id, label: title }))}
        value={topic}
        onChange={setTopic}
      />
      {topic !== null && <Questions key={topic} topic={topic} chosen={chosen} onChange={onChange} />}
    </div>
  );
}

const keyOf = (ref: QuestionRef): string => ("topic" in ref ? `${ref.topic}/${ref.question}` : `${ref.bank}@${ref.version}`);

function Chosen({
  question: ref,
  number,
  onRemove,
}: {
  readonly question: QuestionRef;
  readonly number: number;
  readonly onRemove: () => void;
}) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const names = useNames();
  const { data } = useQuestions("topic" in ref ? ref.topic : "");
  const question = "topic" in ref ? data?.find(({ id }) => id === ref.question) : undefined;
  const text = question ? promptOf(question, locale) : keyOf(ref);
  return (
    <li className="flex items-center gap-3 py-1 pl-4 pr-1">
      <span className="tabular-nums text-ink-2">{number}</span>
      <span className="min-w-0 grow text-ink">
        {text}
        {"topic" in ref && <span className="block text-sm text-ink-2">{names.topic(ref.topic)}</span>}
      </span>
      <Button variant="ghost" aria-label={t("quiz.takeOut", { number })} onClick={onRemove}>
        <X aria-hidden className="size-5" />
      </Button>
    </li>
  );
}

function Questions({ topic, chosen, onChange }: Props & { readonly topic: string }) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const { data, failed } = useQuestions(topic);
  if (failed) return <p role="alert">{t("notLoaded")}</p>;
  if (!data) return <p role="status">{t("loading")}</p>;
  const is = (question: string) => (ref: QuestionRef) => "topic" in ref && ref.topic === topic && ref.question === question;
  return (
    <fieldset className="m-0 max-h-96 min-w-0 overflow-y-auto rounded-(--radius) border border-line px-4 py-2">
      <legend className="px-1 text-sm font-medium text-ink">{t("quiz.questions", { count: chosen.length })}</legend>
      {data.map((question) => {
        const checked = chosen.some(is(question.id));
        return (
          <Checkbox
            key={question.id}
            label={promptOf(question, locale)}
            checked={checked}
            disabled={!checked && chosen.length >= ASSIGNMENT_MAX.slots}
            onChange={(on) => onChange(on ? [...chosen, { topic, question: question.id }] : chosen.filter((ref) => !is(question.id)(ref)))}
          />
        );
      })}
    </fieldset>
  );
}
