/** TF.js twins of looking at many pictures: embeddings and the strongest unit of every channel. */
import * as tf from "@tensorflow/tfjs-core";
import type { NdArray } from "../boxes/types";
import type { Tensor } from "../nets";
import { forwardGpu, toChannelsFirst, toChannelsLast, type GpuNetwork } from "../nets/network.gpu";
import type { Batched } from "./gradients.gpu";
import { inBatches } from "./long-run";
import { embeddingWidth } from "./neighbourhood";
import { requireMap, type ChannelPeaks } from "./patches";

/** Pictures in one pass. */
const BATCH = 16;

/**
 * The twin of `embeddingsOf`, [n, C·h·w].
 * @throws Aborted between batches when asked to stop
 */
export async function embeddingsGpu(gpu: GpuNetwork, images: readonly NdArray[], layer: string, options: Batched = {}): Promise<Tensor> {
  const width = embeddingWidth(gpu.network, layer);
  const data = new Float64Array(images.length * width);
  await inBatches(images.length, options.batch ?? BATCH, options, async (from, to) => {
    const rows = tf.tidy(() => forwardGpu(gpu, toChannelsLast(images.slice(from, to)) as tf.Tensor4D).activations[layer]);
    const read = await toChannelsFirst(rows).finally(() => rows.dispose());
    read.forEach((row, i) => data.set(row.data, (from + i) * width));
  });
  return { shape: [images.length, width], data };
}

/**
 * The twin of `channelPeaks`: one pass over the pictures serves every channel.
 * @throws Aborted between batches when asked to stop
 */
export async function channelPeaksGpu(
  gpu: GpuNetwork,
  images: readonly NdArray[],
  layer: string,
  options: Batched = {},
): Promise<ChannelPeaks> {
  const shape = requireMap(gpu.network, layer);
  const [channels, h, w] = shape;
  const values = new Float64Array(images.length * channels);
  const cells = new Int32Array(values.length);
  await inBatches(images.length, options.batch ?? BATCH, options, async (from, to) => {
    const [strongest, where] = tf.tidy(() => {
      const map = forwardGpu(gpu, toChannelsLast(images.slice(from, to)) as tf.Tensor4D).activations[layer];
      const flat = tf.reshape(tf.transpose(map as tf.Tensor4D, [0, 3, 1, 2]), [(to - from) * channels, h * w]);
      return [tf.max(flat, 1), tf.argMax(flat, 1)];
    });
    const [most, at] = await Promise.all([strongest.data(), where.data()]).finally(() => tf.dispose([strongest, where]));
    values.set(most, from * channels);
    cells.set(at, from * channels);
  });
  return { layer, shape, values, cells };
}
