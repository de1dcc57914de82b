"use client";

import type { Locale } from "@/lib/challenges/text";
import { classNames, localNumber } from "@/lib/ui/components";

export interface CostRow {
  readonly name: string;
  readonly title: string;
  /** Million multiplications. */
  readonly cost: number;
  readonly note: string;
}

/** What each detector multiplies for one picture, as bars on a logarithmic scale from one million up. */
export function CostBars({
  rows,
  marked,
  label,
  unit = " M",
  locale,
}: {
  readonly rows: readonly CostRow[];
  readonly marked?: string;
  readonly label: string;
  readonly unit?: string;
  readonly locale: Locale;
}) {
  const top = Math.max(1, ...rows.map(({ cost }) => Math.log10(Math.max(cost, 1) * 10)));
  return (
    <figure className="m-0 flex flex-col gap-1.5">
      <figcaption className="text-sm text-ink-2">{label}</figcaption>
      <ul className="m-0 flex list-none flex-col gap-1 p-0 text-sm">
        {rows.map(({ name, title, cost, note }) => (
          <li key={name} className="grid grid-cols-[7rem_minmax(0,1fr)_9.5rem] items-center gap-2">
            <span className={classNames("truncate text-ink", name === marked && "font-semibold")}>{title}</span>
            <span aria-hidden="true" className="h-3 rounded-full bg-paper-3">
              <span
                className={classNames(
                  "block h-3 rounded-full transition-[width] duration-300 motion-reduce:transition-none",
                  name === marked ? "bg-brand" : "bg-ink-3",
                )}
                style={{ width: `${(100 * Math.log10(Math.max(cost, 1) * 10)) / top}%` }}
              />
            </span>
            <span className="truncate text-right tabular-nums text-ink-2">
              {localNumber(cost, cost >= 10 ? 1 : 0.1, locale)}
              {unit} · {note}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
