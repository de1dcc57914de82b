"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LOCALES, type Text } from "@/lib/challenges/text";
import { Button, NumberField, Select, TextArea, TextField } from "@/lib/ui/components";
import { useProblem, useWorld } from "./world";

interface BothProps {
  /** As lib/bank calls it. */
  readonly field: string;
  readonly label: string;
  readonly value: Text;
  readonly onChange: (value: Text) => void;
  readonly area?: boolean;
}

/** A text in both languages: side by side, on a phone the one that is on. */
export function Both({ field, label, value, onChange, area = false }: BothProps) {
  const t = useTranslations("bank");
  const { shown, locked } = useWorld();
  const whole = useProblem(field);
  const problems = { ko: useProblem(`${field}.ko`) ?? whole, en: useProblem(`${field}.en`) ?? whole };
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2" data-field={field}>
      {LOCALES.map((language) => {
        const props = {
          label: t("inLanguage", { label, language: t(`language.${language}`) }),
          value: value[language],
          lang: language,
          readOnly: locked,
          problem: problems[language],
        };
        return (
          <div key={language} className={shown === language ? "" : "hidden sm:block"}>
            {area ? (
              <TextArea {...props} rows={4} onChange={(event) => onChange({ ...value, [language]: event.target.value })} />
            ) : (
              <TextField {...props} autoComplete="off" onChange={(event) => onChange({ ...value, [language]: event.target.value })} />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Which misconception gives this very answer: those of the question's topic, or of all. */
export function SlipPicker({
  value,
  onChange,
  label,
}: {
  readonly value: string | null;
  readonly onChange: (slip: string | null) => void;
  readonly label?: string;
}) {
  const t = useTranslations("bank");
  const { topics, topic, locale, locked } = useWorld();
  const offered = topics.filter(({ id, slips }) => topic === null || id === topic || slips.some((slip) => slip.id === value));
  const options = offered.flatMap(({ title, slips }) =>
    slips.map(({ id, claim }) => ({ value: id, label: topic === null ? `${title[locale]}: ${claim[locale]}` : claim[locale] })),
  );
  return (
    <Select
      label={label ?? t("slip")}
      options={[{ value: "", label: t("noSlip") }, ...options]}
      value={value ?? ""}
      disabled={locked}
      onChange={(slip) => onChange(slip === "" ? null : slip)}
    />
  );
}

/** Points of 100. */
export function Credit({
  field,
  value,
  onChange,
}: {
  readonly field: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const t = useTranslations("bank");
  const { locale, locked } = useWorld();
  const problem = useProblem(field);
  return (
    <NumberField
      label={t("credit")}
      value={value}
      min={-100}
      max={100}
      step={0.00001}
      locale={locale}
      disabled={locked}
      problem={problem}
      onChange={onChange}
    />
  );
}

interface RowsProps<T> {
  /** As lib/bank calls the list. */
  readonly field: string;
  readonly title: string;
  readonly rows: readonly T[];
  readonly least: number;
  readonly most: number;
  readonly name: (place: number) => string;
  readonly fresh: () => T;
  readonly onChange: (rows: T[]) => void;
  readonly children: (row: T, set: (change: Partial<T>) => void, i: number) => ReactNode;
  /** Between the title and the rows. */
  readonly note?: string;
}

/** A list of things that a question has, each in its frame: changed, moved, added, taken away. */
export function Rows<T extends object>({ field, title, rows, least, most, name, fresh, onChange, children, note }: RowsProps<T>) {
  const t = useTranslations("bank");
  const { locked } = useWorld();
  const problem = useProblem(field);
  const swap = (i: number) => onChange(rows.map((row, at) => (at === i ? rows[i - 1] : at === i - 1 ? rows[i] : row)));
  return (
    <section className="flex flex-col gap-3" aria-label={title} data-field={field}>
      <h2 className="m-0 text-lg font-bold text-ink">{title}</h2>
      {note && <p className="m-0 text-sm text-ink-2">{note}</p>}
      {problem && (
        <p role="alert" className="m-0 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
      {rows.map((row, i) => (
        <fieldset
          key={i}
          className="m-0 flex min-w-0 flex-col gap-3 rounded-(--radius) border border-line bg-sheet p-3 sm:p-4"
          data-row={i}
        >
          <legend className="px-1 text-sm font-semibold text-ink">{name(i + 1)}</legend>
          {children(row, (change) => onChange(rows.map((each, at) => (at === i ? { ...each, ...change } : each))), i)}
          {!locked && (
            <div className="flex flex-wrap gap-2">
              {i > 0 && (
                <Button
                  size="sm"
                  variant="ghost"
                  className="min-h-11 sm:min-h-8"
                  onClick={() => swap(i)}
                  aria-label={t("upName", { name: name(i + 1) })}
                >
                  {t("up")}
                </Button>
              )}
              {rows.length > least && (
                <Button
                  size="sm"
                  variant="ghost"
                  className="min-h-11 sm:min-h-8"
                  onClick={() => onChange(rows.filter((_, at) => at !== i))}
                  aria-label={t("dropName", { name: name(i + 1) })}
                >
                  {t("dropRow")}
                </Button>
              )}
            </div>
          )}
        </fieldset>
      ))}
      {!locked && rows.length < most && (
        <Button variant="secondary" className="self-start" onClick={() => onChange([...rows, fresh()])}>
          {t("addRow", { title })}
        </Button>
      )}
    </section>
  );
}

interface JudgedProps {
  readonly field: string;
  readonly value: { readonly misconception: string | null; readonly feedback: Text };
  readonly onChange: (change: { misconception?: string | null; feedback?: Text }) => void;
}

/** What an answer shows of its giver, and what is said to them. */
export function Judged({ field, value, onChange }: JudgedProps) {
  const t = useTranslations("bank");
  return (
    <>
      <SlipPicker value={value.misconception} onChange={(misconception) => onChange({ misconception })} />
      <details open={value.feedback.ko !== "" || value.feedback.en !== "" ? true : undefined}>
        <summary className="cursor-pointer py-3 text-sm font-semibold text-ink-2">{t("feedback")}</summary>
        <Both field={`${field}.feedback`} label={t("feedback")} value={value.feedback} onChange={(feedback) => onChange({ feedback })} />
      </details>
    </>
  );
}
