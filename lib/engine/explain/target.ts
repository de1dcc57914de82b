/**
 * The explained number: a function of a forward pass that also says how the number depends on the layers it is read from.
 * Any such function can be explained: a class score, one detection's score, one of its four box numbers, a unit.
 */
import { EngineInputError } from "../errors";
import { sizeOf, softmax, type ForwardPass, type Seeds } from "../nets";

export interface Reading {
  readonly value: number;
  /** d value / d output of each layer it is read from. */
  readonly seeds: Seeds;
}

export type Target = (pass: ForwardPass) => Reading;

function layerOf(pass: ForwardPass, layer: string | undefined): [string, Float64Array, readonly number[]] {
  const name = layer ?? Object.keys(pass.activations).at(-1) ?? "";
  const tensor = pass.activations[name];
  if (!tensor) throw new EngineInputError("layer", "is not a layer of the network", name);
  return [name, tensor.data, tensor.shape];
}

function requireIndex(argument: string, index: number, n: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= n) throw new EngineInputError(argument, `must be an integer in 0..${n - 1}`, index);
}

/** The score of a class before softmax, S_c: what saliency and Grad-CAM explain. */
export function classLogit(c: number): Target {
  return outputs([{ index: c, weight: 1 }]);
}

/**
 * The probability of a class, softmax(z)_c, with d/dz_j = p_c (δ_cj − p_j).
 * Worked number: logits 0, ln 3 and c = 1: value 0.75, seeds −0.1875, 0.1875.
 */
export function classProbability(c: number): Target {
  return (pass) => {
    const [name, z] = layerOf(pass, undefined);
    requireIndex("c", c, z.length);
    const p = softmax(z);
    return { value: p[c], seeds: { [name]: p.map((pj, j) => p[c] * ((j === c ? 1 : 0) - pj)) } };
  };
}

/**
 * A weighted sum of single outputs of one layer, Σ weight · output[index]; the last layer when `layer` is left out.
 * One term is one number: a detector's score or one of a box's four numbers. A margin between classes is weights 1 and −1.
 */
export function outputs(terms: readonly { readonly index: number; readonly weight: number }[], layer?: string): Target {
  return (pass) => {
    const [name, values] = layerOf(pass, layer);
    const seed = new Float64Array(values.length);
    let value = 0;
    for (const { index, weight } of terms) {
      requireIndex("index", index, values.length);
      value += weight * values[index];
      seed[index] += weight;
    }
    return { value, seeds: { [name]: seed } };
  };
}

/** One unit of a map layer: channel, row, column. In a detection head this is one cell's score or box number. */
export function unit(layer: string, channel: number, row: number, column: number): Target {
  return (pass) => {
    const shape = layerOf(pass, layer)[2];
    if (shape.length !== 3) throw new EngineInputError("layer", "must be a [channels, height, width] map", layer);
    requireIndex("channel", channel, shape[0]);
    requireIndex("row", row, shape[1]);
    requireIndex("column", column, shape[2]);
    return outputs([{ index: (channel * shape[1] + row) * shape[2] + column, weight: 1 }], layer)(pass);
  };
}

/** The mean activation of one channel of a map layer: what a feature visualization of a channel climbs. */
export function channelMean(layer: string, channel: number): Target {
  return (pass) => {
    const [name, values, shape] = layerOf(pass, layer);
    requireIndex("channel", channel, shape[0]);
    const plane = sizeOf(shape) / shape[0];
    const seed = new Float64Array(values.length).fill(1 / plane, channel * plane, (channel + 1) * plane);
    let sum = 0;
    for (let i = channel * plane; i < (channel + 1) * plane; i++) sum += values[i];
    return { value: sum / plane, seeds: { [name]: seed } };
  };
}
