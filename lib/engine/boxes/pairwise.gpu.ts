import * as tf from "@tensorflow/tfjs-core";

/**
 * Pairwise IoU on the current TF.js backend: the twin of `pairwiseIou`.
 * @param a Tensor2D [n, 4], xyxy pixels  @param b Tensor2D [m, 4], xyxy pixels
 * @returns Tensor2D [n, m], values in [0, 1]; 0 for two empty boxes (0/0 is defined as 0, as in the plain twin).
 */
export function pairwiseIouTensor(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const [ax1, ay1, ax2, ay2] = tf.split(a, 4, 1);
    const [bx1, by1, bx2, by2] = tf.split(b, 4, 1).map((column) => tf.transpose(column));
    const width = tf.relu(tf.sub(tf.minimum(ax2, bx2), tf.maximum(ax1, bx1)));
    const height = tf.relu(tf.sub(tf.minimum(ay2, by2), tf.maximum(ay1, by1)));
    const intersection = tf.mul(width, height);
    const areaA = tf.mul(tf.sub(ax2, ax1), tf.sub(ay2, ay1));
    const areaB = tf.mul(tf.sub(bx2, bx1), tf.sub(by2, by1));
    const union = tf.sub(tf.add(areaA, areaB), intersection);
    return tf.divNoNan(intersection, union) as tf.Tensor2D;
  });
}
