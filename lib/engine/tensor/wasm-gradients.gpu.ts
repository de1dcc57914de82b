/**
 * Gradients of convolutions for TF.js's WASM backend, which has none for the filter and a slow one for the input.
 * Both are written as forward convolutions, the one thing that backend does fast (XNNPACK, SIMD).
 * Source of the identities: Dumoulin & Visin, "A guide to convolution arithmetic for deep learning" (arXiv:1603.07285), §4.
 */
import * as tf from "@tensorflow/tfjs-core";
import { spread } from "../nets/signals.gpu";

type Pad = "valid" | "same" | number | tf.backend_util.ExplicitPadding;

interface Geometry {
  readonly stride: number;
  readonly top: number;
  readonly left: number;
  readonly outHeight: number;
  readonly outWidth: number;
}

function geometry(xShape: readonly number[], filterShape: readonly number[], strides: number | [number, number], pad: Pad): Geometry {
  const info = tf.backend_util.computeConv2DInfo(
    xShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    strides,
    1,
    pad,
  );
  if (info.strideHeight !== info.strideWidth)
    throw new Error(`gradient of a convolution with strides ${info.strideHeight} and ${info.strideWidth}: both must be equal`);
  return { stride: info.strideHeight, top: info.padInfo.top, left: info.padInfo.left, outHeight: info.outHeight, outWidth: info.outWidth };
}

/** Pads or cuts an axis pair so that it starts `before` cells earlier and has `size` cells. */
function window2d(x: tf.Tensor4D, top: number, left: number, height: number, width: number): tf.Tensor4D {
  const [n, h, w, c] = x.shape;
  const bottom = height - h - top;
  const right = width - w - left;
  const padded = tf.pad(x, [
    [0, 0],
    [Math.max(top, 0), Math.max(bottom, 0)],
    [Math.max(left, 0), Math.max(right, 0)],
    [0, 0],
  ]);
  if (top >= 0 && left >= 0 && bottom >= 0 && right >= 0) return padded;
  return tf.slice(padded, [0, Math.max(-top, 0), Math.max(-left, 0), 0], [n, height, width, c]);
}

/**
 * dL/dW of y = conv2d(x, W): x seen as [inChannels, H, W, batch] convolved with dy as a filter [oh, ow, batch, outChannels],
 * dilated by the forward stride; the first k×k cells, with the first axis put third. A 1×1 filter is one matrix product.
 * @param x [n, h, w, in]  @param dy [n, oh, ow, out]  @param filterShape [k, k, in, out]
 */
function convFilterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  filterShape: readonly [number, number, number, number],
  strides: number | [number, number],
  pad: Pad,
): tf.Tensor4D {
  const [kh, kw, inside, outside] = filterShape;
  const { stride, top, left, outHeight, outWidth } = geometry(x.shape, filterShape, strides, pad);
  return tf.tidy(() => {
    if (kh === 1 && kw === 1 && stride === 1 && top === 0 && left === 0) {
      const columns = tf.transpose(tf.reshape(x, [-1, inside]));
      return tf.reshape(tf.matMul(columns, tf.reshape(dy, [-1, outside])), [1, 1, inside, outside]);
    }
    // Exactly the cells that the forward windows read, so that the result is k×k.
    const height = (outHeight - 1) * stride + kh;
    const width = (outWidth - 1) * stride + kw;
    const seen = tf.transpose(window2d(x, top, left, height, width), [3, 1, 2, 0]);
    const kernel = tf.transpose(dy, [1, 2, 0, 3]);
    const out = tf.conv2d(seen, kernel, 1, "valid", "NHWC", stride);
    return tf.transpose(out, [1, 2, 0, 3]);
  });
}

/**
 * dL/dx of y = conv2d(x, W): for stride 1, dy with margins convolved with W turned by 180°, channels swapped. For stride s the
 * input falls into s² phases (rows and columns modulo s); each reads its own taps of W only, so each is a small convolution of
 * dy, and the phases are woven together. Spreading dy with zeros instead would cost s² times the products.
 * @param dy [n, oh, ow, out]  @param filter [k, k, in, out]  @param xShape [n, h, w, in]
 */
export function convInputGradient(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  xShape: readonly [number, number, number, number],
  strides: number | [number, number],
  pad: Pad,
): tf.Tensor4D {
  const [kh, kw, inside] = filter.shape;
  const [n, h, w] = xShape;
  const { stride, top, left } = geometry(xShape, filter.shape, strides, pad);
  return tf.tidy(() => {
    const swapped = tf.transpose(filter, [0, 1, 3, 2]);
    if (stride === 1) {
      const turned = tf.reverse(swapped, [0, 1]) as tf.Tensor4D;
      return tf.conv2d(window2d(dy, kh - 1 - top, kw - 1 - left, h + kh - 1, w + kw - 1), turned, 1, "valid");
    }
    if (kh < stride || kw < stride) {
      // Some phases read nothing: the plain way, with zeros between the cells of dy.
      const wide = window2d(spread(dy, stride), kh - 1 - top, kw - 1 - left, h + kh - 1, w + kw - 1);
      return tf.conv2d(wide, tf.reverse(swapped, [0, 1]) as tf.Tensor4D, 1, "valid");
    }
    const tall = Math.ceil(h / stride);
    const broad = Math.ceil(w / stride);
    const rows: tf.Tensor4D[] = [];
    for (let py = 0; py < stride; py++) {
      const across: tf.Tensor4D[] = [];
      for (let px = 0; px < stride; px++) {
        // Input row r = py + stride·i is read by output row o with tap t where r + top = stride·o + t.
        const ty = (py + top) % stride;
        const tx = (px + left) % stride;
        const tapsY = Math.ceil((kh - ty) / stride);
        const tapsX = Math.ceil((kw - tx) / stride);
        const taps = tf.reverse(
          tf.stridedSlice(swapped, [ty, tx, 0, 0], [kh, kw, swapped.shape[2], inside], [stride, stride, 1, 1]),
          [0, 1],
        ) as tf.Tensor4D;
        const startY = Math.floor((py + top) / stride) - (tapsY - 1);
        const startX = Math.floor((px + left) / stride) - (tapsX - 1);
        const part = window2d(dy, -startY, -startX, tall + tapsY - 1, broad + tapsX - 1);
        across.push(tf.reshape(tf.conv2d(part, taps, 1, "valid"), [n * tall, broad, 1, inside]) as tf.Tensor4D);
      }
      rows.push(tf.reshape(weave(across), [n * tall, 1, broad * stride, inside]) as tf.Tensor4D);
    }
    const all = tf.reshape(weaveRows(rows), [n, tall * stride, broad * stride, inside]) as tf.Tensor4D;
    return all.shape[1] === h && all.shape[2] === w ? all : tf.slice(all, [0, 0, 0, 0], [n, h, w, inside]);
  });
}

/** [m, b, 1, c] × s → [m, b, s, c]: joined on the last axis of a rank-3 view, where all backends copy fast. */
function weave(parts: readonly tf.Tensor4D[]): tf.Tensor {
  const [m, b, , c] = parts[0].shape;
  return tf.concat(
    parts.map((part) => tf.reshape(part, [m * b, c])),
    1,
  );
}

function weaveRows(parts: readonly tf.Tensor4D[]): tf.Tensor {
  const [m, , w, c] = parts[0].shape;
  return tf.concat(
    parts.map((part) => tf.reshape(part, [m, w * c])),
    1,
  );
}

/** Puts both gradients into the WASM backend's kernel table; training code then uses tf.grads as on any backend. */
export function registerWasmGradients(): void {
  if (tf.getKernel("Conv2DBackpropInput", "wasm")) tf.unregisterKernel("Conv2DBackpropInput", "wasm");
  if (tf.getKernel("Conv2DBackpropFilter", "wasm")) tf.unregisterKernel("Conv2DBackpropFilter", "wasm");
  tf.registerKernel({
    kernelName: "Conv2DBackpropInput",
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const { strides, pad, inputShape } = attrs as unknown as tf.Conv2DBackpropInputAttrs;
      return convInputGradient(inputs.dy as tf.Tensor4D, inputs.filter as tf.Tensor4D, inputShape, strides as [number, number], pad as Pad);
    },
  });
  tf.registerKernel({
    kernelName: "Conv2DBackpropFilter",
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const { strides, pad, filterShape } = attrs as unknown as tf.Conv2DBackpropFilterAttrs;
      return convFilterGradient(inputs.x as tf.Tensor4D, inputs.dy as tf.Tensor4D, filterShape, strides as [number, number], pad as Pad);
    },
  });
}
