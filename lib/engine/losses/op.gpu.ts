/** What the TF.js losses share: one differentiable op from a value and a known slope, and the reductions. */
import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import { requireReduction, type Reduction } from "./reduction";

/**
 * A loss as one op with its analytic gradient: no gradient of an inner op is needed, and what is constant (targets, matched slots)
 * stays so. Differentiable once.
 * @param prediction what gets a gradient  @param fixed targets and the like, saved for the backward pass
 * @param slope d Σ(dy · value) / d prediction, in the prediction's shape
 */
export function lossOp(
  prediction: tf.Tensor,
  fixed: readonly tf.Tensor[],
  value: (prediction: tf.Tensor, ...fixed: tf.Tensor[]) => tf.Tensor,
  slope: (dy: tf.Tensor, prediction: tf.Tensor, ...fixed: tf.Tensor[]) => tf.Tensor,
): tf.Tensor {
  const op = tf.customGrad((x, save) => {
    (save as tf.GradSaveFunc)([x as tf.Tensor, ...fixed]);
    return {
      value: value(x as tf.Tensor, ...fixed),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => slope(dy, saved[0], ...saved.slice(1)),
    };
  });
  return tf.tidy(() => op(prediction));
}

/**
 * A loss of one number an element, reduced.
 * @param each losses in the prediction's shape  @param slopeEach their slopes, in the same shape
 */
export function elementLoss(
  prediction: tf.Tensor,
  target: tf.Tensor,
  reduction: Reduction,
  each: (x: tf.Tensor, t: tf.Tensor) => tf.Tensor,
  slopeEach: (x: tf.Tensor, t: tf.Tensor) => tf.Tensor,
): tf.Tensor {
  requireReduction(reduction);
  requireSameShape("target", target, prediction);
  return tf.tidy(() =>
    lossOp(
      prediction,
      [tf.cast(target, "float32")],
      (x, t) => reduce(each(x, t), reduction),
      (dy, x, t) => tf.mul(slopeEach(x, t), scaled(dy, reduction, x.size)),
    ),
  );
}

export function reduce(losses: tf.Tensor, reduction: Reduction): tf.Tensor {
  if (reduction === "none") return losses;
  return reduction === "sum" || losses.size === 0 ? tf.sum(losses) : tf.mean(losses);
}

/** The upstream gradient as each element of a reduction meets it. */
export function scaled(dy: tf.Tensor, reduction: Reduction, count: number): tf.Tensor {
  return reduction === "mean" && count > 0 ? tf.div(dy, count) : dy;
}

export function requireSameShape(argument: string, tensor: tf.Tensor, like: tf.Tensor): void {
  if (String(tensor.shape) !== String(like.shape)) {
    throw new EngineInputError(argument, `must have shape [${like.shape}]`, `shape [${tensor.shape}]`);
  }
}

/** log(1 + e^x), without overflow. */
export function softplus(x: tf.Tensor): tf.Tensor {
  return tf.add(tf.relu(x), tf.log1p(tf.exp(tf.neg(tf.abs(x)))));
}

/** q^γ for q ≥ 0. 0⁰ is 1 here; shaders leave it open. */
export function power(q: tf.Tensor, gamma: number): tf.Tensor {
  if (gamma === 0) return tf.onesLike(q);
  if (gamma === 1) return q;
  if (gamma === 2) return tf.square(q);
  return tf.pow(q, tf.scalar(gamma));
}

/** A comparison as 0 and 1. */
export function mask(condition: tf.Tensor): tf.Tensor {
  return tf.cast(condition, "float32");
}
