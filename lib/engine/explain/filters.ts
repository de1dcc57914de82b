import { EngineInputError } from "../errors";
import type { Network } from "../nets";

/** Weights of a convolution as small pictures, brightest at the layer's largest size. */
export interface FilterPictures {
  /** Cells a side. */
  readonly size: number;
  readonly count: number;
  /** RGB bytes [count, size, size, 3]; a weight of 0 is 127.5 (rounded), the layer's largest size 0 or 255. */
  readonly pixels: Uint8Array;
}

/**
 * The weights themselves (Krizhevsky et al. 2012, figure 3): where a layer reads the picture's three channels, each filter is one colour
 * picture; deeper down, the kernel of one channel is shown, a grey picture for each channel that it reads.
 * Worked number: weights −1, 0, 2 in a layer whose largest size is 2 → 64, 128, 255.
 * @param channel the filter whose kernels are shown where a layer does not read the picture
 * @throws EngineInputError for a layer that is no convolution or a channel it does not have
 */
export function filterPictures(network: Network, name: string, channel = 0): FilterPictures {
  const layer = network.layers.find((l) => l.name === name);
  if (layer?.type !== "conv") throw new EngineInputError("layer", "must name a convolution", name);
  const {
    weight: data,
    kernel: size,
    inShapes,
    shape: [out],
  } = layer;
  const [[into]] = inShapes;
  if (!Number.isInteger(channel) || channel < 0 || channel >= out)
    throw new EngineInputError("channel", `must be an integer in 0..${out - 1}`, channel);
  let largest = 0;
  for (let i = 0; i < data.length; i++) largest = Math.max(largest, Math.abs(data[i]));
  const byte = (weight: number) => Math.round(127.5 + (127.5 * weight) / (largest || 1));
  const cells = size * size;
  const inColour = into === 3;
  const count = inColour ? out : into;
  const pixels = new Uint8Array(count * cells * 3);
  for (let k = 0; k < count; k++) {
    for (let i = 0; i < cells; i++) {
      for (let c = 0; c < 3; c++)
        pixels[(k * cells + i) * 3 + c] = byte(data[inColour ? (k * 3 + c) * cells + i : (channel * into + k) * cells + i]);
    }
  }
  return { size, count, pixels };
}
