import { EngineInputError, requireLength } from "../errors";
import { decodeCenter, encodeCenter, type CenterCode } from "../boxes/deltas";
import { boxAt, requireBoxes, requireCount, requirePositive } from "../boxes/shape";
import type { BoxArray, BoxXYXY } from "../boxes/types";
import { exp } from "../exact";
import { rankByScore } from "../suppress/rank";

/** Which roots the radius rule takes; see `gaussianRadius`. */
export type RadiusRule = "released" | "geometric";

/**
 * How far both corners of a box may stray so that its IoU with the true box stays ≥ minOverlap.
 * "geometric" is the rule itself: the smallest positive root of each placement (both corners moved the same way, box inside,
 * box outside), so the worst IoU at the radius is minOverlap. "released" is what the authors' code computes,
 * (b + √Δ)/2 with the 2a left out, about three times larger; models in the wild were trained with it.
 * Source: CornerNet (arXiv:1808.01244) §3.2; the error: CornerNet issue 110, CenterNet issues 116 and 253.
 * @param height cells of the output map  @param width the same  @param minOverlap in (0, 1), 0.7 in the papers
 * @example 40 × 40 at 0.7: geometric 3.26680, released 10.93280
 * @throws EngineInputError when a side is not above 0 or minOverlap is outside (0, 1)
 */
export function gaussianRadius(height: number, width: number, minOverlap = 0.7, rule: RadiusRule = "geometric"): number {
  requirePositive("height", height);
  requirePositive("width", width);
  if (!(minOverlap > 0 && minOverlap < 1)) throw new EngineInputError("minOverlap", "must lie in (0, 1)", minOverlap);
  const sum = height + width;
  const size = height * width;
  // r² − (h + w) r + hw(1 − t)/(1 + t) = 0: one corner in, one out (the box is shifted).
  const shift = root(sum * sum - 4 * ((size * (1 - minOverlap)) / (1 + minOverlap)));
  // 4r² − 2(h + w) r + (1 − t) hw = 0: both corners inside.
  const inside = root(4 * sum * sum - 16 * (1 - minOverlap) * size);
  // 4t r² + 2t(h + w) r − (1 − t) hw = 0: both corners outside.
  const outside = root(4 * minOverlap * minOverlap * sum * sum + 16 * minOverlap * (1 - minOverlap) * size);
  if (rule === "released") {
    return Math.min((sum + shift) / 2, (2 * sum + inside) / 2, (-2 * minOverlap * sum + outside) / 2);
  }
  return Math.min((sum - shift) / 2, (2 * sum - inside) / 8, (-2 * minOverlap * sum + outside) / (8 * minOverlap));
}

/** The discriminants are never negative in exact arithmetic; rounding may make them so. */
function root(value: number): number {
  return Math.sqrt(Math.max(0, value));
}

/**
 * The radius a training target uses, and its σ: R = max(0, ⌊radius(⌈h⌉, ⌈w⌉)⌋), σ = (2R + 1)/6.
 * @param height box height in output cells  @param width the same
 * @example 40 × 40 cells: geometric R 3, σ 1.1667; released R 10, σ 3.5
 */
export function splatRadius(height: number, width: number, minOverlap = 0.7, rule: RadiusRule = "geometric") {
  const radius = Math.max(0, Math.floor(gaussianRadius(Math.ceil(height), Math.ceil(width), minOverlap, rule)));
  return { radius, sigma: (2 * radius + 1) / 6 };
}

/**
 * Draws exp(−(dx² + dy²)/(2σ²)) on the square of side 2R + 1 around a cell, σ = (2R + 1)/6, keeping the larger value where
 * peaks overlap. The square is cut at the border. Changes `heatmap`, which is its purpose.
 * Source: Objects as Points (arXiv:1904.07850) §3.
 * @param heatmap one class's map [height, width]  @param x column of the peak  @param y row of the peak
 * @example R 2: the peak is 1, its neighbours exp(−0.72) = 0.486752
 * @throws EngineInputError when the map's size is not height · width or the peak lies outside it
 */
export function splatGaussian(
  heatmap: Float32Array | Float64Array,
  width: number,
  height: number,
  x: number,
  y: number,
  radius: number,
): void {
  requireLength("heatmap", heatmap, width * height);
  requireCount("radius", radius);
  if (!(Number.isInteger(x) && x >= 0 && x < width && Number.isInteger(y) && y >= 0 && y < height)) {
    throw new EngineInputError("x, y", `must be a cell of the ${width} × ${height} map`, `${x}, ${y}`);
  }
  const sigma = (2 * radius + 1) / 6;
  for (let dy = Math.max(-radius, -y); dy <= Math.min(radius, height - 1 - y); dy++) {
    for (let dx = Math.max(-radius, -x); dx <= Math.min(radius, width - 1 - x); dx++) {
      const value = exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
      const at = (y + dy) * width + x + dx;
      if (value > heatmap[at]) heatmap[at] = value;
    }
  }
}

export interface CenterTargetOptions {
  /** Pixels a cell of the output map. 4 in the paper. */
  stride: number;
  heatmapWidth: number;
  heatmapHeight: number;
  classes: number;
  minOverlap?: number;
  rule?: RadiusRule;
}

export interface CenterTarget {
  /** [classes, heatmapHeight, heatmapWidth]. */
  heatmap: Float64Array;
  /** One entry a box. */
  objects: (CenterCode & { label: number; radius: number })[];
}

/**
 * CenterNet's training target: a Gaussian peak a box in its class's map, and each centre's offset and size.
 * @param boxes [n, 4] xyxy pixels  @param labels [n] 0..classes−1
 * @example the box (21, 23.5, 48.5, 61.75) at stride 4: peak at cell (8, 10), offset 0.6875, 0.65625, size 6.875 × 9.5625
 * @throws EngineInputError when a centre lies outside the map, a label is no class, or a box has a side that is not above 0
 */
export function encodeCenterTarget(boxes: BoxArray, labels: ArrayLike<number>, options: CenterTargetOptions): CenterTarget {
  const { stride, heatmapWidth, heatmapHeight, classes, minOverlap = 0.7, rule = "geometric" } = options;
  const n = requireBoxes("boxes", boxes);
  requireLength("labels", labels, n);
  requireCount("heatmapWidth", heatmapWidth, 1);
  requireCount("heatmapHeight", heatmapHeight, 1);
  requireCount("classes", classes, 1);
  const cells = heatmapWidth * heatmapHeight;
  const heatmap = new Float64Array(classes * cells);
  const objects: CenterTarget["objects"] = [];
  for (let i = 0; i < n; i++) {
    const label = labels[i];
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new EngineInputError(`labels[${i}]`, `must be a class in 0..${classes - 1}`, label);
    }
    const code = encodeCenter(boxAt(boxes, i), stride);
    const { radius } = splatRadius(code.size[1], code.size[0], minOverlap, rule);
    splatGaussian(heatmap.subarray(label * cells, (label + 1) * cells), heatmapWidth, heatmapHeight, code.x, code.y, radius);
    objects.push({ ...code, label, radius });
  }
  return { heatmap, objects };
}

/** Cells of a heatmap that equal the maximum of their 3 × 3 neighbourhood and are above 0 (a plateau gives several). */
export function heatmapPeaks(heatmap: BoxArray, classes: number, height: number, width: number): Int32Array {
  requireLength("heatmap", heatmap, classes * height * width);
  const peaks: number[] = [];
  for (let c = 0, at = 0; c < classes; c++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        const value = heatmap[at];
        if (!(value > 0)) continue;
        let peak = true;
        for (let dy = y > 0 ? -1 : 0; peak && dy <= (y < height - 1 ? 1 : 0); dy++) {
          for (let dx = x > 0 ? -1 : 0; dx <= (x < width - 1 ? 1 : 0); dx++) {
            if (heatmap[at + dy * width + dx] > value) {
              peak = false;
              break;
            }
          }
        }
        if (peak) peaks.push(at);
      }
    }
  }
  return Int32Array.from(peaks);
}

export interface CenterMaps {
  /** [classes, height, width], probabilities. */
  heatmap: BoxArray;
  /** [2, height, width]: x, y offsets, cells. */
  offset: BoxArray;
  /** [2, height, width]: widths, heights, cells. */
  size: BoxArray;
  classes: number;
  height: number;
  width: number;
}

export interface CenterDetection {
  label: number;
  score: number;
  box: BoxXYXY;
}

/**
 * CenterNet's decoding: the peaks of all classes (3 × 3 maximum, in place of NMS), the best topK of them, each with the
 * offset and size read at its cell. Equal scores: lower class, then row, then column.
 * Source: Objects as Points (arXiv:1904.07850) §4.
 * @returns boxes in pixels, best first; fewer than topK where there are fewer peaks
 * @throws EngineInputError when a map's size disagrees with classes, height and width
 */
export function decodeCenterMaps(maps: CenterMaps, stride: number, topK = 100): CenterDetection[] {
  const { heatmap, offset, size, classes, height, width } = maps;
  requirePositive("stride", stride);
  requireCount("topK", topK);
  const cells = height * width;
  requireLength("offset", offset, 2 * cells);
  requireLength("size", size, 2 * cells);
  const peaks = heatmapPeaks(heatmap, classes, height, width);
  const scores = Float64Array.from(peaks, (at) => heatmap[at]);
  return Array.from(rankByScore(scores).subarray(0, topK), (k) => {
    const cell = peaks[k] % cells;
    const code: CenterCode = {
      x: cell % width,
      y: Math.floor(cell / width),
      offset: [offset[cell], offset[cells + cell]],
      size: [size[cell], size[cells + cell]],
    };
    return { label: Math.floor(peaks[k] / cells), score: scores[k], box: decodeCenter(code, stride) };
  });
}
