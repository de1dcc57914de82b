/** What the simulation makes of a map: a RoI pooled by maxima and by RoIAlign, and the staircase of a RoI that moves. */
import { binCells, quantizeRoi, roiAlign, roiAlignSamples, roiMaxPool } from "@/lib/engine/pool";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { CHANNELS, SIDE, STRIDE, type Mapped } from "./mapped";

const CELLS = SIDE * SIDE;
/** Samples along each side of a bin, as our Fast R-CNN was trained. */
export const SAMPLES = 2;

const maxOptions = (bins: number) => ({ outputSize: bins, spatialScale: 1 / STRIDE });
const alignOptions = (bins: number) => ({ ...maxOptions(bins), samplingRatio: SAMPLES, aligned: true });
const asRoi = (roi: BoxXYXY) => Float64Array.from([0, ...roi]);

/** The channels by their largest value, strongest first. */
export function channelsByStrength({ map }: Mapped): number[] {
  const largest = Array.from({ length: CHANNELS }, (_, c) => map.subarray(c * CELLS, (c + 1) * CELLS).reduce((a, b) => Math.max(a, b), 0));
  return Array.from({ length: CHANNELS }, (_, c) => c).sort((a, b) => largest[b] - largest[a] || a - b);
}

/** [SIDE, SIDE] of one channel. */
export const channelOf = ({ map }: Mapped, channel: number): Float64Array =>
  Float64Array.from(map.subarray(channel * CELLS, (channel + 1) * CELLS));

/** The rounded RoI's cells: first and last along each axis, the last ones possibly beyond the map. */
export interface Rounded {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}
export function roundedOf(roi: BoxXYXY): Rounded {
  const { x, y, width, height } = quantizeRoi(roi, 1 / STRIDE);
  return { x: [x, x + width - 1], y: [y, y + height - 1] };
}

/** [first, end) of each bin along x and y. */
export interface Bins {
  readonly xs: readonly (readonly [number, number])[];
  readonly ys: readonly (readonly [number, number])[];
}
export function binsOf(roi: BoxXYXY, bins: number): Bins {
  const { x, y, width, height } = quantizeRoi(roi, 1 / STRIDE);
  const pairs = (flat: Int32Array) => Array.from({ length: bins }, (_, p) => [flat[2 * p], flat[2 * p + 1]] as const);
  return { xs: pairs(binCells(x, width, bins, SIDE)), ys: pairs(binCells(y, height, bins, SIDE)) };
}

export interface Pooled {
  /** [bins · bins] by maxima, and the cell that won each. */
  readonly max: readonly number[];
  readonly winners: readonly number[];
  /** [bins · bins] by RoIAlign. */
  readonly align: readonly number[];
}

/** One channel pooled both ways. @param values [SIDE, SIDE] */
export function pooledOf(values: Float64Array, roi: BoxXYXY, bins: number): Pooled {
  const features = { shape: [1, 1, SIDE, SIDE], data: values };
  const { data, argmax } = roiMaxPool(features, asRoi(roi), maxOptions(bins));
  return { max: [...data], winners: [...argmax], align: [...roiAlign(features, asRoi(roi), alignOptions(bins)).data] };
}

/** Where RoIAlign reads in each bin, in cells with their corners at whole numbers. */
export function samplesOf(roi: BoxXYXY, bins: number): (readonly [number, number])[][] {
  const { points } = roiAlignSamples(roi, alignOptions(bins));
  const each = SAMPLES * SAMPLES;
  return Array.from({ length: bins * bins }, (_, bin) =>
    Array.from({ length: each }, (_, i) => [points[2 * (bin * each + i)] + 0.5, points[2 * (bin * each + i) + 1] + 0.5] as const),
  );
}

/** The map read between its cells, as RoIAlign does. @param x, y with cell corners at whole numbers */
export function between(values: ArrayLike<number>, x: number, y: number): number {
  const [cx, cy] = [Math.min(Math.max(x - 0.5, 0), SIDE - 1), Math.min(Math.max(y - 0.5, 0), SIDE - 1)];
  const [left, top] = [Math.floor(cx), Math.floor(cy)];
  const [right, bottom] = [Math.min(left + 1, SIDE - 1), Math.min(top + 1, SIDE - 1)];
  const [fx, fy] = [cx - left, cy - top];
  const row = (at: number) => values[at * SIDE + left] * (1 - fx) + values[at * SIDE + right] * fx;
  return row(top) * (1 - fy) + row(bottom) * fy;
}

/** Pixels that the staircase moves a RoI to the right. */
export const MOVES = 16;

/** How much of the pooled numbers of all channels a step of one pixel changes: Σ|new − old| ÷ Σ|old|, for steps 1 … MOVES. */
export interface Staircase {
  readonly max: readonly number[];
  readonly align: readonly number[];
}

/** The box of the same size as near to `roi` as lets it move to the right inside the picture. */
export const withRoom = ([x1, y1, x2, y2]: BoxXYXY, width: number): BoxXYXY => {
  const back = Math.max(0, x2 + MOVES - width);
  return [x1 - Math.min(back, x1), y1, x2 - Math.min(back, x1), y2];
};

export function staircaseOf({ map }: Pick<Mapped, "map">, roi: BoxXYXY, bins: number): Staircase {
  const [x1, y1, x2, y2] = roi;
  const rois = Float64Array.from(Array.from({ length: MOVES + 1 }, (_, i) => [0, x1 + i, y1, x2 + i, y2]).flat());
  const features = { shape: [1, CHANNELS, SIDE, SIDE], data: map };
  const changes = (data: ArrayLike<number>): number[] => {
    const each = CHANNELS * bins * bins;
    return Array.from({ length: MOVES }, (_, i) => {
      let [moved, size] = [0, 0];
      for (let k = 0; k < each; k++) {
        moved += Math.abs(data[(i + 1) * each + k] - data[i * each + k]);
        size += Math.abs(data[i * each + k]);
      }
      return size > 0 ? moved / size : 0;
    });
  };
  return {
    max: changes(roiMaxPool(features, rois, maxOptions(bins)).data),
    align: changes(roiAlign(features, rois, alignOptions(bins)).data),
  };
}
