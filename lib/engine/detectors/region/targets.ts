import { encodeDeltas, pairwiseIou, requireBoxes, ROI_HEAD_WEIGHTS, type BoxArray, type DeltaWeights } from "../../boxes";
import { requireCount, requireFraction } from "../../boxes/shape";
import { requireLength } from "../../errors";
import type { Random } from "../../random";

export interface RegionSampling {
  /** RoIs a picture. Default 32. */
  readonly count?: number;
  /** The most of them that may be objects. Default 0.25. */
  readonly foreground?: number;
  /** Least IoU with an object to count as one. Default 0.5. */
  readonly overlap?: number;
  /** Default 10, 10, 5, 5. */
  readonly weights?: DeltaWeights;
}

export interface RegionTarget {
  /** [count, 4] xyxy pixels. */
  readonly rois: Float64Array;
  /** [count]: 0 is background, class c is c + 1. */
  readonly labels: Int32Array;
  /** [count, 4]; zeros for background. */
  readonly deltas: Float64Array;
}

/** Each box's best object (−1 without objects) and its IoU. Ties go to the first object. */
export function bestObjects(boxes: BoxArray, objects: BoxArray): { best: Int32Array; overlap: Float64Array } {
  const n = requireBoxes("boxes", boxes);
  const m = requireBoxes("objects", objects);
  const best = new Int32Array(n).fill(-1);
  const overlap = new Float64Array(n);
  const table = pairwiseIou(boxes, objects);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      if (best[i] >= 0 && table[i * m + j] <= overlap[i]) continue;
      best[i] = j;
      overlap[i] = table[i * m + j];
    }
  }
  return { best, overlap };
}

/**
 * The RoIs of one picture to train the second stage on. The objects' own boxes join the proposals; up to a quarter of the sample has
 * IoU ≥ 0.5 with an object, the rest is background. Where there are too few of a kind they are drawn again.
 * Source: Girshick, arXiv:1504.08083, section 2.3 (without its lower bound 0.1 on the background's IoU).
 * @param proposals [n, 4] and objects [m, 4] xyxy pixels; labels [m] class indices
 * @throws EngineInputError for lengths that do not fit, or neither proposals nor objects
 * @example no objects: every label is 0 and every delta 0
 */
export function sampleRegions(
  proposals: BoxArray,
  objects: BoxArray,
  labels: readonly number[],
  random: Random,
  options: RegionSampling = {},
): RegionTarget {
  const { count = 32, foreground = 0.25, overlap: least = 0.5, weights = ROI_HEAD_WEIGHTS } = options;
  requireCount("count", count, 1);
  requireFraction("foreground", foreground);
  requireLength("labels", labels, objects.length / 4);
  const boxes = Float64Array.from([...objects, ...proposals]);
  requireCount("proposals and objects", boxes.length / 4, 1);
  const { best, overlap } = bestObjects(boxes, objects);
  const all = Array.from(best.keys());
  const objectRows = random.shuffle(all.filter((i) => best[i] >= 0 && overlap[i] >= least));
  const backgroundRows = random.shuffle(all.filter((i) => !(best[i] >= 0 && overlap[i] >= least)));
  const wanted = backgroundRows.length === 0 ? count : Math.min(Math.round(foreground * count), objectRows.length);
  const rows = Array.from({ length: count }, (_, i) =>
    i < wanted ? objectRows[i % objectRows.length] : backgroundRows[(i - wanted) % backgroundRows.length],
  );
  const pick = (list: ArrayLike<number>, of: readonly number[]) =>
    Float64Array.from({ length: 4 * of.length }, (_, i) => list[4 * of[i >> 2] + (i & 3)]);
  const rois = pick(boxes, rows);
  const deltas = new Float64Array(4 * count);
  deltas.set(
    encodeDeltas(
      pick(
        objects,
        rows.slice(0, wanted).map((row) => best[row]),
      ),
      rois.subarray(0, 4 * wanted),
      weights,
    ),
  );
  return { rois, labels: Int32Array.from(rows, (row, i) => (i < wanted ? labels[best[row]] + 1 : 0)), deltas };
}
