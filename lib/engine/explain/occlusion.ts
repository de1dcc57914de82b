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

/** Where the patches lie and what they show. */
export interface OcclusionPlan {
  readonly rows: number;
  readonly columns: number;
  readonly patch: number;
  readonly stride: number;
  /** One value for each channel. */
  readonly colours: readonly number[];
  /** The answer, from the number without a patch and the number with it at each place, row by row. */
  finish(value: number, scores: Float64Array): Occlusion;
}

/** @throws EngineInputError for a patch that does not fit into [C, H, W], a stride below 1 or a fill of another length */
export function occlusionPlan([channels, h, w]: readonly number[], { patch, stride, fill = 0 }: OcclusionOptions): OcclusionPlan {
  if (!Number.isInteger(patch) || patch < 1 || patch > Math.min(h, w))
    throw new EngineInputError("patch", `must be an integer in 1..${Math.min(h, w)}`, patch);
  if (!Number.isInteger(stride) || stride < 1) throw new EngineInputError("stride", "must be a positive integer", stride);
  const colours = typeof fill === "number" ? new Array<number>(channels).fill(fill) : fill;
  if (colours.length !== channels) throw new EngineInputError("fill", `must have ${channels} values`, colours);
  const rows = Math.floor((h - patch) / stride) + 1;
  const columns = Math.floor((w - patch) / stride) + 1;
  return {
    rows,
    columns,
    patch,
    stride,
    colours,
    finish(value, scores) {
      const drop = new Float64Array(h * w);
      const covered = new Float64Array(h * w);
      scores.forEach((score, place) => {
        const top = Math.floor(place / columns) * stride;
        const left = (place % columns) * stride;
        for (let y = top; y < top + patch; y++) {
          for (let x = left; x < left + patch; x++) {
            drop[y * w + x] += value - score;
            covered[y * w + x]++;
          }
        }
      });
      return {
        map: { shape: [h, w], data: drop.map((sum, i) => (covered[i] > 0 ? sum / covered[i] : 0)) },
        scores: { shape: [rows, columns], data: scores },
        value,
        covered: { shape: [h, w], data: covered },
      };
    },
  };
}

/**
 * Occlusion sensitivity: hide a square, record the number (Zeiler & Fergus, arXiv:1311.2901, section 4.2).
 * `map` [H, W] is the drop value − score, averaged over the patches that cover the pixel.
 * Worked number: 16×16, patch 4, stride 2 → 7×7 scores.
 */
export const occlusion: Method<OcclusionOptions, Occlusion> = (subject, options) => {
  const { shape, data } = subject.image;
  const plan = occlusionPlan(shape, options);
  const { rows, columns, patch, stride, colours } = plan;
  const [channels, h, w] = shape;
  const hidden = data.slice();
  const scores = Float64Array.from({ length: rows * columns }, (_, place) => {
    const top = Math.floor(place / columns) * stride;
    const left = (place % columns) * stride;
    const paint = (colour: (channel: number, index: number) => number) => {
      for (let k = 0; k < channels; k++) {
        for (let y = top; y < top + patch; y++)
          for (let x = left; x < left + patch; x++) hidden[(k * h + y) * w + x] = colour(k, y * w + x);
      }
    };
    paint((k) => colours[k]);
    const score = subject.valueAt({ shape, data: hidden });
    paint((k, i) => data[k * h * w + i]);
    return score;
  });
  return plan.finish(subject.value, scores);
};
