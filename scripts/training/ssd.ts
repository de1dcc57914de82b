import * as tf from "@tensorflow/tfjs-core";
import { SSD_BOXES, SSD_CLASSES, SSD_LEVELS, SSD_PER_CELL, ssdLayers } from "@/lib/engine/detectors/ssd/layers";
import { SSD } from "@/lib/engine/detectors/ssd/detect.gpu";
import { ssdTarget } from "@/lib/engine/detectors/ssd/targets";
import { smoothL1Tensor, softmaxCrossEntropyTensor } from "@/lib/engine/losses/gpu";
import { BACKGROUND, mineHardNegatives } from "@/lib/engine/match";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { anchorRowsTensor, FROM_CENTERNET } from "./anchored";
import { DETECTOR_TRAINING, toBatch, trainingScene } from "./data";
import { detectorFigures } from "./detector";
import { singleNetwork, type Task } from "./task";

const TOTAL = SSD_BOXES.length / 4;
/** The label of boxes that are left out of a step. */
const LEFT_OUT = -1;

/** The labels of one step: background boxes that hard-negative mining does not choose are left out. */
function mined(logits: tf.Tensor2D, labels: Int32Array, count: number): Int32Array {
  const losses = tf.tidy(() => softmaxCrossEntropyTensor(logits, tf.tensor1d(labels, "int32"), { reduction: "none" }).dataSync());
  const out = new Int32Array(labels.length).fill(LEFT_OUT);
  for (let i = 0; i < count; i++) {
    const from = i * TOTAL;
    const matches = labels.subarray(from, from + TOTAL).map((label) => (label > 0 ? 0 : BACKGROUND));
    const { positives, negatives } = mineHardNegatives(losses.subarray(from, from + TOTAL), matches, { ratio: 3 });
    for (const a of [...positives, ...negatives]) out[from + a] = labels[from + a];
  }
  return out;
}

const outputs = SSD_LEVELS.flatMap(({ name }) => [`${name}/cls`, `${name}/box`]);

export const ssd: Task = {
  name: "ssd",
  scenes: 300,
  optimizer: { muon: 0.02, adam: 0.002, decay: 0.02 },
  batch: 16,
  steps: 1500,
  ...FROM_CENTERNET,
  batchTensors(sources, seed, first, count) {
    const scenes = Array.from({ length: count }, (_, i) => trainingScene(sources, DETECTOR_TRAINING, seed, first + i));
    const labels = new Int32Array(count * TOTAL);
    const deltas = new Float32Array(count * TOTAL * 4);
    scenes.forEach(({ objects }, i) => {
      const target = ssdTarget(
        objects.flatMap(({ box }) => [...box]),
        objects.map(({ label }) => label),
      );
      labels.set(target.labels, i * TOTAL);
      deltas.set(target.deltas, i * TOTAL * 4);
    });
    return {
      images: tf.tensor4d(toBatch(scenes), [count, SCENE_SIDE, SCENE_SIDE, 3]),
      targets: [tf.tensor1d(labels, "int32"), tf.tensor2d(deltas, [count * TOTAL, 4])],
    };
  },
  ...singleNetwork({
    layers: ssdLayers(),
    outputs,
    bias: Object.fromEntries(
      SSD_LEVELS.map(({ name }) => [
        `${name}/cls`,
        Array.from({ length: SSD_PER_CELL }, () => Array.from({ length: SSD_CLASSES }, (_, c) => (c === 0 ? 4 : 0))).flat(),
      ]),
    ),
    loss: (maps, [labels, deltas]) => {
      const logits = anchorRowsTensor(
        maps.filter((_, i) => i % 2 === 0),
        SSD_CLASSES,
      );
      const boxes = anchorRowsTensor(
        maps.filter((_, i) => i % 2 === 1),
        4,
      );
      const classes = labels.dataSync() as Int32Array;
      const chosen = tf.tensor1d(mined(logits, classes, maps[0].shape[0]), "int32");
      const positive = tf.cast(tf.greater(tf.reshape(labels, [-1, 1]), 0), "float32");
      const count = tf.maximum(tf.sum(positive), 1);
      const cls = softmaxCrossEntropyTensor(logits, chosen, { reduction: "sum", ignoreLabel: LEFT_OUT });
      const box = smoothL1Tensor(tf.mul(boxes, positive), deltas, { beta: 1, reduction: "sum" });
      return tf.div(tf.add(cls, box), count) as tf.Scalar;
    },
  }),
  evaluate: detectorFigures(SSD),
};
