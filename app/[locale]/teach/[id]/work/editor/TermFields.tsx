"use client";

import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import type { Locale } from "@/lib/challenges";
import { NumberField, Segmented, Switch, TextArea, TextField } from "@/lib/ui/components";
import { ASSIGNMENT_MAX } from "@/lib/wire/assignmentParts";
import { useMoments } from "../../../../assignments/useMoments";
import type { Draft } from "./draft";

const NoteView = lazy(async () => ({ default: (await import("../../../../groups/noteView/NoteView")).NoteView }));

interface Props {
  readonly draft: Draft;
  readonly timeZone: string;
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Title, what it is about, dates on the class's clock, and what lateness and time do. */
export function TermFields({ draft, timeZone, problemOf, onChange }: Props) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const { zone } = useMoments(timeZone);
  const [preview, setPreview] = useState<"write" | "read">("write");
  return (
    <section aria-labelledby="terms" className="flex flex-col gap-5">
      <h2 id="terms" className="m-0 text-xl font-bold text-ink">
        {t("terms")}
      </h2>
      <TextField
        label={t("name")}
        value={draft.title}
        onChange={(event) => onChange({ title: event.target.value })}
        autoComplete="off"
        problem={problemOf("title")}
      />
      <div className="flex flex-col gap-2">
        <Segmented
          label={t("aboutWay")}
          options={[
            { value: "write", label: t("write") },
            { value: "read", label: t("preview") },
          ]}
          value={preview}
          onChange={setPreview}
        />
        {preview === "write" ? (
          <TextArea
            label={t("about")}
            value={draft.about}
            onChange={(event) => onChange({ about: event.target.value })}
            problem={problemOf("about")}
          />
        ) : (
          <div className="min-h-22 rounded-(--radius) border border-line p-3" role="region" aria-label={t("about")} tabIndex={0}>
            <Suspense>
              <NoteView text={draft.about} group="" note="" people={[]} />
            </Suspense>
          </div>
        )}
      </div>
      <fieldset className="m-0 flex min-w-0 flex-col gap-3 border-0 p-0">
        <legend className="p-0 font-semibold text-ink">{t("dates", { zone: zone ?? timeZone })}</legend>
        <div className="grid gap-3 sm:grid-cols-3">
          {(["opensAt", "dueAt", "closesAt"] as const).map((field) => (
            <TextField
              key={field}
              type="datetime-local"
              label={t(field)}
              hint={t(`${field}Hint`)}
              value={draft[field]}
              onChange={(event) => onChange({ [field]: event.target.value })}
              problem={problemOf(field)}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid items-start gap-x-5 gap-y-3 sm:grid-cols-2">
        <NumberField
          label={t("latePercent")}
          unit="%"
          value={draft.latePercent}
          min={0}
          max={100}
          step={5}
          onChange={(latePercent) => onChange({ latePercent })}
          locale={locale}
          problem={problemOf("latePercent")}
        />
        <NumberField
          label={t("weight")}
          value={draft.weight}
          min={0}
          max={1000}
          step={1}
          onChange={(weight) => onChange({ weight })}
          locale={locale}
          problem={problemOf("weight")}
        />
        <div className="flex flex-col gap-2">
          <Switch label={t("limited")} checked={draft.minutes !== null} onChange={(on) => onChange({ minutes: on ? 45 : null })} />
          {draft.minutes !== null && (
            <NumberField
              label={t("minutes")}
              value={draft.minutes}
              min={1}
              max={ASSIGNMENT_MAX.minutes}
              step={5}
              onChange={(minutes) => onChange({ minutes })}
              locale={locale}
              problem={problemOf("minutes")}
            />
          )}
        </div>
        <Switch label={t("hideScores")} checked={draft.hideScores} onChange={(hideScores) => onChange({ hideScores })} />
      </div>
    </section>
  );
}
