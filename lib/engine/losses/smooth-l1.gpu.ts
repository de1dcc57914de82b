import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import { elementLoss, mask } from "./op.gpu";
import type { Reduction } from "./reduction";

/** The twin of `smoothL1`, trainable. Same shapes for both. @throws EngineInputError when shapes disagree or beta < 0 */
export function smoothL1Tensor(pred: tf.Tensor, target: tf.Tensor, options: { beta?: number; reduction?: Reduction } = {}): tf.Tensor {
  const { beta = 1, reduction = "mean" } = options;
  if (!(beta >= 0 && beta < Infinity)) throw new EngineInputError("beta", "must be a finite number of at least 0", beta);
  return bend(pred, target, beta, beta > 0 ? 1 / beta : 0, 1, reduction);
}

/** The twin of `huber`, trainable. Same shapes for both. @throws EngineInputError when shapes disagree or delta is not above 0 */
export function huberTensor(pred: tf.Tensor, target: tf.Tensor, options: { delta?: number; reduction?: Reduction } = {}): tf.Tensor {
  const { delta = 1, reduction = "mean" } = options;
  if (!(delta > 0 && delta < Infinity)) throw new EngineInputError("delta", "must be a finite number above 0", delta);
  return bend(pred, target, delta, 1, delta, reduction);
}

/** curvature · d²/2 up to |d| = knee, then a line of the given slope. */
function bend(pred: tf.Tensor, target: tf.Tensor, knee: number, curvature: number, slope: number, reduction: Reduction): tf.Tensor {
  return elementLoss(
    pred,
    target,
    reduction,
    (x, t) => {
      const d = tf.sub(x, t);
      const size = tf.abs(d);
      const near = mask(tf.less(size, knee));
      const bowl = tf.mul(tf.square(d), 0.5 * curvature);
      const line = tf.mul(tf.sub(size, knee / 2), slope);
      return tf.add(tf.mul(near, bowl), tf.mul(tf.sub(1, near), line));
    },
    (x, t) => {
      const d = tf.sub(x, t);
      const near = mask(tf.less(tf.abs(d), knee));
      return tf.add(tf.mul(near, tf.mul(d, curvature)), tf.mul(tf.sub(1, near), tf.mul(tf.sign(d), slope)));
    },
  );
}
