"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { NumberField, Segmented } from "@/lib/ui/components";
import { ASSIGNMENT_MAX, type PartOf } from "@/lib/wire/assignmentParts";
import { FixedQuestions } from "./FixedQuestions";
import { RandomQuestions } from "./RandomQuestions";

interface Props {
  readonly settings: PartOf<"quiz">;
  readonly onChange: (settings: PartOf<"quiz">) => void;
}

/** Questions, chosen one by one or drawn; the same for all or not; judged each or at the end. */
export function QuizFields({ settings, onChange }: Props) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const { from } = settings;
  const fixed = "questions" in from;
  return (
    <div className="flex flex-col gap-4">
      <Segmented
        label={t("quiz.from")}
        options={[
          { value: "fixed", label: t("quiz.fixed") },
          { value: "random", label: t("quiz.random") },
        ]}
        value={fixed ? "fixed" : "random"}
        onChange={(way) =>
          onChange({ ...settings, from: way === "fixed" ? { questions: [] } : { topics: [], misconceptions: [], bank: [], count: 5 } })
        }
      />
      {fixed ? (
        <FixedQuestions chosen={from.questions} onChange={(questions) => onChange({ ...settings, from: { questions } })} />
      ) : (
        <RandomQuestions from={from} onChange={(next) => onChange({ ...settings, from: next })} />
      )}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Segmented
          label={t("quiz.numbers")}
          options={[
            { value: "same", label: t("quiz.same") },
            { value: "own", label: t("quiz.own") },
          ]}
          value={settings.same ? "same" : "own"}
          onChange={(way) => onChange({ ...settings, same: way === "same" })}
        />
        <Segmented
          label={t("quiz.feedback")}
          options={[
            { value: "each", label: t("quiz.each") },
            { value: "end", label: t("quiz.end") },
          ]}
          value={settings.feedback}
          onChange={(feedback: "each" | "end") => onChange({ ...settings, feedback })}
        />
        <NumberField
          label={t("tries")}
          value={settings.tries}
          min={1}
          max={ASSIGNMENT_MAX.tries}
          step={1}
          onChange={(tries) => onChange({ ...settings, tries })}
          locale={locale}
        />
      </div>
    </div>
  );
}
