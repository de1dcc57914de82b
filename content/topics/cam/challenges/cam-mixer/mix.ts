import type { Level } from "@/lib/challenges/contract";
import { CELLS, type Tile } from "./recording";

/** Whole weights from −MOST to MOST. */
export const MOST = 3;

export interface View {
  /** Number of the scene whose channels these are (`bankScene`). */
  readonly scene: number;
  /** Index into VOC_CLASSES: what the scene shows. */
  readonly label: number;
  readonly tiles: readonly Tile[];
  /** The map that was mixed, CELLS whole numbers; with `relu` its negative cells are shown as 0. */
  readonly target: readonly number[];
  readonly relu: boolean;
  /** Weights from here to MOST are possible. */
  readonly least: number;
  /** The class's bias in tenths where the score is asked too, else null. */
  readonly bias: number | null;
}

export interface Answer {
  /** A whole weight for each tile. */
  readonly weights: readonly number[];
  /** The score in hundredths; null where it is not asked or not given yet. */
  readonly score: number | null;
}

/** The desk on its way: the learner's tiles come into the sum one by one, then each wrong fader moves to its place. */
export interface Step {
  /** Tiles that are in the sum, from the first on. */
  readonly tiles: number;
  /** The weights now. */
  readonly weights: readonly number[];
  /** The fader that has just moved to its place; null while the learner's tiles come in. */
  readonly moved: number | null;
}

/** The steps of an answer. */
export function stepsOf(view: View, { weights }: Answer): Step[] {
  const right = solution(view);
  const steps: Step[] = view.tiles.map((_, k) => ({ tiles: k + 1, weights, moved: null }));
  let now = weights;
  right.forEach((weight, k) => {
    if (now[k] === weight) return;
    now = now.map((old, j) => (j === k ? weight : old));
    steps.push({ tiles: view.tiles.length, weights: now, moved: k });
  });
  return steps;
}

type Tiles = readonly { readonly values: readonly number[] }[];

/** Σ w_k · f_k, cell by cell, before any ReLU. */
export function mix(tiles: Tiles, weights: readonly number[]): number[] {
  const sum = new Array<number>(CELLS).fill(0);
  tiles.forEach(({ values }, k) => {
    const weight = weights[k] ?? 0;
    for (let cell = 0; cell < CELLS; cell++) sum[cell] += weight * values[cell];
  });
  return sum;
}

/** Negative cells become 0. Written so that no −0 comes out. */
export const rectified = (map: readonly number[]): number[] => map.map((v) => (v > 0 ? v : 0));

/** What the view shows of a mix. */
export const shownMap = ({ tiles, relu }: Pick<View, "tiles" | "relu">, weights: readonly number[]): number[] =>
  relu ? rectified(mix(tiles, weights)) : mix(tiles, weights);

/** Squared distance of two maps: whole. */
export function apart(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

export interface Found {
  readonly weights: readonly number[];
  /** Squared distance of its map from the target. */
  readonly off: number;
}

interface Search {
  /** Squared distance from which on nobody asks any more. Default: none. */
  readonly below?: number;
  /** Weights that do not count. */
  readonly not?: readonly number[];
}

/**
 * The mix of weights from `allowed` whose map is nearest to the target, the first of several; null where none is nearer than `below`.
 * Tries all of them: 7 weights for 5 tiles are 16,807 mixes.
 */
export function nearest(view: Pick<View, "tiles" | "target" | "relu">, allowed: readonly number[], search: Search = {}): Found | null {
  return view.relu ? nearestRectified(view, allowed, search) : nearestPlain(view, allowed, search);
}

const isMix = (weights: readonly number[], other: readonly number[] | undefined) => other?.every((w, k) => w === weights[k]) ?? false;

/** Without ReLU the distance is a quadratic form of the weights, |Σ w_k f_k|² − 2 Σ w_k (f_k · T) + |T|²: a few sums a mix. */
function nearestPlain({ tiles, target }: Pick<View, "tiles" | "target">, allowed: readonly number[], { below = Infinity, not }: Search) {
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, v, i) => sum + v * b[i], 0);
  const gram = tiles.map((one) => tiles.map((other) => dot(one.values, other.values)));
  const along = tiles.map(({ values }) => dot(values, target));
  const weights = tiles.map(() => 0);
  let best: Found | null = null;
  let least = below;
  const descend = (k: number, off: number) => {
    if (k === tiles.length) {
      if (off >= least || isMix(weights, not)) return;
      least = off;
      best = { weights: [...weights], off };
      return;
    }
    let cross = -along[k];
    for (let j = 0; j < k; j++) cross += weights[j] * gram[k][j];
    for (const weight of allowed) {
      weights[k] = weight;
      descend(k + 1, off + weight * (weight * gram[k][k] + 2 * cross));
    }
  };
  descend(0, dot(target, target));
  return best as Found | null;
}

/** With ReLU the sum is made cell by cell; a mix is given up as soon as it is farther off than the best one. */
function nearestRectified(
  { tiles, target }: Pick<View, "tiles" | "target">,
  allowed: readonly number[],
  { below = Infinity, not }: Search,
) {
  const last = tiles.length - 1;
  const sums = tiles.map(() => new Array<number>(CELLS).fill(0));
  const weights = tiles.map(() => 0);
  let best: Found | null = null;
  let least = below;
  const distance = (before: readonly number[], tile: readonly number[], weight: number) => {
    let off = 0;
    for (let i = 0; i < CELLS && off < least; i++) {
      const value = before[i] + weight * tile[i];
      const miss = (value > 0 ? value : 0) - target[i];
      off += miss * miss;
    }
    return off;
  };
  const descend = (k: number) => {
    const [before, tile] = [sums[k], tiles[k].values];
    for (const weight of allowed) {
      weights[k] = weight;
      if (k < last) {
        const after = sums[k + 1];
        for (let i = 0; i < CELLS; i++) after[i] = before[i] + weight * tile[i];
        descend(k + 1);
        continue;
      }
      const off = distance(before, tile, weight);
      if (off >= least || isMix(weights, not)) continue;
      least = off;
      best = { weights: [...weights], off };
    }
  };
  descend(0);
  return best as Found | null;
}

/** Whole numbers from a to b. */
export const range = (a: number, b: number): number[] => Array.from({ length: b - a + 1 }, (_, i) => a + i);

const known = new WeakMap<View, readonly number[]>();

/** The weights that give the target: exactly one mix does. @throws RangeError for a view that no weights give */
export function solution(view: View): readonly number[] {
  let found = known.get(view);
  if (!found) {
    found = nearest(view, range(view.least, MOST), { below: 1 })?.weights;
    if (!found) throw new RangeError("cam-mixer: no whole weights give this map");
    known.set(view, found);
  }
  return found;
}

/** The sum of a map's cells. */
export const total = (map: readonly number[]): number => map.reduce((sum, v) => sum + v, 0);

/** The score of a mix in hundredths, times CELLS so that it stays whole: 100 · Σ cells + CELLS · bias. */
export const scoreTimesCells = (map: readonly number[], bias: number): number => 100 * total(map) + CELLS * 10 * bias;

/** A mean score as somebody types it, in whole hundredths. */
export const hundredths = (timesCells: number): number => Math.round(timesCells / CELLS);

/** How far a typed score may be off, in hundredths: what the means printed with two digits may add up to. */
export const SCORE_BAND = 10;

/** Points of a hundred for the score, where it is asked. */
const SCORE_POINTS = 40;

/** What a mix's distance may be, of the target's own size, before it earns nothing. */
export const FAR = 0.3;

/** The distance of a mix from the target, as a share of the target's own size; 0 for the right weights alone. */
export function farOff(view: View, weights: readonly number[]): number {
  const size = apart(view.target, new Array<number>(CELLS).fill(0));
  return Math.sqrt(apart(shownMap(view, weights), view.target)) / Math.sqrt(size);
}

/** Points for the weights out of `most`, by how far their map is from the target: all for the right ones alone. */
function mapPoints(view: View, weights: readonly number[], most: number): number {
  const off = apart(shownMap(view, weights), view.target);
  if (off === 0) return most;
  const size = apart(view.target, new Array<number>(CELLS).fill(0));
  return Math.floor(most * Math.max(0, 1 - Math.sqrt(off) / (FAR * Math.sqrt(size))));
}

/** Whether a typed score is that of the right mix, within the band. */
export function scoreFits(view: View, score: number | null): boolean {
  if (view.bias === null || score === null) return false;
  return Math.abs(CELLS * score - scoreTimesCells(mix(view.tiles, solution(view)), view.bias)) <= CELLS * SCORE_BAND;
}

/** Points of a hundred for an answer. */
export function pointsOf(view: View, { weights, score }: Answer): { readonly map: number; readonly score: number } {
  if (view.bias === null) return { map: mapPoints(view, weights, 100), score: 0 };
  return { map: mapPoints(view, weights, 100 - SCORE_POINTS), score: scoreFits(view, score) ? SCORE_POINTS : 0 };
}

/** Tiles, ReLU and score by level. */
export const PLAN: Readonly<
  Record<Level, { readonly tiles: number; readonly least: number; readonly relu: boolean; readonly score: boolean }>
> = {
  1: { tiles: 2, least: 1, relu: false, score: false },
  2: { tiles: 3, least: 0, relu: false, score: false },
  3: { tiles: 3, least: -MOST, relu: false, score: false },
  4: { tiles: 4, least: -MOST, relu: true, score: false },
  5: { tiles: 5, least: -MOST, relu: true, score: true },
};
