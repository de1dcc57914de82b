"use client";

import type { Locale } from "@/lib/challenges/text";
import { CellGrid } from "@/lib/ui/boards";
import type { View } from "./instance";
import { cellAt } from "./words";

export interface MapMarksProps {
  readonly view: View;
  readonly marked: readonly number[];
  readonly onMark: (cells: readonly number[]) => void;
  readonly label: string;
  readonly locale: Locale;
  readonly locked?: boolean;
}

/** The map's numbers with x and y at its edges; cells can be marked. */
export function MapMarks({ view, marked, onMark, label, locale, locked }: MapMarksProps) {
  const { columns, rows, values } = view;
  const edge = "font-mono text-xs tabular-nums text-ink-2";
  return (
    <div className="grid grid-cols-[1.1rem_minmax(0,1fr)] gap-0.5">
      <p className="col-span-2 m-0 text-sm font-medium text-ink" aria-hidden="true">
        {label}
      </p>
      <span className={`${edge} text-center whitespace-nowrap`} aria-hidden="true">
        y\x
      </span>
      <div className={`grid ${edge} text-center`} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }} aria-hidden="true">
        {Array.from({ length: columns }, (_, x) => (
          <span key={x}>{x}</span>
        ))}
      </div>
      <div
        className={`grid items-center ${edge} text-center`}
        style={{ gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))` }}
        aria-hidden="true"
      >
        {Array.from({ length: rows }, (_, y) => (
          <span key={y}>{y}</span>
        ))}
      </div>
      {/* Its own label would part the grid from the numbers at its edge. */}
      <div className="[&_p]:hidden">
        <CellGrid
          rows={rows}
          columns={columns}
          marked={marked}
          onChange={onMark}
          label={label}
          locale={locale}
          locked={locked}
          picture={<div className="size-full bg-sheet" />}
          content={(cell) => <span className="font-mono text-xs tabular-nums text-ink sm:text-base">{values[cell]}</span>}
          say={(cell) => `${cellAt(cell, columns)}: ${values[cell]}`}
        />
      </div>
    </div>
  );
}
