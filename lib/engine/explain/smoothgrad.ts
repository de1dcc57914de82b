import { EngineInputError } from "../errors";
import type { Tensor } from "../nets";
import { seeded } from "../random";
import { channelMaximum } from "./saliency";
import type { Explanation, Method } from "./subject";

export interface SmoothGradOptions {
  readonly seed: string | number;
  /** Noisy copies. Default 25. */
  readonly samples?: number;
  /** σ as a share of the image's value range, (max − min). Default 0.15. */
  readonly noise?: number;
}
export interface SmoothGrad extends Explanation {
  /** The mean gradient, [C, H, W], signed. */
  readonly gradient: Tensor;
}

/**
 * SmoothGrad: the mean of ∂S/∂x over copies with Gaussian noise, then max over channels of its absolute value
 * (Smilkov et al., arXiv:1706.03825, equation 2). With noise 0 it is the saliency map itself.
 */
export const smoothGrad: Method<SmoothGradOptions, SmoothGrad> = (subject, { seed, samples = 25, noise = 0.15 }) => {
  if (!Number.isInteger(samples) || samples < 1) throw new EngineInputError("samples", "must be a positive integer", samples);
  if (!(noise >= 0)) throw new EngineInputError("noise", "must not be negative", noise);
  const { shape, data } = subject.image;
  const sigma = noise * (data.reduce((a, b) => Math.max(a, b), -Infinity) - data.reduce((a, b) => Math.min(a, b), Infinity));
  const random = seeded(seed);
  const mean = new Float64Array(data.length);
  for (let s = 0; s < samples; s++) {
    const { gradient } = subject.gradientAt({ shape, data: data.map((v) => v + sigma * random.normal()) });
    for (let i = 0; i < mean.length; i++) mean[i] += gradient[i] / samples;
  }
  const gradient = { shape, data: mean };
  return { map: channelMaximum(gradient, Math.abs), gradient };
};
