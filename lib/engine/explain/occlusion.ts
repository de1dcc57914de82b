import { EngineInputError } from "../errors";
import type { Tensor } from "../nets";
import type { Explanation, Method } from "./subject";

export interface OcclusionOptions {
  /** Side of the square patch, pixels. */
  readonly patch: number;
  /** Step between patches, pixels; the patches lie wholly inside the image. */
  readonly stride: number;
  /** What the patch shows: one value, or one for each channel. Default 0. */
  readonly fill?: number | readonly number[];
}
export interface Occlusion extends Explanation {
  /** The explained number with the patch at each place, [rows, columns]. */
  readonly scores: Tensor;
  /** The number without a patch. */
  readonly value: number;
  /** How many patches covered each pixel, [H, W]; 0 where the map says nothing. */
  readonly covered: Tensor;
}

/**
 * Occlusion sensitivity: hide a square, record the number (Zeiler & Fergus, arXiv:1311.2901, section 4.2).
 * `map` [H, W] is the drop value − score, averaged over the patches that cover the pixel.
 * Worked number: 16×16, patch 4, stride 2 → 7×7 scores.
 */
export const occlusion: Method<OcclusionOptions, Occlusion> = (subject, { patch, stride, fill = 0 }) => {
  const { shape, data } = subject.image;
  const [channels, h, w] = shape;
  if (!Number.isInteger(patch) || patch < 1 || patch > Math.min(h, w)) throw new EngineInputError("patch", `must be an integer in 1..${Math.min(h, w)}`, patch);
  if (!Number.isInteger(stride) || stride < 1) throw new EngineInputError("stride", "must be a positive integer", stride);
  const colours = typeof fill === "number" ? new Array<number>(channels).fill(fill) : fill;
  if (colours.length !== channels) throw new EngineInputError("fill", `must have ${channels} values`, colours);
  const rows = Math.floor((h - patch) / stride) + 1;
  const columns = Math.floor((w - patch) / stride) + 1;
  const scores = new Float64Array(rows * columns);
  const drop = new Float64Array(h * w);
  const covered = new Float64Array(h * w);
  const hidden = data.slice();
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const score = subject.valueAt({ shape, data: paint(hidden, (k) => colours[k]) });
      scores[r * columns + c] = score;
      paint(hidden, (k, i) => data[k * h * w + i]);
      for (let y = r * stride; y < r * stride + patch; y++) {
        for (let x = c * stride; x < c * stride + patch; x++) {
          drop[y * w + x] += subject.value - score;
          covered[y * w + x]++;
        }
      }

      function paint(target: Float64Array, colour: (channel: number, index: number) => number): Float64Array {
        for (let k = 0; k < channels; k++) {
          for (let y = r * stride; y < r * stride + patch; y++) {
            for (let x = c * stride; x < c * stride + patch; x++) target[(k * h + y) * w + x] = colour(k, y * w + x);
          }
        }
        return target;
      }
    }
  }
  return {
    map: { shape: [h, w], data: drop.map((sum, i) => (covered[i] > 0 ? sum / covered[i] : 0)) },
    scores: { shape: [rows, columns], data: scores },
    value: subject.value,
    covered: { shape: [h, w], data: covered },
  };
};
