import type { BoxXYXY, NdArray } from "../boxes/types";
import { EngineInputError } from "../errors";
import { fieldBox, forward, receptiveFields, type Network, type Tensor } from "../nets";

export interface ActivationPatch {
  /** Which image. */
  readonly image: number;
  readonly row: number;
  readonly column: number;
  readonly activation: number;
  /** The unit's receptive field in pixels, cut at the image's edges. */
  readonly box: BoxXYXY;
  /** The pixels of `box`, [C, h, w]. */
  readonly crop: Tensor;
}

/**
 * The image patches that excite one channel most: in each image the unit with the highest activation (first of equals),
 * cut out by its receptive field, strongest first (Zeiler & Fergus, arXiv:1311.2901, figure 2).
 * The crop is as large as the receptive field, not as the kernel.
 */
export function topPatches(network: Network, images: readonly NdArray[], layer: string, channel: number, count: number): ActivationPatch[] {
  const field = receptiveFields(network)[layer];
  if (!field) throw new EngineInputError("layer", "must name a layer whose output is a map", layer);
  const found = images.map((image, index) => {
    const pass = forward(network, image);
    const { shape, data } = pass.activations[layer];
    const [channels, h, w] = shape;
    if (!Number.isInteger(channel) || channel < 0 || channel >= channels) throw new EngineInputError("channel", `must be an integer in 0..${channels - 1}`, channel);
    let best = channel * h * w;
    for (let i = best; i < (channel + 1) * h * w; i++) if (data[i] > data[best]) best = i;
    const cell = best - channel * h * w;
    const row = Math.floor(cell / w);
    const column = cell % w;
    const box = fieldBox(field, row, column, [network.inputShape[1], network.inputShape[2]]);
    return { image: index, row, column, activation: data[best], box, crop: cut(pass.input, box) };
  });
  return found.sort((a, b) => b.activation - a.activation || a.image - b.image).slice(0, count);
}

/** The pixels of a whole-numbered box that lies inside the image. */
function cut({ shape: [channels, h, w], data }: Tensor, [x1, y1, x2, y2]: BoxXYXY): Tensor {
  const out = new Float64Array(channels * (y2 - y1) * (x2 - x1));
  for (let c = 0, i = 0; c < channels; c++) {
    for (let y = y1; y < y2; y++) for (let x = x1; x < x2; x++, i++) out[i] = data[(c * h + y) * w + x];
  }
  return { shape: [channels, y2 - y1, x2 - x1], data: out };
}
