import type { ZodType } from "zod";
import type { Readiness } from "../contract";
import * as z from "../schema";
import type { Text } from "../text";
import { bound, distinct, partOf, type Id, type Naming, type Points } from "./points";

/**
 * An answer that is a set of ids: the boxes that survive, the cells a signal passes.
 * Schema: a list without repetitions, at most `most` long. @param id schema of one id
 */
export function schema<T extends Id>(id: ZodType<T>, most: number): ZodType<readonly T[]> {
  return z.array(id).max(bound("selection", most)).refine(distinct, "must name each id once").readonly();
}

/** Nothing chosen. */
export const empty: readonly never[] = [];

/** The set with one id more or one less, in the order of `ids`. */
export function toggle<T extends Id>(ids: readonly T[], chosen: readonly T[], id: T): readonly T[] {
  const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  return ids.filter((each) => next.includes(each));
}

export interface SelectionLimits {
  /** The fewest that make an answer; 1 unless given. 0 where "none of them" may be right. */
  readonly least?: number;
  /** The most that may be chosen; all unless given. */
  readonly most?: number;
  /** What the button says while nothing is chosen. */
  readonly nothing?: Text;
}

/** Ready when at least `least` and at most `most` of the ids on offer are chosen. */
export function check<T extends Id>(ids: readonly T[], chosen: readonly T[], limits: SelectionLimits = {}): Readiness {
  const { least = 1, most = ids.length, nothing } = limits;
  if (chosen.some((id) => !ids.includes(id)))
    return { ready: false, missing: { ko: "여기 있는 것만 골라요", en: "Choose only what is on offer" } };
  if (chosen.length === 0 && least > 0 && nothing) return { ready: false, missing: nothing };
  if (chosen.length < least)
    return { ready: false, missing: { ko: `${least - chosen.length}개 더 골라요`, en: `Choose ${least - chosen.length} more` } };
  if (chosen.length > most)
    return { ready: false, missing: { ko: `${chosen.length - most}개를 빼요`, en: `Take ${chosen.length - most} away` } };
  return { ready: true };
}

/** How one id was judged. */
export type SelectionJudgement = "hit" | "left out" | "missed" | "extra";

export interface SelectionPoints<T extends Id> extends Naming<T, SelectionJudgement> {
  /** All ids on offer: one part each, in this order. */
  readonly ids: readonly T[];
  readonly truth: readonly T[];
  readonly chosen: readonly T[];
  /** Points for each id rightly chosen. Default 1. */
  readonly each?: number;
  /** Points taken for each id wrongly chosen, so that choosing everything is no way to pass. Default `each`. */
  readonly penalty?: number;
}

/**
 * `each` points for every hit, `penalty` taken for every extra, never below 0. Choosing everything earns
 * 2·|truth| − |ids| hits' worth: a generator keeps |truth| ≤ |ids| / 2 where that must be nothing.
 * Where nothing is the truth, choosing nothing earns the one point that there is.
 * @example truth A, B of A … D; chosen A, C → 1 hit − 1 extra = 0 of 2
 */
export function points<T extends Id>({ ids, truth, chosen, label, note, each = 1, penalty = each }: SelectionPoints<T>): Points {
  const right = new Set<Id>(truth);
  const mine = new Set<Id>(chosen);
  const judge = (id: T): SelectionJudgement => (right.has(id) ? (mine.has(id) ? "hit" : "missed") : mine.has(id) ? "extra" : "left out");
  const parts = ids.map((id) => {
    const judged = judge(id);
    const correct = judged === "hit" || judged === "left out";
    return partOf(id, label(id), correct, judged === "hit" ? each : 0, right.has(id) ? each : 0, correct ? undefined : note?.(id, judged));
  });
  const hits = [...mine].filter((id) => right.has(id)).length;
  const extra = mine.size - hits;
  if (right.size === 0) return { earned: Math.max(0, each - penalty * extra), total: each, parts };
  return { earned: Math.max(0, each * hits - penalty * extra), total: each * right.size, parts };
}
