import * as tf from "@tensorflow/tfjs-core";
import { roiAlign, roiAlignGrad, roiMaxPool, roiMaxPoolGrad } from "../../pool";
import { REGION_ALIGN, REGION_MAX, type RegionPooling } from "./head";

interface Pooling {
  readonly value: tf.Tensor4D;
  /** The gradient with respect to the map. */
  readonly back: (dy: Float32Array) => Float64Array;
}

/** Both ways of pooling by the plain functions. @param data [n, h, w, c] */
function pooled(shape: readonly number[], data: Float32Array, rois: Float64Array, way: RegionPooling): Pooling {
  const tensor = (of: { readonly shape: readonly number[]; readonly data: ArrayLike<number> }) =>
    tf.tensor4d(Float32Array.from(of.data), of.shape as [number, number, number, number]);
  if (way === "max") {
    const found = roiMaxPool({ shape, data }, rois, REGION_MAX);
    return { value: tensor(found), back: (dy) => roiMaxPoolGrad(dy, found, shape, rois, REGION_MAX).data };
  }
  const found = roiAlign({ shape, data }, rois, REGION_ALIGN);
  return { value: tensor(found), back: (dy) => roiAlignGrad({ shape: found.shape, data: dy }, shape, rois, REGION_ALIGN).data };
}

/**
 * RoIAlign or RoI max pooling as a TF.js op that trains: both ways by the plain functions, on numbers fetched at once (WASM and CPU; not
 * WebGPU).
 * @param map [n, h, w, c]  @param rois [m, 5]: picture, x1, y1, x2, y2 in pixels  @returns [m, 3, 3, c]
 */
export function poolForTraining(map: tf.Tensor4D, rois: Float64Array, way: RegionPooling = "align"): tf.Tensor4D {
  const op = tf.customGrad((x) => {
    const features = x as tf.Tensor4D;
    const { value, back } = pooled(features.shape, features.dataSync<"float32">() as Float32Array, rois, way);
    return {
      value,
      gradFunc: (dy: tf.Tensor) => tf.tensor4d(Float32Array.from(back(dy.dataSync<"float32">() as Float32Array)), features.shape),
    };
  });
  return op(map) as tf.Tensor4D;
}
