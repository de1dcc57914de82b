import { EngineInputError, requireAllFinite, requireLength } from "../errors";
import { windowAxis } from "./geometry";
import { transpose } from "./matrix";
import type { Layer, LayerSpec, LayerWeights, Network, NetworkSpec } from "./types";

/** The number of entries of a shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1);
}

function doubles(argument: string, values: ArrayLike<number> | undefined, length: number, fallback?: number): Float64Array {
  if (values === undefined) {
    if (fallback === undefined) throw new EngineInputError(argument, "is missing", values);
    return new Float64Array(length).fill(fallback);
  }
  requireLength(argument, values, length);
  requireAllFinite(argument, values);
  return Float64Array.from(values);
}

function requireMap(name: string, shape: readonly number[]): void {
  if (shape.length !== 3)
    throw new EngineInputError(`layers.${name}`, "needs a [channels, height, width] input", `shape [${shape.join(", ")}]`);
}

function requirePositive(argument: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) throw new EngineInputError(argument, "must be a positive integer", value);
}

/**
 * Checks a network, works out every shape and copies the weights.
 * Worked number: 3×16×16 → conv 6, kernel 3, pad 1 → [6, 16, 16]; maxpool 2 → [6, 8, 8].
 * @throws EngineInputError naming the layer when a name is used twice, an input is unknown, or a shape does not fit.
 */
export function createNetwork(spec: NetworkSpec): Network {
  requireLength("inputShape", spec.inputShape, 3);
  spec.inputShape.forEach((n, i) => requirePositive(`inputShape[${i}]`, n));
  if (spec.layers.length === 0) throw new EngineInputError("layers", "must not be empty", spec.layers);
  const places = new Map<string, number>([["input", -1]]);
  const layers: Layer[] = [];
  spec.layers.forEach((layer, index) => {
    if (places.has(layer.name)) throw new EngineInputError(`layers[${index}].name`, "is used twice", layer.name);
    const from = (layer.inputs ?? [index === 0 ? "input" : spec.layers[index - 1].name]).map((name) => {
      const place = places.get(name);
      if (place === undefined)
        throw new EngineInputError(`layers.${layer.name}.inputs`, "names a layer that does not come before it", name);
      return place;
    });
    if (from.length === 0) throw new EngineInputError(`layers.${layer.name}.inputs`, "must not be empty", from);
    const inShapes = from.map((i) => (i < 0 ? spec.inputShape : layers[i].shape));
    layers.push(buildLayer(layer, from, inShapes, spec.weights[layer.name] ?? {}));
    places.set(layer.name, index);
  });
  return { inputShape: [...spec.inputShape], layers };
}

function buildLayer(layer: LayerSpec, from: readonly number[], inShapes: readonly (readonly number[])[], weights: LayerWeights): Layer {
  const { name } = layer;
  const shape = inShapes[0];
  const several = layer.type === "add" || layer.type === "concat";
  if (!several && from.length !== 1) throw new EngineInputError(`layers.${name}.inputs`, "must name one layer", from);
  const base = { name, from, inShapes };
  switch (layer.type) {
    case "conv":
    case "maxpool":
    case "avgpool": {
      requireMap(name, shape);
      const stride = layer.stride ?? (layer.type === "conv" ? 1 : layer.kernel);
      const rows = windowAxis(shape[1], layer.kernel, stride, layer.pad ?? 0);
      const columns = windowAxis(shape[2], layer.kernel, stride, layer.pad ?? 0);
      const window = { kernel: layer.kernel, stride, padTop: rows.before, padLeft: columns.before };
      // A window wholly inside the padding would see nothing of the map (and have no maximum and no mean).
      if (Math.max(rows.before, columns.before) >= layer.kernel)
        throw new EngineInputError(`layers.${name}.pad`, "must be less than the kernel", layer.pad);
      if (layer.type !== "conv") {
        return { ...base, ...window, type: layer.type, shape: [shape[0], rows.size, columns.size] };
      }
      requirePositive(`layers.${name}.out`, layer.out);
      const taps = shape[0] * layer.kernel * layer.kernel;
      const weight = doubles(`weights.${name}.weight`, weights.weight?.data, layer.out * taps);
      const bias = doubles(`weights.${name}.bias`, weights.bias, layer.out, 0);
      return {
        ...base,
        ...window,
        type: "conv",
        shape: [layer.out, rows.size, columns.size],
        weight,
        transposed: transpose(weight, layer.out, taps),
        bias,
      };
    }
    case "dense": {
      if (shape.length !== 1)
        throw new EngineInputError(`layers.${name}`, "needs a vector: put gap or flatten before it", `shape [${shape.join(", ")}]`);
      requirePositive(`layers.${name}.out`, layer.out);
      const weight = doubles(`weights.${name}.weight`, weights.weight?.data, layer.out * shape[0]);
      return { ...base, type: "dense", shape: [layer.out], weight, bias: doubles(`weights.${name}.bias`, weights.bias, layer.out, 0) };
    }
    case "batchnorm": {
      const { scale, shift } = normalisation(name, shape[0], weights);
      return { ...base, type: "batchnorm", shape, scale, shift };
    }
    case "upsample":
      requireMap(name, shape);
      requirePositive(`layers.${name}.factor`, layer.factor);
      return { ...base, type: "upsample", factor: layer.factor, shape: [shape[0], shape[1] * layer.factor, shape[2] * layer.factor] };
    case "relu":
      return { ...base, type: "relu", shape };
    case "gap":
      requireMap(name, shape);
      return { ...base, type: "gap", shape: [shape[0]] };
    case "flatten":
      return { ...base, type: "flatten", shape: [sizeOf(shape)] };
    case "add":
    case "concat": {
      const fixed = layer.type === "add" ? 0 : 1;
      for (const other of inShapes) {
        if (other.length !== shape.length || other.slice(fixed).some((n, i) => n !== shape[i + fixed])) {
          throw new EngineInputError(`layers.${name}.inputs`, `must agree with shape [${shape.join(", ")}]`, `shape [${other.join(", ")}]`);
        }
      }
      const channels = inShapes.reduce((sum, s) => sum + s[0], 0);
      return { ...base, type: layer.type, shape: layer.type === "add" ? shape : [channels, ...shape.slice(1)] };
    }
  }
}

function normalisation(name: string, channels: number, weights: LayerWeights): { scale: Float64Array; shift: Float64Array } {
  const gamma = doubles(`weights.${name}.gamma`, weights.gamma, channels, 1);
  const beta = doubles(`weights.${name}.beta`, weights.beta, channels, 0);
  const mean = doubles(`weights.${name}.mean`, weights.mean, channels);
  const variance = doubles(`weights.${name}.variance`, weights.variance, channels);
  const epsilon = weights.epsilon ?? 1e-3;
  const scale = gamma.map((g, c) => g / Math.sqrt(variance[c] + epsilon));
  return { scale, shift: beta.map((b, c) => b - mean[c] * scale[c]) };
}

/**
 * Merges every batchnorm that directly follows a convolution into that convolution's weights: same function, fewer layers.
 * W' = scale · W, b' = scale · b + shift (arXiv:1502.03167, section 3.2 at inference).
 * Later layers that read the batchnorm by name read the convolution instead.
 */
export function foldBatchNorm(spec: NetworkSpec): NetworkSpec {
  const layers: LayerSpec[] = [];
  const weights: Record<string, LayerWeights> = { ...spec.weights };
  const renamed = new Map<string, string>();
  const readers = new Map<string, number>();
  spec.layers.forEach((layer, i) => {
    const reads = layer.inputs ?? (i === 0 ? ["input"] : [spec.layers[i - 1].name]);
    reads.forEach((name) => readers.set(name, (readers.get(name) ?? 0) + 1));
  });
  spec.layers.forEach((layer, i) => {
    const read = (layer.inputs ?? [i === 0 ? "input" : spec.layers[i - 1].name]).map((name) => renamed.get(name) ?? name);
    const conv = layers.find((other) => other.name === read[0]);
    if (layer.type === "batchnorm" && conv?.type === "conv" && readers.get(conv.name) === 1) {
      const { scale, shift } = normalisation(layer.name, conv.out, spec.weights[layer.name] ?? {});
      const old = weights[conv.name];
      if (!old?.weight) throw new EngineInputError(`weights.${conv.name}.weight`, "is missing", undefined);
      const taps = old.weight.data.length / conv.out;
      const bias = doubles(`weights.${conv.name}.bias`, old.bias, conv.out, 0);
      weights[conv.name] = {
        weight: { shape: old.weight.shape, data: Float64Array.from(old.weight.data, (w, j) => w * scale[Math.floor(j / taps)]) },
        bias: bias.map((b, c) => b * scale[c] + shift[c]),
      };
      delete weights[layer.name];
      renamed.set(layer.name, conv.name);
      return;
    }
    layers.push({ ...layer, inputs: read });
  });
  return { inputShape: spec.inputShape, layers, weights };
}
