/** The pipeline of the explainers' TF.js twins: the plain one's shape (subject.ts), on any backend, for one picture. */
import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import type { NdArray } from "../boxes/types";
import { sizeOf, type Network, type ReluRule, type Tensor } from "../nets";
import {
  backwardGpu,
  backwardToLayer,
  forwardGpu,
  toChannelsFirst,
  toChannelsLast,
  type GpuBackwardPass,
  type GpuNetwork,
  type GpuPass,
} from "../nets/network.gpu";
import type { TargetSpec } from "./target-spec";
import type { Explanation } from "./subject";

export interface GpuQuestion {
  readonly gpu: GpuNetwork;
  /** [channels, height, width] in the network's units. */
  readonly image: NdArray;
  readonly target: TargetSpec;
}

/** What a twin gets to work with. Passes are run when first asked for and kept until `dispose`. */
export interface GpuSubject {
  readonly gpu: GpuNetwork;
  readonly network: Network;
  readonly image: Tensor;
  readonly pass: GpuPass;
  /** The image as [1, H, W, C]. */
  readonly input: tf.Tensor4D;
  /** The explained number for this image. */
  value(): Promise<number>;
  /** The signal back to the image and to every layer on the way; owned by the subject. */
  signal(rule?: ReluRule): GpuBackwardPass;
  /** The signal at one layer, without going further down; null where it does not reach. Owned by the subject. */
  signalAt(layer: string, rule?: ReluRule): tf.Tensor | null;
  /** The explained number of each image of a batch [n, H, W, C]; the batch is not disposed. */
  valuesAt(images: tf.Tensor4D): Promise<Float32Array>;
  /** The explained number of one image [C, H, W]. */
  valueAt(image: NdArray): Promise<number>;
  /** The explained number and its derivative by the pixels, for each image [C, H, W]. */
  gradientsAt(images: readonly NdArray[]): Promise<{ readonly value: number; readonly gradient: Float64Array }[]>;
  dispose(): void;
}

export type GpuMethod<Options, Result extends Explanation> = (subject: GpuSubject, options: Options) => Promise<Result>;

interface Reader {
  values(pass: GpuPass): tf.Tensor1D;
  seeds(pass: GpuPass): Record<string, tf.Tensor>;
  dispose(): void;
}

/** Prepares a picture and a target. Example: `const subject = gpuSubject({ gpu, image, target: { logit: 3 } })`. */
export function gpuSubject({ gpu, image, target }: GpuQuestion): GpuSubject {
  const { network } = gpu;
  if (String(image.shape) !== String(network.inputShape))
    throw new EngineInputError("image", `must have shape [${network.inputShape.join(", ")}]`, `shape [${image.shape.join(", ")}]`);
  const own: Tensor = { shape: network.inputShape, data: Float64Array.from(image.data) };
  const reader = readerOf(network, target);
  const input = toChannelsLast([own]) as tf.Tensor4D;
  let pass: GpuPass | undefined;
  let value: Promise<number> | undefined;
  const signals = new Map<ReluRule, GpuBackwardPass>();
  const partial = new Map<string, tf.Tensor | null>();
  // Kept even when first asked for inside a caller's tidy.
  const passOf = () => (pass ??= kept(forwardGpu(gpu, input)));
  return {
    gpu,
    network,
    image: own,
    input,
    get pass() {
      return passOf();
    },
    value: () => (value ??= readFirst(() => reader.values(passOf()))),
    signal(rule = "gradient") {
      let found = signals.get(rule);
      if (!found) {
        const seeds = tf.tidy(() => reader.seeds(passOf()));
        found = kept(backwardGpu(gpu, passOf(), seeds, rule));
        tf.dispose(seeds);
        signals.set(rule, found);
      }
      return found;
    },
    signalAt(layer, rule = "gradient") {
      const whole = signals.get(rule);
      if (whole) return whole.layers[layer] ?? null;
      const key = `${rule} ${layer}`;
      let found = partial.get(key);
      if (found === undefined) {
        const seeds = tf.tidy(() => reader.seeds(passOf()));
        found = backwardToLayer(gpu, passOf(), seeds, layer, rule);
        tf.dispose(seeds);
        if (found) tf.keep(found);
        partial.set(key, found);
      }
      return found;
    },
    valuesAt: (images) => read(() => reader.values(forwardGpu(gpu, images))),
    valueAt: (image) => readFirst(() => reader.values(forwardGpu(gpu, toChannelsLast([image]) as tf.Tensor4D))),
    async gradientsAt(images) {
      const { values, gradients } = tf.tidy(() => {
        const there = forwardGpu(gpu, toChannelsLast(images) as tf.Tensor4D);
        return { values: reader.values(there), gradients: backwardGpu(gpu, there, reader.seeds(there)).input };
      });
      const [found, maps] = await Promise.all([values.data(), toChannelsFirst(gradients)]).finally(() => tf.dispose([values, gradients]));
      return maps.map(({ data }, i) => ({ value: found[i], gradient: data }));
    },
    dispose() {
      reader.dispose();
      input.dispose();
      if (pass) tf.dispose(pass.activations);
      signals.forEach(({ input: image, layers }) => tf.dispose([image, layers]));
      partial.forEach((signal) => signal?.dispose());
      signals.clear();
      partial.clear();
    },
  };
}

/** Runs one twin and frees what it used. Example: `explainOnGpu(gradCamGpu, { gpu, image, target: { logit: 3 } }, { layer: "conv4c/relu" })`. */
export async function explainOnGpu<Options, Result extends Explanation>(
  method: GpuMethod<Options, Result>,
  question: GpuQuestion,
  options: Options,
): Promise<Result> {
  const subject = gpuSubject(question);
  try {
    return await method(subject, options);
  } finally {
    subject.dispose();
  }
}

/** Saves the tensors of a pass from a surrounding tidy. */
function kept<Pass extends GpuPass | GpuBackwardPass>(pass: Pass): Pass {
  const named = "activations" in pass ? pass.activations : pass.layers;
  for (const tensor of [pass.input, ...Object.values(named)]) tf.keep(tensor);
  return pass;
}

/** Reads a tensor made inside `make`, whose intermediate results are freed. */
async function read(make: () => tf.Tensor): Promise<Float32Array> {
  const tensor = tf.tidy(make);
  return (tensor.data() as Promise<Float32Array>).finally(() => tensor.dispose());
}

async function readFirst(make: () => tf.Tensor): Promise<number> {
  return (await read(make))[0];
}

/** One picture's tensor [1, …] as the plain code has it; not disposed. */
export async function readPlain(tensor: tf.Tensor): Promise<Tensor> {
  return (await toChannelsFirst(tensor))[0];
}

/** How a target is read from a batch's pass and sent back, as the plain targets do for one image. */
function readerOf(network: Network, target: TargetSpec): Reader {
  const last = network.layers[network.layers.length - 1];
  if ("probability" in target) return probabilityReader(last.name, last.shape, target.probability);
  const held = Object.entries(weightsOf(network, target)).map(([layer, weights]) => ({ layer, weights: toChannelsLast([weights]) }));
  return {
    values: ({ activations }) =>
      tf.addN(
        held.map(({ layer, weights }) => tf.sum(tf.reshape(tf.mul(activations[layer], weights), [activations[layer].shape[0], -1]), 1)),
      ) as tf.Tensor1D,
    seeds: ({ activations }) =>
      Object.fromEntries(
        held.map(({ layer, weights }) => [layer, tf.tile(weights, [activations[layer].shape[0], ...weights.shape.slice(1).map(() => 1)])]),
      ),
    dispose: () => held.forEach(({ weights }) => weights.dispose()),
  };
}

/** A target that is linear in outputs, as weights over each layer that it reads. */
function weightsOf(network: Network, target: Exclude<TargetSpec, { probability: number }>): Record<string, Tensor> {
  const shapeOf = (name: string) => {
    const layer = network.layers.find((one) => one.name === name);
    if (!layer) throw new EngineInputError("target.layer", "is not a layer of the network", name);
    return layer.shape;
  };
  const whole = (name: string, weights: ArrayLike<number>): Tensor => {
    const shape = shapeOf(name);
    if (weights.length !== sizeOf(shape)) throw new EngineInputError("target.weights", `must have length ${sizeOf(shape)}`, weights);
    return { shape, data: Float64Array.from(weights) };
  };
  if ("layer" in target) return { [target.layer]: whole(target.layer, target.weights) };
  if ("layers" in target) return Object.fromEntries(Object.entries(target.layers).map(([name, weights]) => [name, whole(name, weights)]));
  const last = network.layers[network.layers.length - 1];
  const data = new Float64Array(sizeOf(last.shape));
  for (const { index, weight } of "logit" in target ? [{ index: target.logit, weight: 1 }] : target.logits) {
    requireClass(index, data.length);
    data[index] += weight;
  }
  return { [last.name]: { shape: last.shape, data } };
}

/** softmax(z)_c and its derivative p_c (δ_cj − p_j). */
function probabilityReader(layer: string, shape: readonly number[], c: number): Reader {
  if (shape.length !== 1)
    throw new EngineInputError("target.probability", "needs a network that ends in a list of scores", `shape [${shape.join(", ")}]`);
  requireClass(c, shape[0]);
  const one = tf.tensor2d(
    Float32Array.from({ length: shape[0] }, (_, i) => (i === c ? 1 : 0)),
    [1, shape[0]],
  );
  const all = ({ activations }: GpuPass) => tf.softmax(activations[layer] as tf.Tensor2D);
  return {
    values: (pass) => tf.sum(tf.mul(all(pass), one), 1) as tf.Tensor1D,
    seeds: (pass) => {
      const p = all(pass);
      return { [layer]: tf.mul(tf.sum(tf.mul(p, one), 1, true), tf.sub(one, p)) };
    },
    dispose: () => one.dispose(),
  };
}

function requireClass(index: number, n: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= n)
    throw new EngineInputError("target.index", `must be an integer in 0..${n - 1}`, index);
}
