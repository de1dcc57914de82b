import * as tf from "@tensorflow/tfjs-core";
import { roiAlign, roiMaxPool } from "../../pool";
import { forwardGpu, type GpuNetwork } from "../../nets/network.gpu";
import { REGION_ALIGN, REGION_BINS, REGION_CHANNELS, REGION_MAX, type RegionPooling } from "./head";

/** What the head says of every region: logits [n, 21] and deltas [n, 4]. */
export interface RegionAnswers {
  readonly logits: Float32Array;
  readonly deltas: Float32Array;
}

/** Runs the head over pooled regions [n, 3, 3, 128] on the backend. */
export async function headAnswers(head: GpuNetwork, pooled: Float32Array): Promise<RegionAnswers> {
  const n = pooled.length / (REGION_BINS * REGION_BINS * REGION_CHANNELS);
  if (n === 0) return { logits: new Float32Array(), deltas: new Float32Array() };
  const outputs = tf.tidy(() => {
    const { activations } = forwardGpu(head, tf.tensor4d(pooled, [n, REGION_BINS, REGION_BINS, REGION_CHANNELS]));
    return [tf.clone(activations.cls), tf.clone(activations.box)];
  });
  const [logits, deltas] = (await Promise.all(outputs.map((tensor) => tensor.data()))) as Float32Array[];
  tf.dispose(outputs);
  return { logits, deltas };
}

/** RoIAlign, or RoI max pooling, over maps fetched from the backend. @param map [n, 14, 14, 128]  @param rois [m, 5]  @returns [m, 3, 3, 128] */
export function poolRegions(
  map: { readonly shape: readonly number[]; readonly data: Float32Array },
  rois: Float64Array,
  way: RegionPooling = "align",
): Float32Array {
  return (way === "max" ? roiMaxPool(map, rois, REGION_MAX) : roiAlign(map, rois, REGION_ALIGN)).data as Float32Array;
}
