/** What R-CNN knows of each crop: the backbone's top map, averaged. */
import * as tf from "@tensorflow/tfjs-core";
import { createNetwork, type NetworkSpec } from "../../nets";
import { createGpuNetwork, forwardGpu, type GpuNetwork } from "../../nets/network.gpu";
import type { BoxArray } from "../../boxes";
import { BACKBONE_TOP, INPUT_SHAPE } from "../backbone";
import type { Pixels } from "../outputs.gpu";
import { CROP_SIDE, warpCrops } from "./crops";

/** Numbers a crop: 128 channels averaged over the whole 7×7 map, then over its four overlapping 4×4 quarters. */
export const RCNN_FEATURES = 128 * 5;
const BATCH = 50;

/** The backbone for whole pictures, and the same weights for crops. */
export interface CropNetwork {
  readonly main: GpuNetwork;
  readonly crops: GpuNetwork;
}

export function cropNetwork(spec: NetworkSpec): CropNetwork {
  const layers = spec.layers.slice(0, spec.layers.findIndex(({ name }) => name === BACKBONE_TOP) + 1);
  const weights = Object.fromEntries(Object.entries(spec.weights).filter(([name]) => layers.some((layer) => layer.name === name)));
  const main = createGpuNetwork(createNetwork({ inputShape: INPUT_SHAPE, layers, weights }));
  const crops = createNetwork({ inputShape: [3, CROP_SIDE, CROP_SIDE], layers, weights });
  return { main, crops: { network: crops, weights: main.weights, dispose: () => main.dispose() } };
}

/** Features of every box of a picture: Float32Array [n, 640]. */
export async function cropFeatures({ crops }: CropNetwork, pixels: Pixels, boxes: BoxArray): Promise<Float32Array> {
  const n = boxes.length / 4;
  const out = new Float32Array(n * RCNN_FEATURES);
  for (let first = 0; first < n; first += BATCH) {
    const part = boxes.slice(4 * first, 4 * (first + BATCH));
    const features = tf.tidy(() => {
      const images = tf.tensor4d(warpCrops(pixels, part), [part.length / 4, CROP_SIDE, CROP_SIDE, 3]);
      const top = forwardGpu(crops, images).output as tf.Tensor4D;
      const quarters = tf.avgPool(top, 4, 3, "valid");
      return tf.concat([tf.mean(top, [1, 2]), tf.reshape(quarters, [part.length / 4, 4 * 128])], 1);
    });
    out.set(await features.data(), first * RCNN_FEATURES);
    features.dispose();
  }
  return out;
}
