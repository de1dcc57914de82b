import { EngineInputError } from "../errors";
import { requireBoxes, requireRoom } from "./shape";
import type { BoxArray, BoxXYXY } from "./types";

/*
 * Defined results for odd input, the same in every function of this file:
 * a box with x2 < x1 or y2 < y1 is empty (area 0, meets nothing); IoU of two empty boxes (0/0) is 0;
 * a number that is not finite is an EngineInputError (the drawing functions `intersection`, `enclosing` and
 * `unionPieces` pass it through instead).
 */

function side(low: number, high: number): number {
  return high > low ? high - low : 0;
}

function sizeOf(box: BoxXYXY): number {
  return side(box[0], box[2]) * side(box[1], box[3]);
}

/** x − x is 0 for a finite x and NaN otherwise. */
function requireFiniteBox(argument: string, box: BoxXYXY): void {
  if (box[0] - box[0] + (box[1] - box[1]) + (box[2] - box[2]) + (box[3] - box[3]) !== 0) {
    throw new EngineInputError(argument, "must be four finite numbers", box.join(", "));
  }
}

/**
 * Area of a box, pixels²: max(0, x2 − x1) · max(0, y2 − y1). Continuous coordinates, no +1.
 * @example area([10, 20, 40, 60]) === 1200
 */
export function area(box: BoxXYXY): number {
  requireFiniteBox("box", box);
  return sizeOf(box);
}

/** Areas of n boxes: Float64Array [n]. @param boxes [n, 4] xyxy pixels */
export function areas(boxes: BoxArray): Float64Array {
  const n = requireBoxes("boxes", boxes);
  const out = new Float64Array(n);
  for (let i = 0, o = 0; i < n; i++, o += 4) out[i] = side(boxes[o], boxes[o + 2]) * side(boxes[o + 1], boxes[o + 3]);
  return out;
}

/**
 * The rectangle two boxes share, or null when they share no area (touching edges share none).
 * @example intersection([0, 0, 10, 10], [5, 0, 15, 10]) → [5, 0, 10, 10]
 */
export function intersection(a: BoxXYXY, b: BoxXYXY): BoxXYXY | null {
  const x1 = Math.max(a[0], b[0]);
  const y1 = Math.max(a[1], b[1]);
  const x2 = Math.min(a[2], b[2]);
  const y2 = Math.min(a[3], b[3]);
  return x2 > x1 && y2 > y1 ? [x1, y1, x2, y2] : null;
}

/** Area of a ∩ b, pixels². */
export function intersectionArea(a: BoxXYXY, b: BoxXYXY): number {
  return side(Math.max(a[0], b[0]), Math.min(a[2], b[2])) * side(Math.max(a[1], b[1]), Math.min(a[3], b[3]));
}

/** Area of a ∪ b, pixels²: |a| + |b| − |a ∩ b|. @example unionArea([0,0,10,10],[5,0,15,10]) === 150 */
export function unionArea(a: BoxXYXY, b: BoxXYXY): number {
  return sizeOf(a) + sizeOf(b) - intersectionArea(a, b);
}

/**
 * a ∪ b as at most four non-overlapping rectangles, for drawing: the grid that the two boxes' edges cut, row runs merged.
 * Their areas add up to unionArea(a, b).
 */
export function unionPieces(a: BoxXYXY, b: BoxXYXY): BoxXYXY[] {
  const ys = [a[1], a[3], b[1], b[3]].sort((p, q) => p - q);
  const pieces: [number, number, number, number][] = [];
  for (let row = 0; row < 3; row++) {
    const top = ys[row];
    const bottom = ys[row + 1];
    if (!(bottom > top)) continue;
    const runs: [number, number][] = [];
    for (const box of [a, b]) {
      if (box[1] <= top && box[3] >= bottom && box[2] > box[0]) runs.push([box[0], box[2]]);
    }
    runs.sort((p, q) => p[0] - q[0]);
    if (runs.length === 2 && runs[1][0] <= runs[0][1]) {
      pieces.push([runs[0][0], top, Math.max(runs[0][1], runs[1][1]), bottom]);
    } else {
      for (const [left, right] of runs) pieces.push([left, top, right, bottom]);
    }
  }
  return pieces;
}

/**
 * The smallest box around both (the C of GIoU).
 * @example enclosing([0, 0, 1, 1], [2, 0, 3, 1]) → [0, 0, 3, 1]
 */
export function enclosing(a: BoxXYXY, b: BoxXYXY): BoxXYXY {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/**
 * Intersection over union of two boxes, in [0, 1]: |a ∩ b| / |a ∪ b|; 0 when both are empty.
 * Source: Jaccard 1901; PASCAL VOC (Everingham et al. 2010, §4.2), without the legacy +1.
 * @example iou([0, 0, 10, 10], [5, 0, 15, 10]) === 1/3
 * @throws EngineInputError when a coordinate is not finite
 */
export function iou(a: BoxXYXY, b: BoxXYXY): number {
  requireFiniteBox("a", a);
  requireFiniteBox("b", b);
  const shared = intersectionArea(a, b);
  const union = sizeOf(a) + sizeOf(b) - shared;
  return union > 0 ? shared / union : 0;
}

/**
 * IoU with inclusive pixel indices (width = x2 − x1 + 1), as in the VOC development kit and the first R-CNN codes.
 * Shown beside `iou` because both are met in the field; nothing in this project grades with it.
 * @example iouLegacy([0, 0, 10, 10], [5, 0, 15, 10]) === 0.375 (iou says 1/3)
 */
export function iouLegacy(a: BoxXYXY, b: BoxXYXY): number {
  return iou([a[0], a[1], a[2] + 1, a[3] + 1], [b[0], b[1], b[2] + 1, b[3] + 1]);
}

/**
 * Generalised IoU, in [−1, 1]: IoU − (|C| − |a ∪ b|) / |C|, C = enclosing(a, b); 0 when C has no area.
 * Source: Rezatofighi et al. 2019 (arXiv:1902.09630), algorithm 1.
 * @example giou([0, 0, 1, 1], [2, 0, 3, 1]) === −1/3
 * @throws EngineInputError when a coordinate is not finite
 */
export function giou(a: BoxXYXY, b: BoxXYXY): number {
  const overlap = iou(a, b);
  const hull = sizeOf(enclosing(a, b));
  return overlap - (hull > 0 ? (hull - unionArea(a, b)) / hull : 0);
}

/**
 * IoU of every pair, n·m numbers row-major: out[i·m + j] = IoU(a[i], b[j]).
 * @param a [n, 4] xyxy pixels  @param b [m, 4] xyxy pixels
 * @example pairwiseIou([0, 0, 10, 10], [5, 0, 15, 10, 0, 0, 10, 10]) → [1/3, 1]
 * @throws EngineInputError when a length is no multiple of 4 or a number is not finite
 */
export function pairwiseIou(a: BoxArray, b: BoxArray): Float64Array {
  return pairwiseIouInto(a, b, new Float64Array((a.length >> 2) * (b.length >> 2)));
}

/** `pairwiseIou` into a caller's array [n·m] (Float32Array or Float64Array): no n·m allocation. Returns `out`. */
export function pairwiseIouInto<Out extends Float32Array | Float64Array>(a: BoxArray, b: BoxArray, out: Out): Out {
  const n = requireBoxes("a", a);
  const m = requireBoxes("b", b);
  requireRoom("out", out, n * m);
  const columns = columnsOf(b, m);
  const { x1, y1, x2, y2, size } = columns;
  for (let i = 0, k = 0; i < n; i++) {
    const ax1 = a[4 * i];
    const ay1 = a[4 * i + 1];
    const ax2 = a[4 * i + 2];
    const ay2 = a[4 * i + 3];
    const sizeA = side(ax1, ax2) * side(ay1, ay2);
    for (let j = 0; j < m; j++, k++) {
      const width = Math.min(ax2, x2[j]) - Math.max(ax1, x1[j]);
      const height = Math.min(ay2, y2[j]) - Math.max(ay1, y1[j]);
      if (width > 0 && height > 0) {
        const shared = width * height;
        out[k] = shared / (sizeA + size[j] - shared);
      } else {
        out[k] = 0;
      }
    }
  }
  return out;
}

/** GIoU of every pair, n·m numbers row-major. Parameters as `pairwiseIou`. */
export function pairwiseGiou(a: BoxArray, b: BoxArray): Float64Array {
  return pairwiseGiouInto(a, b, new Float64Array((a.length >> 2) * (b.length >> 2)));
}

/** `pairwiseGiou` into a caller's array [n·m]. Returns `out`. */
export function pairwiseGiouInto<Out extends Float32Array | Float64Array>(a: BoxArray, b: BoxArray, out: Out): Out {
  const n = requireBoxes("a", a);
  const m = requireBoxes("b", b);
  requireRoom("out", out, n * m);
  const { x1, y1, x2, y2, size } = columnsOf(b, m);
  for (let i = 0, k = 0; i < n; i++) {
    const ax1 = a[4 * i];
    const ay1 = a[4 * i + 1];
    const ax2 = a[4 * i + 2];
    const ay2 = a[4 * i + 3];
    const sizeA = side(ax1, ax2) * side(ay1, ay2);
    for (let j = 0; j < m; j++, k++) {
      const shared = side(Math.max(ax1, x1[j]), Math.min(ax2, x2[j])) * side(Math.max(ay1, y1[j]), Math.min(ay2, y2[j]));
      const union = sizeA + size[j] - shared;
      const hull = side(Math.min(ax1, x1[j]), Math.max(ax2, x2[j])) * side(Math.min(ay1, y1[j]), Math.max(ay2, y2[j]));
      out[k] = (union > 0 ? shared / union : 0) - (hull > 0 ? (hull - union) / hull : 0);
    }
  }
  return out;
}

/** The four coordinates as columns: the inner loops then read straight through memory, whatever array type came in. */
function columnsOf(boxes: BoxArray, n: number) {
  const x1 = new Float64Array(n);
  const y1 = new Float64Array(n);
  const x2 = new Float64Array(n);
  const y2 = new Float64Array(n);
  const size = new Float64Array(n);
  for (let i = 0, o = 0; i < n; i++, o += 4) {
    x1[i] = boxes[o];
    y1[i] = boxes[o + 1];
    x2[i] = boxes[o + 2];
    y2[i] = boxes[o + 3];
    size[i] = side(x1[i], x2[i]) * side(y1[i], y2[i]);
  }
  return { x1, y1, x2, y2, size };
}
