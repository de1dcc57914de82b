"use client";

import type { Locale } from "@/lib/challenges/text";
import { localNumber } from "@/lib/ui/components";
import { Bars } from "@/lib/ui/plots";

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
  const text = ({ cost, note }: CostRow) => `${localNumber(cost, cost >= 10 ? 1 : 0.1, locale)}${unit}${note === "" ? "" : ` · ${note}`}`;
  return (
    <Bars
      label={label}
      scale="log"
      marked={marked}
      bars={rows.map((row) => ({ id: row.name, title: row.title, value: row.cost, text: text(row) }))}
    />
  );
}
