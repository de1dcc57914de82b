import { EngineInputError, requireLength } from "../errors";
import { requireCount } from "../boxes/shape";
import type { NdArray } from "../boxes/types";
import {
  outputArray,
  outputShape,
  readMap,
  readPoolOptions,
  readRois,
  type Layout,
  type MapShape,
  type PoolOptions,
  type RoiArray,
} from "./inputs";

export interface MaxPooled {
  /** [n, C, rows, columns], or [n, rows, columns, C] for NHWC. */
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
  /** Same shape: which cell (y · width + x of its plane) won; −1 for an empty bin. */
  readonly argmax: Int32Array;
}

/** Whole cells of one RoI: first cell, and cells along each side (at least 1). */
export interface QuantizedRoi {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** C's round(): halves away from zero. */
function roundAway(v: number): number {
  return v < 0 ? -Math.round(-v) : Math.round(v);
}

/**
 * The RoI that max pooling really uses: corners scaled and rounded (halves away from zero), both end cells included.
 * @param roi xyxy image pixels
 * @example quantizeRoi([0, 0, 100, 60], 1 / 16) → { x: 0, y: 0, width: 7, height: 5 } (6.25 → 6, 3.75 → 4)
 */
export function quantizeRoi(roi: ArrayLike<number>, spatialScale: number, at = 0): QuantizedRoi {
  const x = roundAway(roi[at] * spatialScale);
  const y = roundAway(roi[at + 1] * spatialScale);
  const width = Math.max(roundAway(roi[at + 2] * spatialScale) - x + 1, 1);
  const height = Math.max(roundAway(roi[at + 3] * spatialScale) - y + 1, 1);
  return { x, y, width, height };
}

/**
 * Cells of each bin along one axis, cut to the map: bin p covers [⌊p·n/bins⌋, ⌈(p+1)·n/bins⌉) from `start`.
 * @returns Int32Array [bins, 2]: first cell, end (excluded); neighbouring bins may share a cell
 */
export function binCells(start: number, cells: number, bins: number, size: number): Int32Array {
  const out = new Int32Array(2 * bins);
  const step = cells / bins;
  for (let p = 0; p < bins; p++) {
    out[2 * p] = Math.min(Math.max(Math.floor(p * step) + start, 0), size);
    out[2 * p + 1] = Math.min(Math.max(Math.ceil((p + 1) * step) + start, 0), size);
  }
  return out;
}

interface Steps {
  readonly cell: number;
  readonly plane: number;
  readonly bin: number;
  readonly channel: number;
}

function stepsOf(layout: Layout, map: MapShape, bins: number): Steps {
  return layout === "NCHW"
    ? { cell: 1, plane: map.height * map.width, bin: 1, channel: bins }
    : { cell: map.channels, plane: 1, bin: map.channels, channel: 1 };
}

/**
 * RoI max pooling: corners are rounded to cells, each bin takes the largest value of its cells; empty bins (outside the map)
 * give 0. Of equal values the first in row-major order wins.
 * Source: Girshick, arXiv:1504.08083, section 2.1; conventions of torchvision's `roi_pool`. O(n · C · cells of the RoI).
 * @param features [N, C, H, W] (or NHWC); @param rois [n, 5]: batch index, x1, y1, x2, y2 in image pixels
 * @param out filled and returned instead of a new array of the features' precision
 * @throws EngineInputError for shapes that do not fit or a batch index out of range
 * @example features F[y][x] = x on 8×8, RoI (0, 0, 7, 7), 2×2 bins: [3, 7, 3, 7]
 */
export function roiMaxPool(features: NdArray, rois: RoiArray, options: PoolOptions, out?: Float32Array | Float64Array): MaxPooled {
  const { rows, columns, scale, layout } = readPoolOptions(options);
  const map = readMap("features", features, layout);
  const n = readRois(rois, map.batch);
  const bins = rows * columns;
  const perRoi = map.channels * bins;
  const data = outputArray(out, features.data, n * perRoi);
  const argmax = new Int32Array(n * perRoi);
  const values = features.data;
  const step = stepsOf(layout, map, bins);
  for (let i = 0; i < n; i++) {
    const roi = quantizeRoi(rois, scale, 5 * i + 1);
    const ys = binCells(roi.y, roi.height, rows, map.height);
    const xs = binCells(roi.x, roi.width, columns, map.width);
    const image = rois[5 * i] * map.channels * map.height * map.width;
    for (let c = 0; c < map.channels; c++) {
      const base = image + c * step.plane;
      let o = i * perRoi + c * step.channel;
      for (let p = 0; p < rows; p++) {
        for (let q = 0; q < columns; q++, o += step.bin) {
          let best = -Infinity;
          let at = -1;
          for (let y = ys[2 * p]; y < ys[2 * p + 1]; y++) {
            for (let x = xs[2 * q], cell = y * map.width + x; x < xs[2 * q + 1]; x++, cell++) {
              const v = values[base + cell * step.cell];
              if (v > best) {
                best = v;
                at = cell;
              }
            }
          }
          data[o] = at < 0 ? 0 : best;
          argmax[o] = at;
        }
      }
    }
  }
  return { shape: outputShape(n, map.channels, rows, columns, layout), data, argmax };
}

/**
 * Gradient of RoI max pooling with respect to the map: each bin's gradient goes to its winner; several bins add up.
 * @param gradOutput values in the shape of `pooled`; @param featureShape shape of the map
 * @returns the map's shape and a Float64Array
 */
export function roiMaxPoolGrad(
  gradOutput: ArrayLike<number>,
  pooled: Pick<MaxPooled, "argmax">,
  featureShape: readonly number[],
  rois: RoiArray,
  options: PoolOptions,
): { shape: readonly number[]; data: Float64Array } {
  const { rows, columns, layout } = readPoolOptions(options);
  featureShape.forEach((side, axis) => requireCount(`featureShape[${axis}]`, side));
  const data = new Float64Array(featureShape.reduce((a, b) => a * b, 1));
  const map = readMap("featureShape", { shape: featureShape, data }, layout);
  const n = readRois(rois, map.batch);
  const bins = rows * columns;
  const perRoi = map.channels * bins;
  requireLength("gradOutput", gradOutput, n * perRoi);
  requireLength("pooled.argmax", pooled.argmax, n * perRoi);
  const step = stepsOf(layout, map, bins);
  const cells = map.height * map.width;
  for (let i = 0; i < n; i++) {
    const image = rois[5 * i] * map.channels * cells;
    for (let c = 0; c < map.channels; c++) {
      for (let b = 0, o = i * perRoi + c * step.channel; b < bins; b++, o += step.bin) {
        const cell = pooled.argmax[o];
        if (cell >= cells) throw new EngineInputError("pooled.argmax", `must name cells below ${cells}`, cell);
        if (cell >= 0) data[image + c * step.plane + cell * step.cell] += gradOutput[o];
      }
    }
  }
  return { shape: [...featureShape], data };
}
