import { EngineInputError, requireLength } from "../errors";
import { log } from "../exact";
import { focalInPairs, focalOneByOne, focusing, requireSound, SIMD_FROM } from "./focal-kernels";
import { reduceLoss, requireReduction, type Loss, type Reduction } from "./reduction";

export interface FocalLossOptions {
  /** Weight of positives, 1 − alpha of negatives; below 0: no class weights. 0.25 in the paper. */
  alpha?: number;
  /** Focusing parameter, ≥ 0. 2 in the paper; 0 gives cross-entropy. */
  gamma?: number;
  reduction?: Reduction;
}

export function requireGamma(argument: string, gamma: number): void {
  if (!(gamma >= 0 && gamma < Infinity)) throw new EngineInputError(argument, "must be a finite number of at least 0", gamma);
}

/**
 * Sigmoid focal loss: FL = −α_t (1 − p_t)^γ log p_t, p = σ(x), p_t = p for t = 1 and 1 − p for t = 0.
 * For t = ±1 written as y: dFL/dx = α_t y (1 − p_t)^γ (γ p_t log p_t + p_t − 1).
 * Targets between 0 and 1 are mixed as torchvision does: p_t = p t + (1 − p)(1 − t), and cross-entropy in place of −log p_t.
 * Nothing is clamped: 1 − p_t and log p_t are computed from the logit, so saturated logits keep all their digits.
 * Source: Focal Loss for Dense Object Detection (arXiv:1708.02002) eq. 5; torchvision `sigmoid_focal_loss`.
 * @param logits [n]  @param targets [n] in [0, 1]
 * @returns losses [n], gradient [n]; the default reduction is "none" (RetinaNet divides the sum by the positives)
 * @example α off, γ 2, p_t 0.9: 0.00105361, a hundredth of cross-entropy's 0.105361
 * @throws EngineInputError when lengths disagree, a target lies outside [0, 1], gamma < 0, alpha > 1 or a number is not finite
 */
export function sigmoidFocalLoss(logits: ArrayLike<number>, targets: ArrayLike<number>, options: FocalLossOptions = {}): Loss {
  const { alpha = 0.25, gamma = 2, reduction = "none" } = options;
  requireReduction(reduction);
  requireGamma("gamma", gamma);
  if (!(alpha <= 1 && alpha > -Infinity)) throw new EngineInputError("alpha", "must be at most 1 (below 0: off)", alpha);
  const n = logits.length;
  requireLength("targets", targets, n);
  const job = { logits, targets, alpha, gamma, losses: new Float64Array(n), gradient: new Float64Array(n) };
  if (gamma !== 2 || n < SIMD_FROM || !focalInPairs(job)) {
    requireSound(job);
    focalOneByOne(job, 0, n);
  }
  return reduceLoss(job.losses, job.gradient, reduction);
}

function requireTrueClassProbability(pt: number): void {
  if (!(pt > 0 && pt <= 1)) throw new EngineInputError("pt", "must lie in (0, 1]", pt);
}

/**
 * Focal loss as a function of p_t, α off: −(1 − p_t)^γ log p_t. γ = 0 is cross-entropy.
 * @example γ 2: p_t 0.1 → 1.86509, 0.5 → 0.173287, 0.9 → 0.00105361, 0.968 → 0.0000333
 */
export function focalLossAt(pt: number, gamma: number): number {
  requireTrueClassProbability(pt);
  requireGamma("gamma", gamma);
  return -focusing(gamma)(1 - pt) * log(pt);
}

/**
 * Size of the gradient on the logit, α off: |dFL/dx| = (1 − p_t)^γ (1 − p_t − γ p_t log p_t). γ = 0: 1 − p_t.
 * @example γ 2, p_t 0.1 → 1.10202 (cross-entropy: 0.9)
 */
export function focalGradientAt(pt: number, gamma: number): number {
  requireTrueClassProbability(pt);
  requireGamma("gamma", gamma);
  return focusing(gamma)(1 - pt) * (1 - pt - gamma * pt * log(pt));
}

/** How strong the focal gradient is beside cross-entropy's: (1 − p_t)^γ (1 − γ p_t log p_t / (1 − p_t)), for p_t < 1. */
function gradientRatio(pt: number, gamma: number): number {
  return focusing(gamma)(1 - pt) * (1 - (gamma * pt * log(pt)) / (1 - pt));
}

export interface FocalGradientFacts {
  /** Below this p_t the focal gradient is larger than cross-entropy's. */
  crossing: number;
  /** The p_t where it is the most times larger. */
  peak: number;
  /** How many times larger it is there. */
  ratio: number;
}

/**
 * Where focal loss pulls harder than cross-entropy. The focal *loss* is never above cross-entropy (α off), but its
 * *gradient* is, for hard examples: near p_t = 0 the ratio is 1 − γ p_t log p_t > 1.
 * Source: derived from arXiv:1708.02002 app. B; the ratio rises, then falls, so bisection and golden section find both points.
 * @param gamma > 0
 * @example γ 2: crossing 0.2976, peak 0.104, ratio 1.2246; the ratios for γ 0.5, 1, 5 are 1.076, 1.135, 1.394
 * @throws EngineInputError when gamma is not a finite number above 0
 */
export function focalGradientFacts(gamma: number): FocalGradientFacts {
  if (!(gamma > 0 && gamma < Infinity)) throw new EngineInputError("gamma", "must be a finite number above 0", gamma);
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = 0;
  let high = 1;
  for (let i = 0; i < 90; i++) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (gradientRatio(a, gamma) < gradientRatio(b, gamma)) low = a;
    else high = b;
  }
  const peak = (low + high) / 2;
  low = peak;
  high = 1 - 1e-12;
  for (let i = 0; i < 90; i++) {
    const middle = (low + high) / 2;
    if (gradientRatio(middle, gamma) > 1) low = middle;
    else high = middle;
  }
  return { crossing: (low + high) / 2, peak, ratio: gradientRatio(peak, gamma) };
}

/**
 * The bias that makes every output start at probability π: b = −log((1 − π)/π).
 * Source: arXiv:1708.02002 §4.1, π = 0.01, so that 100,000 negatives do not swamp the first steps.
 * @example biasForPrior(0.01) = −4.59512
 * @throws EngineInputError when prior lies outside (0, 1)
 */
export function biasForPrior(prior: number): number {
  if (!(prior > 0 && prior < 1)) throw new EngineInputError("prior", "must lie in (0, 1)", prior);
  return -log((1 - prior) / prior);
}
