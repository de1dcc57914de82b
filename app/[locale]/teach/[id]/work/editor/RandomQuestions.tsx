"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { misconceptionsOf } from "@/lib/questions";
import { Checkbox, CheckboxGroup, NumberField } from "@/lib/ui/components";
import { ASSIGNMENT_MAX, type PartOf } from "@/lib/wire/assignmentParts";
import { unbroken } from "@/lib/words";
import { useCatalogue } from "../../../../assignments/Catalogued";
import { Unfold } from "../../../../shell/Unfold";
import { BankPicker } from "./BankPicker";
import { ChosenOfBank } from "./FixedQuestions";
import { promptOf } from "./picking";
import { useCurriculum } from "./useCurriculum";

type Drawn = Extract<PartOf<"quiz">["from"], { readonly topics: unknown }>;

interface Props {
  readonly from: Drawn;
  readonly onChange: (from: Drawn) => void;
}

/** Questions that are drawn: from which topics, and where wanted only those that bring up certain misconceptions. */
export function RandomQuestions({ from, onChange }: Props) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const catalogue = useCatalogue();
  const pool = usePool(from);
  const there = (pool?.fit.length ?? 0) + from.bank.length;
  const asks = from.topics.length + from.bank.length > 0;
  const toggle = (list: readonly string[], id: string, on: boolean) => (on ? [...list, id] : list.filter((each) => each !== id));
  return (
    <div className="flex flex-col gap-4">
      <CheckboxGroup
        label={t("quiz.topics")}
        columns={2}
        options={catalogue.map(({ id, title }) => ({
          key: id,
          label: title,
          checked: from.topics.includes(id),
          onChange: (on: boolean) => onChange({ ...from, topics: toggle(from.topics, id, on) }),
        }))}
      />
      {pool && pool.misconceptions.length > 0 && (
        <fieldset className="m-0 max-h-80 min-w-0 overflow-y-auto rounded-(--radius) border border-line px-4 py-2">
          <legend className="px-1 text-sm font-medium text-ink">{t("quiz.misconceptions")}</legend>
          {pool.misconceptions.map(({ id, claim }) => (
            <Checkbox
              key={id}
              label={unbroken(claim[locale])}
              checked={from.misconceptions.includes(id)}
              onChange={(on) => onChange({ ...from, misconceptions: toggle(from.misconceptions, id, on) })}
            />
          ))}
        </fieldset>
      )}
      <div className="max-w-40">
        <NumberField
          label={t("quiz.count")}
          value={from.count}
          min={1}
          max={ASSIGNMENT_MAX.slots}
          step={1}
          onChange={(count) => onChange({ ...from, count })}
          locale={locale}
          problem={pool && asks && from.count > there ? t("quiz.tooMany", { count: there }) : undefined}
        />
      </div>
      {pool && from.topics.length > 0 && (
        <details className="text-sm">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-ink">{t("quiz.fit", { count: pool.fit.length })}</summary>
          <ul className="m-0 flex list-disc flex-col gap-1 pl-5 text-ink-2">
            {pool.fit.map((question) => (
              <li key={question.id}>{promptOf(question, locale)}</li>
            ))}
          </ul>
        </details>
      )}
      <Unfold title={t("quiz.ownToo", { count: from.bank.length })}>
        <div className="flex min-w-0 flex-col gap-3">
          {from.bank.length > 0 && (
            <ol className="m-0 flex list-none flex-col divide-y divide-line rounded-(--radius) border border-line px-4 py-0">
              {from.bank.map((ref, i) => (
                <ChosenOfBank
                  key={ref.bank}
                  question={ref}
                  number={i + 1}
                  onRemove={() => onChange({ ...from, bank: from.bank.filter((each) => each !== ref) })}
                />
              ))}
            </ol>
          )}
          <BankPicker
            chosen={from.bank}
            most={ASSIGNMENT_MAX.pool}
            onAdd={(ref) => onChange({ ...from, bank: [...from.bank, ref] })}
            onDrop={(bank) => onChange({ ...from, bank: from.bank.filter((each) => each.bank !== bank) })}
          />
        </div>
      </Unfold>
    </div>
  );
}

/** Questions that fit what is asked for, and all misconceptions of the chosen topics; undefined while they are on their way. */
function usePool({ topics, misconceptions }: Drawn) {
  const { data } = useCurriculum(topics);
  if (!data) return undefined;
  const questions = data.flatMap((each) => each.questions);
  return {
    misconceptions: data.flatMap((each) => each.misconceptions),
    fit:
      misconceptions.length === 0
        ? questions
        : questions.filter((question) => misconceptionsOf(question).some((id) => misconceptions.includes(id))),
  };
}
