/** DETR's transformer in TF.js ops that all have gradients on WASM. The same code trains and detects. */
import * as tf from "@tensorflow/tfjs-core";
import { DETR_CLASSES, DETR_DECODERS, DETR_ENCODERS, DETR_HEADS, DETR_QUERIES, DETR_SIDE, DETR_WIDTH } from "./layers";

/** The arrays of DETR_VARIABLES by name. */
export type TransformerWeights = Readonly<Record<string, tf.Tensor>>;

/** What one decoder layer says of every query. */
export interface DetrHeads {
  /** [n · 20, 21]. */
  readonly logits: tf.Tensor2D;
  /** [n · 20, 4] cxcywh, fractions of the picture. */
  readonly boxes: tf.Tensor2D;
}

export interface TransformerPass {
  /** One a decoder layer; the last is the answer, the others are trained beside it. */
  readonly layers: readonly DetrHeads[];
  /** [n, heads, 49, 49]: row = the token that looks, column = where. The last encoder layer. */
  readonly encoderAttention: tf.Tensor4D;
  /** [n, heads, 20, 49]: where each query looks. The last decoder layer. */
  readonly queryAttention: tf.Tensor4D;
}

const EPSILON = 1e-5;
const HEAD_WIDTH = DETR_WIDTH / DETR_HEADS;

/** Layer norm over the last axis (arXiv:1607.06450). @param x [rows, 96] */
function layerNorm(x: tf.Tensor2D, w: TransformerWeights, prefix: string): tf.Tensor2D {
  const centred = tf.sub(x, tf.mean(x, 1, true));
  const scale = tf.rsqrt(tf.add(tf.mean(tf.square(centred), 1, true), EPSILON));
  return tf.add(tf.mul(tf.mul(centred, scale), w[`${prefix}/gamma`]), w[`${prefix}/beta`]);
}

/** The product whose gradients are products of explicit transposes: WASM is slow with its transpose flags. */
function product<T extends tf.Tensor>(a: T, b: T): T {
  const turned = (t: tf.Tensor) => tf.transpose(t, t.rank === 3 ? [0, 2, 1] : [1, 0]);
  const op = tf.customGrad((x, y, save) => {
    const [left, right] = [x as tf.Tensor, y as tf.Tensor];
    (save as tf.GradSaveFunc)([left, right]);
    return {
      value: tf.matMul(left, right),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => [tf.matMul(dy, turned(saved[1])), tf.matMul(turned(saved[0]), dy)],
    };
  });
  return op(a, b) as T;
}

function matrix(x: tf.Tensor2D, weight: tf.Tensor): tf.Tensor2D {
  return product(x, weight as tf.Tensor2D);
}

/** [n · t, 96] → [n · heads, t, 24]. */
function splitHeads(x: tf.Tensor2D, n: number): tf.Tensor3D {
  const t = x.shape[0] / n;
  return tf.reshape(tf.transpose(tf.reshape(x, [n, t, DETR_HEADS, HEAD_WIDTH]), [0, 2, 1, 3]), [n * DETR_HEADS, t, HEAD_WIDTH]);
}

/** Multi-head attention (arXiv:1706.03762 §3.2). Rows of n pictures after one another. Returns [n · t, 96] and the shares [n · heads, t, s]. */
function attend(queries: tf.Tensor2D, keys: tf.Tensor2D, values: tf.Tensor2D, n: number, w: TransformerWeights, prefix: string) {
  const q = splitHeads(tf.mul(matrix(queries, w[`${prefix}/q`]), 1 / Math.sqrt(HEAD_WIDTH)), n);
  const k = splitHeads(matrix(keys, w[`${prefix}/k`]), n);
  const v = splitHeads(matrix(values, w[`${prefix}/v`]), n);
  const shares = tf.softmax(product(q, tf.transpose(k, [0, 2, 1]))) as tf.Tensor3D;
  const t = q.shape[1];
  const mixed = tf.transpose(tf.reshape(product(shares, v), [n, DETR_HEADS, t, HEAD_WIDTH]), [0, 2, 1, 3]);
  return { out: matrix(tf.reshape(mixed, [n * t, DETR_WIDTH]), w[`${prefix}/o`]), shares };
}

function feedForward(x: tf.Tensor2D, w: TransformerWeights, prefix: string): tf.Tensor2D {
  const inner = tf.relu(tf.add(matrix(x, w[`${prefix}/in`]), w[`${prefix}/in-bias`])) as tf.Tensor2D;
  return tf.add(matrix(inner, w[`${prefix}/out`]), w[`${prefix}/out-bias`]);
}

/** The same rows for each of n pictures, [t, 96] → [n · t, 96], by addition to zeros: its gradient is a plain sum. */
function forEach(rows: tf.Tensor, n: number): tf.Tensor2D {
  const [t, width] = rows.shape;
  return tf.reshape(tf.add(tf.zeros([n, t, width]), tf.expandDims(rows, 0)), [n * t, width]);
}

/** Class logits and boxes of every query: its reference point moved by what the query found. */
function heads(state: tf.Tensor2D, n: number, w: TransformerWeights): DetrHeads {
  const x = layerNorm(state, w, "output/norm");
  const logits = tf.add(matrix(x, w.class), w["class-bias"]) as tf.Tensor2D;
  const inner = tf.relu(tf.add(matrix(x, w["box/in"]), w["box/in-bias"])) as tf.Tensor2D;
  const start = tf.concat([w.references, tf.add(tf.zeros([DETR_QUERIES.count, 2]), w.sides)], 1);
  return { logits, boxes: tf.sigmoid(tf.add(matrix(inner, w["box/out"]), forEach(start, n))) as tf.Tensor2D };
}

/**
 * Encoder and decoder, norms before each part. Source: DETR (arXiv:2005.12872) §3.2; a box is told as an offset from its query's learnt
 * reference point, as in Conditional DETR (arXiv:2108.06152).
 * @param tokens [n, 7, 7, 96]  @param places [49, 96] as `tokenPlaces`
 */
export function transformer(tokens: tf.Tensor4D, places: tf.Tensor2D, w: TransformerWeights): TransformerPass {
  const n = tokens.shape[0];
  const cells = DETR_SIDE * DETR_SIDE;
  const at = forEach(places, n);
  let memory = tf.reshape(tokens, [n * cells, DETR_WIDTH]) as tf.Tensor2D;
  let encoderShares: tf.Tensor3D | undefined;
  for (let i = 0; i < DETR_ENCODERS; i++) {
    const x = layerNorm(memory, w, `encoder${i}/norm1`);
    const placed = tf.add(x, at) as tf.Tensor2D;
    const { out, shares } = attend(placed, placed, x, n, w, `encoder${i}/self`);
    memory = tf.add(memory, out);
    memory = tf.add(memory, feedForward(layerNorm(memory, w, `encoder${i}/norm2`), w, `encoder${i}/ff`));
    encoderShares = shares;
  }
  memory = layerNorm(memory, w, "memory/norm");
  const keys = tf.add(memory, at) as tf.Tensor2D;
  const query = forEach(w.queries, n);
  let state = tf.zeros([n * DETR_QUERIES.count, DETR_WIDTH]) as tf.Tensor2D;
  let queryShares: tf.Tensor3D | undefined;
  const layers: DetrHeads[] = [];
  for (let i = 0; i < DETR_DECODERS; i++) {
    const x = layerNorm(state, w, `decoder${i}/norm1`);
    const self = tf.add(x, query) as tf.Tensor2D;
    state = tf.add(state, attend(self, self, x, n, w, `decoder${i}/self`).out);
    const cross = attend(tf.add(layerNorm(state, w, `decoder${i}/norm2`), query), keys, memory, n, w, `decoder${i}/cross`);
    state = tf.add(state, cross.out);
    state = tf.add(state, feedForward(layerNorm(state, w, `decoder${i}/norm3`), w, `decoder${i}/ff`));
    queryShares = cross.shares;
    layers.push(heads(state, n, w));
  }
  return {
    layers,
    encoderAttention: tf.reshape(encoderShares as tf.Tensor3D, [n, DETR_HEADS, cells, cells]),
    queryAttention: tf.reshape(queryShares as tf.Tensor3D, [n, DETR_HEADS, DETR_QUERIES.count, cells]),
  };
}

/** Multiplications of one picture in the transformer: projections, attention, feed-forward parts and output layers. */
export function transformerMultiplications(inner: number): number {
  const d = DETR_WIDTH;
  const cells = DETR_SIDE ** 2;
  const q = DETR_QUERIES.count;
  const attention = (asking: number, asked: number) => 2 * asking * d * d + 2 * asked * d * d + 2 * asking * asked * d;
  const encoder = attention(cells, cells) + 2 * cells * d * inner;
  const decoder = attention(q, q) + attention(q, cells) + 2 * q * d * inner;
  return DETR_ENCODERS * encoder + DETR_DECODERS * decoder + q * (d * DETR_CLASSES + d * d + 4 * d);
}
