import * as tf from "@tensorflow/tfjs-core";
import { YOLO_HEAD, yoloLayers } from "@/lib/engine/detectors/yolo/layers";
import { YOLO } from "@/lib/engine/detectors/yolo/detect.gpu";
import { yoloLossTensor } from "@/lib/engine/losses/gpu";
import { encodeYoloTarget, yoloCellLength } from "@/lib/engine/match";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { FROM_CENTERNET } from "./anchored";
import { DETECTOR_TRAINING, toBatch, trainingScene } from "./data";
import { detectorFigures } from "./detector";
import { singleNetwork, type Task } from "./task";

const LENGTH = yoloCellLength(YOLO_HEAD);
/** Where the output layer starts: box centres in the cell's middle, a third of the picture, no object, all classes alike. */
const START = [
  ...Array.from({ length: YOLO_HEAD.B }, () => [0.5, 0.5, 0.33, 0.33, 0.05]).flat(),
  ...Array<number>(YOLO_HEAD.C).fill(1 / YOLO_HEAD.C),
];

export const yolo: Task = {
  name: "yolo",
  scenes: 300,
  optimizer: { muon: 0.02, adam: 0.002, decay: 0.02 },
  batch: 16,
  steps: 1200,
  ...FROM_CENTERNET,
  batchTensors(sources, seed, first, count) {
    const { S } = YOLO_HEAD;
    const scenes = Array.from({ length: count }, (_, i) => trainingScene(sources, DETECTOR_TRAINING, seed, first + i));
    const target = new Float32Array(count * S * S * LENGTH);
    scenes.forEach(({ objects }, i) => {
      target.set(
        encodeYoloTarget(
          objects.flatMap(({ box }) => [...box]),
          objects.map(({ label }) => label),
          YOLO_HEAD,
        ).target,
        i * S * S * LENGTH,
      );
    });
    return {
      images: tf.tensor4d(toBatch(scenes), [count, SCENE_SIDE, SCENE_SIDE, 3]),
      targets: [tf.tensor4d(target, [count, S, S, LENGTH])],
    };
  },
  ...singleNetwork({
    layers: yoloLayers(),
    outputs: ["grid"],
    bias: { grid: START },
    loss: ([grid], [target]) => yoloLossTensor(grid as tf.Tensor4D, target as tf.Tensor4D, YOLO_HEAD),
  }),
  evaluate: detectorFigures(YOLO),
};
