"use client";

import { RadioGroup } from "radix-ui";
import { useEffect, useId, useRef } from "react";
import { classNames } from "./classNames";

export interface SegmentedProps<T extends string | number> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
  /** What has no room is scrolled to instead of standing in a second row: for the parts of a page. */
  readonly oneRow?: boolean;
}

/** One of a few, side by side. A radio group: Tab enters it, arrow keys choose. */
export function Segmented<T extends string | number>({ label, options, value, onChange, disabled, oneRow = false }: SegmentedProps<T>) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  // What is chosen stands in view, with a piece of its neighbours, which says that there are more.
  useEffect(() => {
    const [box, item] = [row.current, row.current?.querySelector<HTMLElement>("[data-state=checked]")];
    if (!oneRow || !box || !item) return;
    box.scrollLeft = item.offsetLeft - box.offsetLeft - (box.clientWidth - item.clientWidth) / 2;
  }, [oneRow, value]);
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
        ref={row}
        className={classNames(
          "flex gap-1 rounded-[var(--radius)] border border-line bg-paper-2 p-1",
          oneRow ? "overflow-x-auto [scrollbar-width:none]" : "flex-wrap",
        )}
      >
        {options.map((option) => (
          <RadioGroup.Item
            key={String(option.value)}
            value={String(option.value)}
            className="finger min-h-9 flex-auto whitespace-nowrap cursor-pointer rounded-[calc(var(--radius)-4px)] border border-transparent px-3 text-sm font-medium text-ink-2 transition-colors duration-150 hover:text-ink disabled:cursor-not-allowed data-[state=checked]:border-line-strong data-[state=checked]:bg-sheet data-[state=checked]:font-semibold data-[state=checked]:text-ink data-[state=checked]:shadow-1"
          >
            {option.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
