import type { NdArray } from "../boxes/types";
import { EngineInputError } from "../errors";
import { toUnitRange } from "./maps";

/** Half of the 11 × 11 window, and its Gaussian's σ (Wang et al. 2004, section III.B). */
const REACH = 5;
const SIGMA = 1.5;
/** (K · L)² with K = 0.01 and 0.03 on maps of range L = 1. */
const C1 = 1e-4;
const C2 = 9e-4;

const KERNEL = (() => {
  const values = Array.from({ length: 2 * REACH + 1 }, (_, i) => Math.exp(-((i - REACH) ** 2) / (2 * SIGMA * SIGMA)));
  const sum = values.reduce((a, b) => a + b, 0);
  return values.map((v) => v / sum);
})();

/**
 * Structural similarity of two maps (Wang, Bovik, Sheikh & Simoncelli, IEEE TIP 2004, eq. 13), the mean over all places where the 11 × 11
 * Gaussian window fits: 1 for equal maps, about 0 for maps that have nothing in common. Both are scaled to 0 … 1 first: what is
 * compared is their shape, as in the sanity checks (arXiv:1810.03292, section 3).
 * Worked number: a ramp and its mirror image → below 0; a map and twice that map → 1.
 * @throws EngineInputError unless both are [H, W] of one size, at least 11 a side
 */
export function structuralSimilarity(a: NdArray, b: NdArray): number {
  const [height, width] = a.shape;
  if (a.shape.length !== 2 || height < KERNEL.length || width < KERNEL.length)
    throw new EngineInputError("a", `must have shape [H, W] of at least ${KERNEL.length} a side`, `shape [${a.shape.join(", ")}]`);
  if (String(a.shape) !== String(b.shape))
    throw new EngineInputError("b", `must have shape [${a.shape.join(", ")}]`, `shape [${b.shape.join(", ")}]`);
  const x = toUnitRange(a).data;
  const y = toUnitRange(b).data;
  const mean = (data: Float64Array) => window(data, height, width);
  const [mx, my, xx, yy, xy] = [mean(x), mean(y), mean(x.map((v) => v * v)), mean(y.map((v) => v * v)), mean(x.map((v, i) => v * y[i]))];
  let sum = 0;
  for (let i = 0; i < mx.length; i++) {
    const [u, v] = [mx[i], my[i]];
    sum += ((2 * u * v + C1) * (2 * (xy[i] - u * v) + C2)) / ((u * u + v * v + C1) * (xx[i] - u * u + yy[i] - v * v + C2));
  }
  return sum / mx.length;
}

/** Weighted mean over the window at every place where it fits: [H, W] → [(H − 10) · (W − 10)]. */
function window(data: Float64Array, height: number, width: number): Float64Array {
  const [rows, columns] = [height - 2 * REACH, width - 2 * REACH];
  const across = new Float64Array(height * columns);
  for (let r = 0; r < height; r++)
    for (let c = 0; c < columns; c++)
      for (let k = 0; k < KERNEL.length; k++) across[r * columns + c] += KERNEL[k] * data[r * width + c + k];
  const out = new Float64Array(rows * columns);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      for (let k = 0; k < KERNEL.length; k++) out[r * columns + c] += KERNEL[k] * across[(r + k) * columns + c];
  return out;
}
