import { boxAt, clipBoxes, decodeDeltas, requireBoxes, ROI_HEAD_WEIGHTS, type BoxArray, type DeltaWeights } from "../../boxes";
import { requireLength } from "../../errors";
import { softmax } from "../../nets";
import { batchedNms } from "../../suppress";
import { INPUT_SHAPE } from "../backbone";
import type { ZooDetection } from "../detector";

export interface RegionScores {
  /** [n, classes] in [0, 1], without background. */
  readonly scores: ArrayLike<number>;
  /** [n, classes · 4]; none: the RoIs stand as they are. */
  readonly deltas?: ArrayLike<number>;
  /** [n, 4] xyxy pixels. */
  readonly rois: BoxArray;
}

export interface RegionDecoding {
  /** The least score of a detection. */
  readonly score: number;
  /** IoU above which the weaker of two boxes of one class is dropped. Default 0.5. */
  readonly overlap?: number;
  /** Default 10, 10, 5, 5. */
  readonly weights?: DeltaWeights;
  /** Detections kept. Default 100. */
  readonly limit?: number;
}

/**
 * RoIs with a score for each class become detections: each class moves the RoI by its own deltas, boxes are clipped to the picture,
 * those below the score or without extent are left out, and NMS runs within each class. Best first.
 * @throws EngineInputError for lengths that do not fit
 * @example one RoI [10, 10, 30, 30], scores [0.9], no deltas → [{ label: 0, score: 0.9, box: [10, 10, 30, 30] }]
 */
export function decodeRegions({ scores, deltas, rois }: RegionScores, options: RegionDecoding): ZooDetection[] {
  const { score, overlap = 0.5, weights = ROI_HEAD_WEIGHTS, limit = 100 } = options;
  const n = requireBoxes("rois", rois);
  const classes = n === 0 ? 0 : Math.floor(scores.length / n);
  requireLength("scores", scores, n * classes);
  if (deltas) requireLength("deltas", deltas, scores.length * 4);
  const found = Array.from({ length: scores.length }, (_, at) => at).filter((at) => scores[at] >= score);
  const pick = (list: ArrayLike<number>, row: (at: number) => number) =>
    Float64Array.from({ length: 4 * found.length }, (_, i) => list[4 * row(found[i >> 2]) + (i & 3)]);
  const anchors = pick(rois, (at) => Math.floor(at / classes));
  const moved = deltas
    ? decodeDeltas(
        pick(deltas, (at) => at),
        anchors,
        weights,
      )
    : anchors;
  const [, height, width] = INPUT_SHAPE;
  const boxes = clipBoxes(moved, width, height);
  const whole = Array.from(found.keys()).filter((i) => boxes[4 * i + 2] > boxes[4 * i] && boxes[4 * i + 3] > boxes[4 * i + 1]);
  const candidates = whole.map((i) => ({ label: found[i] % classes, score: scores[found[i]], box: boxAt(boxes, i) }));
  const kept = batchedNms(
    candidates.flatMap((entry) => [...entry.box]),
    candidates.map((entry) => entry.score),
    candidates.map((entry) => entry.label),
    overlap,
  );
  return kept.slice(0, limit).map((i) => candidates[i]);
}

/**
 * Softmax over [n, classes + 1] logits, background first and left out of the result: [n, classes].
 * @example logits [0, 0, 0] → [⅓, ⅓]
 */
export function regionScores(logits: ArrayLike<number>, n: number): Float64Array {
  const width = n === 0 ? 1 : Math.floor(logits.length / n);
  requireLength("logits", logits, n * width);
  const out = new Float64Array(n * (width - 1));
  for (let i = 0; i < n; i++) {
    const row = softmax(Float64Array.from({ length: width }, (_, k) => logits[i * width + k]));
    out.set(row.subarray(1), i * (width - 1));
  }
  return out;
}
