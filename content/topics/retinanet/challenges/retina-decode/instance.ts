/** What is decoded, by which rules, and what a list of pairs is worth. */
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { exp, sigmoid } from "@/lib/engine/exact";
import type { SceneObject, VocClass } from "@/lib/engine/scenes";
import { nmsTrace, type NmsStep } from "@/lib/engine/suppress";

export const PYRAMID = ["P3", "P4", "P5"] as const;
export type PyramidLevel = (typeof PYRAMID)[number];

/** One anchor: the box its deltas have made of it, and a logit for each class. */
export interface Row {
  /** "A", "B", …: the tag on the picture. */
  readonly id: string;
  readonly level: PyramidLevel;
  /** Whole pixels. */
  readonly box: BoxXYXY;
  /** Tenths; entry k is for class k. */
  readonly logits: readonly number[];
}

/** What stands beside a logit: its probability, a curve to read it from, or nothing. */
export type Help = "probability" | "curve" | "none";

export interface View {
  readonly width: number;
  readonly height: number;
  readonly objects: readonly SceneObject[];
  readonly classes: readonly VocClass[];
  readonly rows: readonly Row[];
  /** The least probability of a pair that stays. */
  readonly cut: number;
  /** How many pairs each pyramid level passes on; null: all. */
  readonly limit: number | null;
  /** Whether NMS follows. */
  readonly suppress: boolean;
  readonly help: Help;
}

export interface Answer {
  /** "A/dog": the pairs that become detections. */
  readonly pairs: readonly string[];
}

/** IoU above which the weaker of two pairs of one class falls. */
export const OVERLAP = 0.5;
export const MOST_ROWS = 8;
export const CLASSES = 3;

/** An anchor with one of its classes. */
export interface Pair {
  /** "A/dog". */
  readonly id: string;
  readonly row: number;
  /** Index into the view's classes. */
  readonly k: number;
  readonly logit: number;
  /** By the rule that is followed. */
  readonly p: number;
}

export const pairId = (view: Pick<View, "rows" | "classes">, row: number, k: number): string => `${view.rows[row].id}/${view.classes[k]}`;

/** Row by row, class by class. */
export const pairIds = (view: View): string[] => view.rows.flatMap((_, row) => view.classes.map((_cls, k) => pairId(view, row, k)));

/** How somebody goes from logits to detections. */
export interface Rule {
  /** From an anchor's logits to a number for each class. */
  readonly score: (logits: readonly number[]) => readonly number[];
  /** Whether a pair stays, by its number, its logit and the cut. */
  readonly stays: (p: number, logit: number, cut: number) => boolean;
  /** Only an anchor's best class counts. */
  readonly one: boolean;
  /** Each pyramid level passes on its best pairs alone, where the view says so. */
  readonly limited: boolean;
  /** Among which pairs NMS runs, where the view says so. */
  readonly among: "class" | "class and level" | "all" | "none";
}

/** RetinaNet's own way: a sigmoid for each pair, the cut, the best of each level, NMS for each class over all levels. */
export const RULE: Rule = {
  score: (logits) => logits.map(sigmoid),
  stays: (p, _logit, cut) => p >= cut,
  one: false,
  limited: true,
  among: "class",
};

export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const powers = logits.map((x) => exp(x - top));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}

export interface Trace {
  /** What stays after the cut. */
  readonly hot: readonly Pair[];
  /** What the pyramid levels pass on. */
  readonly passed: readonly Pair[];
  /** Rounds of NMS over `passed`; none where it does not run. */
  readonly rounds: readonly NmsStep[];
  /** What becomes a detection. */
  readonly found: readonly Pair[];
}

/** A class and a pyramid level as one number. */
const group = (view: View, { row, k }: Pair) => k * PYRAMID.length + PYRAMID.indexOf(view.rows[row].level);

export function traceOf(view: View, rule: Rule = RULE): Trace {
  const all = view.rows.flatMap(({ logits }, row) => {
    const scores = rule.score(logits);
    const best = scores.indexOf(Math.max(...scores));
    return logits.flatMap((logit, k): Pair[] =>
      rule.stays(scores[k], logit, view.cut) && (!rule.one || k === best)
        ? [{ id: pairId(view, row, k), row, k, logit, p: scores[k] }]
        : [],
    );
  });
  const better = (a: Pair, b: Pair) => b.p - a.p || a.row - b.row || a.k - b.k;
  const { limit } = view;
  const passed =
    rule.limited && limit !== null
      ? PYRAMID.flatMap((level) =>
          all
            .filter(({ row }) => view.rows[row].level === level)
            .sort(better)
            .slice(0, limit),
        )
      : all;
  if (!view.suppress || rule.among === "none") return { hot: all, passed, rounds: [], found: passed };
  const rounds = nmsTrace(
    passed.flatMap(({ row }) => [...view.rows[row].box]),
    passed.map(({ p }) => p),
    rule.among === "all" ? null : passed.map((pair) => (rule.among === "class" ? pair.k : group(view, pair))),
    OVERLAP,
  );
  return { hot: all, passed, rounds, found: rounds.map(({ picked }) => passed[picked]) };
}

export const decoded = (view: View, rule: Rule = RULE): string[] => traceOf(view, rule).found.map(({ id }) => id);

/** What a wrong or a missing pair costs, of 100. Without NMS the list is nothing but the highest logits, so a slip costs more. */
export const costOf = ({ suppress }: Pick<View, "suppress">): number => (suppress ? 30 : 60);

export interface Points {
  readonly hits: number;
  readonly extra: number;
  readonly missing: number;
  /** Of 100; none without a hit. */
  readonly earned: number;
}

export function pointsOf(view: View, truth: readonly string[], { pairs }: Answer): Points {
  const chosen = new Set(pairs);
  const hits = truth.filter((id) => chosen.has(id)).length;
  const [extra, missing] = [chosen.size - hits, truth.length - hits];
  return { hits, extra, missing, earned: hits === 0 ? 0 : Math.max(0, 100 - costOf(view) * (extra + missing)) };
}

/**
 * How far the nearest decision is from flipping: a probability from the cut, two hot logits of one picture from each other, and, where NMS
 * runs, the IoU of two hot pairs of one class from its bound.
 */
export function slackOf(view: View): number {
  const all = view.rows.flatMap(({ logits }, row) => logits.map((logit, k) => ({ logit, k, row, p: sigmoid(logit) })));
  const hot = all.filter(({ p }) => p >= view.cut);
  let slack = Math.min(...all.map(({ p }) => Math.abs(p - view.cut)));
  for (const [i, a] of hot.entries()) {
    for (const b of hot.slice(0, i)) {
      slack = Math.min(slack, Math.abs(a.logit - b.logit));
      if (!view.suppress || a.k !== b.k) continue;
      slack = Math.min(slack, Math.abs(iou(view.rows[a.row].box, view.rows[b.row].box) - OVERLAP));
    }
  }
  return slack;
}
