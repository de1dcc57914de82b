/** The TF.js twin of occlusion: many hidden places in one pass. */
import * as tf from "@tensorflow/tfjs-core";
import type { NdArray } from "../boxes/types";
import { toChannelsLast } from "../nets/network.gpu";
import type { Batched } from "./gradients.gpu";
import { inBatches } from "./long-run";
import { occlusionPlan, type Occlusion, type OcclusionOptions } from "./occlusion";
import type { GpuMethod } from "./subject.gpu";

/** Places in one pass. */
const BATCH = 16;

export interface OcclusionRun extends OcclusionOptions, Batched {
  /** A picture that the patch shows its part of, instead of `fill`: the same picture blurred, say. [C, H, W]. */
  readonly behind?: NdArray;
  /** Called after every batch with all scores; those from `done` on are still 0. */
  onScores?(scores: Float64Array, done: number): void;
}

/**
 * The twin of `occlusion`, same places and same map.
 * @throws Aborted between batches when asked to stop
 */
export const occlusionGpu: GpuMethod<OcclusionRun, Occlusion> = async (subject, options) => {
  const [, h, w] = subject.image.shape;
  const { rows, columns, patch, stride, colours, finish } = occlusionPlan(subject.image.shape, options);
  const scores = new Float64Array(rows * columns);
  await inBatches(scores.length, options.batch ?? BATCH, options, async (from, to) => {
    const shown = new Float32Array((to - from) * h * w).fill(1);
    for (let place = from; place < to; place++) {
      const corner = (place - from) * h * w + Math.floor(place / columns) * stride * w + (place % columns) * stride;
      for (let y = 0; y < patch; y++) shown.fill(0, corner + y * w, corner + y * w + patch);
    }
    const images = tf.tidy(() => {
      const seen = tf.tensor4d(shown, [to - from, h, w, 1]);
      const fill = options.behind ? toChannelsLast([options.behind]) : tf.tensor1d([...colours]);
      return tf.add(tf.mul(subject.input, seen), tf.mul(tf.sub(1, seen), fill)) as tf.Tensor4D;
    });
    scores.set(await subject.valuesAt(images).finally(() => images.dispose()), from);
    options.onScores?.(scores, to);
  });
  return finish(await subject.value(), scores);
};
