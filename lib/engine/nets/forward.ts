import { EngineInputError, requireAllFinite, requireLength } from "../errors";
import type { NdArray } from "../boxes/types";
import { sizeOf } from "./build";
import { multiply, patchColumns } from "./matrix";
import { averagePool, maxPool } from "./pooling";
import type { ConvLayer, DenseLayer, ForwardPass, Layer, Network, Tensor } from "./types";

/**
 * Runs the network on one image.
 * @param image [channels, height, width] as the network's `inputShape`; not changed.
 * @returns every layer's output by name (before and after each ReLU), and the winners of each max-pooling.
 * @throws EngineInputError when the image's shape differs or it holds NaN.
 */
export function forward(network: Network, image: NdArray): ForwardPass {
  const input = checkedImage(network, image);
  const activations: Record<string, Tensor> = {};
  const poolIndices: Record<string, Int32Array> = {};
  const outputs: Tensor[] = [];
  for (const layer of network.layers) {
    const inputs = layer.from.map((i) => (i < 0 ? input : outputs[i]));
    const data = runLayer(
      layer,
      inputs.map((t) => t.data),
      poolIndices,
    );
    const out: Tensor = { shape: layer.shape, data };
    outputs.push(out);
    activations[layer.name] = out;
  }
  return { input, activations, poolIndices, output: outputs[outputs.length - 1] };
}

/** A private double-precision copy of an image, checked against the network's input. */
function checkedImage(network: Network, image: NdArray): Tensor {
  const want = network.inputShape;
  if (image.shape.length !== want.length || image.shape.some((n, i) => n !== want[i])) {
    throw new EngineInputError("image", `must have shape [${want.join(", ")}]`, `shape [${image.shape.join(", ")}]`);
  }
  requireLength("image.data", image.data, sizeOf(want));
  requireAllFinite("image.data", image.data);
  return { shape: want, data: Float64Array.from(image.data) };
}

function runLayer(layer: Layer, inputs: readonly Float64Array[], poolIndices: Record<string, Int32Array>): Float64Array {
  const x = inputs[0];
  switch (layer.type) {
    case "conv":
      return convolve(layer, x);
    case "dense":
      return connect(layer, x);
    case "relu":
      return x.map((v) => (v > 0 ? v : 0));
    case "maxpool": {
      const { data, winners } = maxPool(layer, x);
      poolIndices[layer.name] = winners;
      return data;
    }
    case "avgpool":
      return averagePool(layer, x);
    case "gap":
      return planeMeans(x, layer.shape[0]);
    case "flatten":
      return x.slice();
    case "batchnorm": {
      const plane = x.length / layer.scale.length;
      return x.map((v, i) => v * layer.scale[Math.floor(i / plane)] + layer.shift[Math.floor(i / plane)]);
    }
    case "upsample":
      return enlarge(x, layer.inShapes[0], layer.factor);
    case "add": {
      const out = x.slice();
      for (let k = 1; k < inputs.length; k++) for (let i = 0; i < out.length; i++) out[i] += inputs[k][i];
      return out;
    }
    case "concat": {
      const out = new Float64Array(sizeOf(layer.shape));
      let at = 0;
      for (const part of inputs) {
        out.set(part, at);
        at += part.length;
      }
      return out;
    }
  }
}

function convolve(layer: ConvLayer, x: Float64Array): Float64Array {
  const [, oh, ow] = layer.shape;
  const inShape = layer.inShapes[0];
  const taps = layer.weight.length / layer.shape[0];
  const pointwise = layer.kernel === 1 && layer.stride === 1 && layer.padTop === 0 && layer.padLeft === 0 && oh === inShape[1];
  const columns = pointwise ? x : patchColumns(x, inShape, layer.shape, layer);
  const out = new Float64Array(layer.shape[0] * oh * ow);
  multiply(layer.weight, columns, out, layer.shape[0], taps, oh * ow, layer.bias);
  return out;
}

function connect({ weight, bias }: DenseLayer, x: Float64Array): Float64Array {
  return bias.map((b, o) => {
    let sum = b;
    const row = o * x.length;
    for (let i = 0; i < x.length; i++) sum += weight[row + i] * x[i];
    return sum;
  });
}

/** The mean of each channel's plane: [channels]. */
export function planeMeans(x: Float64Array, channels: number): Float64Array {
  const plane = x.length / channels;
  const out = new Float64Array(channels);
  for (let c = 0; c < channels; c++) {
    let sum = 0;
    for (let i = c * plane; i < (c + 1) * plane; i++) sum += x[i];
    out[c] = sum / plane;
  }
  return out;
}

function enlarge(x: Float64Array, [channels, h, w]: readonly number[], factor: number): Float64Array {
  const out = new Float64Array(x.length * factor * factor);
  const ow = w * factor;
  for (let c = 0; c < channels; c++) {
    for (let y = 0; y < h * factor; y++) {
      const source = (c * h + Math.floor(y / factor)) * w;
      const target = (c * h * factor + y) * ow;
      for (let i = 0; i < ow; i++) out[target + i] = x[source + Math.floor(i / factor)];
    }
  }
  return out;
}
