import { EngineInputError, requireLength } from "../errors";
import { sizeOf } from "./build";
import { multiply, scatterColumns } from "./matrix";
import { averagePoolBack, maxPoolBack } from "./pooling";
import { reluBack } from "./relu";
import type { BackwardPass, ConvLayer, ForwardPass, Layer, Network, ReluRule, Tensor } from "./types";

/** Where a reverse pass starts: for each named layer, the derivative of the explained number by that layer's output. */
export type Seeds = Readonly<Record<string, ArrayLike<number>>>;

/**
 * Sends signals from layers back to the image.
 * @param pass a forward pass of the same network.
 * @param seeds d(number)/d(layer output) for the layers the number is read from, usually the last one.
 * @param rule what each ReLU lets through; with "gradient" the result is the derivative of the number.
 * @returns the signal at the image and at the output of every layer reached.
 * @throws EngineInputError for an unknown layer, a seed of the wrong length or an unknown rule.
 */
export function backward(network: Network, pass: ForwardPass, seeds: Seeds, rule: ReluRule = "gradient"): BackwardPass {
  if (rule !== "gradient" && rule !== "deconvnet" && rule !== "guided")
    throw new EngineInputError("rule", 'must be "gradient", "deconvnet" or "guided"', rule);
  const places = new Map(network.layers.map((layer, i) => [layer.name, i]));
  const signals: (Float64Array | undefined)[] = network.layers.map(() => undefined);
  for (const [name, seed] of Object.entries(seeds)) {
    const place = places.get(name);
    if (place === undefined) throw new EngineInputError("seeds", "names a layer the network does not have", name);
    requireLength(`seeds.${name}`, seed, sizeOf(network.layers[place].shape));
    signals[place] = Float64Array.from(seed);
  }
  const image = new Float64Array(sizeOf(network.inputShape));
  const layers: Record<string, Tensor> = {};
  for (let i = network.layers.length - 1; i >= 0; i--) {
    const signal = signals[i];
    if (!signal) continue;
    const layer = network.layers[i];
    layers[layer.name] = { shape: layer.shape, data: signal };
    const parts = layerBack(layer, signal, pass, network, rule);
    layer.from.forEach((source, k) => {
      const held = source < 0 ? image : signals[source];
      if (held) for (let j = 0; j < held.length; j++) held[j] += parts[k][j];
      else signals[source] = parts[k];
    });
  }
  return { input: { shape: network.inputShape, data: image }, layers };
}

/** The signal at each of the layer's inputs; fresh arrays. */
function layerBack(layer: Layer, signal: Float64Array, pass: ForwardPass, network: Network, rule: ReluRule): Float64Array[] {
  switch (layer.type) {
    case "conv":
      return [convolveBack(layer, signal)];
    case "dense": {
      const out = new Float64Array(layer.inShapes[0][0]);
      for (let o = 0; o < signal.length; o++) {
        const s = signal[o];
        for (let i = 0; i < out.length; i++) out[i] += s * layer.weight[o * out.length + i];
      }
      return [out];
    }
    case "relu": {
      const source = layer.from[0];
      const x = source < 0 ? pass.input.data : pass.activations[network.layers[source].name].data;
      return [reluBack(signal, x, rule)];
    }
    case "maxpool":
      return [maxPoolBack(layer, signal, pass.poolIndices[layer.name])];
    case "avgpool":
      return [averagePoolBack(layer, signal)];
    case "gap": {
      const n = sizeOf(layer.inShapes[0]);
      const plane = n / signal.length;
      const out = new Float64Array(n);
      for (let c = 0; c < signal.length; c++) out.fill(signal[c] / plane, c * plane, (c + 1) * plane);
      return [out];
    }
    case "flatten":
      return [signal.slice()];
    case "batchnorm": {
      const plane = signal.length / layer.scale.length;
      return [signal.map((v, i) => v * layer.scale[Math.floor(i / plane)])];
    }
    case "upsample":
      return [shrink(signal, layer.inShapes[0], layer.factor)];
    case "add":
      return layer.from.map(() => signal.slice());
    case "concat": {
      let at = 0;
      return layer.inShapes.map((shape) => {
        const part = signal.slice(at, at + sizeOf(shape));
        at += part.length;
        return part;
      });
    }
  }
}

function convolveBack(layer: ConvLayer, signal: Float64Array): Float64Array {
  const [channels, oh, ow] = layer.shape;
  const inShape = layer.inShapes[0];
  const taps = layer.weight.length / channels;
  const columns = new Float64Array(taps * oh * ow);
  multiply(layer.transposed, signal, columns, taps, channels, oh * ow);
  const pointwise = layer.kernel === 1 && layer.stride === 1 && layer.padTop === 0 && layer.padLeft === 0 && oh === inShape[1];
  return pointwise ? columns : scatterColumns(columns, inShape, layer.shape, layer);
}

function shrink(signal: Float64Array, [channels, h, w]: readonly number[], factor: number): Float64Array {
  const out = new Float64Array(channels * h * w);
  const ow = w * factor;
  const rows = channels * h * factor;
  for (let y = 0; y < rows; y++) {
    const target = Math.floor(y / factor) * w;
    for (let i = 0; i < ow; i++) out[target + Math.floor(i / factor)] += signal[y * ow + i];
  }
  return out;
}
