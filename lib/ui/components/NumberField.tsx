"use client";

import { useId, useState } from "react";
import { KnobLabel } from "./KnobLabel";

export interface NumberFieldProps {
  readonly label: string;
  readonly symbol?: string;
  readonly unit?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  readonly disabled?: boolean;
}

/**
 * A number typed by hand. What is being typed stays as it is (also "-", "0." or nothing) and is handed on whenever it is
 * a number inside [min, max]; leaving the field brings it back to the last number handed on, pulled into the range.
 */
export function NumberField({ label, symbol, unit, value, min, max, step, onChange, disabled }: NumberFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft === null ? value : Number(draft);
  const outside = draft !== null && (draft.trim() === "" || !Number.isFinite(typed) || typed < min || typed > max);

  const edit = (text: string) => {
    setDraft(text);
    const next = Number(text);
    if (text.trim() !== "" && Number.isFinite(next) && next >= min && next <= max) onChange(next);
  };
  const leave = () => {
    if (draft !== null && draft.trim() !== "" && Number.isFinite(typed)) onChange(Math.min(max, Math.max(min, typed)));
    setDraft(null);
  };

  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        <KnobLabel label={label} symbol={symbol} />
      </label>
      <div className="flex items-center gap-1.5">
        <input
          id={id}
          type="number"
          inputMode={min < 0 ? "text" : "decimal"}
          disabled={disabled}
          value={draft ?? String(value)}
          min={min}
          max={max}
          step={step}
          aria-invalid={outside || undefined}
          onChange={(event) => edit(event.target.value)}
          onBlur={leave}
          className="min-h-10 w-full min-w-0 rounded-[var(--radius)] border border-line-strong bg-sheet px-3 font-mono tabular-nums text-ink aria-invalid:border-bad disabled:bg-paper-2 disabled:text-ink-3"
        />
        {unit ? <span className="shrink-0 text-sm text-ink-2">{unit}</span> : null}
      </div>
    </div>
  );
}
