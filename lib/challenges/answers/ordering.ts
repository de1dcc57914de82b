import type { ZodType } from "zod";
import type { Readiness } from "../contract";
import * as z from "../schema";
import { bound, distinct, partOf, type Id, type Naming, type Points } from "./points";

/**
 * An answer that puts things in an order: ids from first to last, possibly not all of them yet. A board starts with none placed,
 * so that leaving it as it stands is no answer. Schema: no repetitions, at most `most` long.
 */
export function schema<T extends Id>(id: ZodType<T>, most: number): ZodType<readonly T[]> {
  return z.array(id).max(bound("ordering", most)).refine(distinct, "must name each id once").readonly();
}

/** Nothing placed. */
export const empty: readonly never[] = [];

/** The order with the thing at `from` taken to `to`. */
export function move<T>(order: readonly T[], from: number, to: number): readonly T[] {
  const rest = order.filter((_, i) => i !== from);
  return [...rest.slice(0, to), order[from], ...rest.slice(to)];
}

/** Ready when every id has its place. */
export function check<T extends Id>(ids: readonly T[], order: readonly T[]): Readiness {
  if (order.some((id) => !ids.includes(id)))
    return { ready: false, missing: { ko: "여기 있는 것만 놓아요", en: "Place only what is on offer" } };
  const open = ids.length - order.length;
  return open === 0 ? { ready: true } : { ready: false, missing: { ko: `${open}개 더 놓아요`, en: `Place ${open} more` } };
}

export interface OrderingPoints<T extends Id> extends Naming<T, number | null> {
  readonly ids: readonly T[];
  /** Lower comes first. Things of equal rank may stand in either order. */
  readonly rank: (id: T) => number;
  readonly order: readonly T[];
}

/**
 * A part a thing: a point for each other thing that stands on its right side. From their sum (two for each pair in order) two are
 * taken for each pair that is turned round, as in Kendall's τ = (C − D) / (C + D): a shuffled order earns nothing on average, a
 * reversed one nothing at all. `note` gets the place given, 0 first, or null. Throws RangeError where all ranks are equal.
 * @example truth A B C, said B A C: C = 2, D = 1 → 2·2 − 2·1 = 2 of 6
 */
export function points<T extends Id>({ ids, rank, order, label, note }: OrderingPoints<T>): Points {
  const place = new Map<Id, number>(order.map((id, i) => [id, i]));
  let [right, turned, all] = [0, 0, 0];
  const parts = ids.map((id) => {
    const [mine, at] = [rank(id), place.get(id)];
    let [earned, total] = [0, 0];
    for (const other of ids) {
      if (rank(other) === mine) continue;
      total++;
      const there = place.get(other);
      if (at === undefined || there === undefined) continue;
      if (at < there === mine < rank(other)) earned++;
      else turned++;
    }
    right += earned;
    all += total;
    const correct = earned === total;
    return partOf(id, label(id), correct, earned, total, correct ? undefined : note?.(id, at ?? null));
  });
  if (all === 0) throw new RangeError("ordering: all ranks are equal, so there is nothing to order");
  return { earned: Math.max(0, right - turned), total: all, parts };
}
