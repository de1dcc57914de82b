import { EngineInputError, requireAllFinite, requireLength } from "../errors";
import { exp, log, log1p } from "../exact";
import { reduceLoss, requirePaired, requireReduction, type Loss, type Reduction } from "./reduction";

/** 1 / (1 + e^−x), without overflow on either side. @example sigmoid(−800) is 0, sigmoid(0) = 0.5 */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** log(1 + e^x), without overflow. −log σ(x) is softplus(−x). @example softplus(0) = ln 2 = 0.693147 */
export function softplus(x: number): number {
  return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
}

export interface SoftmaxCrossEntropyOptions {
  reduction?: Reduction;
  /** A weight for each class; "mean" then divides by the weights of the counted rows (PyTorch). DETR: 0.1 for "no object". */
  classWeights?: ArrayLike<number>;
  /** Rows of this label are left out: loss and gradient 0. */
  ignoreLabel?: number;
}

/**
 * Cross-entropy after softmax: L_i = w[y] (log Σ_c e^{x_c} − x_y); dL_i/dx_c = w[y] (softmax(x)_c − [c = y]).
 * The largest logit is taken out before exponentials, so no logit overflows.
 * Source: Fast R-CNN (arXiv:1504.08083) eq. 1, L_cls; PyTorch `cross_entropy` for weights and ignored rows.
 * @param logits [n, classes] row-major  @param labels [n] 0..classes−1, or ignoreLabel
 * @returns losses [n], gradient [n, classes]
 * @example logits (2, 1, 0), label 0: loss 0.407606, gradient (−0.334759, 0.244728, 0.0900306)
 * @throws EngineInputError when lengths disagree, a label is no class, a weight is negative or a number is not finite
 */
export function softmaxCrossEntropy(
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  options: SoftmaxCrossEntropyOptions = {},
): Loss {
  const { reduction = "mean", classWeights, ignoreLabel } = options;
  requireReduction(reduction);
  if (!Number.isInteger(classes) || classes < 1) throw new EngineInputError("classes", "must be a whole number of at least 1", classes);
  const n = labels.length;
  requireLength("logits", logits, n * classes);
  requireAllFinite("logits", logits);
  if (classWeights) {
    requireLength("classWeights", classWeights, classes);
    for (let c = 0; c < classes; c++) {
      if (!(classWeights[c] >= 0 && classWeights[c] < Infinity)) {
        throw new EngineInputError(`classWeights[${c}]`, "must be a finite number of at least 0", classWeights[c]);
      }
    }
  }
  const losses = new Float64Array(n);
  const gradient = new Float64Array(n * classes);
  let counted = 0;
  for (let i = 0; i < n; i++) {
    const label = labels[i];
    if (label === ignoreLabel) continue;
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new EngineInputError(`labels[${i}]`, `must be a class in 0..${classes - 1}`, label);
    }
    const base = i * classes;
    const weight = classWeights ? classWeights[label] : 1;
    counted += weight;
    let top = -Infinity;
    for (let c = 0; c < classes; c++) top = Math.max(top, logits[base + c]);
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      const e = exp(logits[base + c] - top);
      gradient[base + c] = e;
      sum += e;
    }
    losses[i] = weight * (log(sum) + top - logits[base + label]);
    for (let c = 0; c < classes; c++) gradient[base + c] *= weight / sum;
    gradient[base + label] -= weight;
  }
  return reduceLoss(losses, gradient, reduction, counted);
}

/**
 * Binary cross-entropy on logits: L = max(x, 0) − x·t + log(1 + e^{−|x|}) = −t log σ(x) − (1 − t) log(1 − σ(x)); dL/dx = σ(x) − t.
 * @param logits [n]  @param targets [n] in [0, 1]
 * @example x = 0: loss ln 2 = 0.693147 for either target; x = −4.59512 (a prior of 0.01), t = 0: 0.0100503
 * @throws EngineInputError when lengths disagree, a target lies outside [0, 1] or a number is not finite
 */
export function sigmoidCrossEntropy(logits: ArrayLike<number>, targets: ArrayLike<number>, options: { reduction?: Reduction } = {}): Loss {
  const { reduction = "mean" } = options;
  requireReduction(reduction);
  const n = requirePaired("logits", logits, "targets", targets);
  requireProbabilities("targets", targets);
  const losses = new Float64Array(n);
  const gradient = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const x = logits[i];
    const t = targets[i];
    losses[i] = t * softplus(-x) + (1 - t) * softplus(x);
    // (1 − t) σ(x) − t σ(−x) is σ(x) − t without cancellation where σ(x) is next to t.
    gradient[i] = (1 - t) * sigmoid(x) - t * sigmoid(-x);
  }
  return reduceLoss(losses, gradient, reduction);
}

/** Throws unless every target lies in [0, 1]. */
export function requireProbabilities(argument: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (!(values[i] >= 0 && values[i] <= 1)) throw new EngineInputError(`${argument}[${i}]`, "must lie in [0, 1]", values[i]);
  }
}
