import { iou } from "../../boxes/overlap";
import type { ZooDetection } from "../../detectors/detector";
import { EngineInputError, requireLength } from "../../errors";
import type { Tensor } from "../../nets";
import { seeded, type Random } from "../../random";
import { inBatches, type LongRun } from "../long-run";
import { HIDDEN, type Detect } from "./numbers";

export interface RiseOptions extends LongRun {
  /** Random masks; the map's noise falls with their square root. Default 400 (the paper: 5,000). */
  readonly masks?: number;
  /** Coarse cells along a side. Default 8 (the paper: 16, on larger pictures). */
  readonly grid?: number;
  /** The share of coarse cells that stay visible. Default 0.5. */
  readonly keep?: number;
  readonly seed: string | number;
  /** Pictures in one call of the detector. Default 8. */
  readonly batch?: number;
}

export interface Rise {
  /** [side, side]; the mean similarity over the masks that showed the pixel, weighed by how much they showed it. */
  readonly map: Tensor;
  /** The similarity of what was found under each mask. */
  readonly weights: Float64Array;
}

/**
 * A smooth random mask (RISE, arXiv:1806.07421, §3.2): grid × grid coin tosses, enlarged bilinearly by one cell too much and cut out
 * at a random place. Values in [0, 1], mean `keep`.
 */
export function riseMask(random: Random, side: number, grid: number, keep: number): Float64Array {
  const cell = Math.ceil(side / grid);
  const coins = Float64Array.from({ length: (grid + 1) * (grid + 1) }, () => (random.chance(keep) ? 1 : 0));
  const [left, top] = [random.int(0, cell - 1), random.int(0, cell - 1)];
  const mask = new Float64Array(side * side);
  for (let y = 0; y < side; y++) {
    const v = (y + top) / cell;
    const row = Math.min(Math.floor(v), grid - 1);
    for (let x = 0; x < side; x++) {
      const u = (x + left) / cell;
      const column = Math.min(Math.floor(u), grid - 1);
      const [fy, fx] = [Math.min(v - row, 1), Math.min(u - column, 1)];
      const at = row * (grid + 1) + column;
      const upper = coins[at] * (1 - fx) + coins[at + 1] * fx;
      const lower = coins[at + grid + 1] * (1 - fx) + coins[at + grid + 2] * fx;
      mask[y * side + x] = upper * (1 - fy) + lower * fy;
    }
  }
  return mask;
}

/**
 * How much of the target is still found: max over detections of IoU · score, of the target's class alone. D-RISE (arXiv:2006.03204, eq. 4)
 * multiplies IoU by the cosine of the class vectors and by the objectness; the zoo's answers name one class with its score, so the
 * cosine is 1 or 0 and the score stands for objectness and class.
 * @example a detection of the same class with IoU .5 and score .8 → .4
 */
export function detectionSimilarity(target: Pick<ZooDetection, "label" | "box">, found: readonly ZooDetection[]): number {
  return found.reduce((best, { label, box, score }) => (label === target.label ? Math.max(best, iou(box, target.box) * score) : best), 0);
}

/**
 * D-RISE (Petsiuk et al., arXiv:2006.03204): which pixels must be visible for a detector, known only by its answers, to find this object?
 * Two objects of one class are told apart, because the similarity asks for the place as well.
 * @param picture RGB, side · side · 3
 * @throws Aborted when asked to stop; EngineInputError for a picture of another size or options out of range
 */
export async function dRise(
  picture: Uint8Array,
  side: number,
  target: Pick<ZooDetection, "label" | "box">,
  detect: Detect,
  options: RiseOptions,
): Promise<Rise> {
  const { masks = 400, grid = 8, keep = 0.5, seed, batch = 8 } = options;
  requireLength("picture", picture, side * side * 3);
  for (const [name, value] of Object.entries({ masks, grid }))
    if (!Number.isInteger(value) || value < 1) throw new EngineInputError(name, "must be a positive integer", value);
  if (!(keep > 0 && keep < 1)) throw new EngineInputError("keep", "must lie between 0 and 1", keep);
  const random = seeded(`rise/${seed}`);
  const sum = new Float64Array(side * side);
  const shown = new Float64Array(side * side);
  const weights = new Float64Array(masks);
  await inBatches(masks, batch, options, async (from, to) => {
    const drawn = Array.from({ length: to - from }, () => riseMask(random, side, grid, keep));
    const answers = await detect(drawn.map((mask) => picture.map((v, i) => Math.round(HIDDEN + (v - HIDDEN) * mask[Math.floor(i / 3)]))));
    drawn.forEach((mask, k) => {
      const weight = (weights[from + k] = detectionSimilarity(target, answers[k]));
      for (let i = 0; i < mask.length; i++) {
        sum[i] += weight * mask[i];
        shown[i] += mask[i];
      }
    });
  });
  return { map: { shape: [side, side], data: sum.map((v, i) => (shown[i] > 0 ? v / shown[i] : 0)) }, weights };
}
