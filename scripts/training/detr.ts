import * as tf from "@tensorflow/tfjs-core";
import { INPUT_SHAPE } from "@/lib/engine/detectors/backbone";
import {
  DETR_CLASSES,
  DETR_QUERIES,
  DETR_SIDE,
  DETR_VARIABLES,
  DETR_WIDTH,
  detrLayers,
  type DetrVariable,
} from "@/lib/engine/detectors/detr/layers";
import { placeWaves, queryPlaces, tokenPlaces } from "@/lib/engine/detectors/detr/positions";
import { transformer, type DetrHeads } from "@/lib/engine/detectors/detr/transformer.gpu";
import { DETR } from "@/lib/engine/detectors/detr/detect.gpu";
import { giouLossTensor, softmaxCrossEntropyTensor } from "@/lib/engine/losses/gpu";
import { detrMatch } from "@/lib/engine/match";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import type { Random } from "@/lib/engine/random";
import { TrainableModel, type FreeVariable } from "@/lib/engine/train/model.gpu";
import { Trainable } from "@/lib/engine/train/trainable.gpu";
import { FROM_CENTERNET } from "./anchored";
import { DETECTOR_TRAINING, toBatch, trainingScene } from "./data";
import { detectorFigures } from "./detector";
import type { Task } from "./task";

/** The most objects a training scene's row can hold. */
const ROOM = 16;
const NO_OBJECT = DETR_CLASSES - 1;
/** The paper's weights of L1 and GIoU beside the classes' 1. */
const L1_WEIGHT = 5;
const GIOU_WEIGHT = 2;
/** Most queries find nothing: they count less (the paper: 0.1 with a hundred queries). */
const NO_OBJECT_WEIGHT = 0.2;
/** Strength of the first attention: queries look at their own place. */
const LOCAL = 1.4;

const logit = (p: number) => Math.log(p / (1 - p));

function start({ shape, start: how }: DetrVariable, random: Random): Float32Array {
  const size = shape.reduce((product, n) => product * n, 1);
  const noise = (deviation: number) => Float32Array.from({ length: size }, () => random.normal() * deviation);
  switch (how) {
    case "zeros":
      return new Float32Array(size);
    case "ones":
      return new Float32Array(size).fill(1);
    case "xavier":
      return noise(Math.sqrt(2 / (shape[0] + shape[1])));
    case "identity":
      return noise(0.05).map((v, i) => v + (i % (DETR_WIDTH + 1) === 0 ? LOCAL : 0));
    case "places":
      return Float32Array.from(queryPlaces().flatMap(([x, y]) => [...placeWaves(x, y)]));
    case "references":
      return Float32Array.from(queryPlaces().flatMap(([x, y]) => [logit(x), logit(y)]));
    case "sides":
      return new Float32Array(size).fill(logit(0.33));
    case "class-bias":
      return Float32Array.from({ length: size }, (_, c) => (c === NO_OBJECT ? 3 : 0));
  }
}

interface Truth {
  /** [16] class of each object, −1 where there is none. */
  readonly labels: Int32Array;
  /** [16, 4] cxcywh, fractions. */
  readonly boxes: Float32Array;
}

/** Which query each object of each picture is for: rows of one-hot over n · 20, their boxes, and every query's label. */
function matchAll({ logits, boxes }: DetrHeads, truth: readonly Truth[]) {
  const [l, b] = [logits.dataSync<"float32">(), boxes.dataSync<"float32">()];
  const labels = new Int32Array(truth.length * DETR_QUERIES.count).fill(NO_OBJECT);
  const rows: number[] = [];
  const wanted: number[] = [];
  truth.forEach((picture, i) => {
    const many = picture.labels.findIndex((label) => label < 0);
    const targetLabels = picture.labels.slice(0, many < 0 ? ROOM : many);
    const from = i * DETR_QUERIES.count;
    const { queries, targets } = detrMatch({
      logits: l.slice(from * DETR_CLASSES, (from + DETR_QUERIES.count) * DETR_CLASSES),
      predBoxes: b.slice(from * 4, (from + DETR_QUERIES.count) * 4),
      targetBoxes: picture.boxes.slice(0, targetLabels.length * 4),
      targetLabels,
    });
    queries.forEach((query, k) => {
      labels[from + query] = targetLabels[targets[k]];
      rows.push(from + query);
      wanted.push(...picture.boxes.slice(4 * targets[k], 4 * targets[k] + 4));
    });
  });
  return { labels, rows, wanted };
}

/** cxcywh → xyxy as a product: row i is what x1, y1, x2, y2 take from number i. */
const TO_CORNERS = [1, 0, 1, 0, 0, 1, 0, 1, -0.5, 0, 0.5, 0, 0, -0.5, 0, 0.5];

function setLoss(heads: DetrHeads, truth: readonly Truth[]): tf.Scalar {
  const { labels, rows, wanted } = matchAll(heads, truth);
  const classWeights = Array.from({ length: DETR_CLASSES }, (_, c) => (c === NO_OBJECT ? NO_OBJECT_WEIGHT : 1));
  const cls = softmaxCrossEntropyTensor(heads.logits, tf.tensor1d(labels, "int32"), { classWeights }) as tf.Scalar;
  if (rows.length === 0) return cls;
  const chosen = new Float32Array(rows.length * labels.length);
  rows.forEach((row, k) => (chosen[k * labels.length + row] = 1));
  const boxes = tf.matMul(tf.tensor2d(chosen, [rows.length, labels.length]), heads.boxes);
  const target = tf.tensor2d(wanted, [rows.length, 4]);
  const corners = tf.tensor2d(TO_CORNERS, [4, 4]);
  const l1 = tf.div(tf.sum(tf.abs(tf.sub(boxes, target))), rows.length);
  const giou = giouLossTensor(tf.matMul(boxes, corners), tf.matMul(target, corners));
  return tf.add(cls, tf.add(tf.mul(l1, L1_WEIGHT), tf.mul(giou, GIOU_WEIGHT))) as tf.Scalar;
}

export const detr: Task = {
  name: "detr",
  scenes: 300,
  optimizer: { muon: 0.01, adam: 0.001, decay: 0.01 },
  batch: 16,
  steps: 2500,
  ...FROM_CENTERNET,
  create(random, rate) {
    const main = new Trainable(INPUT_SHAPE, detrLayers(), random, { outputs: [], rate });
    const free = DETR_VARIABLES.map((entry): [string, FreeVariable] => {
      const value = tf.tensor(start(entry, random), [...entry.shape]);
      const variable = tf.variable(value);
      value.dispose();
      return [entry.name, { variable, muon: entry.shape.length === 2 && entry.shape[0] >= DETR_WIDTH && entry.shape[1] >= DETR_WIDTH }];
    });
    return new TrainableModel({ main }, Object.fromEntries(free));
  },
  batchTensors(sources, seed, first, count) {
    const scenes = Array.from({ length: count }, (_, i) => trainingScene(sources, DETECTOR_TRAINING, seed, first + i));
    const labels = new Int32Array(count * ROOM).fill(-1);
    const boxes = new Float32Array(count * ROOM * 4);
    scenes.forEach(({ objects }, i) => {
      objects.slice(0, ROOM).forEach(({ label, box: [x1, y1, x2, y2] }, k) => {
        labels[i * ROOM + k] = label;
        boxes.set(
          [(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1].map((v) => v / SCENE_SIDE),
          (i * ROOM + k) * 4,
        );
      });
    });
    return {
      images: tf.tensor4d(toBatch(scenes), [count, SCENE_SIDE, SCENE_SIDE, 3]),
      targets: [tf.tensor2d(labels, [count, ROOM], "int32"), tf.tensor3d(boxes, [count, ROOM, 4])],
    };
  },
  loss(model, images, [labels, boxes], statistics) {
    const [tokens] = model.networks.main.forward(images, ["tokens"], statistics.main);
    const weights = Object.fromEntries(Object.entries(model.free).map(([name, { variable }]) => [name, variable as tf.Tensor]));
    const { layers } = transformer(tokens as tf.Tensor4D, tf.tensor2d(tokenPlaces(), [DETR_SIDE ** 2, DETR_WIDTH]), weights);
    const [l, b] = [labels.dataSync<"int32">(), boxes.dataSync<"float32">()];
    const truth = Array.from({ length: images.shape[0] }, (_, i): Truth => ({
      labels: l.slice(i * ROOM, (i + 1) * ROOM),
      boxes: b.slice(i * ROOM * 4, (i + 1) * ROOM * 4),
    }));
    return layers.map((heads) => setLoss(heads, truth)).reduce((sum, loss) => tf.add(sum, loss));
  },
  evaluate: detectorFigures(DETR),
};
