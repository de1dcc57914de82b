/** What trained linear heads are, apart from how they train: plain numbers that travel between page and worker. */
import type { FocalLossOptions } from "../losses";

/** A sigmoid head's loss: γ 0 with α below 0 is cross-entropy. */
export type HeadLoss = Required<Pick<FocalLossOptions, "alpha" | "gamma">>;

/** What goes on from where it stopped: weights, biases and Adam's moments, plain numbers. */
export interface HeadsState {
  readonly step: number;
  /** [features + 1, heads], the biases in the last row. */
  readonly weights: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/** The state before the first step: given weights and one bias for all. @param weights [features], the same for each head */
export function initialHeads(weights: ArrayLike<number>, bias: number, heads: number): HeadsState {
  const width = weights.length + 1;
  const values = Float32Array.from({ length: width * heads }, (_, i) =>
    i < weights.length * heads ? weights[Math.floor(i / heads)] : bias,
  );
  return { step: 0, weights: values, first: new Float32Array(values.length), second: new Float32Array(values.length) };
}

/** The heads' answers to other rows, in plain numbers. @param features [rows, features] @returns [heads][rows] logits */
export function answersOf({ weights }: Pick<HeadsState, "weights">, heads: number, features: Float32Array): Float64Array[] {
  const columns = weights.length / heads - 1;
  const rows = features.length / columns;
  const out = Array.from({ length: heads }, () => new Float64Array(rows));
  for (let r = 0; r < rows; r++) {
    for (let h = 0; h < heads; h++) {
      let sum = weights[columns * heads + h];
      for (let c = 0; c < columns; c++) sum += features[r * columns + c] * weights[c * heads + h];
      out[h][r] = sum;
    }
  }
  return out;
}
