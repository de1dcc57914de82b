/** What the simulation makes of an answer: heat maps, detections, and who pays the loss. */
import { boxAt, clipBoxes, decodeDeltas, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { RETINANET_ANCHORS, RETINANET_LEVELS } from "@/lib/engine/detectors/retinanet/layers";
import { exp, log1p, pow, sigmoid } from "@/lib/engine/exact";
import { biasForPrior } from "@/lib/engine/losses";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { batchedNms } from "@/lib/engine/suppress";
import { ANCHORS, CLASSES, IGNORED, PER_CELL, type Looked } from "./looked";

/** The levels with the first anchor of each. */
export const LEVELS = RETINANET_LEVELS.map((level, i) => ({
  ...level,
  first: RETINANET_LEVELS.slice(0, i).reduce((sum, { side }) => sum + side * side * PER_CELL, 0),
}));

/** Where an anchor stands: which level, cell (from 0, row by row) and shape (0 … 8: ratio by ratio with its three sizes). */
export interface Place {
  readonly level: number;
  readonly cell: number;
  readonly shape: number;
}

export function placeOf(anchor: number): Place {
  const level = LEVELS.findLastIndex(({ first }) => anchor >= first);
  const inside = anchor - LEVELS[level].first;
  return { level, cell: Math.floor(inside / PER_CELL), shape: inside % PER_CELL };
}
export const anchorAt = ({ level, cell, shape }: Place): number => LEVELS[level].first + cell * PER_CELL + shape;

export const anchorBox = (anchor: number): BoxXYXY => boxAt(RETINANET_ANCHORS, anchor);

/** A network before its first step: its last layer's weights are near 0, so every logit is the bias that gives π. */
export function untrained(looked: Looked, prior: number): Looked {
  return { ...looked, logits: new Float32Array(ANCHORS * CLASSES).fill(biasForPrior(prior)), deltas: new Float32Array(ANCHORS * 4) };
}

/** Which logits a class, or all of them, may look at. */
const classesOf = (cls: number | null): readonly number[] => (cls === null ? Array.from({ length: CLASSES }, (_, k) => k) : [cls]);

/** [side · side]: the largest probability of each cell of a level. @param cls null: of any class */
export function heatOf({ logits }: Looked, level: number, cls: number | null): Float32Array {
  const { first, side } = LEVELS[level];
  const classes = classesOf(cls);
  return Float32Array.from({ length: side * side }, (_, cell) => {
    let top = -Infinity;
    for (let shape = 0; shape < PER_CELL; shape++)
      for (const k of classes) top = Math.max(top, logits[(first + cell * PER_CELL + shape) * CLASSES + k]);
    return sigmoid(top);
  });
}

/** The anchor and class with the highest logit, of a cell or of all. */
export function topPair(
  { logits }: Looked,
  cls: number | null,
  among?: Pick<Place, "level" | "cell">,
): { readonly anchor: number; readonly k: number } {
  const from = among ? anchorAt({ ...among, shape: 0 }) : 0;
  const to = among ? from + PER_CELL : ANCHORS;
  let best = { anchor: from, k: cls ?? 0 };
  for (let anchor = from; anchor < to; anchor++)
    for (const k of classesOf(cls)) if (logits[anchor * CLASSES + k] > logits[best.anchor * CLASSES + best.k]) best = { anchor, k };
  return best;
}

export interface Decoding {
  readonly cut: number;
  /** Pairs that each level passes on. */
  readonly top: number;
  readonly overlap: number;
  /** Which levels take part. */
  readonly on: readonly boolean[];
  /** Only detections of this class; null: all. */
  readonly cls: number | null;
}

export interface Found {
  readonly anchor: number;
  readonly k: number;
  readonly score: number;
  readonly box: BoxXYXY;
}

/** Pairs of anchor and class at or above the cut, level by level, the best of each level first. */
export function hotPairs({ logits }: Looked, { cut, on, cls }: Omit<Decoding, "top" | "overlap">): Omit<Found, "box">[][] {
  return LEVELS.map(({ first, side }, level) => {
    if (!on[level]) return [];
    const pairs: Omit<Found, "box">[] = [];
    for (let anchor = first; anchor < first + side * side * PER_CELL; anchor++) {
      for (const k of classesOf(cls)) {
        const score = sigmoid(logits[anchor * CLASSES + k]);
        if (score >= cut) pairs.push({ anchor, k, score });
      }
    }
    return pairs.sort((a, b) => b.score - a.score || a.anchor - b.anchor || a.k - b.k);
  });
}

/** The boxes of anchors after their deltas, clipped to the picture: [n, 4]. */
export function boxesOf({ deltas }: Looked, anchors: readonly number[]): Float64Array {
  const pick = (list: ArrayLike<number>) =>
    Float64Array.from({ length: 4 * anchors.length }, (_, i) => list[4 * anchors[i >> 2] + (i & 3)]);
  return clipBoxes(decodeDeltas(pick(deltas), pick(RETINANET_ANCHORS)), SCENE_SIDE, SCENE_SIDE);
}

/** The detections, best first: the best pairs of each level, then NMS for each class over all levels. */
export function detectionsOf(looked: Looked, decoding: Decoding): Found[] {
  const passed = hotPairs(looked, decoding).flatMap((pairs) => pairs.slice(0, decoding.top));
  if (passed.length === 0) return [];
  const boxes = boxesOf(
    looked,
    passed.map(({ anchor }) => anchor),
  );
  const kept = batchedNms(
    boxes,
    passed.map(({ score }) => score),
    passed.map(({ k }) => k),
    decoding.overlap,
  );
  return kept.map((i) => ({ ...passed[i], box: boxAt(boxes, i) }));
}

export const WHO = ["easy", "hard", "object"] as const;
export type Who = (typeof WHO)[number];
export type Sums = Readonly<Record<Who, number>>;

/** Below this probability a pair that is no object's counts as easy. */
const EASY = 0.1;

export interface Loss {
  readonly gamma: number;
  /** Below 0: off. */
  readonly alpha: number;
}
export const CROSS_ENTROPY: Loss = { gamma: 0, alpha: -1 };

/** What one pair pays: its logit in the sense of its target (z = x for an object's own class, −x for all else), so pₜ = σ(z). */
export function paid(logit: number, object: boolean, { gamma, alpha }: Loss): number {
  const z = object ? logit : -logit;
  const entropy = z >= 0 ? log1p(exp(-z)) : log1p(exp(z)) - z;
  const weight = alpha < 0 ? 1 : object ? alpha : 1 - alpha;
  return weight * (gamma === 0 ? 1 : pow(sigmoid(-z), gamma)) * entropy;
}

export interface Bill {
  readonly count: Sums;
  readonly paid: Sums;
}

/** Who pays a picture's loss; ignored anchors pay nothing. */
export function billOf({ logits, taught }: Looked, loss: Loss, on: readonly boolean[] = [true, true, true]): Bill {
  const [count, sums] = [
    { easy: 0, hard: 0, object: 0 },
    { easy: 0, hard: 0, object: 0 },
  ];
  LEVELS.forEach(({ first, side }, level) => {
    if (!on[level]) return;
    for (let anchor = first; anchor < first + side * side * PER_CELL; anchor++) {
      if (taught[anchor] === IGNORED) continue;
      for (let k = 0; k < CLASSES; k++) {
        const logit = logits[anchor * CLASSES + k];
        const object = taught[anchor] === k;
        const who = object ? "object" : sigmoid(logit) < EASY ? "easy" : "hard";
        count[who]++;
        sums[who] += paid(logit, object, loss);
      }
    }
  });
  return { count, paid: sums };
}

export const totalOf = (sums: Sums): number => sums.easy + sums.hard + sums.object;
export const sharesOf = (sums: Sums): Sums => {
  const total = Math.max(totalOf(sums), Number.MIN_VALUE);
  return { easy: sums.easy / total, hard: sums.hard / total, object: sums.object / total };
};

/** Ends of the histogram's bins: probabilities, a tenth of a power of ten apart … from 10⁻⁴ to 1. */
const BINS_A_TEN = 4;
const LOWEST = -4;

export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How many of all probabilities lie where, on a log axis; what is below the lowest bin is counted in it. */
export function histogramOf({ logits }: Looked): ScoreBin[] {
  const counts = Array.from({ length: -LOWEST * BINS_A_TEN }, () => 0);
  for (let i = 0; i < ANCHORS * CLASSES; i++) {
    const p = sigmoid(logits[i]);
    const bin = Math.floor((Math.log10(p) - LOWEST) * BINS_A_TEN);
    counts[Math.min(counts.length - 1, Math.max(0, bin))]++;
  }
  return counts.map((count, i) => ({
    from: 10 ** (LOWEST + i / BINS_A_TEN),
    to: 10 ** (LOWEST + (i + 1) / BINS_A_TEN),
    count,
  }));
}

/** The object an anchor overlaps most, and how much; null in a picture without objects. */
export function bestObject({ objects }: Looked, anchor: number): { readonly object: number; readonly iou: number } | null {
  const box = anchorBox(anchor);
  return objects
    .map((each, object) => ({ object, iou: iou(each.box, box) }))
    .reduce<{ object: number; iou: number } | null>((best, each) => (best === null || each.iou > best.iou ? each : best), null);
}
