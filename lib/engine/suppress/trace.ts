import { requireLength } from "../errors";
import { requireBoxes, requireFraction } from "../boxes/shape";
import { pairOverlap } from "./overlap";
import type { BoxArray } from "../boxes/types";
import { rankByScore } from "./rank";

/** One look at a box while a better one stands: its IoU with it, and whether it fell. */
export interface NmsComparison {
  index: number;
  iou: number;
  suppressed: boolean;
}

/** One round of greedy NMS: the box taken, and every box still standing that was compared with it (falling score). */
export interface NmsStep {
  /** Index of the box taken, which survives. */
  picked: number;
  score: number;
  compared: NmsComparison[];
}

/**
 * Greedy NMS written out round by round, for replay: `trace.map(step => step.picked)` is what `nms` or `batchedNms` returns.
 * Every box that still stands and is of the picked box's class is compared, also where the IoU is 0. O(kept · n).
 * @param boxes [n, 4] xyxy pixels  @param scores [n]  @param classes [n], or null to treat all boxes as one class
 * @example nmsTrace([0,0,10,10, 1,0,11,10], [0.9, 0.8], null, 0.5)
 *   → [{ picked: 0, score: 0.9, compared: [{ index: 1, iou: 0.8182, suppressed: true }] }]
 * @throws EngineInputError as `nms`
 */
export function nmsTrace(
  boxes: BoxArray,
  scores: ArrayLike<number>,
  classes: ArrayLike<number> | null,
  iouThreshold: number,
  options: { inclusive?: boolean } = {},
): NmsStep[] {
  const n = requireBoxes("boxes", boxes);
  requireLength("scores", scores, n);
  if (classes) requireLength("classes", classes, n);
  requireFraction("iouThreshold", iouThreshold);
  const inclusive = options.inclusive ?? false;
  const order = rankByScore(scores);
  const fallen = new Uint8Array(n);
  const steps: NmsStep[] = [];
  for (let p = 0; p < n; p++) {
    const picked = order[p];
    if (fallen[picked] === 1) continue;
    const compared: NmsComparison[] = [];
    for (let q = p + 1; q < n; q++) {
      const index = order[q];
      if (fallen[index] === 1 || (classes !== null && classes[index] !== classes[picked])) continue;
      const iou = pairOverlap(boxes, picked, index);
      const suppressed = iou > iouThreshold || (inclusive && iou === iouThreshold);
      if (suppressed) fallen[index] = 1;
      compared.push({ index, iou, suppressed });
    }
    steps.push({ picked, score: scores[picked], compared });
  }
  return steps;
}
