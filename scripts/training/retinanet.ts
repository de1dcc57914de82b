import * as tf from "@tensorflow/tfjs-core";
import { INPUT_SHAPE } from "@/lib/engine/detectors/backbone";
import {
  PYRAMID_CHANNELS,
  pyramidLayers,
  RETINANET_ANCHORS,
  retinanetHead,
  RETINANET_LEVELS,
  RETINANET_PER_CELL,
  RETINANET_PRIOR,
} from "@/lib/engine/detectors/retinanet/layers";
import { RETINANET } from "@/lib/engine/detectors/retinanet/detect.gpu";
import { retinanetTarget } from "@/lib/engine/detectors/retinanet/targets";
import { biasForPrior } from "@/lib/engine/losses";
import { sigmoidFocalLossTensor, smoothL1Tensor } from "@/lib/engine/losses/gpu";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { TrainableModel } from "@/lib/engine/train/model.gpu";
import { Trainable } from "@/lib/engine/train/trainable.gpu";
import { anchorRowsTensor, FROM_CENTERNET } from "./anchored";
import { DETECTOR_TRAINING, toBatch, trainingScene } from "./data";
import { detectorFigures } from "./detector";
import type { Task } from "./task";

const TOTAL = RETINANET_ANCHORS.length / 4;
const CLASSES = VOC_CLASSES.length;
const LEVELS = RETINANET_LEVELS.map(({ name }) => name);
/** The box loss beside the classification's 1. */
const BOX_WEIGHT = 2;

export const retinanet: Task = {
  name: "retinanet",
  scenes: 300,
  optimizer: { muon: 0.02, adam: 0.002, decay: 0.02 },
  batch: 16,
  steps: 1500,
  ...FROM_CENTERNET,
  create(random, rate) {
    const main = new Trainable(INPUT_SHAPE, pyramidLayers(), random, { outputs: [], rate });
    const [{ side }] = RETINANET_LEVELS;
    const bias = { cls: Array<number>(RETINANET_PER_CELL * CLASSES).fill(biasForPrior(RETINANET_PRIOR)) };
    const head = new Trainable([PYRAMID_CHANNELS, side, side], retinanetHead(), random, { outputs: ["cls", "box"], bias });
    return new TrainableModel({ main, head });
  },
  batchTensors(sources, seed, first, count) {
    const scenes = Array.from({ length: count }, (_, i) => trainingScene(sources, DETECTOR_TRAINING, seed, first + i));
    const [classes, counted, positive, deltas] = [CLASSES, 1, 1, 4].map((width) => new Float32Array(count * TOTAL * width));
    scenes.forEach(({ objects }, i) => {
      const target = retinanetTarget(
        objects.flatMap(({ box }) => [...box]),
        objects.map(({ label }) => label),
      );
      classes.set(target.classes, i * target.classes.length);
      counted.set(target.counted, i * TOTAL);
      positive.set(target.positive, i * TOTAL);
      deltas.set(target.deltas, i * target.deltas.length);
    });
    const rows = count * TOTAL;
    return {
      images: tf.tensor4d(toBatch(scenes), [count, SCENE_SIDE, SCENE_SIDE, 3]),
      targets: [
        tf.tensor2d(classes, [rows, CLASSES]),
        tf.tensor2d(counted, [rows, 1]),
        tf.tensor2d(positive, [rows, 1]),
        tf.tensor2d(deltas, [rows, 4]),
      ],
    };
  },
  loss(model, images, [classes, counted, positive, deltas], statistics) {
    const pyramid = model.networks.main.forward(images, LEVELS, statistics.main);
    const levels = pyramid.map((map) => model.networks.head.forward(map as tf.Tensor4D, ["cls", "box"], statistics.head));
    const logits = anchorRowsTensor(
      levels.map(([cls]) => cls),
      CLASSES,
    );
    const boxes = anchorRowsTensor(
      levels.map(([, box]) => box),
      4,
    );
    const count = tf.maximum(tf.sum(positive), 1);
    // An ignored anchor's logits go to where both loss and slope vanish.
    const shown = tf.add(tf.mul(logits, counted), tf.mul(tf.sub(1, counted), -30));
    const cls = sigmoidFocalLossTensor(shown, classes, { alpha: 0.25, gamma: 2, reduction: "sum" });
    const box = smoothL1Tensor(tf.mul(boxes, positive), deltas, { beta: 0.1, reduction: "sum" });
    return tf.div(tf.add(cls, tf.mul(box, BOX_WEIGHT)), count) as tf.Scalar;
  },
  evaluate: detectorFigures(RETINANET),
};
