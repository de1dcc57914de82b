"use client";

import type { ReactNode } from "react";
import { classNames } from "../components/classNames";
import { Segmented } from "../components/Segmented";
import { toneColor } from "../stage/tones";

export interface LabelRow {
  /** The thing's letter or number on the picture. */
  readonly tag: string;
  /** Its name for a screen reader: "Anchor C". */
  readonly name: string;
  readonly tone: number;
  /** Numbers or words beside the tag: its IoUs. */
  readonly facts?: ReactNode;
}

export interface LabelRowsProps<L extends string | number> {
  readonly rows: readonly LabelRow[];
  readonly options: readonly { readonly value: L; readonly label: string }[];
  /** Entry i belongs to row i; null while it has none. */
  readonly labels: readonly (L | null)[];
  readonly onLabel: (row: number, label: L) => void;
  /** The row that pointer or focus is on, so that the picture can bring its box out; null when it is left. */
  readonly onPoint?: (row: number | null) => void;
  readonly pointed?: number | null;
  /** Said of the tag: "show on the picture". */
  readonly show: string;
  readonly locked?: boolean;
}

/** A row for each thing on the picture, with labels to choose from: a radio group each. Goes with `labelling` of lib/challenges/answers. */
export function LabelRows<L extends string | number>(props: LabelRowsProps<L>) {
  const { rows, options, labels, onLabel, onPoint, pointed = null, show, locked } = props;
  return (
    <ul className="@container m-0 flex list-none flex-col gap-2 p-0">
      {rows.map(({ tag, name, tone, facts }, i) => (
        <li
          key={tag}
          onPointerEnter={() => onPoint?.(i)}
          onPointerLeave={() => onPoint?.(null)}
          onFocus={() => onPoint?.(i)}
          onBlur={() => onPoint?.(null)}
          className={classNames(
            "flex flex-col gap-2 rounded-[var(--radius)] border-2 bg-sheet p-2 @lg:flex-row @lg:items-center",
            pointed === i ? "border-brand" : "border-line",
          )}
        >
          <span className="flex items-center gap-2 @lg:w-52">
            <button
              type="button"
              aria-label={`${name}: ${show}`}
              className="finger inline-flex size-9 shrink-0 items-center justify-center rounded-[8px] border-2 font-mono font-bold text-ink"
              style={{ borderColor: toneColor(tone) }}
            >
              {tag}
            </button>
            {facts ? <span className="font-mono text-sm tabular-nums text-ink">{facts}</span> : null}
          </span>
          <div className="min-w-0 grow [&>div>span]:sr-only [&_button]:px-1.5 @lg:[&_button]:px-3">
            <Segmented label={name} value={labels[i] ?? null} onChange={(label) => onLabel(i, label)} options={options} disabled={locked} />
          </div>
        </li>
      ))}
    </ul>
  );
}
