/** Batch normalisation with its gradient, and the ReLU after it, as one op: few passes over the map, sums as matrix products. */
import * as tf from "@tensorflow/tfjs-core";

export const BATCH_NORM_EPSILON = 1e-3;

export interface BatchStatistics {
  /** [channels]. */
  readonly mean: tf.Tensor1D;
  /** [channels], of the population (divided by the count). */
  readonly variance: tf.Tensor1D;
}

/** Column sums of [m, c] as [c]: a product with a row of ones, which WASM does faster than a reduction over leading axes. */
function columnSums(x: tf.Tensor2D): tf.Tensor1D {
  return tf.reshape(tf.matMul(tf.ones([1, x.shape[0]]), x), [x.shape[1]]);
}

/** Mean and variance of every channel over batch, rows and columns. */
export function batchStatistics(x: tf.Tensor): BatchStatistics {
  return tf.tidy(() => {
    const channels = x.shape[x.rank - 1];
    const flat = tf.reshape(x, [-1, channels]) as tf.Tensor2D;
    const count = flat.shape[0];
    const mean = tf.div(columnSums(flat), count) as tf.Tensor1D;
    const variance = tf.relu(tf.sub(tf.div(columnSums(tf.square(flat)), count), tf.square(mean))) as tf.Tensor1D;
    return { mean, variance };
  });
}

/**
 * y = relu?(gamma · (x − mean) / √(variance + ε) + beta) with the statistics of the batch itself.
 * Gradient (arXiv:1502.03167, §3): with x̂ the normalised x, g = dy · [y > 0], m values a channel:
 * dbeta = Σ g, dgamma = Σ g·x̂, dx = gamma/√(variance + ε) · (g − dbeta/m − x̂ · dgamma/m).
 * @param x [n, h, w, c] or [n, c]  @param statistics of this x, held constant for the caller (their part is in dx)
 */
export function batchNormTrain(x: tf.Tensor, gamma: tf.Tensor1D, beta: tf.Tensor1D, statistics: BatchStatistics, relu: boolean): tf.Tensor {
  const op = tf.customGrad((a, b, c, save) => {
    const [input, scale, shift] = [a as tf.Tensor, b as tf.Tensor1D, c as tf.Tensor1D];
    const inverse = tf.rsqrt(tf.add(statistics.variance, BATCH_NORM_EPSILON)) as tf.Tensor1D;
    const factor = tf.mul(scale, inverse);
    const affine = tf.add(tf.mul(input, factor), tf.sub(shift, tf.mul(statistics.mean, factor)));
    const value = relu ? tf.relu(affine) : affine;
    (save as tf.GradSaveFunc)([input, value, factor, inverse, statistics.mean]);
    return {
      value,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [x0, y, scaled, inv, mean] = saved;
        const channels = x0.shape[x0.rank - 1];
        const g = relu ? tf.mul(dy, tf.step(y)) : dy;
        const flatG = tf.reshape(g, [-1, channels]) as tf.Tensor2D;
        const flatX = tf.reshape(x0, [-1, channels]) as tf.Tensor2D;
        const m = flatG.shape[0];
        const dbeta = columnSums(flatG);
        // Σ g·x̂ = (Σ g·x − mean Σ g) / √(variance + ε)
        const dgamma = tf.mul(tf.sub(columnSums(tf.mul(flatG, flatX)), tf.mul(mean, dbeta)), inv) as tf.Tensor1D;
        // dx = s·g − (s·inv·dgamma/m)·x + s·(mean·inv·dgamma − dbeta)/m
        const slope = tf.mul(tf.mul(scaled, inv), tf.div(dgamma, -m));
        const offset = tf.div(tf.mul(scaled, tf.sub(tf.mul(tf.mul(mean, inv), dgamma), dbeta)), m);
        const dx = tf.add(tf.add(tf.mul(flatG, scaled), tf.mul(flatX, slope)), offset);
        return [tf.reshape(dx, x0.shape), dgamma, dbeta];
      },
    };
  });
  return op(x, gamma, beta);
}
