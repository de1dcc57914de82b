"use client";

import { Check } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { classNames } from "./classNames";

export interface ToggleChipProps {
  readonly on: boolean;
  /** What a screen reader says, where the children are a drawing. */
  readonly label: string;
  readonly onToggle: () => void;
  /** The colour of the children while it is on. */
  readonly color?: string;
  readonly locked?: boolean;
  /** In a grid of chips with one Tab stop: whether it is that stop, which cell it is, and what its keys do. */
  readonly cell?: {
    readonly number: number;
    readonly stop: boolean;
    readonly onFocus: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  readonly children: ReactNode;
}

/** Something to switch on and off in a row of others: a shape, a scale, a tag. A tick and a border tell its state as well as the colour. */
export function ToggleChip({ on, label, onToggle, color, locked = false, cell, children }: ToggleChipProps) {
  return (
    <button
      type="button"
      data-cell={cell?.number}
      tabIndex={cell && (cell.stop ? 0 : -1)}
      onFocus={cell?.onFocus}
      onKeyDown={cell?.onKeyDown}
      aria-pressed={on}
      aria-disabled={locked}
      aria-label={label}
      onClick={() => !locked && onToggle()}
      className={classNames(
        "relative inline-flex min-h-11 items-center justify-center gap-1.5 rounded-[var(--radius)] border-2 px-2.5 text-sm font-semibold transition-colors duration-150",
        locked ? "cursor-not-allowed" : "cursor-pointer",
        on
          ? "border-brand bg-brand-wash text-ink"
          : locked
            ? "border-line bg-paper-2 text-ink-2"
            : "border-line-strong bg-sheet text-ink-2",
      )}
    >
      <span style={{ color: on ? color : undefined }} className="inline-flex items-center gap-1.5">
        {children}
      </span>
      <Check
        aria-hidden="true"
        strokeWidth={3}
        className={classNames("absolute -right-1.5 -top-1.5 size-4 rounded-full bg-brand p-0.5 text-brand-ink", on ? "" : "invisible")}
      />
    </button>
  );
}
