/** Whether the terms of an assignment fit together: what each field of them asks of the others. */
import type { Terms } from "./terms";

export type TermFault =
  | { readonly field: "dueAt"; readonly fault: "before-opening" }
  | { readonly field: "closesAt"; readonly fault: "before-opening" | "before-due" }
  | { readonly field: "opensAt" | "dueAt" | "closesAt"; readonly fault: "too-far" };

/** The years that a date may lie in. */
export const YEARS = { first: 2020, last: 2100 } as const;

const inYears = (moment: number | null): boolean => {
  if (moment === null) return true;
  const year = new Date(moment).getUTCFullYear();
  return year >= YEARS.first && year <= YEARS.last;
};

/** Opens ≤ due ≤ closes, as far as they are there; in the order of the fields. */
export function termFaults({ opensAt, dueAt, closesAt }: Pick<Terms, "opensAt" | "dueAt" | "closesAt">): TermFault[] {
  const faults: TermFault[] = [];
  const moments = { opensAt, dueAt, closesAt } as const;
  for (const field of ["opensAt", "dueAt", "closesAt"] as const) if (!inYears(moments[field])) faults.push({ field, fault: "too-far" });
  if (opensAt !== null && dueAt !== null && dueAt < opensAt) faults.push({ field: "dueAt", fault: "before-opening" });
  if (dueAt !== null && closesAt !== null && closesAt < dueAt) faults.push({ field: "closesAt", fault: "before-due" });
  else if (opensAt !== null && closesAt !== null && closesAt <= opensAt) faults.push({ field: "closesAt", fault: "before-opening" });
  return faults;
}
