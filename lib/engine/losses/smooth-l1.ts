import { EngineInputError } from "../errors";
import { reduceLoss, requirePaired, requireReduction, type Loss, type Reduction } from "./reduction";

/**
 * Smooth L1: d = pred − target; d²/(2β) where |d| < β, else |d| − β/2. Gradient d/β, else sign(d). β = 0 is L1, with gradient 0 at 0.
 * Source: Fast R-CNN (arXiv:1504.08083) eq. 3 (β = 1); PyTorch `smooth_l1_loss`.
 * @param pred [n]  @param target [n]
 * @example d = 0.5, β = 1: loss 0.125, gradient 0.5; d = 3: loss 2.5, gradient 1
 * @throws EngineInputError when lengths disagree, beta < 0 or a number is not finite
 */
export function smoothL1(pred: ArrayLike<number>, target: ArrayLike<number>, options: { beta?: number; reduction?: Reduction } = {}): Loss {
  const { beta = 1, reduction = "mean" } = options;
  if (!(beta >= 0 && beta < Infinity)) throw new EngineInputError("beta", "must be a finite number of at least 0", beta);
  return bend(pred, target, beta, beta > 0 ? 1 / beta : 0, 1, reduction);
}

/**
 * Huber loss: d²/2 where |d| < δ, else δ(|d| − δ/2). It is δ times smooth L1 with β = δ.
 * Source: Huber 1964; PyTorch `huber_loss`.
 * @example d = 3, δ = 2: loss 4, gradient 2
 * @throws EngineInputError when lengths disagree, delta is not above 0 or a number is not finite
 */
export function huber(pred: ArrayLike<number>, target: ArrayLike<number>, options: { delta?: number; reduction?: Reduction } = {}): Loss {
  const { delta = 1, reduction = "mean" } = options;
  if (!(delta > 0 && delta < Infinity)) throw new EngineInputError("delta", "must be a finite number above 0", delta);
  return bend(pred, target, delta, 1, delta, reduction);
}

/** curvature · d²/2 up to |d| = knee, then a line of the given slope. */
function bend(
  pred: ArrayLike<number>,
  target: ArrayLike<number>,
  knee: number,
  curvature: number,
  slope: number,
  reduction: Reduction,
): Loss {
  requireReduction(reduction);
  const n = requirePaired("pred", pred, "target", target);
  const losses = new Float64Array(n);
  const gradient = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const d = pred[i] - target[i];
    const size = Math.abs(d);
    if (size < knee) {
      losses[i] = 0.5 * curvature * d * d;
      gradient[i] = curvature * d;
    } else {
      losses[i] = slope * (size - knee / 2);
      gradient[i] = d > 0 ? slope : d < 0 ? -slope : 0;
    }
  }
  return reduceLoss(losses, gradient, reduction);
}
