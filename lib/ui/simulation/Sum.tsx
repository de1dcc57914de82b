"use client";

import type { ReactNode } from "react";

export interface SumLine {
  /** The quantity: "∩", "w", "IoU". */
  readonly name: string;
  /** Before the name: the map that the numbers are read from. */
  readonly picture?: ReactNode;
  /** What the name means, for a screen reader. */
  readonly word?: string;
  /** Its arithmetic, with the numbers of this very picture. */
  readonly sum: ReactNode;
  /** The line that all others lead to. */
  readonly result?: boolean;
}

/** The third depth of a simulation or replay: the arithmetic of one number, line by line. `quiet`: smaller, for the foot of a replay. */
export function Sum({ lines, quiet = false }: { readonly lines: readonly SumLine[]; readonly quiet?: boolean }) {
  return (
    <dl
      className={`m-0 grid grid-cols-[auto_1fr] items-baseline gap-x-3 @max-3xs:grid-cols-1 font-mono tabular-nums ${quiet ? "gap-y-0.5 text-xs text-ink-2 sm:text-sm" : "gap-y-1 text-sm text-ink"}`}
    >
      {lines.map(({ name, picture, word, sum, result = false }) => (
        <div key={name} className="contents">
          <dt
            className={`${picture ? "flex items-center gap-2 self-center" : ""} ${result ? `font-bold ${quiet ? "text-ink" : "text-brand"}` : "text-ink-2"}`}
          >
            {picture}
            {name}
            {word ? <span className="sr-only"> ({word})</span> : null}
          </dt>
          <dd className={`m-0 ${picture ? "self-center" : ""} ${result ? "font-bold text-ink" : ""}`}>{sum}</dd>
        </div>
      ))}
    </dl>
  );
}
