import { EngineInputError } from "../errors";
import { exp, log1p } from "../exact";
import { requireProbabilities } from "./cross-entropy";
import { focusing } from "./focal-kernels";
import { requireGamma } from "./focal-loss";
import { requirePaired } from "./reduction";

export interface CenterNetFocalLoss {
  /** Sum over all cells, divided by the number of centres (by 1 where there is none). */
  loss: number;
  /** d loss / d logits, [n]. */
  gradient: Float64Array;
  /** Cells whose target is exactly 1. */
  centres: number;
}

/**
 * Penalty-reduced focal loss of a heatmap, p = σ(x):
 * −(1 − p)^α log p where Y = 1, else −(1 − Y)^β p^α log(1 − p); summed, divided by the number of centres N.
 * Cells near a centre (Y close to 1) are forgiven by (1 − Y)^β. The released code clamps p to [0.0001, 0.9999]; here the
 * logarithms come from the logit, so nothing needs a clamp.
 * Source: Objects as Points (arXiv:1904.07850) eq. 1, α = 2, β = 4; CornerNet (arXiv:1808.01244) eq. 1. N = 0 divides by 1, as released.
 * @param logits [n] (classes · height · width)  @param target [n] Gaussian peaks, exactly 1 at centres
 * @example one centre cell, x = 0: 0.25 ln 2 = 0.173287; one cell with Y = 0.5, x = 0: 0.0625 · 0.25 · ln 2 = 0.0108304
 * @throws EngineInputError when lengths disagree, a target lies outside [0, 1], alpha or beta < 0 or a number is not finite
 */
export function centernetFocalLoss(
  logits: ArrayLike<number>,
  target: ArrayLike<number>,
  options: { alpha?: number; beta?: number } = {},
): CenterNetFocalLoss {
  const { alpha = 2, beta = 4 } = options;
  requireGamma("alpha", alpha);
  requireGamma("beta", beta);
  const n = requirePaired("logits", logits, "target", target);
  requireProbabilities("target", target);
  const gradient = new Float64Array(n);
  const power = focusing(alpha);
  const forgive = focusing(beta);
  let loss = 0;
  let centres = 0;
  for (let i = 0; i < n; i++) {
    const centre = target[i] === 1;
    // Both cases are one: the logit of the wrong answer z, its probability q, −log(1 − q) = softplus(z).
    const z = centre ? -logits[i] : logits[i];
    const e = exp(-Math.abs(z));
    const near = 1 / (1 + e);
    const q = z >= 0 ? near : e * near;
    const rest = z >= 0 ? e * near : near;
    const entropy = Math.max(z, 0) + log1p(e);
    const weight = (centre ? 1 : forgive(1 - target[i])) * power(q);
    loss += weight * entropy;
    const slope = weight * (q + alpha * rest * entropy); // d/dz q^α softplus(z)
    gradient[i] = centre ? -slope : slope;
    if (centre) centres++;
  }
  const divisor = Math.max(1, centres);
  loss /= divisor;
  for (let i = 0; i < n; i++) gradient[i] /= divisor;
  if (!Number.isFinite(loss)) throw new EngineInputError("logits", "give a loss beyond double precision", loss);
  return { loss, gradient, centres };
}
