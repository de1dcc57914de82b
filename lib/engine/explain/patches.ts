import type { BoxXYXY, NdArray } from "../boxes/types";
import { EngineInputError, requireLength } from "../errors";
import { fieldBox, forward, receptiveFields, type Network, type Tensor } from "../nets";

/** The strongest unit of every channel of one layer, in each of n images. */
export interface ChannelPeaks {
  readonly layer: string;
  /** [C, h, w] of the layer. */
  readonly shape: readonly number[];
  /** [n, C]. */
  readonly values: Float64Array;
  /** [n, C]: row · w + column; of equally strong units the first. */
  readonly cells: Int32Array;
}

export interface ActivationPatch {
  /** Which image. */
  readonly image: number;
  readonly row: number;
  readonly column: number;
  readonly activation: number;
  /** The unit's receptive field in pixels, cut at the image's edges. */
  readonly box: BoxXYXY;
  /** The whole receptive field; it reaches outside the image where the unit saw padding. */
  readonly field: BoxXYXY;
  /** The pixels of `box`, [C, h, w]. */
  readonly crop: Tensor;
}

/** The strongest unit of every channel in each image. @throws EngineInputError unless the layer's output is a map */
export function channelPeaks(network: Network, images: readonly NdArray[], layer: string): ChannelPeaks {
  const shape = requireMap(network, layer);
  const [channels, h, w] = shape;
  const values = new Float64Array(images.length * channels);
  const cells = new Int32Array(values.length);
  images.forEach((image, n) => {
    const { data } = forward(network, image).activations[layer];
    for (let c = 0; c < channels; c++) {
      let best = 0;
      for (let i = 1; i < h * w; i++) if (data[c * h * w + i] > data[c * h * w + best]) best = i;
      values[n * channels + c] = data[c * h * w + best];
      cells[n * channels + c] = best;
    }
  });
  return { layer, shape, values, cells };
}

/** The shape [C, h, w] of a layer that has a receptive field. @throws EngineInputError otherwise */
export function requireMap(network: Network, layer: string): readonly number[] {
  const found = network.layers.find(({ name }) => name === layer);
  if (!found || !receptiveFields(network)[layer]) throw new EngineInputError("layer", "must name a layer whose output is a map", layer);
  return found.shape;
}

/**
 * The patches of one channel's strongest units, one an image, strongest first, cut out by their receptive field
 * (Zeiler & Fergus, arXiv:1311.2901, figure 2). The crop is as large as the receptive field, not as the kernel, and stands
 * where the unit looks: three 3×3 convolutions of stride 2 with "same" padding on 112 pixels (padded after, not before)
 * have size 15, jump 8, start 0, so unit (0, 0) shows the pixels 0..14 and its centre is 7.5, not 4.
 * @param images the images of the peaks
 */
export function patchesOf(
  network: Network,
  peaks: ChannelPeaks,
  images: readonly NdArray[],
  channel: number,
  count: number,
): ActivationPatch[] {
  const { layer, shape, values, cells } = peaks;
  const [channels, , w] = shape;
  const size = [network.inputShape[1], network.inputShape[2]] as const;
  const field = receptiveFields(network)[layer];
  if (!field) throw new EngineInputError("peaks.layer", "must name a layer whose output is a map", layer);
  requireLength("images", images, values.length / channels);
  if (!Number.isInteger(channel) || channel < 0 || channel >= channels)
    throw new EngineInputError("channel", `must be an integer in 0..${channels - 1}`, channel);
  const order = images.map((_, n) => n).sort((a, b) => values[b * channels + channel] - values[a * channels + channel] || a - b);
  return order.slice(0, count).map((image): ActivationPatch => {
    const at = image * channels + channel;
    const row = Math.floor(cells[at] / w);
    const column = cells[at] % w;
    const box = fieldBox(field, row, column, size);
    return {
      image,
      row,
      column,
      activation: values[at],
      box,
      field: fieldBox(field, row, column),
      crop: cut(images[image], network.inputShape, box),
    };
  });
}

/** The image patches that excite one channel of a layer most: `channelPeaks`, then `patchesOf`. */
export function topPatches(network: Network, images: readonly NdArray[], layer: string, channel: number, count: number): ActivationPatch[] {
  return patchesOf(network, channelPeaks(network, images, layer), images, channel, count);
}

/** The pixels of a whole-numbered box that lies inside the image. */
function cut({ data }: NdArray, [channels, h, w]: readonly number[], [x1, y1, x2, y2]: BoxXYXY): Tensor {
  const out = new Float64Array(channels * (y2 - y1) * (x2 - x1));
  for (let c = 0, i = 0; c < channels; c++) {
    for (let y = y1; y < y2; y++) for (let x = x1; x < x2; x++, i++) out[i] = data[(c * h + y) * w + x];
  }
  return { shape: [channels, y2 - y1, x2 - x1], data: out };
}
