"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import useSWRInfinite from "swr/infinite";
import { Link } from "@/i18n/navigation";
import type { Kind } from "@/lib/bank/content";
import type { Locale } from "@/lib/challenges";
import { call } from "@/lib/client/api";
import type { FormName } from "@/lib/questions";
import { Button, Checkbox } from "@/lib/ui/components";
import { listBank, type BankList, type ListedQuestion } from "@/lib/wire/bank";
import { useCatalogue } from "../../../../assignments/Catalogued";
import { ANY, type Wanted } from "./picking";
import { QuestionFilters } from "./QuestionFilters";
import { QuestionLine } from "./QuestionLine";
import { BankPreview } from "./QuestionPreview";
import { useCurriculum } from "./useCurriculum";
import { useViewer } from "../../../../shell/useViewer";

export interface BankRef {
  readonly bank: string;
  readonly version: number;
}

interface Props {
  readonly chosen: readonly BankRef[];
  readonly most: number;
  readonly onAdd: (ref: BankRef) => void;
  readonly onDrop: (bank: string) => void;
}

/** What a bank calls the forms. */
const KIND_OF = {
  ...{ choice: "single", multiple: "multiple", numeric: "numeric", short: "short" },
  ...{ order: "order", match: "match", hotspot: "hotspot" },
} as const satisfies Partial<Record<FormName, Kind>>;
const FORMS = Object.keys(KIND_OF) as (keyof typeof KIND_OF)[];
const isAsked = ({ kind }: ListedQuestion): boolean => kind !== "essay" && kind !== "description";

const queryOf = ({ search, topic, idea, form }: Wanted, after: string | null) => ({
  ...(search.trim() === "" ? {} : { search: search.trim() }),
  ...(topic === "" ? {} : { topic }),
  ...(idea === "" ? {} : { slip: idea }),
  ...(form in KIND_OF ? { kind: KIND_OF[form as keyof typeof KIND_OF] } : {}),
  ...(after === null ? {} : { after }),
});

/** One's own questions by their texts, to be ticked: in the version that they have now. */
export function BankPicker({ chosen, most, onAdd, onDrop }: Props) {
  const t = useTranslations("assign");
  const who = useViewer();
  const curriculum = useCurriculum(useCatalogue().map(({ id }) => id));
  const [wanted, setWanted] = useState(ANY);
  const calm = useDeferredValue(wanted);
  const { data, error, size, setSize } = useSWRInfinite(
    (page: number, before: BankList | null) =>
      who === null || (page > 0 && before?.after == null) ? null : (["pick-bank", who, calm, before?.after ?? null] as const),
    ([, , asked, after]) => call(listBank, { query: queryOf(asked, after) }),
    { keepPreviousData: true },
  );
  if (error !== undefined && !data) return <p role="alert">{t("notLoaded")}</p>;
  if (!data) return <p role="status">{t("loading")}</p>;
  const found = data.flatMap(({ questions }) => questions.filter(isAsked));
  return (
    <>
      <QuestionFilters wanted={wanted} onChange={setWanted} curriculum={curriculum.data ?? []} forms={FORMS} />
      <p role="status" className="m-0 text-sm text-ink-2" data-testid="found">
        {t("quiz.found", { count: data[0].count })}
      </p>
      {data[0].count === 0 && (
        <Link href="/teach/questions" className="inline-flex min-h-11 items-center self-start text-ink underline underline-offset-4">
          {t("quiz.toBank")}
        </Link>
      )}
      <ul
        className="m-0 max-h-96 min-w-0 list-none overflow-y-auto rounded-(--radius) border border-line px-4 py-2 empty:hidden"
        aria-label={t("quiz.own")}
      >
        {found.map((question) => (
          <Line key={question.id} question={question} chosen={chosen} most={most} onAdd={onAdd} onDrop={onDrop} />
        ))}
      </ul>
      {data[data.length - 1].after !== null && (
        <Button variant="secondary" className="self-start" onClick={() => void setSize(size + 1)}>
          {t("quiz.more")}
        </Button>
      )}
    </>
  );
}

function Line({
  question: { id: bank, version, title, prompt },
  chosen,
  most,
  onAdd,
  onDrop,
}: Props & { readonly question: ListedQuestion }) {
  const locale = useLocale() as Locale;
  const text = prompt[locale] || prompt[locale === "ko" ? "en" : "ko"] || title;
  const checked = chosen.some((each) => each.bank === bank);
  return (
    <QuestionLine text={text} preview={() => <BankPreview bank={bank} version={version} />}>
      <Checkbox
        label={text}
        checked={checked}
        disabled={!checked && chosen.length >= most}
        onChange={(on) => (on ? onAdd({ bank, version }) : onDrop(bank))}
      />
    </QuestionLine>
  );
}
