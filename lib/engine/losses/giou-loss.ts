import { EngineInputError } from "../errors";
import { requireBoxes } from "../boxes/shape";
import type { BoxArray } from "../boxes/types";
import { reduceLoss, requireReduction, type Loss, type Reduction } from "./reduction";

/**
 * GIoU loss of matched pairs: L_i = 1 − GIoU(pred_i, target_i), in [0, 2]. Unlike 1 − IoU it has a slope where boxes do not meet:
 * GIoU = I/U − 1 + U/C. Where an edge of both boxes coincides, the predicted box is taken to be the one that moves the shared
 * corner (as tf.maximum's gradient); a pair of equal boxes has gradient 0. An empty predicted box (x2 < x1) has area 0 and
 * feels the enclosing box alone.
 * Source: Rezatofighi et al. 2019 (arXiv:1902.09630) algorithm 2; DETR (arXiv:2005.12872) eq. 8.
 * @param pred [n, 4] xyxy pixels  @param target [n, 4] xyxy pixels
 * @returns losses [n], gradient [n, 4] with respect to pred
 * @example (0,0,1,1) and (2,0,3,1): GIoU −1/3, loss 4/3
 * @throws EngineInputError when the batches differ in length, hold no multiple of 4 numbers or a number is not finite
 */
export function giouLoss(pred: BoxArray, target: BoxArray, options: { reduction?: Reduction } = {}): Loss {
  const { reduction = "mean" } = options;
  requireReduction(reduction);
  const n = requireBoxes("pred", pred);
  if (requireBoxes("target", target) !== n) {
    throw new EngineInputError("target", `must hold ${n} boxes, one for each of pred`, `${target.length / 4} boxes`);
  }
  const losses = new Float64Array(n);
  const gradient = new Float64Array(4 * n);
  const x: Axis = { inner: 0, outer: 0, side: 0, targetSide: 0, inner1: 0, inner2: 0, outer1: 0, outer2: 0, side1: 0 };
  const y: Axis = { ...x };
  for (let i = 0, o = 0; i < n; i++, o += 4) {
    project(pred[o], pred[o + 2], target[o], target[o + 2], x);
    project(pred[o + 1], pred[o + 3], target[o + 1], target[o + 3], y);
    const shared = x.inner * y.inner;
    const union = x.side * y.side + x.targetSide * y.targetSide - shared;
    const hull = x.outer * y.outer;
    losses[i] = 1 - (union > 0 ? shared / union : 0) + (hull > 0 ? (hull - union) / hull : 0);
    // L = 1 − I/U + (C − U)/C: its slopes along the three areas.
    const byUnion = (union > 0 ? shared / (union * union) : 0) - (hull > 0 ? 1 / hull : 0);
    const byShared = (union > 0 ? -1 / union : 0) - byUnion; // U falls as I rises
    const byHull = hull > 0 ? union / (hull * hull) : 0;
    gradient[o] = byShared * x.inner1 * y.inner - byUnion * x.side1 * y.side + byHull * x.outer1 * y.outer;
    gradient[o + 2] = byShared * x.inner2 * y.inner + byUnion * x.side1 * y.side + byHull * x.outer2 * y.outer;
    gradient[o + 1] = byShared * y.inner1 * x.inner - byUnion * y.side1 * x.side + byHull * y.outer1 * x.outer;
    gradient[o + 3] = byShared * y.inner2 * x.inner + byUnion * y.side1 * x.side + byHull * y.outer2 * x.outer;
  }
  return reduceLoss(losses, gradient, reduction);
}

/** Lengths along one axis, and how the first box's low (1) and high (2) edge change them. */
interface Axis {
  inner: number;
  outer: number;
  side: number;
  targetSide: number;
  inner1: number;
  inner2: number;
  outer1: number;
  outer2: number;
  /** 1 where the side has a length, else 0: d side / d high, and −d side / d low. */
  side1: number;
}

function project(low: number, high: number, targetLow: number, targetHigh: number, out: Axis): void {
  const inner = Math.min(high, targetHigh) - Math.max(low, targetLow);
  const outer = Math.max(high, targetHigh) - Math.min(low, targetLow);
  out.inner = Math.max(0, inner);
  out.outer = Math.max(0, outer);
  out.side = Math.max(0, high - low);
  out.targetSide = Math.max(0, targetHigh - targetLow);
  out.inner1 = inner > 0 && low >= targetLow ? -1 : 0;
  out.inner2 = inner > 0 && high <= targetHigh ? 1 : 0;
  out.outer1 = outer > 0 && low <= targetLow ? -1 : 0;
  out.outer2 = outer > 0 && high >= targetHigh ? 1 : 0;
  out.side1 = high > low ? 1 : 0;
}
