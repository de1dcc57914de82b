"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useState } from "react";
import type { Locale } from "@/lib/challenges";
import { FORM_NAMES, type Question } from "@/lib/questions";
import { Checkbox } from "@/lib/ui/components";
import { ASSIGNMENT_MAX, type QuestionRef } from "@/lib/wire/assignmentParts";
import { useCatalogue } from "../../../../assignments/Catalogued";
import { ANY, fitting, nameOf, promptOf } from "./picking";
import { QuestionFilters } from "./QuestionFilters";
import { QuestionLine } from "./QuestionLine";
import { TopicPreview } from "./QuestionPreview";
import { useCurriculum } from "./useCurriculum";

interface Props {
  readonly chosen: readonly QuestionRef[];
  readonly onChange: (chosen: QuestionRef[]) => void;
}

/** The topics' questions by their texts, to be ticked. */
export function TopicPicker({ chosen, onChange }: Props) {
  const t = useTranslations("assign");
  const { data, failed } = useCurriculum(useCatalogue().map(({ id }) => id));
  const [wanted, setWanted] = useState(ANY);
  const calm = useDeferredValue(wanted);
  const found = useMemo(
    () => (data ?? []).flatMap((all) => fitting(all, calm).map((question) => ({ topic: all.topic, question }))),
    [data, calm],
  );
  const forms = useMemo(() => {
    const there = new Set((data ?? []).flatMap(({ questions }) => questions.map(({ form }) => form)));
    return FORM_NAMES.filter((form) => there.has(form));
  }, [data]);
  if (failed) return <p role="alert">{t("notLoaded")}</p>;
  if (!data) return <p role="status">{t("loading")}</p>;
  return (
    <>
      <QuestionFilters wanted={wanted} onChange={setWanted} curriculum={data} forms={forms} />
      <p role="status" className="m-0 text-sm text-ink-2" data-testid="found">
        {t("quiz.found", { count: found.length })}
      </p>
      <ul
        className="m-0 max-h-96 min-w-0 list-none overflow-y-auto rounded-(--radius) border border-line px-4 py-2 empty:hidden"
        aria-label={t("quiz.from")}
      >
        {found.map(({ topic, question }) => (
          <Line key={`${topic}/${question.id}`} topic={topic} question={question} chosen={chosen} onChange={onChange} />
        ))}
      </ul>
    </>
  );
}

function Line({ topic, question, chosen, onChange }: Props & { readonly topic: string; readonly question: Question }) {
  const locale = useLocale() as Locale;
  const ref = { topic, question: question.id };
  const text = useMemo(() => promptOf(question, locale), [question, locale]);
  const checked = chosen.some((each) => nameOf(each) === nameOf(ref));
  return (
    <QuestionLine text={text} preview={() => <TopicPreview topic={topic} question={question} />}>
      <Checkbox
        label={text}
        checked={checked}
        disabled={!checked && chosen.length >= ASSIGNMENT_MAX.slots}
        onChange={(on) => onChange(on ? [...chosen, ref] : chosen.filter((each) => nameOf(each) !== nameOf(ref)))}
      />
    </QuestionLine>
  );
}
