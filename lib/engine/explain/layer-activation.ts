import { EngineInputError } from "../errors";
import type { Tensor } from "../nets";
import { resizeBilinear } from "./maps";
import type { Explanation, Method } from "./subject";

export interface LayerActivationOptions {
  readonly layer: string;
  readonly channel: number;
  /** A pixel is in the mask when the resized activation is greater than this. */
  readonly threshold: number;
}
export interface LayerActivation extends Explanation {
  /** The channel's map as the layer has it, [h, w]. */
  readonly activation: Tensor;
  /** 1 where the resized map exceeds the threshold, else 0, [H, W]. */
  readonly mask: Uint8Array;
  /** Share of pixels in the mask. */
  readonly share: number;
}

/** The value that a share `top` of all values exceeds or reaches: the threshold T with P(a > T) = top (arXiv:1704.05796, 0.005). */
export function activationThreshold(values: ArrayLike<number>, top: number): number {
  if (values.length === 0) throw new EngineInputError("values", "must not be empty", values);
  if (!(top > 0 && top < 1)) throw new EngineInputError("top", "must lie between 0 and 1", top);
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil((1 - top) * sorted.length) - 1)];
}

/** Lays one channel's map [h, w] over an image of height × width and marks the pixels above the threshold. */
export function overlay(activation: Tensor, height: number, width: number, threshold: (map: Tensor) => number): LayerActivation {
  const map = resizeBilinear(activation, height, width);
  const limit = threshold(map);
  const mask = Uint8Array.from(map.data, (v) => (v > limit ? 1 : 0));
  return { map, activation, mask, share: mask.reduce((a, b) => a + b, 0) / mask.length };
}

/** @throws EngineInputError unless the shape is a map's and the channel is one of its channels */
export function requireChannel(layer: string, shape: readonly number[] | undefined, channel: number): void {
  if (shape?.length !== 3) throw new EngineInputError("layer", "must name a layer whose output is [channels, height, width]", layer);
  if (!Number.isInteger(channel) || channel < 0 || channel >= shape[0])
    throw new EngineInputError("channel", `must be an integer in 0..${shape[0] - 1}`, channel);
}

/**
 * One unit's activation laid over the image, and the pixels it selects (Bau et al., Network Dissection, arXiv:1704.05796,
 * section 2.3: bilinear resize, then threshold). `map` is the resized activation.
 */
export const layerActivation: Method<LayerActivationOptions, LayerActivation> = ({ pass, image }, { layer, channel, threshold }) => {
  const maps = pass.activations[layer];
  requireChannel(layer, maps?.shape, channel);
  const [, h, w] = maps.shape;
  const activation = { shape: [h, w], data: maps.data.slice(channel * h * w, (channel + 1) * h * w) };
  return overlay(activation, image.shape[1], image.shape[2], () => threshold);
};
