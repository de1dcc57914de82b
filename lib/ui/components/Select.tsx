"use client";

import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { classNames } from "./classNames";
import { KnobLabel } from "./KnobLabel";

export interface SelectProps<T extends string | number> {
  readonly label: string;
  readonly symbol?: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[];
  /** Null while nothing is chosen; then `placeholder` is shown. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** Shown while nothing is chosen: "choose". Without it the first option shows, so give it wherever `value` may be null. */
  readonly placeholder?: string;
  /** Label and list in one row, for lists of many. Default: label above. */
  readonly inline?: boolean;
  readonly disabled?: boolean;
}

/** One of many, in a list that opens: the system's own, so that phones, keyboards and screen readers have what they know. For up to five or so, side by side: `Segmented`. */
export function Select<T extends string | number>({
  label,
  symbol,
  options,
  value,
  onChange,
  placeholder,
  inline = false,
  disabled,
}: SelectProps<T>) {
  const id = useId();
  const choose = (chosen: string) => {
    const option = options.find((o) => String(o.value) === chosen);
    if (option) onChange(option.value);
  };
  return (
    <div className={classNames("flex min-w-0", inline ? "items-center justify-between gap-3" : "flex-col gap-1.5")}>
      <label htmlFor={id} className={classNames("text-sm text-ink", inline ? "" : "font-medium")}>
        <KnobLabel label={label} symbol={symbol} />
      </label>
      <span className={classNames("relative inline-flex min-w-0", inline ? "w-40 shrink-0" : "w-full")}>
        <select
          id={id}
          value={value === null ? "" : String(value)}
          disabled={disabled}
          onChange={(event) => choose(event.target.value)}
          className="min-h-10 w-full pointer-coarse:min-h-11 min-w-0 cursor-pointer appearance-none truncate rounded-[var(--radius)] border border-line-strong bg-sheet py-1 pl-3 pr-9 text-sm text-ink disabled:cursor-not-allowed disabled:bg-paper-2 disabled:text-ink-3"
        >
          {placeholder === undefined ? null : (
            <option value="" disabled={value !== null}>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={String(option.value)} value={String(option.value)} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" className="pointer-events-none absolute right-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-2" />
      </span>
    </div>
  );
}
