import { EngineInputError, requireLength } from "../errors";
import { requireCount } from "../boxes/shape";
import type { NdArray } from "../boxes/types";
import { axisTaps, fillTaps, sampleAt } from "./axis-taps";
import { alignChannelsFirst, alignChannelsLast, spreadBack, type AlignJob } from "./align-kernels";
import { simdAligner } from "./simd";
import { outputArray, outputShape, readMap, readPoolOptions, readRois, type PoolOptions, type RoiArray } from "./inputs";

export interface RoiAlignOptions extends PoolOptions {
  /** Samples along each side of a bin; 0 (the default) = ⌈RoI side in cells / bins⌉. */
  readonly samplingRatio?: number;
  /**
   * true (the default): cell centres lie at halves, so half a cell is taken off the scaled corners (Detectron2).
   * false: not shifted, and a RoI is at least 1×1 cell (the first releases; torchvision's default).
   */
  readonly aligned?: boolean;
}

export interface Pooled {
  /** [n, C, rows, columns], or [n, rows, columns, C] for NHWC. */
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
}

/** Corner and sides of a RoI in map cells, and samples along each side of a bin. */
interface PlacedRoi {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly samplesX: number;
  readonly samplesY: number;
}

/** Scales and shifts the RoI whose x1 stands at `at`. A RoI without extent, sampled adaptively, has no samples: its mean is 0. */
function placeRoi(
  rois: ArrayLike<number>,
  at: number,
  rows: number,
  columns: number,
  scale: number,
  samplingRatio: number,
  aligned: boolean,
): PlacedRoi {
  const shift = aligned ? 0.5 : 0;
  const x = rois[at] * scale - shift;
  const y = rois[at + 1] * scale - shift;
  let width = rois[at + 2] * scale - shift - x;
  let height = rois[at + 3] * scale - shift - y;
  if (!aligned) {
    width = Math.max(width, 1);
    height = Math.max(height, 1);
  }
  const samplesX = samplingRatio > 0 ? samplingRatio : Math.max(0, Math.ceil(width / columns));
  const samplesY = samplingRatio > 0 ? samplingRatio : Math.max(0, Math.ceil(height / rows));
  return { x, y, width, height, samplesX, samplesY };
}

function fillJob(job: AlignJob, roi: PlacedRoi): void {
  const none = roi.samplesX === 0 || roi.samplesY === 0;
  fillTaps(job.y, job.rows, roi.y, roi.height / job.rows, none ? 0 : roi.samplesY, job.map.height);
  fillTaps(job.x, job.columns, roi.x, roi.width / job.columns, none ? 0 : roi.samplesX, job.map.width);
}

function readAlign(options: RoiAlignOptions): { samplingRatio: number; aligned: boolean } {
  const { samplingRatio = 0, aligned = true } = options;
  if (!(Number.isInteger(samplingRatio) && samplingRatio <= 64))
    throw new EngineInputError("samplingRatio", "must be a whole number of at most 64 (0 or less: adaptive)", samplingRatio);
  return { samplingRatio, aligned };
}

/**
 * RoIAlign: each bin of the RoI is the mean of bilinear samples of the map, without rounding.
 * out[r, c, p, q] = Σᵧ Σₓ Wy[p, y] Wx[q, x] F[c, y, x]: the samples' weights split by axis, so a plane costs one pass along x
 * over the rows in use and one along y. Single-precision features and output are summed in single precision with
 * WebAssembly SIMD where there is one, everything else in double precision; the two differ by rounding only (about 1e-6).
 * Source: He et al., arXiv:1703.06870, section 3; border and size rules of torchvision's `roi_align`.
 * O(n · C · (map rows of the RoI · columns · taps + rows · columns · taps)).
 * @param features [N, C, H, W] (or NHWC); @param rois [n, 5]: batch index, x1, y1, x2, y2 in image pixels
 * @param out filled and returned instead of a new array of the features' precision
 * @throws EngineInputError for shapes that do not fit or a batch index out of range
 * @example features F[y][x] = x, RoI (1, 1, 6, 6), 1×1 bin, aligned: 3 (the RoI's middle, 3.5, less half a cell)
 */
export function roiAlign(features: NdArray, rois: RoiArray, options: RoiAlignOptions, out?: Float32Array | Float64Array): Pooled {
  const { rows, columns, scale, layout } = readPoolOptions(options);
  const { samplingRatio, aligned } = readAlign(options);
  const map = readMap("features", features, layout);
  const n = readRois(rois, map.batch);
  const perRoi = map.channels * rows * columns;
  const data = outputArray(out, features.data, n * perRoi);
  const values =
    features.data instanceof Float32Array || features.data instanceof Float64Array ? features.data : Float64Array.from(features.data);
  const job: AlignJob = { map, rows, columns, y: axisTaps(rows, map.height), x: axisTaps(columns, map.width) };
  const scratch = new Float64Array(map.height * columns * (layout === "NCHW" ? 4 : map.channels));
  const kernel = layout === "NCHW" ? alignChannelsFirst : alignChannelsLast;
  const plane = map.channels * map.height * map.width;
  const simd =
    n > 0 && values instanceof Float32Array && data instanceof Float32Array ? simdAligner(values, map, layout, rows, columns) : null;
  for (let i = 0; i < n; i++) {
    fillJob(job, placeRoi(rois, 5 * i + 1, rows, columns, scale, samplingRatio, aligned));
    if (simd && data instanceof Float32Array) simd.align(job, rois[5 * i], data, i * perRoi);
    else kernel(values, rois[5 * i] * plane, job, scratch, data, i * perRoi);
  }
  return { shape: outputShape(n, map.channels, rows, columns, layout), data };
}

/**
 * Gradient of RoIAlign with respect to the map: dF[c, y, x] = Σ over RoIs and bins of Wy[p, y] Wx[q, x] · dOut[r, c, p, q].
 * @param gradOutput same shape as `roiAlign`'s output; @param featureShape shape of the map
 * @returns the map's shape and a Float64Array
 */
export function roiAlignGrad(
  gradOutput: NdArray,
  featureShape: readonly number[],
  rois: RoiArray,
  options: RoiAlignOptions,
): { shape: readonly number[]; data: Float64Array } {
  const { rows, columns, scale, layout } = readPoolOptions(options);
  const { samplingRatio, aligned } = readAlign(options);
  featureShape.forEach((side, axis) => requireCount(`featureShape[${axis}]`, side));
  const data = new Float64Array(featureShape.reduce((a, b) => a * b, 1));
  const map = readMap("featureShape", { shape: featureShape, data }, layout);
  const n = readRois(rois, map.batch);
  const perRoi = map.channels * rows * columns;
  requireLength("gradOutput.data", gradOutput.data, n * perRoi);
  const job: AlignJob = { map, rows, columns, y: axisTaps(rows, map.height), x: axisTaps(columns, map.width) };
  const plane = map.channels * map.height * map.width;
  for (let i = 0; i < n; i++) {
    fillJob(job, placeRoi(rois, 5 * i + 1, rows, columns, scale, samplingRatio, aligned));
    spreadBack(gradOutput.data, i * perRoi, layout, job, data, rois[5 * i] * plane);
  }
  return { shape: [...featureShape], data };
}

/**
 * Where the samples of one RoI lie, for drawing: Float64Array [rows · columns · samples², 2] of (x, y) in map cells
 * (cell centres at whole numbers), bin by bin.
 */
export function roiAlignSamples(
  roi: readonly [number, number, number, number],
  options: RoiAlignOptions,
): { points: Float64Array; samplesY: number; samplesX: number } {
  const { rows, columns, scale } = readPoolOptions(options);
  const { samplingRatio, aligned } = readAlign(options);
  readRois([0, ...roi], 1);
  const { x, y, width, height, samplesX, samplesY } = placeRoi(roi, 0, rows, columns, scale, samplingRatio, aligned);
  const points = new Float64Array(2 * rows * columns * samplesY * samplesX);
  let o = 0;
  for (let p = 0; p < rows; p++) {
    for (let q = 0; q < columns; q++) {
      for (let i = 0; i < samplesY; i++) {
        for (let j = 0; j < samplesX; j++) {
          points[o++] = sampleAt(x + q * (width / columns), width / columns, j, samplesX);
          points[o++] = sampleAt(y + p * (height / rows), height / rows, i, samplesY);
        }
      }
    }
  }
  return { points, samplesY, samplesX };
}
