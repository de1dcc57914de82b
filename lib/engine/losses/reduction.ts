import { EngineInputError, requireLength } from "../errors";

/** How n losses become one number. "none" keeps them apart; its gradient is that of their sum, as in PyTorch's backward. */
export type Reduction = "none" | "mean" | "sum";

/** A loss with its gradient, for inputs of n numbers. */
export interface Loss {
  /** Each element's loss before reduction, [n]. */
  losses: Float64Array;
  /** The reduced loss: the mean for "mean", else the sum. 0 when there are no elements. */
  loss: number;
  /** d loss / d prediction, [the prediction's length]. */
  gradient: Float64Array;
}

export function requireReduction(reduction: Reduction): void {
  if (reduction !== "none" && reduction !== "mean" && reduction !== "sum") {
    throw new EngineInputError("reduction", 'must be "none", "mean" or "sum"', String(reduction));
  }
}

/** Throws unless two arguments hold equally many finite numbers; returns how many. */
export function requirePaired(nameA: string, a: ArrayLike<number>, nameB: string, b: ArrayLike<number>): number {
  requireLength(nameB, b, a.length);
  for (let i = 0; i < a.length; i++) {
    if (a[i] - a[i] !== 0) throw new EngineInputError(`${nameA}[${i}]`, "must be a finite number", a[i]);
    if (b[i] - b[i] !== 0) throw new EngineInputError(`${nameB}[${i}]`, "must be a finite number", b[i]);
  }
  return a.length;
}

/**
 * Adds the losses up and brings the gradient to the reduction's scale (in place: both arrays are the caller's fresh ones).
 * @param divisor what "mean" divides by; the number of losses unless weights say otherwise
 */
export function reduceLoss(losses: Float64Array, gradient: Float64Array, reduction: Reduction, divisor = losses.length): Loss {
  let loss = 0;
  for (let i = 0; i < losses.length; i++) loss += losses[i];
  if (reduction === "mean" && divisor > 0) {
    loss /= divisor;
    for (let i = 0; i < gradient.length; i++) gradient[i] /= divisor;
  }
  return { losses, loss, gradient };
}
