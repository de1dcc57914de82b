"use client";

import { NumberField as Field } from "@base-ui/react/number-field";
import { useId, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { classNames } from "./classNames";
import { useFit } from "./fields";
import { KnobLabel } from "./KnobLabel";

export interface NumberFieldProps {
  readonly label: string;
  readonly symbol?: string;
  readonly unit?: string;
  /** Null: nothing has been typed yet. */
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  readonly locale: Locale;
  readonly disabled?: boolean;
  /** Small and without a visible label or words of its own: for tables, whose heads show the label and which explain. */
  readonly compact?: boolean;
  /** Why the value does not fit, where that is known outside; it stands as it was typed. */
  readonly problem?: string;
}

/** What was typed and does not fit, and the value it was typed over. Null: nothing at all. */
interface Unfit {
  readonly typed: number | null;
  readonly over: number | null;
}

const rangeProblem = (min: number, max: number): Text => ({
  ko: `${min}부터 ${max}까지의 수를 적어 주세요.`,
  en: `Enter a number from ${min} to ${max}.`,
});

/** Puts a text where the caret is, as if it had been typed: the field's own handlers follow. */
function type(field: HTMLInputElement, text: string): void {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
}

// Half of the world writes 12,5 where the other half writes 12.5; nobody means 125.
function commaKey(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== ",") return;
  event.preventDefault();
  if (!event.currentTarget.value.includes(".")) type(event.currentTarget, ".");
}
function commaPaste(event: ClipboardEvent<HTMLInputElement>): void {
  const text = event.clipboardData.getData("text/plain").trim();
  if (!/^-?\d*,\d+$/.test(text)) return;
  event.preventDefault();
  type(event.currentTarget, text.replace(",", "."));
}

/**
 * A number typed by hand. It is handed on whenever it lies in [min, max]. What does not fit is kept as it was typed, marked and
 * explained, and never changed to something else; the wheel scrolls the page.
 */
export function NumberField({
  label,
  symbol,
  unit,
  value,
  min,
  max,
  step,
  onChange,
  locale,
  disabled,
  compact = false,
  problem,
}: NumberFieldProps) {
  const id = useId();
  const [unfit, setUnfit] = useState<Unfit | null>(null);
  // A value from outside (a drag, a reset) takes the place of what was typed.
  const kept = unfit?.over === value ? unfit : null;
  const edit = (typed: number | null) => {
    const fits = typed !== null && typed >= min && typed <= max;
    setUnfit(fits ? null : { typed, over: value });
    if (fits) onChange(typed);
  };
  const said = kept ? rangeProblem(min, max)[locale] : problem;
  useFit(id, said === undefined);
  return (
    <Field.Root
      id={id}
      value={kept ? kept.typed : value}
      onValueChange={edit}
      min={min}
      max={max}
      step={step}
      allowOutOfRange
      disabled={disabled}
      locale="en"
      format={{ useGrouping: false, maximumFractionDigits: 6 }}
      className="flex min-w-0 flex-col gap-1"
    >
      <label htmlFor={id} className={compact ? "sr-only" : "text-sm font-medium text-ink"}>
        <KnobLabel label={label} symbol={symbol} />
      </label>
      <div className="flex items-center gap-1.5">
        <Field.Input
          onKeyDown={commaKey}
          onPaste={commaPaste}
          inputMode={min < 0 ? "text" : "decimal"}
          aria-roledescription={locale === "ko" ? "숫자 칸" : "number field"}
          aria-invalid={said !== undefined || undefined}
          aria-describedby={said === undefined ? undefined : `${id}-problem`}
          className={classNames(
            "min-h-10 w-full min-w-0 rounded-[var(--radius)] border border-line-strong bg-sheet font-mono tabular-nums text-ink aria-invalid:border-bad disabled:bg-paper-2 disabled:text-ink-3",
            compact ? "px-0.5 text-center text-sm" : "px-3",
          )}
        />
        {unit ? <span className="shrink-0 text-sm text-ink-2">{unit}</span> : null}
      </div>
      {said === undefined ? null : (
        <p id={`${id}-problem`} role="alert" className={compact ? "sr-only" : "m-0 text-sm text-bad"}>
          {said}
        </p>
      )}
    </Field.Root>
  );
}
