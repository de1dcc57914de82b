/** TF.js twins of the methods that send a signal back to the picture: gradients and the two other ReLU rules. */
import { noisyCopies, type SmoothGrad, type SmoothGradOptions } from "./smoothgrad";
import { gradientPath, type IntegratedGradients, type IntegratedGradientsOptions } from "./integrated-gradients";
import { inBatches, type LongRun } from "./long-run";
import { channelMaximum, type Saliency, type SaliencyOptions } from "./saliency";
import type { Explanation } from "./subject";
import { readPlain, type GpuMethod, type GpuSubject } from "./subject.gpu";
import type { NdArray } from "../boxes/types";

/** Pictures in one pass where a method looks at many. */
const BATCH = 8;

export interface Batched extends LongRun {
  /** Pictures in one pass; more is faster on a GPU, fewer answers sooner. */
  readonly batch?: number;
}

/** The twin of `saliency`: max over channels of |∂S/∂x| or of its square, [H, W]. */
export const saliencyGpu: GpuMethod<SaliencyOptions, Saliency> = async (subject, { magnitude = "absolute" }) => {
  const gradient = await readPlain(subject.signal().input);
  return { map: channelMaximum(gradient, magnitude === "squared" ? (g) => g * g : Math.abs), gradient };
};

/** The twin of `gradientTimesInput`: x · ∂S/∂x, [C, H, W], signed. */
export const gradientTimesInputGpu: GpuMethod<object, Explanation> = async (subject) => {
  const { shape, data } = await readPlain(subject.signal().input);
  return { map: { shape, data: data.map((g, i) => g * subject.image.data[i]) } };
};

/** The twin of `deconvnet`, [C, H, W], signed. */
export const deconvnetGpu: GpuMethod<object, Explanation> = async (subject) => ({
  map: await readPlain(subject.signal("deconvnet").input),
});

/** The twin of `guidedBackprop`, [C, H, W], signed. */
export const guidedBackpropGpu: GpuMethod<object, Explanation> = async (subject) => ({
  map: await readPlain(subject.signal("guided").input),
});

/**
 * The twin of `smoothGrad`: the same noisy copies for the same seed, looked at in batches.
 * @throws Aborted between batches when asked to stop
 */
export const smoothGradGpu: GpuMethod<SmoothGradOptions & Batched, SmoothGrad> = async (subject, options) => {
  const { samples, next } = noisyCopies(subject.image, options);
  const data = await meanGradient(subject, samples, options, next);
  const gradient = { shape: subject.image.shape, data };
  return { map: channelMaximum(gradient, Math.abs), gradient };
};

/**
 * The twin of `integratedGradients`, the path's points in batches.
 * @throws Aborted between batches when asked to stop
 */
export const integratedGradientsGpu: GpuMethod<IntegratedGradientsOptions & Batched, IntegratedGradients> = async (subject, options) => {
  const path = gradientPath(subject.image, options);
  const mean = await meanGradient(subject, path.steps, options, path.at);
  return path.finish(mean, await subject.value(), await subject.valueAt(path.baseline));
};

/** The mean of ∂S/∂x over `count` images. */
async function meanGradient(subject: GpuSubject, count: number, options: Batched, imageOf: (k: number) => NdArray): Promise<Float64Array> {
  const mean = new Float64Array(subject.image.data.length);
  await inBatches(count, options.batch ?? BATCH, options, async (from, to) => {
    const images = Array.from({ length: to - from }, (_, i) => imageOf(from + i));
    for (const { gradient } of await subject.gradientsAt(images)) for (let i = 0; i < mean.length; i++) mean[i] += gradient[i] / count;
  });
  return mean;
}
