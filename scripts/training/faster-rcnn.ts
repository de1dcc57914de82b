import * as tf from "@tensorflow/tfjs-core";
import { BACKBONE_TOP, INPUT_SHAPE } from "@/lib/engine/detectors/backbone";
import { FASTER_RCNN } from "@/lib/engine/detectors/faster-rcnn/detect.gpu";
import { fasterRcnnLayers, RPN_ANCHORS, RPN_PER_CELL } from "@/lib/engine/detectors/faster-rcnn/layers";
import { rpnProposals, rpnTarget } from "@/lib/engine/detectors/faster-rcnn/proposals";
import { biasForPrior } from "@/lib/engine/losses";
import { sigmoidCrossEntropyTensor, smoothL1Tensor } from "@/lib/engine/losses/gpu";
import { seeded } from "@/lib/engine/random";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { TrainableModel } from "@/lib/engine/train/model.gpu";
import { Trainable } from "@/lib/engine/train/trainable.gpu";
import { anchorRowsTensor, FROM_CENTERNET } from "./anchored";
import { DETECTOR_TRAINING, toBatch, trainingScene } from "./data";
import { detectorFigures } from "./detector";
import { createHead, regionLoss, regionTargets } from "./regions";
import type { Task } from "./task";

const TOTAL = RPN_ANCHORS.length / 4;

/** Both stages at once, "approximate joint training" (arXiv:1506.01497 §3.2): no gradient goes through the proposals' corners. */
export const fasterRcnn: Task = {
  name: "faster-rcnn",
  scenes: 300,
  optimizer: { muon: 0.02, adam: 0.002, decay: 0.02 },
  batch: 16,
  steps: 1200,
  ...FROM_CENTERNET,
  create(random, rate) {
    const bias = { "rpn/cls": Array<number>(RPN_PER_CELL).fill(biasForPrior(0.1)) };
    const main = new Trainable(INPUT_SHAPE, fasterRcnnLayers(), random, { outputs: ["rpn/cls", "rpn/box"], bias, rate });
    return new TrainableModel({ main, head: createHead(random) });
  },
  batchTensors(sources, seed, first, count) {
    const scenes = Array.from({ length: count }, (_, i) => trainingScene(sources, DETECTOR_TRAINING, seed, first + i));
    const [objects, counted, deltas] = [1, 1, 4].map((width) => new Float32Array(count * TOTAL * width));
    scenes.forEach((scene, i) => {
      const target = rpnTarget(
        scene.objects.flatMap(({ box }) => [...box]),
        seeded(`rpn/${seed}/${first + i}`),
      );
      objects.set(target.objects, i * TOTAL);
      counted.set(target.counted, i * TOTAL);
      deltas.set(target.deltas, i * TOTAL * 4);
    });
    const rows = count * TOTAL;
    return {
      images: tf.tensor4d(toBatch(scenes), [count, SCENE_SIDE, SCENE_SIDE, 3]),
      targets: [
        tf.tensor2d(objects, [rows, 1]),
        tf.tensor2d(counted, [rows, 1]),
        tf.tensor2d(deltas, [rows, 4]),
        ...regionTargets(scenes, `${seed}/${first}`),
      ],
    };
  },
  loss(model, images, [objects, counted, deltas, ...regions], statistics) {
    const [map, cls, box] = model.networks.main.forward(images, [BACKBONE_TOP, "rpn/cls", "rpn/box"], statistics.main);
    const logits = anchorRowsTensor([cls], 1);
    const boxes = anchorRowsTensor([box], 4);
    const drawn = tf.maximum(tf.sum(counted), 1);
    const objectness = tf.div(tf.sum(tf.mul(sigmoidCrossEntropyTensor(logits, objects, { reduction: "none" }), counted)), drawn);
    const corners = tf.div(smoothL1Tensor(tf.mul(boxes, objects), deltas, { beta: 1 / 9, reduction: "sum" }), drawn);
    const [scores, moves] = [logits.dataSync<"float32">(), boxes.dataSync<"float32">()];
    const proposals = Array.from(
      { length: images.shape[0] },
      (_, i) => rpnProposals(scores.subarray(i * TOTAL, (i + 1) * TOTAL), moves.subarray(i * TOTAL * 4, (i + 1) * TOTAL * 4)).boxes,
    );
    return tf.add(tf.add(objectness, corners), regionLoss(model, map as tf.Tensor4D, proposals, regions, statistics)) as tf.Scalar;
  },
  evaluate: detectorFigures(FASTER_RCNN),
};
