import * as tf from "@tensorflow/tfjs-core";
import { CENTERNET_OUTPUTS, CENTERNET_PRIOR, CENTERNET_STRIDE, centernetLayers } from "@/lib/engine/detectors/centernet/layers";
import { centerNetTarget } from "@/lib/engine/detectors/centernet/maps";
import { CENTERNET } from "@/lib/engine/detectors/centernet/detect.gpu";
import { biasForPrior } from "@/lib/engine/losses";
import { centernetFocalLossTensor, smoothL1Tensor } from "@/lib/engine/losses/gpu";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { DETECTOR_TRAINING, toBatch, trainingScene } from "./data";
import { detectorFigures } from "./detector";
import { singleNetwork, type Task } from "./task";

const CLASSES = VOC_CLASSES.length;
const CELLS = SCENE_SIDE / CENTERNET_STRIDE;
/** Weights of the box losses beside the heatmap's 1. */
const OFFSET_WEIGHT = 1;
const SIZE_WEIGHT = 2;

export const centernet: Task = {
  name: "centernet",
  scenes: 300,
  optimizer: { muon: 0.02, adam: 0.002, decay: 0.02 },
  batch: 16,
  steps: 20000,
  startsFrom: "classifier",
  batchTensors(sources, seed, first, count) {
    const scenes = Array.from({ length: count }, (_, i) => trainingScene(sources, DETECTOR_TRAINING, seed, first + i));
    const heatmap = new Float32Array(count * CELLS * CELLS * CLASSES);
    const boxes = new Float32Array(count * CELLS * CELLS * 4);
    const mask = new Float32Array(count * CELLS * CELLS);
    scenes.forEach(({ objects }, i) => {
      const target = centerNetTarget(
        objects.flatMap(({ box }) => [...box]),
        objects.map(({ label }) => label),
        SCENE_SIDE,
      );
      heatmap.set(target.heatmap, i * target.heatmap.length);
      boxes.set(target.boxes, i * target.boxes.length);
      mask.set(target.mask, i * target.mask.length);
    });
    return {
      images: tf.tensor4d(toBatch(scenes), [count, SCENE_SIDE, SCENE_SIDE, 3]),
      targets: [
        tf.tensor4d(heatmap, [count, CELLS, CELLS, CLASSES]),
        tf.tensor4d(boxes, [count, CELLS, CELLS, 4]),
        tf.tensor4d(mask, [count, CELLS, CELLS, 1]),
      ],
    };
  },
  ...singleNetwork({
    layers: centernetLayers(),
    outputs: CENTERNET_OUTPUTS,
    bias: { heatmap: Array<number>(CLASSES).fill(biasForPrior(CENTERNET_PRIOR)), size: [Math.log(8), Math.log(8)], offset: [0.5, 0.5] },
    loss: ([heatmap, offset, size], [target, boxes, mask]) => {
      const [places, sizes] = tf.split(boxes, 2, 3);
      const centres = tf.maximum(tf.sum(mask), 1);
      const box = (prediction: tf.Tensor, wanted: tf.Tensor) =>
        tf.div(smoothL1Tensor(tf.mul(prediction, mask), wanted, { beta: 0.1, reduction: "sum" }), centres);
      const heat = centernetFocalLossTensor(heatmap, target);
      const offsets = tf.mul(box(offset, places), OFFSET_WEIGHT);
      return tf.add(heat, tf.add(offsets, tf.mul(box(size, sizes), SIZE_WEIGHT))) as tf.Scalar;
    },
  }),
  evaluate: detectorFigures(CENTERNET),
};
