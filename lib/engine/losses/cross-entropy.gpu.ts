import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError, requireLength } from "../errors";
import type { SoftmaxCrossEntropyOptions } from "./cross-entropy";
import { elementLoss, lossOp, mask, reduce, softplus } from "./op.gpu";
import { requireReduction, type Reduction } from "./reduction";

/**
 * The twin of `softmaxCrossEntropy`, trainable.
 * @param logits [n, classes]  @param labels [n], int32. A label outside 0..classes−1 cannot be reported from a device: its row counts as ignored.
 * @returns a scalar, or [n] for "none"
 * @throws EngineInputError when shapes disagree
 */
export function softmaxCrossEntropyTensor(logits: tf.Tensor2D, labels: tf.Tensor1D, options: SoftmaxCrossEntropyOptions = {}): tf.Tensor {
  const { reduction = "mean", classWeights, ignoreLabel } = options;
  requireReduction(reduction);
  const [n, classes] = logits.shape;
  if (labels.rank !== 1 || labels.shape[0] !== n) throw new EngineInputError("labels", `must have shape [${n}]`, `shape [${labels.shape}]`);
  if (classWeights) requireLength("classWeights", classWeights, classes);
  return tf.tidy(() => {
    const ids = tf.cast(labels, "int32") as tf.Tensor1D;
    let wanted = tf.cast(tf.oneHot(ids, classes), "float32");
    if (ignoreLabel !== undefined) wanted = tf.mul(wanted, tf.expandDims(mask(tf.notEqual(ids, tf.scalar(ignoreLabel, "int32"))), 1));
    const weights = classWeights
      ? tf.sum(tf.mul(wanted, tf.tensor2d(Array.from(classWeights), [1, classes])), 1, true)
      : tf.sum(wanted, 1, true);
    // What "mean" divides by; 1 where nothing is counted, whose sum is 0.
    const total = tf.sum(weights);
    const divisor = reduction === "mean" ? tf.add(total, mask(tf.equal(total, 0))) : tf.scalar(1);
    return lossOp(
      logits,
      [wanted, weights, divisor],
      (x, y, w, d) => {
        const top = tf.max(x, 1, true);
        const shifted = tf.sub(x, top);
        const rows = tf.mul(w, tf.sub(tf.log(tf.sum(tf.exp(shifted), 1, true)), tf.sum(tf.mul(shifted, y), 1, true)));
        return tf.div(reduce(tf.reshape(rows, [n]), reduction === "none" ? "none" : "sum"), d);
      },
      (dy, x, y, w, d) => {
        const upstream = reduction === "none" ? tf.reshape(dy, [n, 1]) : dy;
        return tf.mul(tf.mul(w, tf.sub(tf.softmax(x, -1), y)), tf.div(upstream, d));
      },
    );
  });
}

/** The twin of `sigmoidCrossEntropy`, trainable. Same shapes for both; a scalar, or their shape for "none". */
export function sigmoidCrossEntropyTensor(logits: tf.Tensor, targets: tf.Tensor, options: { reduction?: Reduction } = {}): tf.Tensor {
  return elementLoss(
    logits,
    targets,
    options.reduction ?? "mean",
    (x, t) => tf.add(tf.mul(t, softplus(tf.neg(x))), tf.mul(tf.sub(1, t), softplus(x))),
    (x, t) => tf.sub(tf.mul(tf.sub(1, t), tf.sigmoid(x)), tf.mul(t, tf.sigmoid(tf.neg(x)))),
  );
}
