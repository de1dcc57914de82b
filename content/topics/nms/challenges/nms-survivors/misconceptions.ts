import type { Instance } from "./instance";
import { PROCEDURES } from "./rivals";

const same = (a: ReadonlySet<string>, b: readonly string[]) => a.size === new Set(b).size && b.every((id) => a.has(id));

/**
 * The wrong procedures that keep exactly the chosen boxes. Several that give the same answer cannot be told apart, so all are named;
 * none for a perfect answer and where no procedure gives this very answer.
 */
export function revealedBy(instance: Instance, kept: ReadonlySet<string>, chosen: ReadonlySet<string>): string[] {
  if (same(chosen, [...kept])) return [];
  return PROCEDURES.filter(({ keep }) => same(chosen, keep(instance))).map(({ misconception }) => misconception);
}
