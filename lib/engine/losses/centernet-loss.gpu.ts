import * as tf from "@tensorflow/tfjs-core";
import { requireGamma } from "./focal-loss";
import { lossOp, mask, power, requireSameShape, softplus } from "./op.gpu";

/**
 * The twin of `centernetFocalLoss`, trainable: a scalar, the sum over all cells divided by the number of centres of the whole batch.
 * @param logits any shape  @param target the same shape, exactly 1 at centres
 * @throws EngineInputError when shapes disagree, alpha or beta < 0
 */
export function centernetFocalLossTensor(logits: tf.Tensor, target: tf.Tensor, options: { alpha?: number; beta?: number } = {}): tf.Scalar {
  const { alpha = 2, beta = 4 } = options;
  requireGamma("alpha", alpha);
  requireGamma("beta", beta);
  requireSameShape("target", target, logits);
  const pieces = (x: tf.Tensor, t: tf.Tensor) => {
    const centre = mask(tf.equal(t, 1));
    const sign = tf.sub(1, tf.mul(2, centre)); // −1 at centres: z is the logit of the wrong answer
    const z = tf.mul(x, sign);
    const q = tf.sigmoid(z);
    const forgiven = tf.add(centre, tf.mul(tf.sub(1, centre), power(tf.sub(1, t), beta)));
    const divisor = tf.maximum(tf.sum(centre), 1);
    return { sign, z, q, entropy: softplus(z), weight: tf.div(tf.mul(forgiven, power(q, alpha)), divisor) };
  };
  return lossOp(
    logits,
    [target],
    (x, t) => {
      const { entropy, weight } = pieces(x, t);
      return tf.sum(tf.mul(weight, entropy));
    },
    (dy, x, t) => {
      const { sign, z, q, entropy, weight } = pieces(x, t);
      const bend = tf.mul(tf.mul(tf.sigmoid(tf.neg(z)), alpha), entropy);
      return tf.mul(tf.mul(tf.mul(sign, weight), tf.add(q, bend)), dy);
    },
  ) as tf.Scalar;
}
