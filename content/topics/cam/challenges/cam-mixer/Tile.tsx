"use client";

import type { ReactNode } from "react";
import { num } from "@/lib/words";
import { cellColour } from "../../colours";
import { SIDE } from "./recording";

export interface NumberMapProps {
  /** SIDE × SIDE, row by row. */
  readonly values: readonly number[];
  /** The size that is coloured at full strength. */
  readonly scale: number;
  readonly title: ReactNode;
  /** A cell to mark. */
  readonly marked?: number | null;
}

/** A small map with its numbers: warm where positive, blue where negative. */
export function NumberMap({ values, scale, title, marked = null }: NumberMapProps) {
  return (
    <table className="!m-0 w-full table-fixed border-separate border-spacing-px">
      <caption className="pb-1 text-left text-sm text-ink">{title}</caption>
      <tbody>
        {Array.from({ length: SIDE }, (_, row) => (
          <tr key={row}>
            {values.slice(row * SIDE, (row + 1) * SIDE).map((value, column) => (
              <td
                key={column}
                // The marks of importance keep the tables of lesson texts from widening this one.
                className={`!min-w-0 rounded-[4px] !border-0 !p-0 font-mono leading-none tabular-nums @sm:text-xs ${
                  // Three signs side by side leave a gap to the next number.
                  num(value).length > 2 ? "text-[0.6rem] tracking-tighter @sm:tracking-normal" : "text-[0.7rem]"
                } ${
                  value === 0 ? "bg-paper-2 text-ink-3" : "text-ink"
                } ${marked === row * SIDE + column ? "outline-2 -outline-offset-1 outline-brand" : ""}`}
                style={{ background: cellColour(scale > 0 ? value / scale : 0) }}
              >
                <div className="flex aspect-square items-center justify-center">{num(value)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The largest size among numbers. */
export const sizeOf = (values: readonly number[]): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
