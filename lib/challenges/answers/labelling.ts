import type { ZodType } from "zod";
import type { Readiness } from "../contract";
import * as z from "../schema";
import { bound, partOf, sumOf, type Id, type Naming, type Points } from "./points";

/**
 * An answer that gives each thing a label: entry i belongs to the i-th thing of the view, null while it has none. A list and
 * not a record, so that no name a learner sends becomes a property.
 * @param label schema of one label @param most the largest number of things at any level
 */
export function schema<L>(label: ZodType<L>, most: number): ZodType<readonly (L | null)[]> {
  return z.array(label.nullable()).max(bound("labelling", most)).readonly();
}

/** No label on any of `count` things. */
export const empty = (count: number): readonly null[] => Array.from({ length: count }, () => null);

/** The labels with the one of thing `at` changed. */
export const put = <L>(labels: readonly (L | null)[], at: number, label: L | null): readonly (L | null)[] =>
  labels.map((old, i) => (i === at ? label : old));

/** Ready when each of `count` things has one of the labels allowed (any, unless a test is given). */
export function check<L>(count: number, labels: readonly (L | null)[], allowed: (label: L) => boolean = () => true): Readiness {
  if (labels.length !== count || labels.some((label) => label !== null && !allowed(label)))
    return { ready: false, missing: { ko: "이름표가 그림과 맞지 않아요", en: "The labels do not fit the picture" } };
  const open = labels.filter((label) => label === null).length;
  return open === 0 ? { ready: true } : { ready: false, missing: { ko: `${open}개 더 이름표를 붙여요`, en: `Label ${open} more` } };
}

export interface LabellingPoints<T extends Id, L> extends Naming<T, L | null> {
  /** The things: one part each, in this order. */
  readonly ids: readonly T[];
  readonly truth: readonly L[];
  readonly labels: readonly (L | null)[];
  /** Points for each right label. Default 1. */
  readonly each?: number;
  /** Points for a wrong label that is nearly right, a whole number below `each`. Default 0. */
  readonly nearly?: (truth: L, said: L) => number;
  /**
   * True: every label's things weigh the same together, and what the same label everywhere would earn is taken off. Then the best
   * constant earns nothing, however unequal the counts are. False (default): a right label is a point.
   */
  readonly aboveConstant?: boolean;
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/**
 * `each` points a right label, less where `nearly` says so.
 * @example truth p, n, n, n; said n everywhere → 3 of 4; with `aboveConstant` 0 of 3 (p weighs 3, each n weighs 1, 3 are taken off)
 */
export function points<T extends Id, L>(options: LabellingPoints<T, L>): Points {
  const { ids, truth, labels, label, note, each = 1, nearly = () => 0, aboveConstant = false } = options;
  const counts = new Map<L, number>();
  for (const name of truth) counts.set(name, (counts.get(name) ?? 0) + 1);
  const common = aboveConstant ? [...counts.values()].reduce((a, b) => (a * b) / divisor(a, b), 1) : 1;
  const parts = ids.map((id, i) => {
    const said = labels[i] ?? null;
    const weight = aboveConstant ? common / (counts.get(truth[i]) ?? 1) : 1;
    const correct = said === truth[i];
    const earned = correct ? each : said === null ? 0 : nearly(truth[i], said);
    return partOf(id, label(id), correct, weight * earned, weight * each, correct ? undefined : note?.(id, said));
  });
  // With one label alone there is no constant to be told from.
  const free = aboveConstant && counts.size > 1 ? common * each : 0;
  return { earned: Math.max(0, sumOf(parts, "earned") - free), total: sumOf(parts, "total") - free, parts };
}
