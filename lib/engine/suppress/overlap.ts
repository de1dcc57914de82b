import type { BoxArray } from "../boxes/types";

/** IoU of two rows of one batch, by the arithmetic of `nms` (same order of operations, so equal to the last bit). */
export function pairOverlap(boxes: BoxArray, i: number, j: number): number {
  const a = 4 * i;
  const b = 4 * j;
  const w = Math.min(boxes[a + 2], boxes[b + 2]) - Math.max(boxes[a], boxes[b]);
  const h = Math.min(boxes[a + 3], boxes[b + 3]) - Math.max(boxes[a + 1], boxes[b + 1]);
  if (!(w > 0 && h > 0)) return 0;
  const shared = w * h;
  const sizeA = (boxes[a + 2] - boxes[a]) * (boxes[a + 3] - boxes[a + 1]);
  const sizeB = (boxes[b + 2] - boxes[b]) * (boxes[b + 3] - boxes[b + 1]);
  return shared / (sizeB + sizeA - shared);
}
