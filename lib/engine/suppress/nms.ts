import { EngineInputError, requireLength } from "../errors";
import { requireBoxes, requireCount, requireFraction } from "../boxes/shape";
import type { BoxArray } from "../boxes/types";
import { rankByScore } from "./rank";

export interface NmsOptions {
  /**
   * false (default): a box falls when IoU > threshold (torchvision, Faster R-CNN).
   * true: when IoU ≥ threshold (TF.js). They differ only where an IoU equals the threshold.
   */
  inclusive?: boolean;
  /** Boxes with a lower score are left out before anything else. Default: none are. */
  scoreThreshold?: number;
  /** Stop after this many survivors. Default: no limit. */
  maxOutput?: number;
}

/**
 * Greedy non-maximum suppression: take the best box left, drop every box whose IoU with it exceeds the threshold, repeat.
 * Equal scores: the lower index first. IoU of two empty boxes is 0. Inputs are not changed.
 *
 * How it is fast: each box, best first, is compared only with survivors whose centre lies close enough for an IoU above
 * the threshold (they stand in a grid), and its first conqueror ends the search. Same answer as the plain loop.
 * Source: Felzenszwalb et al. 2010 (DPM), §7; semantics of torchvision.ops.nms.
 * @param boxes [n, 4] xyxy pixels  @param scores [n]  @param iouThreshold in [0, 1]
 * @returns indices of the survivors, best score first
 * @example nms([0,0,10,10, 1,0,11,10, 20,0,30,10], [0.9, 0.8, 0.7], 0.5) → [0, 2]
 * @throws EngineInputError on lengths that disagree, numbers that are not finite, a threshold outside [0, 1]
 */
export function nms(boxes: BoxArray, scores: ArrayLike<number>, iouThreshold: number, options: NmsOptions = {}): number[] {
  return suppress(boxes, scores, null, iouThreshold, options);
}

/**
 * NMS inside each class: boxes of different classes never suppress each other.
 * @param classes [n] any finite numbers; equal numbers are one class
 * @returns indices of the survivors of all classes, best score first
 * @example batchedNms([0,0,9,9, 0,0,9,9], [0.9, 0.8], [1, 2], 0.5) → [0, 1]
 * @throws EngineInputError as `nms`
 */
export function batchedNms(
  boxes: BoxArray,
  scores: ArrayLike<number>,
  classes: ArrayLike<number>,
  iouThreshold: number,
  options: NmsOptions = {},
): number[] {
  return suppress(boxes, scores, classes, iouThreshold, options);
}

/** Classes as 0..count−1 in order of first appearance. */
function denseClasses(classes: ArrayLike<number>): { ids: Int32Array; count: number } {
  const ids = new Int32Array(classes.length);
  const seen = new Map<number, number>();
  for (let i = 0; i < ids.length; i++) {
    const label = classes[i];
    if (label - label !== 0) throw new EngineInputError(`classes[${i}]`, "must be a finite number", label);
    let id = seen.get(label);
    if (id === undefined) {
      id = seen.size;
      seen.set(label, id);
    }
    ids[i] = id;
  }
  return { ids, count: seen.size };
}

function suppress(
  boxes: BoxArray,
  scores: ArrayLike<number>,
  classes: ArrayLike<number> | null,
  threshold: number,
  options: NmsOptions,
): number[] {
  const n = requireBoxes("boxes", boxes);
  requireLength("scores", scores, n);
  if (classes) requireLength("classes", classes, n);
  requireFraction("iouThreshold", threshold);
  const { inclusive = false, scoreThreshold = -Infinity, maxOutput = Infinity } = options;
  if (Number.isNaN(scoreThreshold)) throw new EngineInputError("scoreThreshold", "must be a number", scoreThreshold);
  if (maxOutput !== Infinity) requireCount("maxOutput", maxOutput);

  let order = rankByScore(scores);
  if (scoreThreshold > -Infinity) {
    let end = order.length;
    while (end > 0 && !(scores[order[end - 1]] >= scoreThreshold)) end--;
    order = order.subarray(0, end);
  }
  const grouped = classes ? denseClasses(classes) : null;
  if (inclusive && threshold === 0) return bestOfEachClass(order, grouped?.ids ?? null, grouped?.count ?? 1, maxOutput);
  return sweep(boxes, order, grouped?.ids ?? null, grouped?.count ?? 1, threshold, inclusive, maxOutput);
}

/** IoU ≥ 0 holds for every pair, also for boxes that do not meet: one survivor a class. */
function bestOfEachClass(order: Uint32Array, ids: Int32Array | null, classCount: number, maxOutput: number): number[] {
  const taken = new Uint8Array(classCount);
  const kept: number[] = [];
  for (let i = 0; i < order.length && kept.length < maxOutput; i++) {
    const id = ids ? ids[order[i]] : 0;
    if (taken[id] === 0) kept.push(order[i]);
    taken[id] = 1;
  }
  return kept;
}

function sweep(
  boxes: BoxArray,
  order: Uint32Array,
  ids: Int32Array | null,
  classCount: number,
  threshold: number,
  inclusive: boolean,
  maxOutput: number,
): number[] {
  const n = order.length;
  // Candidates in rank order, as columns.
  const x1 = new Float64Array(n);
  const y1 = new Float64Array(n);
  const x2 = new Float64Array(n);
  const y2 = new Float64Array(n);
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  let maxWidth = 0;
  let maxHeight = 0;
  let sumWidth = 0;
  let sumHeight = 0;
  for (let i = 0; i < n; i++) {
    const o = 4 * order[i];
    const a = boxes[o];
    const b = boxes[o + 1];
    const c = boxes[o + 2];
    const d = boxes[o + 3];
    x1[i] = a;
    y1[i] = b;
    x2[i] = c;
    y2[i] = d;
    if (c > a && d > b) {
      left = Math.min(left, a + c);
      right = Math.max(right, a + c);
      top = Math.min(top, b + d);
      bottom = Math.max(bottom, b + d);
      maxWidth = Math.max(maxWidth, c - a);
      maxHeight = Math.max(maxHeight, d - b);
      sumWidth += c - a;
      sumHeight += d - b;
    }
  }

  // IoU > t needs an IoU > t on each axis alone, hence widths within a factor t of each other and centres no further
  // apart than (wa + wb)/2 · (1 − t)/(1 + t). All of it is doubled here (centre sums instead of centres).
  const reach = (1 - threshold) / (1 + threshold);
  const slackX = (Math.abs(left) + Math.abs(right)) * 1e-12;
  const slackY = (Math.abs(top) + Math.abs(bottom)) * 1e-12;
  const grid = gridFor(right - left, bottom - top, (2 * reach * sumWidth) / n, (2 * reach * sumHeight) / n, n, classCount);
  const { columns, rows } = grid;
  const perX = columns / (right - left || 1);
  const perY = rows / (bottom - top || 1);

  // Survivors, as a linked list a cell; a slot is one survivor.
  const heads = new Int32Array(columns * rows * classCount).fill(-1);
  const next = new Int32Array(n);
  const kx1 = new Float64Array(n);
  const ky1 = new Float64Array(n);
  const kx2 = new Float64Array(n);
  const ky2 = new Float64Array(n);
  const kSize = new Float64Array(n);
  const kept: number[] = [];
  let slots = 0;

  candidates: for (let i = 0; i < n && kept.length < maxOutput; i++) {
    const a = x1[i];
    const b = y1[i];
    const c = x2[i];
    const d = y2[i];
    const width = c - a;
    const height = d - b;
    if (!(width > 0 && height > 0)) {
      kept.push(order[i]); // an empty box meets nothing
      continue;
    }
    const size = width * height;
    const base = ids ? ids[order[i]] * columns * rows : 0;
    const cx = a + c - left;
    const cy = b + d - top;
    const rx = reach * (width + Math.min(width / threshold, maxWidth)) * (1 + 1e-9) + slackX;
    const ry = reach * (height + Math.min(height / threshold, maxHeight)) * (1 + 1e-9) + slackY;
    const column0 = Math.max(0, Math.floor((cx - rx) * perX));
    const column1 = Math.min(columns - 1, Math.floor((cx + rx) * perX));
    const row0 = Math.max(0, Math.floor((cy - ry) * perY));
    const row1 = Math.min(rows - 1, Math.floor((cy + ry) * perY));
    for (let row = row0; row <= row1; row++) {
      const cellBase = base + row * columns;
      for (let cell = cellBase + column0; cell <= cellBase + column1; cell++) {
        for (let k = heads[cell]; k >= 0; k = next[k]) {
          const w = Math.min(c, kx2[k]) - Math.max(a, kx1[k]);
          if (w <= 0) continue;
          const h = Math.min(d, ky2[k]) - Math.max(b, ky1[k]);
          if (h <= 0) continue;
          const shared = w * h;
          const overlap = shared / (size + kSize[k] - shared);
          if (overlap > threshold || (inclusive && overlap === threshold)) continue candidates;
        }
      }
    }
    kept.push(order[i]);
    const cell = base + Math.min(rows - 1, Math.floor(cy * perY)) * columns + Math.min(columns - 1, Math.floor(cx * perX));
    kx1[slots] = a;
    ky1[slots] = b;
    kx2[slots] = c;
    ky2[slots] = d;
    kSize[slots] = size;
    next[slots] = heads[cell];
    heads[cell] = slots++;
  }
  return kept;
}

/** Cells about as wide as a mean search radius, but never more cells in all than four a box. */
function gridFor(width: number, height: number, cellX: number, cellY: number, n: number, classCount: number) {
  const limit = Math.max(1, Math.floor(Math.sqrt((4 * n) / classCount)));
  const split = (extent: number, cell: number) => (extent > 0 && cell > 0 ? Math.min(limit, Math.max(1, Math.ceil(extent / cell))) : 1);
  return { columns: split(width, cellX), rows: split(height, cellY) };
}
