"use client";

import { useRef, useState, type KeyboardEvent } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { sigmoid } from "@/lib/engine/exact";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { nextCell } from "@/lib/ui/boards";
import { toneColor } from "@/lib/ui/stage";
import type { View } from "./instance";
import { toneOf } from "./pictureBoxes";
import { logitText, scoreText } from "./words";

/** What has become of a pair: open or chosen by the learner; in the replay cold, left behind by its level, dropped by NMS, alive. */
export type CellState = "open" | "chosen" | "cold" | "limited" | "suppressed" | "alive";

const LOOK: Readonly<Record<CellState, string>> = {
  open: "border-line-strong bg-sheet text-ink",
  chosen: "border-brand bg-brand-wash font-bold text-ink",
  cold: "border-line bg-paper-2 text-ink-3",
  limited: "border-line border-dashed bg-paper-2 text-ink-2 line-through",
  suppressed: "border-line bg-paper-2 text-ink-2 line-through",
  alive: "border-good bg-good-wash font-bold text-ink",
};
const SAID: Readonly<Record<CellState, Text>> = {
  open: { ko: "", en: "" },
  chosen: { ko: "", en: "" },
  cold: { ko: "남지 않음", en: "below the cut" },
  limited: { ko: "레벨이 넘기지 않음", en: "not passed on by its level" },
  suppressed: { ko: "NMS가 지움", en: "dropped by NMS" },
  alive: { ko: "남음", en: "stays" },
};
const ANCHOR: Text = { ko: "앵커", en: "Anchor" };

export interface PairTableProps {
  readonly view: View;
  readonly label: string;
  readonly locale: Locale;
  readonly stateOf: (row: number, k: number) => CellState;
  /** A tick, a cross or an exclamation mark after the number. */
  readonly markOf?: (row: number, k: number) => string;
  /** Whether a pair's probability stands below its logit. */
  readonly probability: (row: number) => boolean;
  /** Absent: the table is only looked at. */
  readonly onToggle?: (row: number, k: number) => void;
  readonly locked?: boolean;
  /** A row to bring out. */
  readonly lit?: number | null;
  readonly onRow?: (row: number | null) => void;
}

/** A row for each anchor, a cell for each class with its logit. One Tab stop: arrow keys move, Space and Enter choose. */
export function PairTable(props: PairTableProps) {
  const { view, label, locale, stateOf, markOf = () => "", probability, onToggle, locked = false, lit = null, onRow } = props;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState(0);
  const columns = view.classes.length;
  const keys = (event: KeyboardEvent, cell: number) => {
    const next = nextCell(cell, event.key, view.rows.length, columns, event.ctrlKey || event.metaKey);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  };
  return (
    <table
      ref={table}
      role={onToggle ? "grid" : undefined}
      aria-label={label}
      aria-readonly={onToggle && locked ? true : undefined}
      className="w-full table-fixed border-separate border-spacing-x-1 border-spacing-y-1"
    >
      <thead>
        <tr>
          <th scope="col" className="w-[4.75rem] p-0 text-left text-xs font-medium text-ink-2">
            {ANCHOR[locale]}
          </th>
          {view.classes.map((cls) => (
            <th key={cls} scope="col" className="truncate p-0 text-center text-sm font-semibold text-ink">
              {CLASS_NAMES[cls][locale]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map(({ id, level, logits }, row) => (
          <tr key={id} onPointerEnter={() => onRow?.(row)} onPointerLeave={() => onRow?.(null)}>
            <th scope="row" className="p-0 text-left font-normal">
              <span className="flex items-center gap-1.5">
                <span
                  className={`inline-flex size-8 shrink-0 items-center justify-center rounded-[8px] border-2 font-mono font-bold text-ink ${lit === row ? "bg-brand-wash" : ""}`}
                  style={{ borderColor: toneColor(toneOf(row)) }}
                >
                  {id}
                </span>
                <span className="font-mono text-xs text-ink-2">{level}</span>
              </span>
            </th>
            {logits.map((logit, k) => {
              const cell = row * columns + k;
              const state = stateOf(row, k);
              const p = scoreText(sigmoid(logit));
              const mark = markOf(row, k);
              const look = `flex h-11 w-full flex-col items-center justify-center rounded-[8px] border-2 font-mono leading-tight tabular-nums ${LOOK[state]}`;
              const inside = (
                <>
                  <span>
                    {logitText(logit)}
                    {state === "chosen" || mark !== "" ? (
                      <span aria-hidden="true" className="ml-1 inline-block">
                        {mark || "✓"}
                      </span>
                    ) : null}
                  </span>
                  {probability(row) ? <span className="text-xs font-normal">{p}</span> : null}
                </>
              );
              return (
                <td key={view.classes[k]} role={onToggle ? "gridcell" : undefined} className="p-0">
                  {onToggle ? (
                    <button
                      type="button"
                      data-cell={cell}
                      tabIndex={cell === at ? 0 : -1}
                      aria-pressed={state === "chosen"}
                      aria-disabled={locked}
                      aria-label={`${id} ${level}, ${CLASS_NAMES[view.classes[k]][locale]}, ${logitText(logit)}${probability(row) ? `, ${p}` : ""}`}
                      onClick={() => !locked && onToggle(row, k)}
                      onFocus={() => {
                        setAt(cell);
                        onRow?.(row);
                      }}
                      onBlur={() => onRow?.(null)}
                      onKeyDown={(event) => keys(event, cell)}
                      className={`${look} ${locked ? "cursor-default" : "cursor-pointer hover:border-brand"}`}
                    >
                      {inside}
                    </button>
                  ) : (
                    <span className={look}>
                      {inside}
                      <span className="sr-only">{SAID[state][locale]}</span>
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
