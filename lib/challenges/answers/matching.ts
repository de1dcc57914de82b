import type { ZodType } from "zod";
import type { Readiness } from "../contract";
import * as z from "../schema";
import { bound, distinct, partOf, sumOf, type Id, type Naming, type Points } from "./points";

/** A thing on the left and its partner on the right; null says that it has none. */
export type Pair<L extends Id, R extends Id> = readonly [left: L, right: R | null];

const partners = <L extends Id, R extends Id>(pairs: readonly Pair<L, R>[]) =>
  pairs.flatMap(([, right]) => (right === null ? [] : [right]));

/**
 * An answer that joins pairs. Each left thing at most once; each right one too where `oneToOne`. At most `most` pairs.
 * "No partner" is an answer to be given, not what is left over, so that an empty board earns nothing.
 */
export function schema<L extends Id, R extends Id>(
  left: ZodType<L>,
  right: ZodType<R>,
  { most, oneToOne }: { readonly most: number; readonly oneToOne: boolean },
): ZodType<readonly Pair<L, R>[]> {
  return z
    .array(z.tuple([left, right.nullable()]).readonly())
    .max(bound("matching", most))
    .refine((pairs) => distinct(pairs.map(([one]) => one)), "must join each left id once")
    .refine((pairs) => !oneToOne || distinct(partners(pairs)), "must join each right id once")
    .readonly();
}

/** Nothing joined. */
export const empty: readonly never[] = [];

/** The pairs with `left` joined to `right` (undefined: to nothing yet); where `oneToOne`, whoever had `right` loses it. */
export function join<L extends Id, R extends Id>(
  pairs: readonly Pair<L, R>[],
  left: L,
  right: R | null | undefined,
  oneToOne: boolean,
): readonly Pair<L, R>[] {
  const rest = pairs.filter(([one, other]) => one !== left && !(oneToOne && right !== null && other === right));
  return right === undefined ? rest : [...rest, [left, right]];
}

/** Ready when every left thing has an answer among the right ones (or "none"). */
export function check<L extends Id, R extends Id>(lefts: readonly L[], rights: readonly R[], pairs: readonly Pair<L, R>[]): Readiness {
  if (pairs.some(([left, right]) => !lefts.includes(left) || (right !== null && !rights.includes(right))))
    return { ready: false, missing: { ko: "여기 있는 것끼리만 이어요", en: "Join only what is on offer" } };
  const open = lefts.length - pairs.length;
  return open === 0 ? { ready: true } : { ready: false, missing: { ko: `${open}개를 더 이어 주세요`, en: `Join ${open} more` } };
}

export interface MatchingPoints<L extends Id, R extends Id> extends Naming<L, R | null | undefined> {
  readonly lefts: readonly L[];
  /** The partner of each left thing, null for none. */
  readonly truth: (left: L) => R | null;
  readonly pairs: readonly Pair<L, R>[];
  /** Points for each right pair. Default 1. */
  readonly each?: number;
  /** Points taken for each wrong pair. Default 0. */
  readonly penalty?: number;
}

/** A part a left thing; `note` gets the partner that was given, undefined where none was. */
export function points<L extends Id, R extends Id>(options: MatchingPoints<L, R>): Points {
  const { lefts, truth, pairs, label, note, each = 1, penalty = 0 } = options;
  const given = new Map<Id, R | null>(pairs);
  let wrong = 0;
  const parts = lefts.map((left) => {
    const said = given.get(left);
    const correct = said !== undefined && said === truth(left);
    if (!correct && said !== undefined) wrong++;
    return partOf(left, label(left), correct, correct ? each : 0, each, correct ? undefined : note?.(left, said));
  });
  return { earned: Math.max(0, sumOf(parts, "earned") - penalty * wrong), total: sumOf(parts, "total"), parts };
}
