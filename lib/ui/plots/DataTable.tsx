"use client";

import type { Locale } from "@/lib/challenges/text";

export interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell names its row. */
  readonly rows: readonly (readonly string[])[];
  readonly locale: Locale;
}

/** Rows shown at most: a plot of thousands of points is not read one by one. */
export const MOST_ROWS = 200;

/** A plot's numbers as a table, in a window that scrolls. */
export function DataTable({ caption, columns, rows, locale }: DataTableProps) {
  const left = rows.length - MOST_ROWS;
  return (
    // Focusable, so that it can be scrolled by keyboard.
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="max-h-72 overflow-auto rounded-[var(--radius)] border border-line bg-sheet"
    >
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-ink-2">
            {columns.map((column) => (
              <th key={column} scope="col" className="!min-w-0 !px-3 !py-1.5 font-medium">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(([name, ...cells], i) => (
            <tr key={i} className="border-t border-line">
              <th scope="row" className="!min-w-0 !bg-transparent !px-3 !py-1 font-medium text-ink">
                {name}
              </th>
              {cells.map((cell, k) => (
                <td key={k} className="!min-w-0 !px-3 !py-1 font-mono tabular-nums text-ink">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 ? (
        <p className="m-0 px-3 py-1.5 text-sm text-ink-2">
          {locale === "ko"
            ? `처음 ${MOST_ROWS}줄이에요. ${left}줄이 더 있어요.`
            : `The first ${MOST_ROWS} rows; ${left} more are not shown.`}
        </p>
      ) : null}
    </div>
  );
}
