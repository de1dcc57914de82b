import * as tf from "@tensorflow/tfjs-core";
import { classifierLayers } from "@/lib/engine/detectors/backbone";
import { classify } from "@/lib/engine/detectors/outputs.gpu";
import type { StoredModel } from "@/lib/engine/detectors/files/weights";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { softTargetCrossEntropy } from "@/lib/engine/train/soft-targets.gpu";
import { CLASSIFIER_TEST, CLASSIFIER_TRAINING, testScene, toBatch, trainingScene, type Sources, type Split, type TestSet } from "./data";
import { singleNetwork, type Figures, type Task } from "./task";

const CLASSES = VOC_CLASSES.length;
/** The share of every target spread over all classes. */
const SMOOTHING = 0.05;
const EVALUATION_BATCH = 50;

async function evaluate({ networks }: StoredModel, sources: Sources, set: TestSet, split: Split, count: number): Promise<Figures> {
  const network = createGpuNetwork(networks.main.network);
  let right = 0;
  let amongThree = 0;
  let total = 0;
  for (let first = 0; first < count; first += EVALUATION_BATCH) {
    const scenes = Array.from({ length: Math.min(EVALUATION_BATCH, count - first) }, (_, i) =>
      testScene(sources, CLASSIFIER_TEST, set, split, first + i),
    ).filter((s) => s.objects.length === 1);
    if (scenes.length === 0) continue;
    const rows = await classify(
      network,
      scenes.map(({ pixels }) => pixels),
    );
    scenes.forEach(({ objects }, i) => {
      const row = rows[i];
      const rank = row.reduce((above, v) => above + (v > row[objects[0].label] ? 1 : 0), 0);
      if (rank === 0) right++;
      if (rank < 3) amongThree++;
      total++;
    });
  }
  network.dispose();
  return { top1: right / total, top3: amongThree / total };
}

export const classifier: Task = {
  name: "classifier",
  scenes: 1000,
  optimizer: { muon: 0.03, adam: 0.003, decay: 0.02 },
  batch: 32,
  steps: 6000,
  batchTensors(sources, seed, first, count) {
    const scenes = Array.from({ length: count }, (_, i) => trainingScene(sources, CLASSIFIER_TRAINING, seed, first + i));
    const targets = new Float32Array(count * CLASSES);
    scenes.forEach(({ objects }, i) => {
      if (objects.length === 0) return;
      for (let c = 0; c < CLASSES; c++) targets[i * CLASSES + c] = SMOOTHING / CLASSES;
      for (const { label } of objects) targets[i * CLASSES + label] += (1 - SMOOTHING) / objects.length;
    });
    return { images: tf.tensor4d(toBatch(scenes), [count, SCENE_SIDE, SCENE_SIDE, 3]), targets: [tf.tensor2d(targets, [count, CLASSES])] };
  },
  ...singleNetwork({
    layers: classifierLayers(),
    outputs: ["logits"],
    loss: ([logits], [target]) => softTargetCrossEntropy(logits as tf.Tensor2D, target as tf.Tensor2D),
  }),
  evaluate,
};
