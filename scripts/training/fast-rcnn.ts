import * as tf from "@tensorflow/tfjs-core";
import { backbone, BACKBONE_TOP, INPUT_SHAPE } from "@/lib/engine/detectors/backbone";
import { FAST_RCNN, FAST_RCNN_MAX } from "@/lib/engine/detectors/fast-rcnn/detect.gpu";
import type { DetectorKind } from "@/lib/engine/detectors/loaded.gpu";
import type { RegionPooling } from "@/lib/engine/detectors/region/head";
import { PROPOSALS, regionProposals } from "@/lib/engine/detectors/region/proposals";
import { SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { TrainableModel } from "@/lib/engine/train/model.gpu";
import { Trainable } from "@/lib/engine/train/trainable.gpu";
import { FROM_CENTERNET } from "./anchored";
import { DETECTOR_TRAINING, toBatch, trainingScene } from "./data";
import { detectorFigures } from "./detector";
import { createHead, regionLoss, regionTargets } from "./regions";
import type { Task } from "./task";

/** Scenes that come round again, so that selective search runs once for each. */
const POOL = 3000;
const known = new Map<string, Float64Array>();

function proposalsOf(key: string, scene: EmojiScene): Float64Array {
  const boxes = known.get(key) ?? regionProposals(scene.pixels);
  known.set(key, boxes);
  return boxes;
}

const task = (name: string, kind: DetectorKind, way: RegionPooling): Task => ({
  name,
  scenes: 300,
  optimizer: { muon: 0.02, adam: 0.002, decay: 0.02 },
  batch: 16,
  steps: 800,
  ...FROM_CENTERNET,
  create: (random, rate) =>
    new TrainableModel({ main: new Trainable(INPUT_SHAPE, backbone(), random, { outputs: [], rate }), head: createHead(random) }),
  batchTensors(sources, seed, first, count) {
    const indices = Array.from({ length: count }, (_, i) => (first + i) % POOL);
    const scenes = indices.map((index) => trainingScene(sources, DETECTOR_TRAINING, seed, index));
    // The first number of each row is how many proposals follow.
    const proposals = new Float32Array(count * (1 + 4 * PROPOSALS));
    scenes.forEach((scene, i) => {
      const boxes = proposalsOf(`${seed}/${indices[i]}`, scene);
      proposals.set([boxes.length / 4, ...boxes], i * (1 + 4 * PROPOSALS));
    });
    return {
      images: tf.tensor4d(toBatch(scenes), [count, SCENE_SIDE, SCENE_SIDE, 3]),
      targets: [tf.tensor2d(proposals, [count, 1 + 4 * PROPOSALS]), ...regionTargets(scenes, `${seed}/${first}`)],
    };
  },
  loss(model, images, [packed, ...targets], statistics) {
    const [map] = model.networks.main.forward(images, [BACKBONE_TOP], statistics.main);
    const flat = packed.dataSync<"float32">();
    const width = 1 + 4 * PROPOSALS;
    const proposals = Array.from({ length: images.shape[0] }, (_, i) => flat.subarray(i * width + 1, i * width + 1 + 4 * flat[i * width]));
    return regionLoss(model, map as tf.Tensor4D, proposals, targets, statistics, way);
  },
  evaluate: detectorFigures(kind),
});

/** One loss for classes and boxes (arXiv:1504.08083, section 2.3); the proposals come from outside. */
export const fastRcnn = task("fast-rcnn", FAST_RCNN, "align");
/** The same with RoI max pooling as the paper has it, so that both can be measured by one recipe. */
export const fastRcnnMax = task("fast-rcnn-max", FAST_RCNN_MAX, "max");
