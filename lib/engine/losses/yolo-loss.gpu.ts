import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import { yoloCellLength, type YoloHead } from "../match/yolo";
import { lossOp, mask, requireSameShape } from "./op.gpu";
import { YOLO_LEAST_SIDE, type YoloLossOptions } from "./yolo-loss";

/**
 * The twin of `yoloLoss`, trainable: a scalar, the mean over the images of a batch of each image's sum.
 * @param prediction [n, S, S, 5B + C]  @param target the same shape, one `encodeYoloTarget` an image
 * @throws EngineInputError when the shapes are not those of the head
 */
export function yoloLossTensor(
  prediction: tf.Tensor4D,
  target: tf.Tensor4D,
  head: Pick<YoloHead, "S" | "B" | "C">,
  options: YoloLossOptions = {},
): tf.Scalar {
  const { lambdaCoord = 5, lambdaNoobj = 0.5 } = options;
  const { S, B, C } = head;
  const length = yoloCellLength(head);
  const [n, rows, columns, channels] = prediction.shape;
  if (prediction.rank !== 4 || rows !== S || columns !== S || channels !== length) {
    throw new EngineInputError("prediction", `must have shape [n, ${S}, ${S}, ${length}]`, `shape [${prediction.shape}]`);
  }
  requireSameShape("target", target, prediction);
  const cells = n * S * S;
  const images = Math.max(1, n);

  /** The cells in a row: boxes [cells, B, 5] and classes [cells, C]. */
  const cut = (grid: tf.Tensor) => {
    const flat = tf.reshape(grid, [cells, length]) as tf.Tensor2D;
    const slots = tf.reshape(tf.slice(flat, [0, 0], [cells, 5 * B]), [cells, B, 5]) as tf.Tensor3D;
    const [centre, side, confidence] = tf.split(slots, [2, 2, 1], 2);
    return { centre, side, confidence, classes: tf.slice(flat, [0, 5 * B], [cells, C]) };
  };
  const pieces = (x: tf.Tensor, t: tf.Tensor) => {
    const p = cut(x);
    const y = cut(t);
    const object = tf.slice(y.confidence, [0, 0, 0], [cells, 1, 1]);
    const iou = slotIou(p, y, S);
    const answers = tf.mul(firstBest(iou, B), object);
    const root = tf.sqrt(tf.maximum(p.side, YOLO_LEAST_SIDE));
    const off = tf.sub(root, tf.sqrt(y.side));
    const slope = tf.div(off, root);
    return { p, y, answers, iou, off, slope, object: tf.reshape(object, [cells, 1]) };
  };
  return lossOp(
    prediction,
    [target],
    (x, t) => {
      const { p, y, answers, iou, off, slope, object } = pieces(x, t);
      const below = tf.minimum(tf.sub(p.side, YOLO_LEAST_SIDE), 0); // the tangent's part
      const box = tf.add(tf.square(tf.sub(p.centre, y.centre)), tf.add(tf.square(off), tf.mul(slope, below)));
      const confidence = tf.add(
        tf.mul(answers, tf.square(tf.sub(p.confidence, iou))),
        tf.mul(tf.mul(tf.sub(1, answers), lambdaNoobj), tf.square(p.confidence)),
      );
      const classes = tf.mul(object, tf.square(tf.sub(p.classes, y.classes)));
      const total = tf.add(tf.mul(tf.sum(tf.mul(answers, box)), lambdaCoord), tf.add(tf.sum(confidence), tf.sum(classes)));
      return tf.div(total, images);
    },
    (dy, x, t) => {
      const { p, y, answers, iou, slope, object } = pieces(x, t);
      const coord = tf.mul(answers, lambdaCoord);
      const centre = tf.mul(coord, tf.mul(tf.sub(p.centre, y.centre), 2));
      const side = tf.mul(coord, slope);
      const confidence = tf.add(
        tf.mul(answers, tf.mul(tf.sub(p.confidence, iou), 2)),
        tf.mul(tf.sub(1, answers), tf.mul(p.confidence, 2 * lambdaNoobj)),
      );
      const classes = tf.mul(object, tf.mul(tf.sub(p.classes, y.classes), 2));
      const slots = tf.reshape(tf.concat([centre, side, confidence], 2), [cells, 5 * B]);
      return tf.mul(tf.reshape(tf.concat([slots, classes], 1), [n, S, S, length]), tf.div(dy, images));
    },
  ) as tf.Scalar;
}

/** IoU of each slot with the same slot of the target, [cells, B, 1]. Within a cell the cell's own corner cancels out. */
function slotIou(a: { centre: tf.Tensor; side: tf.Tensor }, b: { centre: tf.Tensor; side: tf.Tensor }, S: number): tf.Tensor {
  const ends = ({ centre, side }: { centre: tf.Tensor; side: tf.Tensor }) => {
    const middle = tf.div(centre, S);
    const half = tf.div(side, 2);
    return [tf.sub(middle, half), tf.add(middle, half)];
  };
  const area = (sides: tf.Tensor) => {
    const [w, h] = tf.split(tf.relu(sides), 2, 2);
    return tf.mul(w, h);
  };
  const [lowA, highA] = ends(a);
  const [lowB, highB] = ends(b);
  const shared = area(tf.sub(tf.minimum(highA, highB), tf.maximum(lowA, lowB)));
  return tf.divNoNan(shared, tf.sub(tf.add(area(a.side), area(b.side)), shared));
}

/** 1 at the first of the largest of B slots, else 0: [cells, B, 1]. Written out, since backends break argMax's ties differently. */
function firstBest(iou: tf.Tensor, B: number): tf.Tensor {
  const slots = tf.split(iou, B, 1);
  let best = slots[0];
  const wins: tf.Tensor[] = [tf.onesLike(best)];
  for (let b = 1; b < B; b++) {
    const better = mask(tf.greater(slots[b], best));
    const worse = tf.sub(1, better);
    for (let before = 0; before < b; before++) wins[before] = tf.mul(wins[before], worse);
    wins.push(better);
    best = tf.maximum(best, slots[b]);
  }
  return tf.concat(wins, 1);
}
