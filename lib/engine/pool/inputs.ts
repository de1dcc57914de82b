import { EngineInputError, requireLength } from "../errors";
import { requireCount, requirePositive } from "../boxes/shape";
import type { NdArray } from "../boxes/types";

/** Where the channel axis of a map lies: PyTorch's order, or that of TensorFlow.js. */
export type Layout = "NCHW" | "NHWC";

/** RoIs, flat [n, 5]: batch index, x1, y1, x2, y2 in image pixels. */
export type RoiArray = Float32Array | Float64Array | readonly number[];

export interface MapShape {
  readonly batch: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

export interface PoolOptions {
  /** [rows, columns] of the output grid, or one number for both. */
  readonly outputSize: number | readonly [number, number];
  /** Map cells per image pixel (1/stride). Default 1. */
  readonly spatialScale?: number;
  /** Default "NCHW". The output and the gradients have the same order. */
  readonly layout?: Layout;
}

/** Reads a map's four sizes. @throws EngineInputError for another rank, an empty plane or a length that does not fit */
export function readMap(argument: string, map: NdArray, layout: Layout): MapShape {
  const { shape } = map;
  if (shape.length !== 4) throw new EngineInputError(argument, `must have 4 axes (${layout})`, `shape [${shape.join(", ")}]`);
  const [batch, a, b, c] = shape;
  const [channels, height, width] = layout === "NCHW" ? [a, b, c] : [c, a, b];
  requireCount(`${argument}.shape (batch)`, batch);
  requireCount(`${argument}.shape (channels)`, channels);
  requireCount(`${argument}.shape (height)`, height, 1);
  requireCount(`${argument}.shape (width)`, width, 1);
  requireLength(`${argument}.data`, map.data, batch * channels * height * width);
  return { batch, channels, height, width };
}

/** Reads the layout, the grid and the scale. */
export function readPoolOptions(options: PoolOptions): { rows: number; columns: number; scale: number; layout: Layout } {
  const { outputSize, spatialScale = 1, layout = "NCHW" } = options;
  const [rows, columns] = typeof outputSize === "number" ? [outputSize, outputSize] : outputSize;
  requireCount("outputSize[0]", rows, 1);
  requireCount("outputSize[1]", columns, 1);
  requirePositive("spatialScale", spatialScale);
  if (layout !== "NCHW" && layout !== "NHWC") throw new EngineInputError("layout", "must be NCHW or NHWC", layout);
  return { rows, columns, scale: spatialScale, layout };
}

/** The number of RoIs. @throws EngineInputError for a length that is not a multiple of 5, a number that is not finite, or a batch index out of range */
export function readRois(rois: RoiArray, batch: number): number {
  if (rois.length % 5 !== 0) throw new EngineInputError("rois", "must hold 5 numbers a RoI (shape [n, 5], flat)", rois);
  for (let i = 0; i < rois.length; i++) {
    const value = rois[i];
    if (!Number.isFinite(value)) throw new EngineInputError(`rois[${Math.floor(i / 5)}][${i % 5}]`, "must be a finite number", value);
    if (i % 5 === 0 && !(Number.isInteger(value) && value >= 0 && value < batch)) {
      throw new EngineInputError(`rois[${i / 5}][0]`, `must be a batch index in 0..${batch - 1}`, value);
    }
  }
  return rois.length / 5;
}

/**
 * RoIs [n, 5] from xyxy boxes [n, 4] of one image.
 * @example roisOf([0, 0, 8, 8]) → [0, 0, 0, 8, 8]
 */
export function roisOf(boxes: ArrayLike<number>, batchIndex = 0): Float64Array {
  if (boxes.length % 4 !== 0) throw new EngineInputError("boxes", "must hold 4 numbers a box (shape [n, 4], flat)", boxes);
  const out = new Float64Array((boxes.length / 4) * 5);
  for (let i = 0, o = 0; i < boxes.length; i += 4) {
    out[o++] = batchIndex;
    for (let k = 0; k < 4; k++) out[o++] = boxes[i + k];
  }
  return out;
}

export function outputShape(n: number, channels: number, rows: number, columns: number, layout: Layout): number[] {
  return layout === "NCHW" ? [n, channels, rows, columns] : [n, rows, columns, channels];
}

/** A new array of the features' precision, or `out` checked. */
export function outputArray(
  out: Float32Array | Float64Array | undefined,
  like: NdArray["data"],
  length: number,
): Float32Array | Float64Array {
  if (out !== undefined) {
    requireLength("out", out, length);
    return out;
  }
  return like instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
}
