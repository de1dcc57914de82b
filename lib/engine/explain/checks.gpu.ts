/** The TF.js twin of the causal measure: many half-changed pictures in one pass. */
import * as tf from "@tensorflow/tfjs-core";
import type { NdArray } from "../boxes/types";
import { EngineInputError, requireLength } from "../errors";
import type { CausalCurve } from "./checks";
import type { Batched } from "./gradients.gpu";
import { inBatches } from "./long-run";
import type { GpuSubject } from "./subject.gpu";

const BATCH = 16;

export interface CausalOptions extends Batched {
  /** [H, W]; pixels change in falling order of it. */
  readonly map: NdArray;
  /** [C, H, W] each. */
  readonly from: NdArray;
  readonly to: NdArray;
  /** Pixels changed between two readings. */
  readonly step: number;
}

/**
 * The twin of `causalCurve` for the subject's network and target: insertion and deletion (RISE, arXiv:1806.07421, section 4.2).
 * @throws Aborted between batches when asked to stop
 */
export async function causalCurveGpu(subject: GpuSubject, options: CausalOptions): Promise<CausalCurve> {
  const { map, from, to, step, batch = BATCH } = options;
  const [channels, h, w] = subject.network.inputShape;
  requireLength("map.data", map.data, h * w);
  requireLength("from.data", from.data, channels * h * w);
  requireLength("to.data", to.data, channels * h * w);
  if (!Number.isInteger(step) || step < 1) throw new EngineInputError("step", "must be a positive integer", step);
  const order = Array.from({ length: h * w }, (_, i) => i).sort((a, b) => map.data[b] - map.data[a] || a - b);
  // Channels last, as the networks take them.
  const now = new Float32Array(h * w * channels);
  const put = (source: NdArray, pixel: number) => {
    for (let c = 0; c < channels; c++) now[pixel * channels + c] = source.data[c * h * w + pixel];
  };
  for (let i = 0; i < h * w; i++) put(from, i);
  const readings = Math.ceil(order.length / step) + 1;
  const scores: number[] = [];
  await inBatches(readings, batch, options, async (first, end) => {
    const pictures = new Float32Array((end - first) * now.length);
    for (let k = first; k < end; k++) {
      if (k > 0) for (const pixel of order.slice((k - 1) * step, k * step)) put(to, pixel);
      pictures.set(now, (k - first) * now.length);
    }
    const images = tf.tensor4d(pictures, [end - first, h, w, channels]);
    scores.push(...(await subject.valuesAt(images).finally(() => images.dispose())));
  });
  let auc = 0;
  for (let i = 1; i < scores.length; i++) auc += (scores[i - 1] + scores[i]) / 2 / (scores.length - 1);
  return { scores, auc };
}
