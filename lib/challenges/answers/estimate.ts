import type { ZodType } from "zod";
import type { Readiness } from "../contract";
import * as z from "../schema";
import type { Text } from "../text";
import { bound, partOf, sumOf, type Naming, type Points } from "./points";

/** The range of a number, in whole units (hundredths, pixels): what its slider and its schema share. */
export interface Range {
  readonly min: number;
  readonly max: number;
  /** Values are multiples of it. Default 1. */
  readonly step?: number;
}

/** Schema of one number in whole units, null until it is given. Throws RangeError unless the range is whole and not empty. */
export function numberSchema({ min, max, step = 1 }: Range): ZodType<number | null> {
  if (![min, max, step].every(Number.isSafeInteger) || step < 1 || min > max)
    throw new RangeError(`estimate: min ≤ max and step ≥ 1 must be whole (received ${min} … ${max} by ${step})`);
  return z.number().int().min(min).max(max).multipleOf(step).nullable();
}

/** An answer of exactly `count` numbers, each null until it is given. */
export function schema(range: Range, count: number): ZodType<readonly (number | null)[]> {
  return z.array(numberSchema(range)).length(bound("estimate", count)).readonly();
}

/** No number given. */
export const empty = (count: number): readonly null[] => Array.from({ length: count }, () => null);

/** Ready when every number is given; the button names those that are not, by `name` or by their place. */
export function check(values: readonly (number | null)[], name?: (index: number) => Text): Readiness {
  const open = values.flatMap((value, i) => (value === null ? [name?.(i) ?? { ko: String(i + 1), en: String(i + 1) }] : []));
  if (open.length === 0) return { ready: true };
  if (values.length === 1) return { ready: false, missing: { ko: "값을 정해요", en: "Set the value" } };
  const list = (locale: keyof Text) => open.map((text) => text[locale]).join(", ");
  return { ready: false, missing: { ko: `아직 남은 값: ${list("ko")}`, en: `Still open: ${list("en")}` } };
}

/** How far off a number may be: all points up to `full`, none from `zero` on, evenly fewer in between. full < zero. */
export interface Band {
  readonly full: number;
  readonly zero: number;
}

/** The number that is least far off on average, always given: the median. A kind takes it over many seeds of a level. */
export function bestConstant(truths: readonly number[]): number {
  if (truths.length === 0) throw new RangeError("estimate: bestConstant needs at least one truth");
  const sorted = [...truths].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Whether the best constant is outside the full band here: `generate` redraws until it is. */
export const fair = (truth: number, full: number, constant: number): boolean => Math.abs(constant - truth) > full;

/**
 * The band of one truth: points end where the best constant stands, and at `limit` at the latest. So whoever always says the
 * constant earns nothing. Throws RangeError where the constant is inside the full band: such an instance must be drawn anew.
 * @example bandOf({ truth: 33, full: 5, constant: 50, limit: 20 }) → { full: 5, zero: 17 }
 */
export function bandOf({
  truth,
  full,
  constant,
  limit = Infinity,
}: {
  truth: number;
  full: number;
  constant: number;
  limit?: number;
}): Band {
  if (!fair(truth, full, constant))
    throw new RangeError(`estimate: the constant ${constant} is within ${full} of the truth ${truth}: redraw`);
  if (limit <= full) throw new RangeError(`estimate: limit must be above full (received ${limit} and ${full})`);
  return { full, zero: Math.min(limit, Math.abs(constant - truth)) };
}

/**
 * Whole points of one number: all of `most` within `full`, rounded down on the way to 0 at `zero`.
 * @example pointsOf(43, 33, { full: 5, zero: 17 }, 10) → ⌊10 · (17 − 10) / (17 − 5)⌋ = 5
 */
export function pointsOf(value: number | null, truth: number, { full, zero }: Band, most: number): number {
  if (value === null) return 0;
  const off = Math.abs(value - truth);
  if (off <= full) return most;
  return Math.max(0, Math.floor((most * (zero - off)) / (zero - full)));
}

export interface EstimatePoints extends Naming<number, number | null> {
  readonly truth: readonly number[];
  readonly values: readonly (number | null)[];
  readonly band: (index: number) => Band;
  /** Points for one number inside its full band. Default 10. */
  readonly each?: number;
}

/** One part a number, named by its index. */
export function points({ truth, values, band, label, note, each = 10 }: EstimatePoints): Points {
  const parts = truth.map((right, i) => {
    const value = values[i] ?? null;
    const earned = pointsOf(value, right, band(i), each);
    return partOf(i, label(i), earned === each, earned, each, earned === each ? undefined : note?.(i, value));
  });
  return { earned: sumOf(parts, "earned"), total: sumOf(parts, "total"), parts };
}
