/**
 * A layer list (lib/engine/nets) with weights that learn. The same list, with the batch norms folded into the convolutions, is
 * what the plain network, its TF.js twin and all explainers run afterwards.
 */
import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import { createNetwork, foldBatchNorm, sizeOf, type LayerSpec, type LayerWeights, type Network, type NetworkSpec } from "../nets";
import { shrink } from "../nets/signals.gpu";
import type { Random } from "../random";
import { BATCH_NORM_EPSILON, batchNormTrain, batchStatistics, type BatchStatistics } from "./batch-norm.gpu";
import type { Slot } from "./optimizer.gpu";

/** How much of the running statistics a step keeps. */
const STATISTICS_MOMENTUM = 0.98;

interface Part {
  readonly layer: string;
  readonly part: "weight" | "bias" | "gamma" | "beta" | "mean" | "variance";
  readonly variable: tf.Variable;
}

export interface TrainableOptions {
  /** Layers whose kernels go by Adam rather than Muon: the output layers. */
  readonly outputs: readonly string[];
  /** First values of an output layer's bias (a prior). Default 0. */
  readonly bias?: Readonly<Record<string, readonly number[]>>;
  /** Multiplies a layer's learning rate; 0 freezes it. Default 1. */
  readonly rate?: (layer: string) => number;
}

export class Trainable {
  readonly network: Network;
  readonly parts: Part[] = [];
  private readonly byName = new Map<string, tf.Variable>();
  /** Batch norms and the ReLU that alone reads them: run as one. */
  private readonly fused = new Map<string, string>();

  constructor(
    readonly inputShape: readonly number[],
    readonly layers: readonly LayerSpec[],
    random: Random,
    private readonly options: TrainableOptions,
  ) {
    this.network = createNetwork({ inputShape, layers, weights: zeroWeights(inputShape, layers) });
    this.network.layers.forEach((layer, index) => {
      if (layer.type === "conv") {
        const inside = layer.inShapes[0][0];
        const out = layer.shape[0];
        const shape = [layer.kernel, layer.kernel, inside, out];
        const normalised = this.network.layers.some((other) => other.type === "batchnorm" && other.from[0] === index);
        const output = options.outputs.includes(layer.name);
        // He's initialisation (arXiv:1502.01852); outputs start near zero so that the prior in the bias holds.
        const deviation = output ? 0.01 : Math.sqrt(2 / (inside * layer.kernel * layer.kernel));
        this.add(
          layer.name,
          "weight",
          tf.tensor(
            Float32Array.from({ length: sizeOf(shape) }, () => random.normal() * deviation),
            shape,
          ),
        );
        if (!normalised)
          this.add(
            layer.name,
            "bias",
            tf.tensor1d(options.bias?.[layer.name] ? [...options.bias[layer.name]] : Array<number>(out).fill(0)),
          );
      } else if (layer.type === "dense") {
        const [inside] = layer.inShapes[0];
        const [out] = layer.shape;
        this.add(
          layer.name,
          "weight",
          tf.tensor(
            Float32Array.from({ length: inside * out }, () => random.normal() * Math.sqrt(1 / inside)),
            [inside, out],
          ),
        );
        this.add(layer.name, "bias", tf.zeros([out]));
      } else if (layer.type === "batchnorm") {
        const channels = layer.shape[0];
        this.add(layer.name, "gamma", tf.ones([channels]));
        this.add(layer.name, "beta", tf.zeros([channels]));
        this.add(layer.name, "mean", tf.zeros([channels]));
        this.add(layer.name, "variance", tf.ones([channels]));
      } else if (layer.type === "relu") {
        const source = this.network.layers[layer.from[0]];
        const readers = this.network.layers.filter((other) => other.from.includes(layer.from[0])).length;
        if (source?.type === "batchnorm" && readers === 1) this.fused.set(source.name, layer.name);
      } else if (layer.type === "maxpool" || layer.type === "avgpool" || layer.type === "flatten" || layer.type === "concat") {
        throw new EngineInputError(`layers.${layer.name}`, "cannot be trained yet", layer.type);
      }
    });
  }

  private add(layer: string, part: Part["part"], value: tf.Tensor): void {
    const variable = tf.variable(value, part !== "mean" && part !== "variance");
    value.dispose();
    this.parts.push({ layer, part, variable });
    this.byName.set(`${layer}/${part}`, variable);
  }

  /** What an optimiser moves. */
  slots(): Slot[] {
    const { outputs, rate = () => 1 } = this.options;
    return this.parts
      .filter(({ part }) => part !== "mean" && part !== "variance")
      .map(({ layer, part, variable }) => ({
        name: `${layer}/${part}`,
        variable,
        muon: part === "weight" && variable.rank === 4 && !outputs.includes(layer),
        rate: rate(layer),
      }))
      .filter((slot) => slot.rate > 0);
  }

  private get(layer: string, part: Part["part"]): tf.Variable {
    return this.byName.get(`${layer}/${part}`) as tf.Variable;
  }

  /**
   * One forward pass with the batch's own statistics, to be called under tf.variableGrads.
   * @param images [n, h, w, c], already in the network's units
   * @param wanted names of the layers whose outputs are returned
   * @param statistics filled with every batch norm's statistics (tensors kept past the tidy: the caller hands them to `absorb`)
   */
  forward(images: tf.Tensor4D, wanted: readonly string[], statistics: Map<string, BatchStatistics>): tf.Tensor[] {
    const outputs: tf.Tensor[] = [];
    const merged = new Set(this.fused.values());
    this.network.layers.forEach((layer) => {
      const [x, ...others] = layer.from.map((i) => (i < 0 ? images : outputs[i]));
      if (layer.type === "relu" && merged.has(layer.name)) {
        outputs.push(x);
        return;
      }
      switch (layer.type) {
        case "conv": {
          const spec = this.layers[this.network.layers.indexOf(layer)];
          const pad = spec.type === "conv" ? (spec.pad ?? 0) : 0;
          const y = tf.conv2d(x as tf.Tensor4D, this.get(layer.name, "weight") as tf.Tensor4D, layer.stride, pad);
          const bias = this.byName.get(`${layer.name}/bias`);
          outputs.push(bias ? tf.add(y, bias) : y);
          return;
        }
        case "batchnorm": {
          const batch = batchStatistics(x);
          statistics.set(layer.name, { mean: tf.keep(batch.mean), variance: tf.keep(batch.variance) });
          const gamma = this.get(layer.name, "gamma") as tf.Tensor as tf.Tensor1D;
          const beta = this.get(layer.name, "beta") as tf.Tensor as tf.Tensor1D;
          outputs.push(batchNormTrain(x, gamma, beta, batch, this.fused.has(layer.name)));
          return;
        }
        case "relu":
          outputs.push(tf.relu(x));
          return;
        case "gap":
          outputs.push(tf.mean(x, [1, 2]));
          return;
        case "dense":
          outputs.push(
            tf.add(tf.matMul(x as tf.Tensor2D, this.get(layer.name, "weight") as tf.Tensor as tf.Tensor2D), this.get(layer.name, "bias")),
          );
          return;
        case "upsample":
          outputs.push(upsample(x as tf.Tensor4D, layer.factor));
          return;
        case "add":
          outputs.push(others.reduce((sum, other) => tf.add(sum, other), x));
          return;
        default:
          throw new EngineInputError(`layers.${layer.name}`, "cannot be trained yet", layer.type);
      }
    });
    const names = this.network.layers.map(({ name }) => name);
    return wanted.map((name) => outputs[names.indexOf(name)]);
  }

  /** Moves the running statistics towards a batch's and disposes those. @param first take them whole: nothing was seen before */
  absorb(statistics: Map<string, BatchStatistics>, first: boolean): void {
    const keep = first ? 0 : STATISTICS_MOMENTUM;
    for (const [name, { mean, variance }] of statistics) {
      tf.tidy(() => {
        const [m, v] = [this.get(name, "mean"), this.get(name, "variance")];
        m.assign(tf.add(tf.mul(m, keep), tf.mul(mean, 1 - keep)));
        v.assign(tf.add(tf.mul(v, keep), tf.mul(variance, 1 - keep)));
      });
      tf.dispose([mean, variance]);
    }
    statistics.clear();
  }

  /** The network for inference: batch norms folded, weights in the plain network's order. */
  async export(): Promise<NetworkSpec> {
    const weights: Record<string, Record<string, unknown>> = {};
    for (const { layer, part, variable } of this.parts) {
      const data = await variable.data();
      const entry = (weights[layer] ??= {});
      if (part !== "weight") entry[part] = Array.from(data);
      else entry.weight = variable.rank === 4 ? outFirst(data, variable.shape) : transposed(data, variable.shape);
      if (part === "gamma") entry.epsilon = BATCH_NORM_EPSILON;
    }
    return foldBatchNorm({ inputShape: this.inputShape, layers: this.layers, weights: weights as Record<string, LayerWeights> });
  }

  dispose(): void {
    tf.dispose(this.parts.map(({ variable }) => variable));
  }
}

/** Nearest-neighbour upsampling; back, each block's sum. */
function upsample(x: tf.Tensor4D, factor: number): tf.Tensor {
  const op = tf.customGrad((a) => {
    const [n, h, w, c] = (a as tf.Tensor4D).shape;
    // Copies joined side by side: on WASM sixteen times faster than `tile`.
    const repeated = (t: tf.Tensor2D) => tf.concat2d(Array<tf.Tensor2D>(factor).fill(t), 1);
    const wide = repeated(tf.reshape(a as tf.Tensor4D, [n * h * w, c]));
    const value = tf.reshape(repeated(tf.reshape(wide, [n * h, w * factor * c])), [n, h * factor, w * factor, c]);
    return { value, gradFunc: (dy: tf.Tensor) => shrink(dy as tf.Tensor4D, factor) };
  });
  return op(x);
}

/** [k, k, in, out] → [out, in, k, k]. */
function outFirst(data: ArrayLike<number>, [kh, kw, inside, out]: readonly number[]) {
  const result = new Float64Array(data.length);
  for (let y = 0, i = 0; y < kh; y++) {
    for (let x = 0; x < kw; x++)
      for (let c = 0; c < inside; c++) for (let o = 0; o < out; o++, i++) result[((o * inside + c) * kh + y) * kw + x] = data[i];
  }
  return { shape: [out, inside, kh, kw], data: result };
}

/** [in, out] → [out, in]. */
function transposed(data: ArrayLike<number>, [inside, out]: readonly number[]) {
  const result = new Float64Array(data.length);
  for (let i = 0; i < inside; i++) for (let o = 0; o < out; o++) result[o * inside + i] = data[i * out + o];
  return { shape: [out, inside], data: result };
}

/** Weights of the right size, to have every shape worked out by `createNetwork`. */
function zeroWeights(inputShape: readonly number[], layers: readonly LayerSpec[]): Record<string, LayerWeights> {
  const channels = new Map<string, number>([["input", inputShape[0]]]);
  const weights: Record<string, LayerWeights> = {};
  layers.forEach((layer, i) => {
    const from = layer.inputs?.[0] ?? (i === 0 ? "input" : layers[i - 1].name);
    const inside = channels.get(from) ?? 0;
    if (layer.type === "conv")
      weights[layer.name] = {
        weight: { shape: [layer.out, inside, layer.kernel, layer.kernel], data: new Float64Array(layer.out * inside * layer.kernel ** 2) },
      };
    if (layer.type === "dense")
      weights[layer.name] = { weight: { shape: [layer.out, inside], data: new Float64Array(layer.out * inside) } };
    if (layer.type === "batchnorm") weights[layer.name] = { mean: new Float64Array(inside), variance: new Float64Array(inside).fill(1) };
    channels.set(layer.name, "out" in layer ? layer.out : inside);
  });
  return weights;
}
