/** Reverse kernels of windows, written with forward TF.js operations that every backend has. */
import * as tf from "@tensorflow/tfjs-core";
import type { ConvLayer, PoolLayer } from "./types";

/** Puts stride − 1 rows and columns of zeros between the cells: [n, h, w, c] → [n, (h−1)·stride + 1, (w−1)·stride + 1, c]. */
export function spread(x: tf.Tensor4D, stride: number): tf.Tensor4D {
  if (stride === 1) return x;
  const [n, h, w, c] = x.shape;
  return tf.tidy(() => {
    // Zeros are appended to every row and then to every cell, in rank 3, which all backends concatenate fast.
    const rows = tf.concat([tf.reshape(x, [n * h, 1, w * c]), tf.zeros([n * h, stride - 1, w * c])], 1);
    const cells = tf.concat([tf.reshape(rows, [n * h * stride * w, 1, c]), tf.zeros([n * h * stride * w, stride - 1, c])], 1);
    const all = tf.reshape(cells, [n, h * stride, w * stride, c]) as tf.Tensor4D;
    return tf.slice(all, [0, 0, 0, 0], [n, (h - 1) * stride + 1, (w - 1) * stride + 1, c]);
  });
}

/** The spread signal with the margins that make a stride-1 window of the layer's kernel give back the input's size. */
function withMargins(layer: ConvLayer | PoolLayer, signal: tf.Tensor4D): tf.Tensor4D {
  const { kernel, stride, padTop, padLeft } = layer;
  const [, h, w] = layer.inShapes[0];
  const [, oh, ow] = layer.shape;
  const after = (n: number, cells: number, before: number) => n - 1 - (cells - 1) * stride + before;
  return tf.pad(spread(signal, stride), [[0, 0], [kernel - 1 - padTop, after(h, oh, padTop)], [kernel - 1 - padLeft, after(w, ow, padLeft)], [0, 0]]);
}

/** Input gradient of a convolution: the spread signal convolved with the kernel turned by 180°, channels swapped. */
export function convolveBack(layer: ConvLayer, signal: tf.Tensor4D, turned: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => tf.conv2d(withMargins(layer, signal), turned, 1, "valid"));
}

/** Input gradient of an average over kernel² cells: the same sliding mean over the spread signal. */
export function averagePoolBack(layer: PoolLayer, signal: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => tf.avgPool(withMargins(layer, signal), layer.kernel, 1, "valid"));
}

/** Sums each factor × factor block: the adjoint of nearest-neighbour upsampling. */
export function shrink(signal: tf.Tensor4D, factor: number): tf.Tensor4D {
  return tf.tidy(() => tf.mul(tf.avgPool(signal, factor, factor, "valid"), factor * factor));
}

/** Below every float32 value a network holds; a half-float texture rounds it to −∞, which serves as well. */
const BELOW_ALL = -3.4e38;

/** Unpooling: each signal goes to the first cell, in row-major order, of its window that holds the window's maximum. */
export function maxPoolBack(layer: PoolLayer, signal: tf.Tensor4D, x: tf.Tensor4D, pooled: tf.Tensor4D): tf.Tensor4D {
  const { kernel, stride, padTop, padLeft } = layer;
  const [channels, h, w] = layer.inShapes[0];
  const [, oh, ow] = layer.shape;
  const n = x.shape[0];
  const tall = Math.max(padTop + h, (oh - 1) * stride + kernel);
  const wide = Math.max(padLeft + w, (ow - 1) * stride + kernel);
  const spanY = (oh - 1) * stride + 1;
  const spanX = (ow - 1) * stride + 1;
  return tf.tidy(() => {
    const padded = tf.pad(x, [[0, 0], [padTop, tall - padTop - h], [padLeft, wide - padLeft - w], [0, 0]], BELOW_ALL);
    // 1 where no earlier cell of the window has been the maximum.
    let open: tf.Tensor = tf.onesLike(pooled);
    let total: tf.Tensor4D | undefined;
    for (let ky = 0; ky < kernel; ky++) {
      for (let kx = 0; kx < kernel; kx++) {
        const cells = tf.stridedSlice(padded, [0, ky, kx, 0], [n, ky + spanY, kx + spanX, channels], [1, stride, stride, 1]);
        const wins = tf.mul(tf.cast(tf.equal(cells, pooled), "float32"), open);
        open = tf.sub(open, wins);
        const placed = tf.pad(spread(tf.mul(signal, wins), stride), [[0, 0], [ky, tall - ky - spanY], [kx, wide - kx - spanX], [0, 0]]);
        total = total ? tf.add(total, placed) : placed;
      }
    }
    return tf.slice(total as tf.Tensor4D, [0, padTop, padLeft, 0], [n, h, w, channels]);
  });
}
