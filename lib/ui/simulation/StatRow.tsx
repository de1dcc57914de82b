"use client";

import { Stat, type StatProps } from "../components/Stat";

/** A simulation's numbers side by side, two in a row on a phone; those that are null are left out. */
export function StatRow({ stats, columns = 4 }: { readonly stats: readonly (StatProps | null)[]; readonly columns?: 3 | 4 }) {
  return (
    <div className={`grid @max-3xs:grid-cols-1 ${columns === 4 ? "grid-cols-2 gap-3 sm:grid-cols-4" : "grid-cols-3 gap-2"}`}>
      {stats.map((stat) => (stat ? <Stat key={stat.label} {...stat} /> : null))}
    </div>
  );
}
