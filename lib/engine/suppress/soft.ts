import { EngineInputError, requireLength } from "../errors";
import { requireBoxes, requireFraction, requirePositive } from "../boxes/shape";
import type { BoxArray } from "../boxes/types";
import { exp } from "../exact";
import { pairOverlap } from "./overlap";
import { rankByScore } from "./rank";

export interface SoftNmsOptions {
  /** "linear": s·(1 − IoU) where IoU ≥ iouThreshold. "gaussian": s·exp(−IoU²/sigma) everywhere. */
  method: "linear" | "gaussian";
  /** Nt of the linear form, in [0, 1]. Default 0.3. The Gaussian form has none. */
  iouThreshold?: number;
  /** σ of the Gaussian form, above 0. Default 0.5. */
  sigma?: number;
  /** A box whose score falls below this leaves. Default 0.001. */
  scoreThreshold?: number;
  /** [n] for a class-wise run: only boxes of the picked box's class are rescored. */
  classes?: ArrayLike<number> | null;
}

export interface SoftNmsResult {
  /** Indices in the order they were taken: falling rescored score. */
  keep: number[];
  /** Their rescored scores, in the same order. */
  scores: number[];
}

export interface SoftNmsRescoring {
  index: number;
  iou: number;
  before: number;
  after: number;
  /** The score fell below scoreThreshold: the box is out. */
  dropped: boolean;
}

export interface SoftNmsStep {
  picked: number;
  /** The picked box's score at that moment: all earlier rescorings are in it. */
  score: number;
  /** Every box still standing (of the class), best current score first. */
  rescored: SoftNmsRescoring[];
}

/**
 * The factor by which Soft-NMS multiplies a score.
 * @example softNmsFactor(0.6, { method: "linear", iouThreshold: 0.3 }) === 0.4, so a score of 0.9 becomes 0.36;
 *   gaussian with sigma 0.5: 0.486752, so 0.9 becomes 0.438077
 */
export function softNmsFactor(iou: number, options: SoftNmsOptions): number {
  const { method, iouThreshold = 0.3, sigma = 0.5 } = options;
  if (method === "gaussian") return exp((-iou * iou) / sigma);
  return iou >= iouThreshold ? 1 - iou : 1;
}

/**
 * Soft-NMS: instead of dropping the neighbours of the box taken, lower their scores, then look for the best one again.
 * Ties: the lower index first. O(n²).
 * Source: Bodla et al. 2017 (arXiv:1704.04503), eq. 1 (hard), the linear form and eq. 3 (Gaussian).
 * @param boxes [n, 4] xyxy pixels  @param scores [n], not negative
 * @example softNms([0,0,10,10, 0,0,10,6], [1, 0.9], { method: "linear", iouThreshold: 0.3 }) → keep [0, 1], scores [1, 0.36]
 * @throws EngineInputError on lengths that disagree, numbers that are not finite, a negative score, an unknown method
 */
export function softNms(boxes: BoxArray, scores: ArrayLike<number>, options: SoftNmsOptions): SoftNmsResult {
  const keep: number[] = [];
  const rescored: number[] = [];
  run(boxes, scores, options, (picked, score) => {
    keep.push(picked);
    rescored.push(score);
    return null;
  });
  return { keep, scores: rescored };
}

/** `softNms` written out round by round, for replay. */
export function softNmsTrace(boxes: BoxArray, scores: ArrayLike<number>, options: SoftNmsOptions): SoftNmsStep[] {
  const steps: SoftNmsStep[] = [];
  run(boxes, scores, options, (picked, score) => {
    const rescored: SoftNmsRescoring[] = [];
    steps.push({ picked, score, rescored });
    return rescored;
  });
  for (const step of steps) step.rescored.sort((a, b) => b.before - a.before || a.index - b.index);
  return steps;
}

function run(
  boxes: BoxArray,
  scores: ArrayLike<number>,
  options: SoftNmsOptions,
  onPick: (picked: number, score: number) => SoftNmsRescoring[] | null,
): void {
  const n = requireBoxes("boxes", boxes);
  requireLength("scores", scores, n);
  const { method, iouThreshold = 0.3, sigma = 0.5, scoreThreshold = 0.001, classes = null } = options;
  if (method !== "linear" && method !== "gaussian") {
    throw new EngineInputError("method", 'must be "linear" or "gaussian"', method);
  }
  requireFraction("iouThreshold", iouThreshold);
  requirePositive("sigma", sigma);
  if (Number.isNaN(scoreThreshold)) throw new EngineInputError("scoreThreshold", "must be a number", scoreThreshold);
  if (classes) requireLength("classes", classes, n);

  // Kept in rank order of the first scores, so that the first maximum found is the lower index among equals.
  const standing = rankByScore(scores);
  const current = new Float64Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const index = standing[i];
    if (scores[index] < 0) throw new EngineInputError(`scores[${index}]`, "must not be negative", scores[index]);
    if (scores[index] < scoreThreshold) continue;
    current[index] = scores[index];
    standing[count++] = index;
  }
  while (count > 0) {
    let best = 0;
    for (let i = 1; i < count; i++) {
      const a = standing[i];
      const b = standing[best];
      if (current[a] > current[b] || (current[a] === current[b] && a < b)) best = i;
    }
    const picked = standing[best];
    const rescored = onPick(picked, current[picked]);
    let write = 0;
    for (let i = 0; i < count; i++) {
      const index = standing[i];
      if (i === best) continue;
      if (classes === null || classes[index] === classes[picked]) {
        const overlap = pairOverlap(boxes, picked, index);
        const before = current[index];
        const after =
          method === "gaussian" ? before * exp((-overlap * overlap) / sigma) : overlap >= iouThreshold ? before * (1 - overlap) : before;
        current[index] = after;
        const dropped = after < scoreThreshold;
        if (rescored) rescored.push({ index, iou: overlap, before, after, dropped });
        if (dropped) continue;
      }
      standing[write++] = index;
    }
    count = write;
  }
}
