import { EngineInputError, requireAllFinite, requireFinite, requireLength } from "../errors";
import { requireCount, requirePositive } from "../boxes/shape";
import { seeded } from "../random";
import type { NdArray } from "../boxes/types";

export type SvmLoss = "hinge" | "squared_hinge";

export interface SvmOptions {
  /** Cost of the losses against the norm. Default 1. */
  readonly C?: number;
  /** Default "squared_hinge". */
  readonly loss?: SvmLoss;
  /** Stop when the largest and least projected gradient of a pass differ by no more than this. Default 1e-4. */
  readonly tolerance?: number;
  /** Passes over the examples. Default 1000. */
  readonly maxEpochs?: number;
  /** Order of the examples within each pass. Default 0. */
  readonly seed?: string | number;
}

export interface LinearModel {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** One pass over all examples. */
export interface SvmEpoch {
  /** 1, 2, 3 ... */
  readonly epoch: number;
  /** ½(|w|² + b²) + C Σ loss at the end of the pass. */
  readonly primal: number;
  /** The dual bound at the end of the pass: never falls, and never exceeds the least primal. */
  readonly dual: number;
  /** Largest minus least projected gradient met in the pass. */
  readonly violation: number;
  /** Examples with α > 0. */
  readonly supportVectors: number;
}

export interface SvmResult extends LinearModel {
  readonly trace: readonly SvmEpoch[];
  /** True when the tolerance was reached. */
  readonly converged: boolean;
  /** [n]: α of each example. */
  readonly alpha: Float64Array;
}

interface Examples {
  readonly n: number;
  readonly d: number;
  readonly data: NdArray["data"];
}

function readExamples(argument: string, x: NdArray): Examples {
  if (x.shape.length !== 2) throw new EngineInputError(argument, "must have shape [n, d]", `shape [${x.shape.join(", ")}]`);
  const [n, d] = x.shape;
  requireLength(`${argument}.data`, x.data, n * d);
  requireAllFinite(`${argument}.data`, x.data);
  return { n, d, data: x.data };
}

function requireLabels(y: ArrayLike<number>, n: number): void {
  requireLength("y", y, n);
  for (let i = 0; i < n; i++) if (y[i] !== 1 && y[i] !== -1) throw new EngineInputError(`y[${i}]`, "must be 1 or -1", y[i]);
}

function requireLoss(loss: string): void {
  if (loss !== "hinge" && loss !== "squared_hinge") throw new EngineInputError("loss", "must be hinge or squared_hinge", loss);
}

/**
 * Scores w·x + b of each row: Float64Array [n].
 * @param x [n, d]
 * @throws EngineInputError when d is not the number of weights
 * @example svmDecision({ weights: Float64Array.of(2, -1), bias: 0.5 }, { shape: [1, 2], data: [1, 3] }) → [-0.5]
 */
export function svmDecision(model: LinearModel, x: NdArray): Float64Array {
  const { n, d, data } = readExamples("x", x);
  requireLength("model.weights", model.weights, d);
  const out = new Float64Array(n);
  for (let i = 0, k = 0; i < n; i++) {
    let sum = model.bias;
    for (let j = 0; j < d; j++, k++) sum += model.weights[j] * data[k];
    out[i] = sum;
  }
  return out;
}

/**
 * ½(|w|² + b²) + C Σ max(0, 1 − y(w·x + b))^p, p = 1 (hinge) or 2 (squared hinge). The bias is part of the norm, as in liblinear.
 * @param x [n, d]; y n labels, 1 or −1
 * @example w = 0, b = 0 with n examples: C · n
 */
export function svmObjective(
  model: LinearModel,
  x: NdArray,
  y: ArrayLike<number>,
  { C = 1, loss = "squared_hinge" }: Pick<SvmOptions, "C" | "loss"> = {},
): number {
  requireFinite("model.bias", model.bias);
  requireLoss(loss);
  const scores = svmDecision(model, x);
  requireLabels(y, scores.length);
  let norm = model.bias * model.bias;
  for (const w of model.weights) norm += w * w;
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const miss = Math.max(0, 1 - y[i] * scores[i]);
    sum += loss === "hinge" ? miss : miss * miss;
  }
  return 0.5 * norm + C * sum;
}

/** Share of rows on the right side (a score of 0 counts as −1). */
export function svmAccuracy(model: LinearModel, x: NdArray, y: ArrayLike<number>): number {
  const scores = svmDecision(model, x);
  requireLabels(y, scores.length);
  let right = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i] > 0 === y[i] > 0) right++;
  return scores.length === 0 ? 0 : right / scores.length;
}

/**
 * Linear support vector machine by dual coordinate descent: each step solves the dual for one example exactly,
 * α ← clip(α − (y(w·x + b) − 1 + Dα)/(|x|² + 1 + D), 0, U), with U = C, D = 0 (hinge) or U = ∞, D = 1/(2C) (squared hinge),
 * and keeps w = Σ α y x, b = Σ α y.
 * Source: Hsieh et al., ICML 2008, algorithm 1. O(epochs · n · d).
 * @param x [n, d]; y n labels, 1 or −1
 * @throws EngineInputError for no examples, another label, or an option out of range
 * @example x = [[1], [−1]], y = [1, −1], hinge, C = 1: w = 1, b = 0, objective ½
 */
export function trainLinearSvm(x: NdArray, y: ArrayLike<number>, options: SvmOptions = {}): SvmResult {
  const { C = 1, loss = "squared_hinge", tolerance = 1e-4, maxEpochs = 1000, seed = 0 } = options;
  const { n, d, data } = readExamples("x", x);
  if (n === 0) throw new EngineInputError("x", "must hold at least one example", `shape [${x.shape.join(", ")}]`);
  requireLabels(y, n);
  requireLoss(loss);
  requirePositive("C", C);
  requirePositive("tolerance", tolerance);
  requireCount("maxEpochs", maxEpochs, 1);
  const upper = loss === "hinge" ? C : Infinity;
  const diagonal = loss === "hinge" ? 0 : 0.5 / C;
  const alpha = new Float64Array(n);
  const weights = new Float64Array(d);
  let bias = 0;
  const curvature = new Float64Array(n).fill(1 + diagonal);
  for (let i = 0, k = 0; i < n; i++) for (let j = 0; j < d; j++, k++) curvature[i] += data[k] * data[k];
  const random = seeded(seed);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const trace: SvmEpoch[] = [];
  let converged = false;
  for (let epoch = 1; epoch <= maxEpochs && !converged; epoch++) {
    for (let i = n - 1; i > 0; i--) {
      const j = random.int(0, i);
      const kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    let most = -Infinity;
    let least = Infinity;
    for (let t = 0; t < n; t++) {
      const i = order[t];
      const row = i * d;
      let score = bias;
      for (let j = 0; j < d; j++) score += weights[j] * data[row + j];
      const slope = y[i] * score - 1 + diagonal * alpha[i];
      const projected = alpha[i] === 0 ? Math.min(slope, 0) : alpha[i] === upper ? Math.max(slope, 0) : slope;
      most = Math.max(most, projected);
      least = Math.min(least, projected);
      if (projected === 0) continue;
      const next = Math.min(Math.max(alpha[i] - slope / curvature[i], 0), upper);
      const change = (next - alpha[i]) * y[i];
      alpha[i] = next;
      bias += change;
      for (let j = 0; j < d; j++) weights[j] += change * data[row + j];
    }
    converged = most - least <= tolerance && Math.max(most, -least) <= tolerance;
    trace.push({ epoch, ...bounds({ weights, bias }, alpha, diagonal, { x, y, C, loss }), violation: most - least });
  }
  return { weights, bias, alpha, trace, converged };
}

function bounds(
  model: LinearModel,
  alpha: Float64Array,
  diagonal: number,
  problem: { x: NdArray; y: ArrayLike<number>; C: number; loss: SvmLoss },
) {
  let norm = model.bias * model.bias;
  for (const w of model.weights) norm += w * w;
  let sum = 0;
  let squares = 0;
  let supportVectors = 0;
  for (const a of alpha) {
    sum += a;
    squares += a * a;
    if (a > 0) supportVectors++;
  }
  return { primal: svmObjective(model, problem.x, problem.y, problem), dual: sum - 0.5 * (norm + diagonal * squares), supportVectors };
}
