import { requireBoxes, requireCount, requirePositive } from "../../boxes/shape";
import type { BoxArray } from "../../boxes/types";

export interface AlignGrid {
  /** Cells along a side of the (square) map. */
  readonly side: number;
  /** Pixels a cell. */
  readonly stride: number;
  /** Bins along a side of each RoI. */
  readonly bins: number;
  /** Samples along each side of a bin. Default 2. */
  readonly samples?: number;
}

/** Adds the mean weights of one axis's cells to `out` [bins, side]. A sample further than a cell outside counts as 0. */
function axisWeights(out: Float64Array, from: number, to: number, { side, stride, bins, samples = 2 }: AlignGrid): void {
  out.fill(0);
  const start = from / stride - 0.5;
  const bin = (to - from) / stride / bins;
  for (let p = 0; p < bins; p++) {
    for (let i = 0; i < samples; i++) {
      const at = start + (p + (i + 0.5) / samples) * bin;
      if (at < -1 || at > side) continue;
      const inside = Math.min(Math.max(at, 0), side - 1);
      const low = Math.min(Math.floor(inside), side - 1);
      const high = Math.min(low + 1, side - 1);
      out[p * side + low] += (1 - (inside - low)) / samples;
      out[p * side + high] += (inside - low) / samples;
    }
  }
}

/**
 * RoIAlign as a matrix: pooled [n · bins², C] = S · F, F = [side², C] the map of one picture, cells row by row. RoIAlign is
 * linear in the map, so its gradient with respect to the map is Sᵀ, a matrix product again: no gather, no scatter.
 * Source: He et al., arXiv:1703.06870, section 3; aligned (half a cell taken off), as `roiAlign` of lib/engine/pool.
 * @param rois [n, 4] xyxy pixels  @returns Float32Array [n · bins², side²]; each row sums to 1 for a RoI inside the map
 * @throws EngineInputError for boxes that are not [n, 4], or a grid size out of range
 * @example alignMatrix([8, 8, 16, 16], { side: 2, stride: 8, bins: 1, samples: 1 }) → [0, 0, 0, 1]
 */
export function alignMatrix(rois: BoxArray, grid: AlignGrid): Float32Array {
  const n = requireBoxes("rois", rois);
  const { side, stride, bins, samples = 2 } = grid;
  requireCount("grid.side", side, 1);
  requirePositive("grid.stride", stride);
  requireCount("grid.bins", bins, 1);
  requireCount("grid.samples", samples, 1);
  const out = new Float32Array(n * bins * bins * side * side);
  const across = new Float64Array(bins * side);
  const down = new Float64Array(bins * side);
  for (let i = 0, o = 0; i < n; i++) {
    axisWeights(across, rois[4 * i], rois[4 * i + 2], grid);
    axisWeights(down, rois[4 * i + 1], rois[4 * i + 3], grid);
    for (let p = 0; p < bins; p++) {
      for (let q = 0; q < bins; q++, o += side * side) {
        for (let y = 0; y < side; y++) {
          const wy = down[p * side + y];
          if (wy === 0) continue;
          for (let x = 0; x < side; x++) out[o + y * side + x] = wy * across[q * side + x];
        }
      }
    }
  }
  return out;
}
