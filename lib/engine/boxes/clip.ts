import { requireBoxes, requirePositive } from "./shape";
import type { BoxArray, BoxXYXY } from "./types";
import { EngineInputError } from "../errors";

/**
 * One box cut to the image: every x into [0, width], every y into [0, height].
 * @example clipBox([-5, 10, 700, 60], 640, 480) → [0, 10, 640, 60]
 */
export function clipBox(box: BoxXYXY, imageWidth: number, imageHeight: number): BoxXYXY {
  requirePositive("imageWidth", imageWidth);
  requirePositive("imageHeight", imageHeight);
  const x = (value: number) => Math.min(imageWidth, Math.max(0, value));
  const y = (value: number) => Math.min(imageHeight, Math.max(0, value));
  return [x(box[0]), y(box[1]), x(box[2]), y(box[3])];
}

/**
 * n boxes cut to the image. A box wholly outside becomes empty; drop those with `removeSmall`.
 * @param boxes [n, 4] xyxy pixels  @param imageWidth pixels  @param imageHeight pixels  @returns Float64Array [n, 4]
 * @throws EngineInputError on a length that is no multiple of 4, a number that is not finite, an image side not above 0
 */
export function clipBoxes(boxes: BoxArray, imageWidth: number, imageHeight: number): Float64Array {
  requireBoxes("boxes", boxes);
  requirePositive("imageWidth", imageWidth);
  requirePositive("imageHeight", imageHeight);
  const out = new Float64Array(boxes.length);
  for (let i = 0; i < boxes.length; i++) out[i] = Math.min(i & 1 ? imageHeight : imageWidth, Math.max(0, boxes[i]));
  return out;
}

/**
 * Indices of the boxes with both sides ≥ minSize, ascending.
 * @example removeSmall([0, 0, 16, 16, 0, 0, 15, 40], 16) → [0]
 * @throws EngineInputError when minSize is negative or not finite
 */
export function removeSmall(boxes: BoxArray, minSize: number): number[] {
  const n = requireBoxes("boxes", boxes);
  if (!(minSize >= 0 && minSize < Infinity)) throw new EngineInputError("minSize", "must be a finite number ≥ 0", minSize);
  const kept: number[] = [];
  for (let i = 0, o = 0; i < n; i++, o += 4) {
    if (boxes[o + 2] - boxes[o] >= minSize && boxes[o + 3] - boxes[o + 1] >= minSize) kept.push(i);
  }
  return kept;
}
