"use client";

import type { ReactNode } from "react";

/** The series of a plot by name, each with a sample of its line or sign; nothing where there is one alone. */
export function Legend({
  entries,
}: {
  readonly entries: readonly { readonly id: string; readonly label: string; readonly sample: ReactNode }[];
}) {
  if (entries.length < 2) return null;
  return (
    <ul className="m-0 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-sm text-ink">
      {entries.map(({ id, label, sample }) => (
        <li key={id} className="m-0 inline-flex items-center gap-1.5 p-0">
          {sample}
          {label}
        </li>
      ))}
    </ul>
  );
}
