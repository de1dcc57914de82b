import type { NdArray } from "../boxes/types";
import { EngineInputError, requireLength } from "../errors";
import type { Tensor } from "../nets";
import type { Explanation, Method } from "./subject";

export interface IntegratedGradientsOptions {
  /** Points on the straight path. Default 32. */
  readonly steps?: number;
  /** Where in each of the steps the gradient is read: (k + ½)/steps or (k + 1)/steps. Default "midpoint". */
  readonly rule?: "midpoint" | "right";
  /** An image of the same shape, or one value for all of it. Default 0. */
  readonly baseline?: number | NdArray;
}
export interface IntegratedGradients extends Explanation {
  /** Σ of the map; by completeness it approaches `value − baselineValue` as steps grow. */
  readonly sum: number;
  readonly value: number;
  readonly baselineValue: number;
}

/** The straight path from the baseline to an image. */
export interface GradientPath {
  readonly steps: number;
  readonly baseline: Tensor;
  /** The image at which the gradient of step k (0 … steps − 1) is read. */
  at(k: number): Tensor;
  /** The answer, from the mean gradient along the path. */
  finish(mean: Float64Array, value: number, baselineValue: number): IntegratedGradients;
}

/** @throws EngineInputError for steps that are no positive integer or a baseline of another size */
export function gradientPath(
  { shape, data }: Tensor,
  { steps = 32, rule = "midpoint", baseline = 0 }: IntegratedGradientsOptions,
): GradientPath {
  if (!Number.isInteger(steps) || steps < 1) throw new EngineInputError("steps", "must be a positive integer", steps);
  if (typeof baseline !== "number") requireLength("baseline.data", baseline.data, data.length);
  const from = data.map((_, i) => (typeof baseline === "number" ? baseline : baseline.data[i]));
  return {
    steps,
    baseline: { shape, data: from },
    at(k) {
      const alpha = (k + (rule === "midpoint" ? 0.5 : 1)) / steps;
      return { shape, data: data.map((v, i) => from[i] + alpha * (v - from[i])) };
    },
    finish(mean, value, baselineValue) {
      const map = mean.map((g, i) => g * (data[i] - from[i]));
      return { map: { shape, data: map }, sum: map.reduce((a, b) => a + b, 0), value, baselineValue };
    },
  };
}

/**
 * Integrated gradients: (x − x′) · mean over k of ∂S/∂x at x′ + α_k (x − x′), [C, H, W]
 * (Sundararajan et al., arXiv:1703.01365, equation 3). Exact for a linear S at any number of steps.
 */
export const integratedGradients: Method<IntegratedGradientsOptions, IntegratedGradients> = (subject, options) => {
  const path = gradientPath(subject.image, options);
  const mean = new Float64Array(subject.image.data.length);
  for (let k = 0; k < path.steps; k++) {
    const { gradient } = subject.gradientAt(path.at(k));
    for (let i = 0; i < mean.length; i++) mean[i] += gradient[i] / path.steps;
  }
  return path.finish(mean, subject.value, subject.valueAt(path.baseline));
};
