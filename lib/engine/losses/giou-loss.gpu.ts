import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import { lossOp, mask, reduce, requireSameShape, scaled } from "./op.gpu";
import { requireReduction, type Reduction } from "./reduction";

/**
 * The twin of `giouLoss`, trainable with respect to pred.
 * @param pred [n, 4] xyxy pixels  @param target [n, 4] xyxy pixels
 * @returns a scalar, or [n] for "none"
 * @throws EngineInputError when shapes disagree
 */
export function giouLossTensor(pred: tf.Tensor2D, target: tf.Tensor2D, options: { reduction?: Reduction } = {}): tf.Tensor {
  const { reduction = "mean" } = options;
  requireReduction(reduction);
  if (pred.rank !== 2 || pred.shape[1] !== 4) throw new EngineInputError("pred", "must have shape [n, 4]", `shape [${pred.shape}]`);
  requireSameShape("target", target, pred);
  const n = pred.shape[0];
  return lossOp(
    pred,
    [target],
    (a, b) => {
      const { overlap, slack } = pieces(a, b);
      return reduce(tf.reshape(tf.add(tf.sub(1, overlap), slack), [n]), reduction);
    },
    (dy, a, b) => {
      const { x, y, overlap, union, hull } = pieces(a, b);
      // L = 1 − I/U + (C − U)/C: its slopes along the three areas.
      const byUnion = tf.sub(tf.divNoNan(overlap, union), tf.divNoNan(1, hull));
      const byShared = tf.sub(tf.neg(tf.divNoNan(1, union)), byUnion);
      const byHull = tf.divNoNan(tf.divNoNan(union, hull), hull);
      const edge = (own: Axis, across: Axis, end: 0 | 1) => {
        const bySide = tf.mul(tf.mul(byUnion, own.grows), across.side);
        const moves = tf.add(
          tf.mul(tf.mul(byShared, own.innerMoves[end]), across.inner),
          tf.mul(tf.mul(byHull, own.outerMoves[end]), across.outer),
        );
        // The low edge shortens the side, the high edge lengthens it; the masks below are unsigned.
        return end === 0 ? tf.neg(tf.add(moves, bySide)) : tf.add(moves, bySide);
      };
      const slopes = tf.concat([edge(x, y, 0), edge(y, x, 0), edge(x, y, 1), edge(y, x, 1)], 1);
      const upstream = reduction === "none" ? tf.reshape(dy, [n, 1]) : scaled(dy, reduction, n);
      return tf.mul(slopes, upstream);
    },
  );
}

/** Lengths along one axis, each [n, 1], and 0/1 masks: which edge of the first box moves the shared and the enclosing side. */
interface Axis {
  inner: tf.Tensor;
  outer: tf.Tensor;
  side: tf.Tensor;
  targetSide: tf.Tensor;
  innerMoves: [tf.Tensor, tf.Tensor];
  outerMoves: [tf.Tensor, tf.Tensor];
  grows: tf.Tensor;
}

function project(low: tf.Tensor, high: tf.Tensor, targetLow: tf.Tensor, targetHigh: tf.Tensor): Axis {
  const inner = tf.relu(tf.sub(tf.minimum(high, targetHigh), tf.maximum(low, targetLow)));
  const outer = tf.relu(tf.sub(tf.maximum(high, targetHigh), tf.minimum(low, targetLow)));
  const meets = mask(tf.greater(inner, 0));
  const spans = mask(tf.greater(outer, 0));
  return {
    inner,
    outer,
    side: tf.relu(tf.sub(high, low)),
    targetSide: tf.relu(tf.sub(targetHigh, targetLow)),
    innerMoves: [tf.mul(meets, mask(tf.greaterEqual(low, targetLow))), tf.mul(meets, mask(tf.lessEqual(high, targetHigh)))],
    outerMoves: [tf.mul(spans, mask(tf.lessEqual(low, targetLow))), tf.mul(spans, mask(tf.greaterEqual(high, targetHigh)))],
    grows: mask(tf.greater(high, low)),
  };
}

function pieces(a: tf.Tensor, b: tf.Tensor) {
  const [ax1, ay1, ax2, ay2] = tf.split(a, 4, 1);
  const [bx1, by1, bx2, by2] = tf.split(b, 4, 1);
  const x = project(ax1, ax2, bx1, bx2);
  const y = project(ay1, ay2, by1, by2);
  const shared = tf.mul(x.inner, y.inner);
  const union = tf.sub(tf.add(tf.mul(x.side, y.side), tf.mul(x.targetSide, y.targetSide)), shared);
  const hull = tf.mul(x.outer, y.outer);
  return { x, y, union, hull, overlap: tf.divNoNan(shared, union), slack: tf.divNoNan(tf.sub(hull, union), hull) };
}
