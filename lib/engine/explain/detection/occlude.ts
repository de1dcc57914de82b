import { iou } from "../../boxes/overlap";
import type { ZooDetection } from "../../detectors/detector";
import { EngineInputError, requireLength } from "../../errors";
import type { Tensor } from "../../nets";
import { inBatches, type LongRun } from "../long-run";
import { BOX_SIDES, HIDDEN, type Detect, type DetectionNumber } from "./numbers";

export interface OccludeOptions extends LongRun {
  /** Side of the hidden square in pixels. Default 16. */
  readonly patch?: number;
  /** Pixels between two places. Default 8. */
  readonly stride?: number;
  /** Pictures in one call of the detector. Default 8. */
  readonly batch?: number;
}

/** One map [side, side] for each number of the detection. */
export type DetectionMaps = Readonly<Record<DetectionNumber, Tensor>>;

/** The least overlap at which a detection of the same class is still the same object. */
const SAME = 0.3;

/** The detection that the target has become: same class, the highest IoU of at least .3; null when it is lost. */
export function findAgain(target: Pick<ZooDetection, "label" | "box">, found: readonly ZooDetection[]): ZooDetection | null {
  let best: ZooDetection | null = null;
  let most = SAME;
  for (const one of found) {
    const overlap = one.label === target.label ? iou(one.box, target.box) : 0;
    if (overlap >= most) [best, most] = [one, overlap];
  }
  return best;
}

/**
 * Occlusion for one detection (after Zeiler & Fergus, arXiv:1311.2901, §4.2): a grey square goes over the picture, the detector answers, the
 * object is looked for again. Five maps from the same answers: `score` is by how much the score drops (all of it where the object is
 * lost), `x1` … `y2` by how much that side moves, as a share of the box's width or height, so that small and large boxes compare. A place
 * that loses the object says nothing about its sides. Each pixel shows the mean over the squares that covered it.
 * @param picture RGB, side · side · 3
 * @throws Aborted when asked to stop; EngineInputError for a picture of another size or a patch that does not fit
 */
export async function occludeDetection(
  picture: Uint8Array,
  side: number,
  target: ZooDetection,
  detect: Detect,
  options: OccludeOptions = {},
): Promise<DetectionMaps> {
  const { patch = 16, stride = 8, batch = 8 } = options;
  requireLength("picture", picture, side * side * 3);
  if (!Number.isInteger(patch) || patch < 1 || patch > side) throw new EngineInputError("patch", `must be an integer in 1..${side}`, patch);
  if (!Number.isInteger(stride) || stride < 1) throw new EngineInputError("stride", "must be a positive integer", stride);
  const steps = Math.floor((side - patch) / stride) + 1;
  const [x1, y1, x2, y2] = target.box;
  const sizes = [x2 - x1, y2 - y1, x2 - x1, y2 - y1];
  const sums: Record<DetectionNumber, Float64Array> = {
    score: plane(side),
    x1: plane(side),
    y1: plane(side),
    x2: plane(side),
    y2: plane(side),
  };
  const covered = plane(side);
  const kept = plane(side);
  const corner = (place: number) => [Math.floor(place / steps) * stride, (place % steps) * stride] as const;
  await inBatches(steps * steps, batch, options, async (from, to) => {
    const pictures = Array.from({ length: to - from }, (_, k) => {
      const hidden = picture.slice();
      const [top, left] = corner(from + k);
      for (let y = top; y < top + patch; y++) hidden.fill(Math.round(HIDDEN), (y * side + left) * 3, (y * side + left + patch) * 3);
      return hidden;
    });
    (await detect(pictures)).forEach((answer, k) => {
      const [top, left] = corner(from + k);
      const now = findAgain(target, answer);
      const add = (map: Float64Array, value: number) => {
        for (let y = top; y < top + patch; y++) for (let x = left; x < left + patch; x++) map[y * side + x] += value;
      };
      add(covered, 1);
      add(sums.score, target.score - (now?.score ?? 0));
      if (!now) return;
      add(kept, 1);
      BOX_SIDES.forEach((name, i) => add(sums[name], Math.abs(now.box[i] - target.box[i]) / sizes[i]));
    });
  });
  const mean = (sum: Float64Array, by: Float64Array): Tensor => ({
    shape: [side, side],
    data: sum.map((v, i) => (by[i] > 0 ? v / by[i] : 0)),
  });
  return {
    score: mean(sums.score, covered),
    x1: mean(sums.x1, kept),
    y1: mean(sums.y1, kept),
    x2: mean(sums.x2, kept),
    y2: mean(sums.y2, kept),
  };
}

const plane = (side: number) => new Float64Array(side * side);
