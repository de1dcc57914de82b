"use client";

import { Bars } from "@/lib/ui/plots";

export interface CostRow {
  readonly name: string;
  readonly title: string;
  /** What the bar is as long as. */
  readonly amount: number;
  readonly text: string;
}

/** What each detector multiplies or looks at for one picture, as bars from 0: twice as long is twice as much. */
export function CostBars({ rows, marked, label }: { readonly rows: readonly CostRow[]; readonly marked?: string; readonly label: string }) {
  return (
    <Bars label={label} marked={marked} bars={rows.map(({ name, title, amount, text }) => ({ id: name, title, value: amount, text }))} />
  );
}
