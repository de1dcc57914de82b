"use client";

import type { ReactNode } from "react";

export interface StatProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly unit?: string;
}

/** One number with its name: the name small above, the number large in tabular figures. */
export function Stat({ label, value, unit }: StatProps) {
  return (
    <dl className="m-0 flex min-w-0 flex-col justify-between gap-0.5">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="m-0 font-mono text-xl font-semibold tabular-nums text-ink">
        <span className="whitespace-nowrap">{value}</span>
        {/* Where there is no room beside the number, the unit goes below it as a whole. */}
        {unit ? <span className="ml-1 inline-block font-sans text-sm font-normal text-ink-2">{unit}</span> : null}
      </dd>
    </dl>
  );
}
