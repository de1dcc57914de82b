"use client";

import { RadioGroup } from "radix-ui";
import { useId } from "react";

export interface SegmentedProps<T extends string | number> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

/** One of a few, side by side. A radio group: Tab enters it, arrow keys choose. */
export function Segmented<T extends string | number>({ label, options, value, onChange, disabled }: SegmentedProps<T>) {
  const id = useId();
  const choose = (chosen: string) => {
    const option = options.find((o) => String(o.value) === chosen);
    if (option) onChange(option.value);
  };
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span id={id} className="text-sm font-medium text-ink">
        {label}
      </span>
      <RadioGroup.Root
        aria-labelledby={id}
        orientation="horizontal"
        disabled={disabled}
        value={value === null ? "" : String(value)}
        onValueChange={choose}
        className="flex flex-wrap gap-1 rounded-[var(--radius)] border border-line bg-paper-2 p-1"
      >
        {options.map((option) => (
          <RadioGroup.Item
            key={String(option.value)}
            value={String(option.value)}
            className="finger min-h-9 flex-auto cursor-pointer rounded-[calc(var(--radius)-4px)] border border-transparent px-3 text-sm font-medium text-ink-2 transition-colors duration-150 hover:text-ink disabled:cursor-not-allowed data-[state=checked]:border-line-strong data-[state=checked]:bg-sheet data-[state=checked]:font-semibold data-[state=checked]:text-ink data-[state=checked]:shadow-1"
          >
            {option.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
