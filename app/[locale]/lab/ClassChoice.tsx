"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { LAB_MODELS, type LabModel } from "@/lib/client/lab/lab";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";

export const FIELD = "min-h-11 w-full min-w-0 rounded-[var(--radius)] border border-line-strong bg-sheet px-3 text-ink";
export const FIELD_LABEL = "flex min-w-0 flex-col gap-1 text-sm font-medium text-ink";

export function ModelField({ value, onChange }: { readonly value: LabModel; readonly onChange: (model: LabModel) => void }) {
  const t = useTranslations("lab");
  return (
    <label className={FIELD_LABEL}>
      {t("model")}
      <select
        className={FIELD}
        value={value}
        onChange={(event) => onChange(LAB_MODELS.find((name) => name === event.target.value) ?? "classifier")}
      >
        {LAB_MODELS.map((name) => (
          <option key={name} value={name}>
            {t(`models.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface ClassFieldProps {
  readonly label: string;
  readonly scores: readonly number[] | null;
  readonly value: number | null;
  readonly onChange: (label: number | null) => void;
  /** The words for "none"; without them a class must be chosen. */
  readonly none?: string;
  readonly locale: Locale;
}

/** The twenty classes, the highest score first. */
export function ClassField({ label, scores, value, onChange, none, locale }: ClassFieldProps) {
  const order = VOC_CLASSES.map((_, i) => i).sort((a, b) => (scores ? scores[b] - scores[a] : 0));
  return (
    <label className={FIELD_LABEL}>
      {label}
      <select
        className={FIELD}
        value={value ?? ""}
        disabled={!scores}
        onChange={(event) => onChange(event.target.value === "" ? null : Number(event.target.value))}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {order.map((i) => (
          <option key={i} value={i}>{`${CLASS_NAMES[VOC_CLASSES[i]][locale]} · ${scores?.[i].toFixed(1) ?? ""}`}</option>
        ))}
      </select>
    </label>
  );
}
