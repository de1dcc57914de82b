import { readFileSync } from "node:fs";
import { fillChannelsLast } from "@/lib/engine/detectors/input";
import {
  emojiScene,
  HELD_OUT_STYLE,
  readAtlas,
  SCENE_SIDE,
  TRAIN_STYLES,
  type Atlas,
  type EmojiOptions,
  type EmojiScene,
  type EmojiStyle,
} from "@/lib/engine/scenes/emoji";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";

/**
 * "seen": new compositions of drawings that are trained on. "held": a drawing style never trained on. Both have two draws:
 * validation scenes choose recipes, test scenes are for the final figure alone.
 */
export type TestSet = "seen" | "held";
export type Split = "validation" | "test";

export interface Sources {
  readonly train: readonly Atlas[];
  readonly held: readonly Atlas[];
}

export async function loadSources(): Promise<Sources> {
  const load = (style: EmojiStyle) => readAtlas(readFileSync(`public/emojivoc/${style}.bin`));
  return { train: await Promise.all(TRAIN_STYLES.map(load)), held: [await load(HELD_OUT_STYLE)] };
}

/** The share of training drawings redrawn in another hand. */
const RESTYLED = 0.5;

type Recipe = Omit<EmojiOptions, "atlases">;

/** Scenes to classify: one drawing on every test scene; in training up to three, so that the network meets company. */
export const CLASSIFIER_TRAINING: Recipe = {
  side: [20, 100],
  visible: 0.6,
  restyled: RESTYLED,
  plan: (random) => ({
    objects: Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => ({ label: random.int(0, VOC_CLASSES.length - 1) })),
  }),
};
export const CLASSIFIER_TEST: Recipe = { side: [28, 90], objects: [1, 1] };

/** Scenes to detect in: the data set's defaults; training adds crowding, restyling and a wider range of sizes. */
export const DETECTOR_TRAINING: Recipe = {
  objects: [1, 6],
  side: [14, 78],
  visible: 0.6,
  overlap: 0.5,
  crowding: 0.15,
  restyled: RESTYLED,
};
export const DETECTOR_TEST: Recipe = {};

export function trainingScene(sources: Sources, recipe: Recipe, seed: string, index: number): EmojiScene {
  return emojiScene(`train/${seed}/${index}`, { ...recipe, atlases: sources.train });
}

export function testScene(sources: Sources, recipe: Recipe, set: TestSet, split: Split, index: number): EmojiScene {
  return emojiScene(`${split}/${index}`, { ...recipe, atlases: set === "seen" ? sources.train : sources.held });
}

/** Pictures as one batch, [n, 112, 112, 3] in the network's units. */
export function toBatch(scenes: readonly EmojiScene[]): Float32Array {
  const size = SCENE_SIDE * SCENE_SIDE * 3;
  const out = new Float32Array(scenes.length * size);
  scenes.forEach(({ pixels }, i) => fillChannelsLast(out, i * size, pixels));
  return out;
}
