"use client";

import { signed } from "@/lib/words";
import { classNames } from "../components/classNames";

/** What became of a cell, shown by its edge and a stroke through its number as well as by colour. */
export type CellLook = "plain" | "open" | "closed" | "right" | "wrong" | "missed";

export interface NumberGridProps {
  readonly columns: number;
  /** Row by row. */
  readonly values: readonly number[];
  readonly title: string;
  readonly look?: (cell: number) => CellLook;
  /** How a number is written. Default: whole, with its sign. */
  readonly format?: (value: number, cell: number) => string;
  /** Instead of numbers: what stands in a cell. */
  readonly mark?: (cell: number) => string;
  /** Small cells, for several tables that are kept in sight together. */
  readonly compact?: boolean;
}

const LOOKS: Record<CellLook, string> = {
  plain: "border-line text-ink",
  open: "border-good text-ink",
  closed: "border-line bg-paper-2 text-ink-3 line-through",
  right: "border-good font-bold text-good",
  wrong: "border-bad font-bold text-bad",
  missed: "border-bad font-bold text-bad",
};

/** Numbers in rows and columns to be read: a table. Positive ones are warm; the sign says the same. */
export function NumberGrid({
  columns,
  values,
  title,
  look = () => "plain",
  format = (value) => signed(value),
  mark,
  compact = false,
}: NumberGridProps) {
  const rows = Math.ceil(values.length / columns);
  return (
    <table className={classNames("w-fit border-separate", compact ? "border-spacing-0.5" : "border-spacing-1")}>
      <caption className={classNames("pb-1 text-left font-medium text-ink", compact ? "text-xs" : "text-sm")}>{title}</caption>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row}>
            {values.slice(row * columns, (row + 1) * columns).map((value, column) => {
              const cell = row * columns + column;
              const now = look(cell);
              return (
                <td
                  key={column}
                  // The marks of importance keep the tables of lesson texts from widening this one.
                  className={classNames(
                    "!min-w-0 rounded-[8px] !border-2 !p-0 text-center",
                    compact ? "size-7 sm:size-9" : "size-9 sm:size-11",
                    mark ? "text-base" : classNames("font-mono tabular-nums", compact ? "text-sm" : "text-sm sm:text-base"),
                    (now === "plain" || now === "open") && (mark === undefined && value > 0 ? "bg-warn-wash" : "bg-sheet"),
                    LOOKS[now],
                  )}
                >
                  {mark ? mark(cell) : format(value, cell)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
