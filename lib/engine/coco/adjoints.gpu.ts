/**
 * Reverse steps of the operations in a convolutional graph, written with forward TF.js operations that every backend has:
 * the WASM backend lacks the gradient kernels of depthwise convolution and of bilinear resizing.
 */
import * as tf from "@tensorflow/tfjs-core";
import { convInputGradient } from "../tensor/wasm-gradients.gpu";

/** ∂L/∂x of a convolution. A 1×1 window of stride 1 reads the filter transposed. */
export function convolutionBack(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  xShape: readonly number[],
  stride: number,
  padding: "same" | "valid",
): tf.Tensor4D {
  const [kh, kw] = filter.shape;
  const shape = [...xShape] as [number, number, number, number];
  if (kh === 1 && kw === 1 && stride === 1) {
    // As a convolution: the WASM backend's is about eight times as fast as its matrix product.
    return tf.tidy(() => tf.conv2d(dy, tf.transpose(filter, [0, 1, 3, 2]), 1, "valid"));
  }
  return convInputGradient(dy, filter, shape, stride, padding);
}

/**
 * ∂L/∂x of a depthwise convolution: dy with stride − 1 zeros between its cells, convolved with the filter turned by 180°.
 * @param filter [k, k, channels, 1]
 */
export function depthwiseBack(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  xShape: readonly number[],
  stride: number,
  padding: "same" | "valid",
): tf.Tensor4D {
  const [, h, w] = xShape;
  const [kh, kw] = filter.shape;
  const [, oh, ow] = dy.shape;
  // TensorFlow's "same": what is missing is split, the odd cell goes after.
  const before = (size: number, out: number, k: number) =>
    padding === "same" ? Math.floor(Math.max((out - 1) * stride + k - size, 0) / 2) : 0;
  return tf.tidy(() => {
    const top = kh - 1 - before(h, oh, kh);
    const left = kw - 1 - before(w, ow, kw);
    const wide = dilate(dy, stride);
    const bottom = h + kh - 1 - wide.shape[1] - top;
    const right = w + kw - 1 - wide.shape[2] - left;
    const padded = tf.pad(wide, [
      [0, 0],
      [top, Math.max(bottom, 0)],
      [left, Math.max(right, 0)],
      [0, 0],
    ]);
    const turned = tf.reverse(filter, [0, 1]) as tf.Tensor4D;
    const dx = tf.depthwiseConv2d(padded, turned, 1, "valid");
    return dx.shape[1] === h && dx.shape[2] === w ? dx : tf.slice(dx, [0, 0, 0, 0], [-1, h, w, -1]);
  });
}

/** stride − 1 zeros after every cell and every row: [n, h, w, c] → [n, h · stride, w · stride, c]; joined in rank 2, which is fast. */
function dilate(x: tf.Tensor4D, stride: number): tf.Tensor4D {
  if (stride === 1) return x;
  const [n, h, w, c] = x.shape;
  const cells = tf.concat([tf.reshape(x, [n * h * w, c]), tf.zeros([n * h * w, (stride - 1) * c])], 1);
  const row = w * stride * c;
  return tf.reshape(tf.concat([tf.reshape(cells, [n * h, row]), tf.zeros([n * h, (stride - 1) * row])], 1), [n, h * stride, w * stride, c]);
}

/**
 * One axis of a bilinear resize as a matrix [out, in]: output i reads s = i · in / out, at ⌊s⌋ with weight 1 − frac(s) and at
 * ⌊s⌋ + 1 (the last cell repeated) with frac(s).
 * @example in 2, out 4: rows (1, 0), (½, ½), (0, 1), (0, 1)
 */
export function resizeMatrix(size: number, out: number): tf.Tensor2D {
  const data = new Float32Array(out * size);
  for (let i = 0; i < out; i++) {
    const s = (i * size) / out;
    const low = Math.min(Math.floor(s), size - 1);
    data[i * size + low] += 1 - (s - low);
    data[i * size + Math.min(low + 1, size - 1)] += s - low;
  }
  return tf.tensor2d(data, [out, size]);
}

/** ∂L/∂x of a resize along rows and columns: dX = Rᵀ_rows · dY · R_columns for each channel. */
export function resizeBack(dy: tf.Tensor4D, rows: tf.Tensor2D, columns: tf.Tensor2D): tf.Tensor4D {
  const [n, oh, ow, c] = dy.shape;
  const [, h] = rows.shape;
  const [, w] = columns.shape;
  return tf.tidy(() => {
    const acrossLast = tf.reshape(tf.transpose(dy, [0, 1, 3, 2]), [n * oh * c, ow]);
    const narrow = tf.reshape(tf.matMul(acrossLast, columns), [n, oh, c, w]);
    const downLast = tf.reshape(tf.transpose(narrow, [0, 2, 3, 1]), [n * c * w, oh]);
    const small = tf.reshape(tf.matMul(downLast, rows), [n, c, w, h]);
    return tf.transpose(small, [0, 3, 2, 1]) as tf.Tensor4D;
  });
}

/** The adjoint of broadcasting: sums over the axes that were repeated. */
export function reduceTo(signal: tf.Tensor, shape: readonly number[]): tf.Tensor {
  if (signal.shape.join() === shape.join()) return tf.clone(signal);
  return tf.tidy(() => {
    const extra = signal.shape.length - shape.length;
    const axes = signal.shape.flatMap((size, i) => (i < extra || (shape[i - extra] === 1 && size !== 1) ? [i] : []));
    return tf.reshape(axes.length > 0 ? tf.sum(signal, axes, true) : signal, [...shape]);
  });
}
