import { EngineInputError } from "../errors";
import { planeMeans, type Tensor } from "../nets";
import { resizeBilinear, weightedSum } from "./maps";
import type { Explanation, Method } from "./subject";

export interface GradCamOptions {
  /** Any layer whose output is a map; before its ReLU for a convolution, after it for a ReLU. */
  readonly layer: string;
}
export interface GradCam extends Explanation {
  /** α_k: the spatial mean of ∂S/∂A_k. */
  readonly weights: Float64Array;
  /** Σ_k α_k A_k before the ReLU, [H, W] of the layer. */
  readonly raw: Tensor;
}

/**
 * Grad-CAM: L = ReLU(Σ_k α_k A_k), α_k = mean over cells of ∂S/∂A_k (Selvaraju et al., arXiv:1610.02391, equations 1–2).
 * Not resized, not normalised. For a gap + dense head at the layer before gap it is CAM / (H·W), through a ReLU.
 */
export const gradCam: Method<GradCamOptions, GradCam> = (subject, { layer }) => {
  const maps = subject.pass.activations[layer];
  if (!maps || maps.shape.length !== 3)
    throw new EngineInputError("layer", "must name a layer whose output is [channels, height, width]", layer);
  // A layer the target does not depend on has no signal: all weights 0, a flat map.
  const signal = subject.signal().layers[layer]?.data ?? new Float64Array(maps.data.length);
  const weights = planeMeans(signal, maps.shape[0]);
  const raw = weightedSum(maps, weights);
  return { map: { shape: raw.shape, data: raw.data.map((v) => (v > 0 ? v : 0)) }, weights, raw };
};

/** Guided Grad-CAM: guided backpropagation times Grad-CAM resized to the image, [C, H, W] (arXiv:1610.02391, section 3.2). */
export const guidedGradCam: Method<GradCamOptions, Explanation> = (subject, options) => {
  const { shape, data } = subject.signal("guided").input;
  const [, height, width] = shape;
  const coarse = resizeBilinear(gradCam(subject, options).map, height, width).data;
  return { map: { shape, data: data.map((v, i) => v * coarse[i % (height * width)]) } };
};

/**
 * A weight for every cell instead of one a channel: L = ReLU(Σ_k ∂S/∂A_k ∘ A_k), [H, W] of the layer (HiResCAM, Draelos & Carin,
 * arXiv:2011.08891; for one detection ODAM, arXiv:2304.06354, without its smoothing). It stays where the target reads: two objects of one
 * class are told apart.
 * Worked number: maps (2, −1) with gradients (3, 4) in one cell: 6 − 4 = 2.
 */
export const hiResCam: Method<GradCamOptions, Omit<GradCam, "weights">> = (subject, { layer }) => {
  const maps = subject.pass.activations[layer];
  if (!maps || maps.shape.length !== 3)
    throw new EngineInputError("layer", "must name a layer whose output is [channels, height, width]", layer);
  const [channels, height, width] = maps.shape;
  const signal = subject.signal().layers[layer]?.data;
  const data = new Float64Array(height * width);
  if (signal) for (let i = 0; i < channels * data.length; i++) data[i % data.length] += signal[i] * maps.data[i];
  const shape = [height, width];
  return { map: { shape, data: data.map((v) => (v > 0 ? v : 0)) }, raw: { shape, data } };
};
