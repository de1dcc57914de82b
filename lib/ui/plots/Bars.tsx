"use client";

import { classNames } from "../components/classNames";
import { unbroken } from "@/lib/words";

export interface Bar {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  /** The value as it is written, with what else is worth saying. */
  readonly text: string;
}

export interface BarsProps {
  readonly bars: readonly Bar[];
  /** What they measure, with its unit, above the bars. */
  readonly label: string;
  readonly marked?: string;
}

/** A bar's length in percent of the longest one, from 0. @example barLength(5, [5, 10]) → 50 */
export function barLength(value: number, all: readonly number[]): number {
  const top = Math.max(...all, 0);
  return top === 0 ? 0 : (100 * Math.max(0, value)) / top;
}

/** Named amounts as bars, one a row, each with its number beside it: a list that reads as it looks. */
export function Bars({ bars, label, marked }: BarsProps) {
  const values = bars.map(({ value }) => value);
  return (
    <figure className="m-0 flex flex-col gap-1.5">
      <figcaption className="text-sm text-ink-2">{label}</figcaption>
      <ul className="@container m-0 flex list-none flex-col gap-1 p-0 text-sm">
        {bars.map(({ id, title, value, text }) => (
          <li key={id} className="grid grid-cols-[7rem_minmax(0,1fr)_9.5rem] items-center gap-2 @max-3xs:grid-cols-1 @max-3xs:gap-1">
            <span className={classNames("truncate text-ink", id === marked && "font-semibold")}>{unbroken(title)}</span>
            <span aria-hidden="true" className="h-3 rounded-full bg-paper-3">
              <span
                className={classNames(
                  "block h-3 rounded-full transition-[width] duration-300 motion-reduce:transition-none",
                  id === marked ? "bg-brand" : "bg-ink-3",
                )}
                style={{ width: `${barLength(value, values)}%` }}
              />
            </span>
            <span className="text-right tabular-nums text-ink-2 @max-3xs:text-left">{text}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
