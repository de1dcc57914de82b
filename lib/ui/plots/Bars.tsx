"use client";

import type { ReactNode } from "react";
import { classNames } from "../components/classNames";
import { unbroken } from "@/lib/words";

export interface Bar {
  readonly id: string;
  readonly title: string;
  /** How a title with a line of its own looks, where it is more than words. */
  readonly shown?: ReactNode;
  readonly value: number;
  /** The value as it is written, with what else is worth saying. */
  readonly text: string;
  /** What stands beside the title, where titles have a line of their own. */
  readonly aside?: ReactNode;
}

export interface BarsProps {
  readonly bars: readonly Bar[];
  /** What they measure, with its unit, above the bars. */
  readonly label: string;
  readonly marked?: string;
  /** What a whole row stands for; otherwise the longest bar fills it. */
  readonly most?: number;
  /** Titles that are sentences have a line of their own above their bar. */
  readonly stacked?: boolean;
}

/** A bar's length in percent of the longest one, from 0. @example barLength(5, [5, 10]) → 50 */
export function barLength(value: number, all: readonly number[]): number {
  const top = Math.max(...all, 0);
  return top === 0 ? 0 : (100 * Math.max(0, value)) / top;
}

/** Named amounts as bars, one a row, each with its number beside it: a list that reads as it looks. */
export function Bars({ bars, label, marked, most, stacked = false }: BarsProps) {
  const values = most === undefined ? bars.map(({ value }) => value) : [most];
  return (
    <figure className="m-0 flex flex-col gap-1.5">
      <figcaption className="text-sm text-ink-2">{label}</figcaption>
      <ul className="@container m-0 flex list-none flex-col gap-1 p-0 text-sm">
        {bars.map(({ id, title, shown, value, text, aside }) => (
          <li
            key={id}
            className={classNames(
              "grid items-center gap-x-2 @max-3xs:grid-cols-1 @max-3xs:gap-y-1",
              stacked ? "grid-cols-[minmax(0,1fr)_9.5rem] gap-y-1 py-1" : "grid-cols-[7rem_minmax(0,1fr)_9.5rem]",
            )}
          >
            {stacked ? (
              <span className="col-span-2 flex items-center @max-3xs:col-span-1">
                <span className={classNames("min-w-0 break-words text-ink", id === marked && "font-semibold")}>{shown ?? title}</span>
                {aside}
              </span>
            ) : (
              <span className={classNames("truncate text-ink", id === marked && "font-semibold")}>{unbroken(title)}</span>
            )}
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
