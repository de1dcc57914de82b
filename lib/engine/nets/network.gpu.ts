/**
 * The TF.js twin of the plain network: same layers, same names, same three reverse rules, on any backend and for a batch.
 * Tensors are NHWC in float32 ([n, height, width, channels], vectors [n, k]); the plain network's are [channels, height, width].
 * The reverse pass uses forward kernels only (a convolution's input gradient is a convolution of the signal with the
 * turned kernel, phase by phase): WASM's own gradient of a convolution is slow, and ties in pooling go to the first cell on every backend.
 */
import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import type { NdArray } from "../boxes/types";
import { sizeOf } from "./build";
import { averagePoolBack, convolveBack, maxPoolBack, phaseKernel, shrink } from "./signals.gpu";
import type { ConvLayer, Layer, Network, PoolLayer, ReluRule, Tensor } from "./types";

interface LayerTensors {
  /** conv: [k, k, in, out]; dense: [in, out]; batchnorm: scale [channels]. */
  readonly weight: tf.Tensor;
  /** bias or shift. */
  readonly bias: tf.Tensor;
  /** conv: the kernel of the reverse pass (`phaseKernel`). */
  readonly phases?: tf.Tensor4D;
}

/** A network with its weights on the current backend. Call `dispose` when done. */
export interface GpuNetwork {
  readonly network: Network;
  readonly weights: Readonly<Record<string, LayerTensors>>;
  dispose(): void;
}

/** Every layer's output by name; the caller disposes it (`tf.dispose(pass.activations)`). */
export interface GpuPass {
  readonly input: tf.Tensor4D;
  readonly activations: Readonly<Record<string, tf.Tensor>>;
  readonly output: tf.Tensor;
}

export interface GpuBackwardPass {
  readonly input: tf.Tensor4D;
  readonly layers: Readonly<Record<string, tf.Tensor>>;
}

/** Uploads a network's weights. */
export function createGpuNetwork(network: Network): GpuNetwork {
  const weights: Record<string, LayerTensors> = {};
  for (const layer of network.layers) {
    if (layer.type === "conv") weights[layer.name] = convTensors(layer);
    if (layer.type === "dense") {
      const flat = tf.tidy(() => tf.transpose(tf.tensor2d(Float32Array.from(layer.weight), [layer.shape[0], layer.inShapes[0][0]])));
      weights[layer.name] = { weight: flat, bias: tf.tensor1d(Float32Array.from(layer.bias)) };
    }
    if (layer.type === "batchnorm") {
      weights[layer.name] = { weight: tf.tensor1d(Float32Array.from(layer.scale)), bias: tf.tensor1d(Float32Array.from(layer.shift)) };
    }
  }
  return {
    network,
    weights,
    dispose: () =>
      tf.dispose(Object.values(weights).flatMap(({ weight, bias, phases }) => (phases ? [weight, bias, phases] : [weight, bias]))),
  };
}

function convTensors(layer: ConvLayer): LayerTensors {
  const { kernel } = layer;
  const [out] = layer.shape;
  const [channels] = layer.inShapes[0];
  const weight = new Float32Array(layer.weight.length);
  for (let o = 0, i = 0; o < out; o++) {
    for (let c = 0; c < channels; c++) {
      for (let y = 0; y < kernel; y++) {
        for (let x = 0; x < kernel; x++, i++) {
          weight[((y * kernel + x) * channels + c) * out + o] = layer.weight[i];
        }
      }
    }
  }
  return {
    weight: tf.tensor4d(weight, [kernel, kernel, channels, out]),
    phases: phaseKernel(layer),
    bias: tf.tensor1d(Float32Array.from(layer.bias)),
  };
}

/** Images or maps [C, H, W] → one [n, H, W, C] tensor; vectors [k] → [n, k]. All of one shape. */
export function toChannelsLast(items: readonly NdArray[]): tf.Tensor {
  if (items.length === 0) throw new EngineInputError("items", "must not be empty", items);
  const { shape } = items[0];
  for (const item of items) {
    if (String(item.shape) !== String(shape))
      throw new EngineInputError("items", `must all have shape [${shape.join(", ")}]`, `shape [${item.shape.join(", ")}]`);
  }
  const size = sizeOf(shape);
  const flat = new Float32Array(items.length * size);
  items.forEach((item, n) => flat.set(item.data, n * size));
  if (shape.length === 1) return tf.tensor2d(flat, [items.length, shape[0]]);
  return tf.tidy(() => tf.transpose(tf.tensor4d(flat, [items.length, shape[0], shape[1], shape[2]]), [0, 2, 3, 1]));
}

/** The reverse of `toChannelsLast`: one [C, H, W] (or [k]) array in double precision for each of the batch. */
export async function toChannelsFirst(batch: tf.Tensor): Promise<Tensor[]> {
  const [n, ...rest] = batch.shape;
  const shape = rest.length === 3 ? [rest[2], rest[0], rest[1]] : rest;
  const ordered = tf.tidy(() => (rest.length === 3 ? tf.transpose(batch, [0, 3, 1, 2]) : tf.clone(batch)));
  const data = await ordered.data();
  ordered.dispose();
  const size = sizeOf(shape);
  return Array.from({ length: n }, (_, i) => ({ shape, data: Float64Array.from(data.subarray(i * size, (i + 1) * size)) }));
}

/**
 * Runs a batch of images [n, height, width, channels].
 * @throws EngineInputError when the images' shape differs from the network's input.
 */
export function forwardGpu(gpu: GpuNetwork, images: tf.Tensor4D): GpuPass {
  const [channels, h, w] = gpu.network.inputShape;
  if (String(images.shape.slice(1)) !== String([h, w, channels]))
    throw new EngineInputError("images", `must have shape [n, ${h}, ${w}, ${channels}]`, `shape [${images.shape.join(", ")}]`);
  const activations = tf.tidy(() => {
    const outputs: tf.Tensor[] = [];
    const named: Record<string, tf.Tensor> = {};
    for (const layer of gpu.network.layers) {
      const inputs = layer.from.map((i) => (i < 0 ? images : outputs[i]));
      outputs.push((named[layer.name] = runLayer(layer, inputs, gpu.weights[layer.name])));
    }
    return named;
  });
  return { input: images, activations, output: activations[gpu.network.layers[gpu.network.layers.length - 1].name] };
}

function runLayer(layer: Layer, inputs: readonly tf.Tensor[], weights: LayerTensors | undefined): tf.Tensor {
  const x = inputs[0];
  const n = x.shape[0];
  switch (layer.type) {
    case "conv": {
      const { weight, bias } = need(weights);
      const padded = tf.pad(x as tf.Tensor4D, explicitPad(layer));
      return tf.add(tf.conv2d(padded, weight as tf.Tensor4D, layer.stride, "valid"), bias);
    }
    case "dense": {
      const { weight, bias } = need(weights);
      return tf.add(tf.matMul(x as tf.Tensor2D, weight as tf.Tensor2D), bias);
    }
    case "batchnorm": {
      const { weight, bias } = need(weights);
      return tf.add(tf.mul(x, weight), bias);
    }
    case "relu":
      return tf.relu(x);
    case "maxpool":
      return tf.maxPool(x as tf.Tensor4D, layer.kernel, layer.stride, explicitPad(layer));
    case "avgpool": {
      // Padding with zeros and dividing by the cells inside gives the same mean on every backend.
      const sums = tf.avgPool(tf.pad(x as tf.Tensor4D, explicitPad(layer)), layer.kernel, layer.stride, "valid");
      return tf.mul(sums, cellShare(layer));
    }
    case "gap":
      return tf.mean(x, [1, 2]);
    case "flatten":
      return tf.reshape(x.rank === 4 ? tf.transpose(x, [0, 3, 1, 2]) : x, [n, layer.shape[0]]);
    case "upsample": {
      const [channels, h, w] = layer.inShapes[0];
      const tall = tf.tile(tf.reshape(x, [n * h, 1, w * channels]), [1, layer.factor, 1]);
      return tf.reshape(tf.tile(tf.reshape(tall, [-1, 1, channels]), [1, layer.factor, 1]), [n, ...layer.shape.slice(1), channels]);
    }
    case "add":
      return tf.addN([...inputs]);
    case "concat":
      return tf.concat([...inputs], -1);
  }
}

function need(weights: LayerTensors | undefined): LayerTensors {
  if (!weights) throw new EngineInputError("gpu.weights", "lacks a layer's weights", undefined);
  return weights;
}

type Padding4 = [[number, number], [number, number], [number, number], [number, number]];

/** The padding the windows really read, before and after each axis. */
function explicitPad(layer: ConvLayer | PoolLayer): Padding4 {
  const [, h, w] = layer.inShapes[0];
  const [, oh, ow] = layer.shape;
  const after = (cells: number, n: number, before: number) => Math.max((cells - 1) * layer.stride + layer.kernel - n - before, 0);
  return [
    [0, 0],
    [layer.padTop, after(oh, h, layer.padTop)],
    [layer.padLeft, after(ow, w, layer.padLeft)],
    [0, 0],
  ];
}

/** kernel² / (cells of the window inside the map), [1, oh, ow, 1]. */
function cellShare(layer: PoolLayer): tf.Tensor4D {
  const [, h, w] = layer.inShapes[0];
  const [, oh, ow] = layer.shape;
  const inside = (i: number, before: number, n: number) =>
    Math.min(i * layer.stride - before + layer.kernel, n) - Math.max(i * layer.stride - before, 0);
  const share = new Float32Array(oh * ow);
  for (let y = 0; y < oh; y++)
    for (let x = 0; x < ow; x++) share[y * ow + x] = layer.kernel ** 2 / (inside(y, layer.padTop, h) * inside(x, layer.padLeft, w));
  return tf.tensor4d(share, [1, oh, ow, 1]);
}

/**
 * The twin of `backward`: sends signals from layers back to the images.
 * @param seeds for each named layer a tensor of its output's shape; not disposed.
 * @returns tensors the caller disposes (`tf.dispose([back.input, back.layers])`).
 */
export function backwardGpu(
  gpu: GpuNetwork,
  pass: GpuPass,
  seeds: Readonly<Record<string, tf.Tensor>>,
  rule: ReluRule = "gradient",
): GpuBackwardPass {
  requireSeeds(pass, seeds);
  return tf.tidy(() => {
    const { image, layers } = sendBack(gpu, pass, seeds, rule, -1);
    return { input: (image ?? tf.zerosLike(pass.input)) as tf.Tensor4D, layers };
  });
}

/**
 * The signal that `backwardGpu` finds at one layer, without going further down: much cheaper for a layer near the top.
 * @returns a tensor the caller disposes, or null when the signal does not reach the layer
 */
export function backwardToLayer(
  gpu: GpuNetwork,
  pass: GpuPass,
  seeds: Readonly<Record<string, tf.Tensor>>,
  layer: string,
  rule: ReluRule = "gradient",
): tf.Tensor | null {
  requireSeeds(pass, seeds);
  const stop = gpu.network.layers.findIndex(({ name }) => name === layer);
  if (stop < 0) throw new EngineInputError("layer", "is not a layer of the network", layer);
  return tf.tidy(() => sendBack(gpu, pass, seeds, rule, stop).layers[layer] ?? null);
}

function requireSeeds(pass: GpuPass, seeds: Readonly<Record<string, tf.Tensor>>): void {
  for (const [name, seed] of Object.entries(seeds)) {
    const activation = pass.activations[name];
    if (!activation) throw new EngineInputError("seeds", "names a layer the network does not have", name);
    if (String(seed.shape) !== String(activation.shape))
      throw new EngineInputError(`seeds.${name}`, `must have shape [${activation.shape.join(", ")}]`, `shape [${seed.shape.join(", ")}]`);
  }
}

/** Goes down to the layer of index `stop`, whose own reverse step is not taken; −1 goes on to the image. Inside a tidy. */
function sendBack(
  { network: { layers: order }, weights }: GpuNetwork,
  pass: GpuPass,
  seeds: Readonly<Record<string, tf.Tensor>>,
  rule: ReluRule,
  stop: number,
): { image?: tf.Tensor; layers: Record<string, tf.Tensor> } {
  const signals = order.map(({ name }): tf.Tensor | undefined => (seeds[name] ? tf.clone(seeds[name]) : undefined));
  let image: tf.Tensor | undefined;
  const layers: Record<string, tf.Tensor> = {};
  for (let i = order.length - 1; i >= Math.max(stop, 0); i--) {
    const signal = signals[i];
    if (!signal) continue;
    const layer = order[i];
    layers[layer.name] = signal;
    if (i === stop) break;
    const inputs = layer.from.map((source) => (source < 0 ? pass.input : pass.activations[order[source].name]));
    const parts = layerBack(layer, signal, inputs, pass.activations[layer.name], weights[layer.name], rule);
    layer.from.forEach((source, k) => {
      if (source < 0) image = image ? tf.add(image, parts[k]) : parts[k];
      else signals[source] = sum(signals[source], parts[k]);
    });
  }
  return { image, layers };
}

function sum(held: tf.Tensor | undefined, part: tf.Tensor): tf.Tensor {
  return held ? tf.add(held, part) : part;
}

function layerBack(
  layer: Layer,
  signal: tf.Tensor,
  inputs: readonly tf.Tensor[],
  output: tf.Tensor,
  weights: LayerTensors | undefined,
  rule: ReluRule,
): tf.Tensor[] {
  const x = inputs[0];
  const map = signal as tf.Tensor4D;
  switch (layer.type) {
    case "conv": {
      const { phases } = need(weights);
      return [convolveBack(layer, map, phases as tf.Tensor4D)];
    }
    case "dense":
      return [tf.matMul(signal as tf.Tensor2D, need(weights).weight as tf.Tensor2D, false, true)];
    case "batchnorm":
      return [tf.mul(signal, need(weights).weight)];
    case "relu":
      return [reluBackGpu(signal, x, rule)];
    case "maxpool":
      return [maxPoolBack(layer, map, x as tf.Tensor4D, output as tf.Tensor4D)];
    case "avgpool":
      return [averagePoolBack(layer, tf.mul(map, cellShare(layer)))];
    case "gap": {
      const [channels, h, w] = layer.inShapes[0];
      // A product with a column of 1 / (h·w): every backend multiplies matrices faster than it repeats rows.
      const share = tf.matMul(tf.fill([signal.shape[0], h * w, 1], 1 / (h * w)), tf.reshape(signal, [signal.shape[0], 1, channels]));
      return [tf.reshape(share, [signal.shape[0], h, w, channels])];
    }
    case "flatten": {
      const [shape] = layer.inShapes;
      const back = tf.reshape(signal, [signal.shape[0], ...shape]);
      return [shape.length === 3 ? tf.transpose(back, [0, 2, 3, 1]) : back];
    }
    case "upsample":
      return [shrink(map, layer.factor)];
    case "add":
      return inputs.map(() => tf.clone(signal));
    case "concat": {
      const sizes = layer.inShapes.map((shape) => shape[0]);
      return tf.split(signal, sizes, -1);
    }
  }
}

/** The twin of `reluBack`. */
function reluBackGpu(signal: tf.Tensor, x: tf.Tensor, rule: ReluRule): tf.Tensor {
  return tf.tidy(() => {
    const passed = rule === "gradient" ? signal : tf.relu(signal);
    return rule === "deconvnet" ? passed : tf.mul(passed, tf.step(x));
  });
}
