/** Small random networks for tests and benchmarks: every layer type, symmetric and "same" padding, a branch. */
import { seeded } from "../random";
import { sizeOf } from "./build";
import type { LayerSpec, LayerWeights, NetworkSpec } from "./types";
import type { NdArray } from "../boxes/types";

/** Draws He-scaled weights for a layer list. `channels` is followed through the layers, so no shapes are asked for. */
export function randomWeights(inputShape: readonly number[], layers: readonly LayerSpec[], seed: string): NetworkSpec {
  const random = seeded(seed);
  const draw = (n: number, scale: number) => Float64Array.from({ length: n }, () => scale * random.normal());
  const widths = new Map<string, number>([["input", inputShape[0]]]);
  const weights: Record<string, LayerWeights> = {};
  layers.forEach((layer, i) => {
    const reads = layer.inputs ?? [i === 0 ? "input" : layers[i - 1].name];
    const width = widths.get(reads[0]) ?? 0;
    let out = width;
    if (layer.type === "conv" || layer.type === "dense") {
      out = layer.out;
      const taps = layer.type === "conv" ? width * layer.kernel ** 2 : width;
      const shape = layer.type === "conv" ? [out, width, layer.kernel, layer.kernel] : [out, width];
      weights[layer.name] = { weight: { shape, data: draw(out * taps, Math.sqrt(2 / taps)) }, bias: draw(out, 0.1) };
    } else if (layer.type === "batchnorm") {
      weights[layer.name] = {
        gamma: draw(width, 0.3).map((v) => 1 + v),
        beta: draw(width, 0.2),
        mean: draw(width, 0.3),
        variance: draw(width, 0.2).map((v) => 1 + Math.abs(v)),
      };
    } else if (layer.type === "concat") {
      out = reads.reduce((sum, name) => sum + (widths.get(name) ?? 0), 0);
    }
    widths.set(layer.name, out);
  });
  return { inputShape, layers, weights };
}

/** A network with a strided "same" convolution, overlapping and average pooling, batchnorm, a lateral branch and a gap head. */
export function sampleNetwork(seed = "sample", size = 12): NetworkSpec {
  return randomWeights(
    [3, size, size],
    [
      { type: "conv", name: "conv1", out: 6, kernel: 3, stride: 2, pad: "same" },
      { type: "batchnorm", name: "bn1" },
      { type: "relu", name: "relu1" },
      { type: "maxpool", name: "pool1", kernel: 3, stride: 2, pad: "same" },
      { type: "conv", name: "conv2", out: 5, kernel: 1 },
      { type: "upsample", name: "up", factor: 2 },
      { type: "conv", name: "side", out: 5, kernel: 3, pad: 1, inputs: ["relu1"] },
      { type: "add", name: "sum", inputs: ["up", "side"] },
      { type: "relu", name: "relu2" },
      { type: "concat", name: "both", inputs: ["relu2", "relu1"] },
      { type: "avgpool", name: "pool2", kernel: 2, stride: 1, pad: "same" },
      { type: "conv", name: "conv3", out: 7, kernel: 5, stride: 1, pad: "valid" },
      { type: "relu", name: "relu3" },
      { type: "gap", name: "gap" },
      { type: "dense", name: "fc", out: 4 },
    ],
    seed,
  );
}

/** An image with standard normal pixels. */
export function randomImage(shape: readonly number[], seed: string): NdArray {
  const random = seeded(seed);
  return { shape, data: Float64Array.from({ length: sizeOf(shape) }, () => random.normal()) };
}
