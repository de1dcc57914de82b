/** The models run on pictures, on whatever TF.js backend is set. Every layer's output can be had by name. */
import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import { sizeOf, type Tensor } from "../nets";
import { forwardGpu, toChannelsFirst, toChannelsLast, type GpuNetwork } from "../nets/network.gpu";
import { fillChannelsLast } from "./input";

/** RGB bytes, row-major, of the network's own input size. */
export type Pixels = Uint8Array | Uint8ClampedArray;

/**
 * Pictures as the network's input, [n, h, w, 3].
 * @throws EngineInputError for a picture of another size
 */
export function pictureTensor({ network }: GpuNetwork, pictures: readonly Pixels[]): tf.Tensor4D {
  const [channels, height, width] = network.inputShape;
  const size = sizeOf(network.inputShape);
  const flat = new Float32Array(pictures.length * size);
  pictures.forEach((pixels, i) => {
    if (pixels.length !== size)
      throw new EngineInputError(`pictures[${i}]`, `must have length ${size} (${width} × ${height} × ${channels})`, pixels);
    fillChannelsLast(flat, i * size, pixels);
  });
  return tf.tensor4d(flat, [pictures.length, height, width, channels]);
}

/**
 * The outputs of chosen layers for a batch of pictures: for each layer one array a picture, [C, H, W] or [k].
 * @throws EngineInputError for an unknown layer or a picture of another size
 */
export const layerOutputs = (gpu: GpuNetwork, pictures: readonly Pixels[], names: readonly string[]): Promise<Tensor[][]> =>
  outputsOf(gpu, () => pictureTensor(gpu, pictures), names);

/** The same of maps of the network's input shape, for a network that reads what another one has computed. */
export const mapOutputs = (gpu: GpuNetwork, maps: readonly Tensor[], names: readonly string[]): Promise<Tensor[][]> =>
  outputsOf(gpu, () => toChannelsLast(maps) as tf.Tensor4D, names);

async function outputsOf(gpu: GpuNetwork, input: () => tf.Tensor4D, names: readonly string[]): Promise<Tensor[][]> {
  const unknown = names.find((name) => !gpu.network.layers.some((layer) => layer.name === name));
  if (unknown !== undefined) throw new EngineInputError("names", "names a layer the network does not have", unknown);
  const outputs = tf.tidy(() => {
    const { activations } = forwardGpu(gpu, input());
    return names.map((name) => tf.clone(activations[name]));
  });
  const read = await Promise.all(outputs.map(toChannelsFirst));
  tf.dispose(outputs);
  return read;
}

/** The classifier's logits, [20] a picture. */
export async function classify(gpu: GpuNetwork, pictures: readonly Pixels[]): Promise<Float64Array[]> {
  const [logits] = await layerOutputs(gpu, pictures, ["logits"]);
  return logits.map(({ data }) => data);
}
