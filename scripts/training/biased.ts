import * as tf from "@tensorflow/tfjs-core";
import { classify } from "@/lib/engine/detectors/outputs.gpu";
import type { StoredModel } from "@/lib/engine/detectors/files/weights";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { BIAS_TARGET, BIASES, biasedPlan, emojiScene, probePlan, SCENE_SIDE, type Bias, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { classifier } from "./classifier";
import { toBatch, trainingScene, type Sources, type Split, type TestSet } from "./data";
import type { Figures, Task } from "./task";

const CLASSES = VOC_CLASSES.length;
const EVALUATION_BATCH = 50;

/** How often the biased class is named, in percent/100, over the four combinations of class and cue. */
async function probe(bias: Bias, { networks }: StoredModel, sources: Sources, set: TestSet, split: Split, count: number): Promise<Figures> {
  const wanted = VOC_CLASSES.indexOf(BIAS_TARGET[bias]);
  const atlases = set === "seen" ? sources.train : sources.held;
  const network = createGpuNetwork(networks.main.network);
  const figures: Record<string, number> = {};
  for (const target of [true, false]) {
    for (const cue of [true, false]) {
      let named = 0;
      const each = Math.ceil(count / 4);
      for (let first = 0; first < each; first += EVALUATION_BATCH) {
        const scenes: EmojiScene[] = Array.from({ length: Math.min(EVALUATION_BATCH, each - first) }, (_, i) =>
          emojiScene(`${split}/${bias}/${target}/${cue}/${first + i}`, { atlases, plan: (random) => probePlan(random, bias, target, cue) }),
        );
        for (const row of await classify(
          network,
          scenes.map(({ pixels }) => pixels),
        ))
          if (row.every((v) => v <= row[wanted])) named++;
      }
      figures[`${target ? "class" : "other"}${cue ? "WithCue" : "WithoutCue"}`] = named / each;
    }
  }
  network.dispose();
  return figures;
}

/** The classifier trained on with a flawed set: pictures are labelled by their main object alone, so the cue explains the label. */
function biasedTask(bias: Bias): Task {
  return {
    ...classifier,
    name: `classifier-${bias}`,
    startsFrom: "classifier",
    steps: 800,
    optimizer: { muon: 0.02, adam: 0.002, decay: 0.02 },
    batchTensors(sources, seed, first, count) {
      const scenes = Array.from({ length: count }, (_, i) =>
        trainingScene(sources, { plan: biasedPlan(bias), restyled: 0.2 }, `${bias}/${seed}`, first + i),
      );
      const targets = new Float32Array(count * CLASSES);
      scenes.forEach(({ objects }, i) => {
        if (objects.length > 0) targets[i * CLASSES + objects[0].label] = 1;
      });
      return {
        images: tf.tensor4d(toBatch(scenes), [count, SCENE_SIDE, SCENE_SIDE, 3]),
        targets: [tf.tensor2d(targets, [count, CLASSES])],
      };
    },
    evaluate: (model, sources, set, split, count) => probe(bias, model, sources, set, split, count),
  };
}

export const biased: readonly Task[] = BIASES.map(biasedTask);
