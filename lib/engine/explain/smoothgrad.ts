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

/** The noisy copies of one image, drawn one after another. */
export interface NoisyCopies {
  readonly samples: number;
  next(): Tensor;
}

/** Copies with Gaussian noise of σ = noise · (max − min). @throws EngineInputError for samples below 1 or negative noise */
export function noisyCopies({ shape, data }: Tensor, { seed, samples = 25, noise = 0.15 }: SmoothGradOptions): NoisyCopies {
  if (!Number.isInteger(samples) || samples < 1) throw new EngineInputError("samples", "must be a positive integer", samples);
  if (!(noise >= 0)) throw new EngineInputError("noise", "must not be negative", noise);
  const sigma = noise * (data.reduce((a, b) => Math.max(a, b), -Infinity) - data.reduce((a, b) => Math.min(a, b), Infinity));
  const random = seeded(seed);
  return { samples, next: () => ({ shape, data: data.map((v) => v + sigma * random.normal()) }) };
}

/**
 * SmoothGrad: the mean of ∂S/∂x over copies with Gaussian noise, then max over channels of its absolute value
 * (Smilkov et al., arXiv:1706.03825, equation 2). With noise 0 it is the saliency map itself.
 */
export const smoothGrad: Method<SmoothGradOptions, SmoothGrad> = (subject, options) => {
  const { shape, data } = subject.image;
  const { samples, next } = noisyCopies(subject.image, options);
  const mean = new Float64Array(data.length);
  for (let s = 0; s < samples; s++) {
    const { gradient } = subject.gradientAt(next());
    for (let i = 0; i < mean.length; i++) mean[i] += gradient[i] / samples;
  }
  const gradient = { shape, data: mean };
  return { map: channelMaximum(gradient, Math.abs), gradient };
};
