import type { Tensor } from "../nets";
import type { Explanation, Method } from "./subject";

export interface SaliencyOptions {
  /** "absolute": max over channels of |∂S/∂x|; "squared": max over channels of (∂S/∂x)². Default "absolute". */
  readonly magnitude?: "absolute" | "squared";
}
export interface Saliency extends Explanation {
  /** ∂S/∂x, [C, H, W], signed. */
  readonly gradient: Tensor;
}

/**
 * Image-specific class saliency: M[y, x] = max_c |∂S/∂x[c, y, x]| (Simonyan et al., arXiv:1312.6034, section 3).
 * Worked number: S = 2·r − 3·g at one pixel gives 3 (squared 9).
 */
export const saliency: Method<SaliencyOptions, Saliency> = (subject, { magnitude = "absolute" }) => {
  const gradient = subject.signal().input;
  return { map: channelMaximum(gradient, magnitude === "squared" ? (g) => g * g : Math.abs), gradient };
};

/** max over channels of f(value): [C, H, W] → [H, W]. */
export function channelMaximum({ shape: [channels, h, w], data }: Tensor, f: (value: number) => number): Tensor {
  const out = new Float64Array(h * w);
  for (let c = 0; c < channels; c++) for (let i = 0; i < h * w; i++) out[i] = Math.max(out[i], f(data[c * h * w + i]));
  return { shape: [h, w], data: out };
}

/** Gradient × input: x · ∂S/∂x, [C, H, W], signed (Shrikumar et al., arXiv:1605.01713). For a linear S without bias it sums to S. */
export const gradientTimesInput: Method<object, Explanation> = (subject) => {
  const { shape, data } = subject.signal().input;
  return { map: { shape, data: data.map((g, i) => g * subject.image.data[i]) } };
};
