"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/challenges";
import { useQuestions } from "@/lib/client/content";
import { Button, Segmented } from "@/lib/ui/components";
import { ASSIGNMENT_MAX, type QuestionRef } from "@/lib/wire/assignmentParts";
import { useNames } from "../../../../assignments/Catalogued";
import { BankPicker, type BankRef } from "./BankPicker";
import { keyOf, nameOf, promptOf } from "./picking";
import { QuestionLine } from "./QuestionLine";
import { BankPreview, TopicPreview, useBankContent } from "./QuestionPreview";
import { TopicPicker } from "./TopicPicker";

interface Props {
  readonly chosen: readonly QuestionRef[];
  readonly onChange: (chosen: QuestionRef[]) => void;
}

/** Questions one by one: the topics' or one's own, found by their texts and ticked; and the ones that are chosen, in their order. */
export function FixedQuestions({ chosen, onChange }: Props) {
  const t = useTranslations("assign");
  const [source, setSource] = useState<"topics" | "bank">("topics");
  const own = chosen.flatMap((ref) => ("bank" in ref ? [ref] : []));
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <p className="m-0 text-sm font-medium text-ink">{t("quiz.questions", { count: chosen.length })}</p>
      {chosen.length > 0 && (
        <ol
          className="m-0 flex list-none flex-col divide-y divide-line rounded-(--radius) border border-line px-4 py-0"
          data-testid="chosen"
        >
          {chosen.map((ref, i) => (
            <Chosen key={keyOf(ref)} question={ref} number={i + 1} onRemove={() => onChange(chosen.filter((each) => each !== ref))} />
          ))}
        </ol>
      )}
      <Segmented
        label={t("quiz.source")}
        options={[
          { value: "topics", label: t("quiz.ofTopics") },
          { value: "bank", label: t("quiz.ofBank") },
        ]}
        value={source}
        onChange={(next: "topics" | "bank") => setSource(next)}
      />
      {source === "topics" ? (
        <TopicPicker chosen={chosen} onChange={onChange} />
      ) : (
        <BankPicker
          chosen={own}
          most={ASSIGNMENT_MAX.slots - (chosen.length - own.length)}
          onAdd={(ref) => onChange([...chosen, ref])}
          onDrop={(bank) => onChange(chosen.filter((each) => nameOf(each) !== bank))}
        />
      )}
    </div>
  );
}

interface ChosenProps<R extends QuestionRef> {
  readonly question: R;
  readonly number: number;
  readonly onRemove: () => void;
}

function Chosen({ question, ...rest }: ChosenProps<QuestionRef>) {
  return "topic" in question ? <ChosenOfTopic question={question} {...rest} /> : <ChosenOfBank question={question} {...rest} />;
}

function ChosenOfTopic({ question: { topic, question: id }, number, onRemove }: ChosenProps<Extract<QuestionRef, { topic: string }>>) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const names = useNames();
  const { data } = useQuestions(topic);
  const question = data?.find((each) => each.id === id);
  const text = question ? promptOf(question, locale) : t(data ? "quiz.unknown" : "loading");
  return (
    <QuestionLine
      text={text}
      actions={<TakeOut number={number} onRemove={onRemove} />}
      preview={() => question && <TopicPreview topic={topic} question={question} />}
    >
      <Words number={number} text={text} from={names.topic(topic)} />
    </QuestionLine>
  );
}

/** One of a bank, in the version that was pinned when it was put in; a co-instructor's own is theirs to read. */
export function ChosenOfBank({ question: ref, number, onRemove }: ChosenProps<BankRef>) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const content = useBankContent(ref);
  const { prompt, title } = content ?? { prompt: { ko: "", en: "" }, title: "" };
  const written = prompt[locale] || prompt[locale === "ko" ? "en" : "ko"] || title;
  const text = content === undefined ? t("loading") : written || t("quiz.others");
  return (
    <QuestionLine text={text} actions={<TakeOut number={number} onRemove={onRemove} />} preview={() => <BankPreview {...ref} />}>
      <Words number={number} text={text} from={t("quiz.version", { version: ref.version })} />
    </QuestionLine>
  );
}

function Words({ number, text, from }: { readonly number: number; readonly text: string; readonly from: string }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <span className="tabular-nums text-ink-2">{number}</span>
      <span className="min-w-0 grow break-words text-ink">
        <span className="line-clamp-3">{text}</span>
        <span className="block text-sm text-ink-2">{from}</span>
      </span>
    </span>
  );
}

function TakeOut({ number, onRemove }: { readonly number: number; readonly onRemove: () => void }) {
  const t = useTranslations("assign");
  return (
    <Button variant="ghost" className="-mr-3 shrink-0 px-3" aria-label={t("quiz.takeOut", { number })} onClick={onRemove}>
      <X aria-hidden className="size-5" />
    </Button>
  );
}
