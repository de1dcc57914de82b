import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import { requireGamma, type FocalLossOptions } from "./focal-loss";
import { elementLoss, power, softplus } from "./op.gpu";

/**
 * The twin of `sigmoidFocalLoss`, trainable. Same shapes for both; a scalar, or their shape for "none" (the default).
 * @throws EngineInputError when shapes disagree, gamma < 0 or alpha > 1
 */
export function sigmoidFocalLossTensor(logits: tf.Tensor, targets: tf.Tensor, options: FocalLossOptions = {}): tf.Tensor {
  const { alpha = 0.25, gamma = 2, reduction = "none" } = options;
  requireGamma("gamma", gamma);
  if (!(alpha <= 1 && alpha > -Infinity)) throw new EngineInputError("alpha", "must be at most 1 (below 0: off)", alpha);
  const pieces = (x: tf.Tensor, t: tf.Tensor) => {
    const p = tf.sigmoid(x);
    const rest = tf.sigmoid(tf.neg(x));
    const negative = tf.sub(1, t);
    const q = tf.add(tf.mul(p, negative), tf.mul(rest, t));
    const entropy = tf.add(tf.mul(t, softplus(tf.neg(x))), tf.mul(negative, softplus(x)));
    const plain = power(q, gamma);
    const modulation = alpha < 0 ? plain : tf.mul(plain, tf.add(tf.mul(t, alpha), tf.mul(negative, 1 - alpha)));
    return { p, rest, negative, q, entropy, modulation };
  };
  return elementLoss(
    logits,
    targets,
    reduction,
    (x, t) => {
      const { entropy, modulation } = pieces(x, t);
      return tf.mul(modulation, entropy);
    },
    (x, t) => {
      const { p, rest, negative, q, entropy, modulation } = pieces(x, t);
      const ratio = tf.divNoNan(tf.mul(p, rest), q); // 0 at q = 0, where the modulation is 0 as well (and γ = 0 takes no ratio)
      const bend = tf.mul(tf.mul(entropy, tf.mul(tf.sub(1, tf.mul(2, t)), gamma)), ratio);
      return tf.mul(modulation, tf.add(tf.sub(tf.mul(p, negative), tf.mul(rest, t)), bend));
    },
  );
}
