import * as tf from "@tensorflow/tfjs-core";
import { lossOp, requireSameShape } from "../losses/op.gpu";

/**
 * Cross-entropy against target distributions: −Σ t · log softmax(x), averaged over the rows. A row of zeros counts as nothing.
 * Its slope is (softmax(x) · Σ t − t) / n.
 * @param logits [n, classes]  @param target [n, classes], each row ≥ 0, usually summing to 1
 */
export function softTargetCrossEntropy(logits: tf.Tensor2D, target: tf.Tensor2D): tf.Scalar {
  requireSameShape("target", target, logits);
  const n = logits.shape[0];
  return lossOp(
    logits,
    [target],
    (x, t) => {
      const shifted = tf.sub(x, tf.max(x, 1, true));
      const logs = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));
      return tf.div(tf.neg(tf.sum(tf.mul(t, logs))), n);
    },
    (dy, x, t) => tf.mul(tf.sub(tf.mul(tf.softmax(x as tf.Tensor2D), tf.sum(t, 1, true)), t), tf.div(dy, n)),
  ) as tf.Scalar;
}
