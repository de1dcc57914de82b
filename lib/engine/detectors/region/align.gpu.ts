import * as tf from "@tensorflow/tfjs-core";
import { roiAlign, roiAlignGrad } from "../../pool";
import { REGION_ALIGN } from "./head";

/**
 * RoIAlign as a TF.js op that trains: both ways by the plain functions, on numbers fetched at once (WASM and CPU; not WebGPU).
 * @param map [n, h, w, c]  @param rois [m, 5]: picture, x1, y1, x2, y2 in pixels  @returns [m, 3, 3, c]
 */
export function alignRegions(map: tf.Tensor4D, rois: Float64Array): tf.Tensor4D {
  const op = tf.customGrad((x) => {
    const features = x as tf.Tensor4D;
    const { shape, data } = roiAlign({ shape: features.shape, data: features.dataSync() as Float32Array }, rois, REGION_ALIGN);
    return {
      value: tf.tensor4d(Float32Array.from(data), shape as [number, number, number, number]),
      gradFunc: (dy: tf.Tensor) => {
        const back = roiAlignGrad({ shape: dy.shape, data: dy.dataSync() as Float32Array }, features.shape, rois, REGION_ALIGN);
        return tf.tensor4d(Float32Array.from(back.data), features.shape);
      },
    };
  });
  return op(map) as tf.Tensor4D;
}
