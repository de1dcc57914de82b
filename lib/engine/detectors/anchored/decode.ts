import { boxAt, clipBoxes, decodeDeltas, type BoxArray, type DeltaWeights } from "../../boxes";
import { batchedNms } from "../../suppress";
import { INPUT_SHAPE } from "../backbone";
import type { ZooDetection } from "../detector";

export interface AnchorPredictions {
  /** [n, classes] in [0, 1], without background. */
  readonly scores: ArrayLike<number>;
  /** [n, 4]. */
  readonly deltas: BoxArray;
  /** [n, 4] xyxy pixels. */
  readonly anchors: BoxArray;
}

export interface AnchorDecoding {
  readonly weights: DeltaWeights;
  /** The least score of a box and class. */
  readonly score: number;
  /** IoU above which the weaker of two boxes of one class is dropped. */
  readonly overlap: number;
  /** Candidates kept before NMS, the best ones. Default 300. */
  readonly candidates?: number;
  /** Detections kept after it. Default 100. */
  readonly limit?: number;
}

/** Boxes of every anchor and class above a score, clipped to the picture, then class-wise NMS. Best first. */
export function decodeAnchors({ scores, deltas, anchors }: AnchorPredictions, options: AnchorDecoding): ZooDetection[] {
  const { weights, score, overlap, candidates = 300, limit = 100 } = options;
  const n = anchors.length / 4;
  const classes = n === 0 ? 0 : scores.length / n;
  const found: { at: number; score: number }[] = [];
  for (let at = 0; at < scores.length; at++) if (scores[at] >= score) found.push({ at, score: scores[at] });
  found.sort((a, b) => b.score - a.score || a.at - b.at);
  found.length = Math.min(found.length, candidates);
  if (found.length === 0) return [];
  const rows = found.map(({ at }) => Math.floor(at / classes));
  const pick = (list: ArrayLike<number>) => Float64Array.from({ length: 4 * rows.length }, (_, i) => list[4 * rows[i >> 2] + (i & 3)]);
  const [, height, width] = INPUT_SHAPE;
  const boxes = clipBoxes(decodeDeltas(pick(deltas), pick(anchors), weights), width, height);
  const labels = found.map(({ at }) => at % classes);
  const kept = batchedNms(
    boxes,
    found.map((entry) => entry.score),
    labels,
    overlap,
  );
  return kept.slice(0, limit).map((i) => ({ label: labels[i], score: found[i].score, box: boxAt(boxes, i) }));
}
