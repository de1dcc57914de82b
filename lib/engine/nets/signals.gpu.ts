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
function withMargins(layer: PoolLayer, signal: tf.Tensor4D): tf.Tensor4D {
  const { kernel, stride, padTop, padLeft } = layer;
  const [, h, w] = layer.inShapes[0];
  const [, oh, ow] = layer.shape;
  const after = (n: number, cells: number, before: number) => n - 1 - (cells - 1) * stride + before;
  return tf.pad(spread(signal, stride), [
    [0, 0],
    [kernel - 1 - padTop, after(h, oh, padTop)],
    [kernel - 1 - padLeft, after(w, ow, padLeft)],
    [0, 0],
  ]);
}

/**
 * The kernel that sends a convolution's signal back, [m, m, out, stride²·in] with m = ⌈kernel / stride⌉. The input falls into
 * stride² phases, rows and columns modulo the stride; phase (r, s) reads the taps (r + stride·i, s + stride·j) alone, turned
 * by 180°, zeros where the kernel has none. At stride 1 it is the whole kernel, turned, with its channels swapped.
 */
export function phaseKernel(layer: ConvLayer): tf.Tensor4D {
  const { kernel, stride, weight } = layer;
  const [out] = layer.shape;
  const [channels] = layer.inShapes[0];
  const taps = Math.ceil(kernel / stride);
  const wide = stride * stride * channels;
  const phases = new Float32Array(taps * taps * out * wide);
  for (let o = 0, i = 0; o < out; o++) {
    for (let c = 0; c < channels; c++) {
      for (let y = 0; y < kernel; y++) {
        for (let x = 0; x < kernel; x++, i++) {
          const row = taps - 1 - Math.floor(y / stride);
          const column = taps - 1 - Math.floor(x / stride);
          phases[((row * taps + column) * out + o) * wide + ((y % stride) * stride + (x % stride)) * channels + c] = weight[i];
        }
      }
    }
  }
  return tf.tensor4d(phases, [taps, taps, out, wide]);
}

/**
 * Input gradient of a convolution: the signal convolved with `phaseKernel`, and the phases woven together. Spreading the
 * signal with zeros instead would cost stride² times the products.
 */
export function convolveBack(layer: ConvLayer, signal: tf.Tensor4D, phases: tf.Tensor4D): tf.Tensor4D {
  const { stride, padTop, padLeft } = layer;
  const [channels, h, w] = layer.inShapes[0];
  const [n, oh, ow, out] = signal.shape;
  const [taps] = phases.shape;
  // Blocks of stride × stride padded input cells that hold the image; a signal beyond them reaches no pixel.
  const tall = Math.floor((h - 1 + padTop) / stride) + 1;
  const wide = Math.floor((w - 1 + padLeft) / stride) + 1;
  return tf.tidy(() => {
    const seen = oh > tall || ow > wide ? tf.slice(signal, [0, 0, 0, 0], [n, Math.min(oh, tall), Math.min(ow, wide), out]) : signal;
    const padded = tf.pad(seen, [
      [0, 0],
      [taps - 1, Math.max(tall - oh, 0)],
      [taps - 1, Math.max(wide - ow, 0)],
      [0, 0],
    ]);
    const blocks = tf.conv2d(padded, phases, 1, "valid");
    const woven = stride === 1 ? blocks : weave(blocks, stride);
    const [, allY, allX] = woven.shape;
    return allY === h && allX === w ? woven : tf.slice(woven, [0, padTop, padLeft, 0], [n, h, w, channels]);
  });
}

/**
 * Depth to space, [n, h, w, stride²·c] → [n, h·stride, w·stride, c]: by cutting and joining rows of a matrix, which all
 * backends do faster than the operation of that name.
 */
function weave(blocks: tf.Tensor4D, stride: number): tf.Tensor4D {
  const [n, h, w, depth] = blocks.shape;
  const rows = tf.split(tf.reshape(blocks, [n * h * w, depth]), stride, 1);
  const joined = tf.concat(
    rows.map((row) => tf.reshape(row, [n * h, (w * depth) / stride])),
    1,
  );
  return tf.reshape(joined, [n, h * stride, w * stride, depth / (stride * stride)]);
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
    const padded = tf.pad(
      x,
      [
        [0, 0],
        [padTop, tall - padTop - h],
        [padLeft, wide - padLeft - w],
        [0, 0],
      ],
      BELOW_ALL,
    );
    // 1 where no earlier cell of the window has been the maximum.
    let open: tf.Tensor = tf.onesLike(pooled);
    let total: tf.Tensor4D | undefined;
    for (let ky = 0; ky < kernel; ky++) {
      for (let kx = 0; kx < kernel; kx++) {
        const cells = tf.stridedSlice(padded, [0, ky, kx, 0], [n, ky + spanY, kx + spanX, channels], [1, stride, stride, 1]);
        const wins = tf.mul(tf.cast(tf.equal(cells, pooled), "float32"), open);
        open = tf.sub(open, wins);
        const placed = tf.pad(spread(tf.mul(signal, wins), stride), [
          [0, 0],
          [ky, tall - ky - spanY],
          [kx, wide - kx - spanX],
          [0, 0],
        ]);
        total = total ? tf.add(total, placed) : placed;
      }
    }
    return tf.slice(total as tf.Tensor4D, [0, padTop, padLeft, 0], [n, h, w, channels]);
  });
}
