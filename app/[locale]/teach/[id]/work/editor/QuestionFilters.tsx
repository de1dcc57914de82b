"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { FORM_NAMES, type FormName } from "@/lib/questions";
import { Select, TextField } from "@/lib/ui/components";
import { BANK } from "@/lib/wire/bankParts";
import { useCatalogue } from "../../../../assignments/Catalogued";
import { namedIdeas } from "./useCurriculum";
import type { TopicQuestions, Wanted } from "./picking";

interface Props {
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
  /** All topics, once they are there. */
  readonly curriculum: readonly TopicQuestions[];
  /** Forms that there are questions of. */
  readonly forms?: readonly FormName[];
}

/** By what questions are found: words, topic, misconception, form. */
export function QuestionFilters({ wanted, onChange, curriculum, forms = FORM_NAMES }: Props) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const catalogue = useCatalogue();
  const all = { value: "", label: t("quiz.any") };
  const ideas = namedIdeas(curriculum.filter(({ topic }) => wanted.topic === "" || topic === wanted.topic));
  return (
    <div role="search" className="grid grid-cols-1 gap-3 sm:grid-cols-3">
      <div className="sm:col-span-3">
        <TextField
          type="search"
          label={t("quiz.search")}
          value={wanted.search}
          maxLength={BANK.search}
          // Enter looks for questions and saves nothing.
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          onChange={(event) => onChange({ ...wanted, search: event.target.value })}
        />
      </div>
      <Select
        label={t("quiz.topic")}
        options={[all, ...catalogue.map(({ id, title }) => ({ value: id, label: title }))]}
        value={wanted.topic}
        onChange={(topic) => onChange({ ...wanted, topic, idea: "" })}
      />
      <Select
        label={t("quiz.idea")}
        options={[all, ...ideas.map(({ id, claim }) => ({ value: id, label: claim[locale] }))]}
        value={wanted.idea}
        onChange={(idea) => onChange({ ...wanted, idea })}
      />
      <Select<FormName | "">
        label={t("quiz.form")}
        options={[{ value: "", label: t("quiz.any") }, ...forms.map((form) => ({ value: form, label: t(`quiz.forms.${form}`) }))]}
        value={wanted.form}
        onChange={(form) => onChange({ ...wanted, form })}
      />
    </div>
  );
}
