/** The pictures of this topic, in one drawing style, so that a browser fetches one atlas. */
import { emojiScene, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";

/** Scene `number` of the challenge's bank. @param atlas the style "noto" */
export const bankScene = (number: number, atlas: Atlas): EmojiScene =>
  emojiScene(`occlusion/${number}`, { atlases: [atlas], objects: [1, 2], side: [48, 84], overlap: 0.02 });

/** Seeds whose scenes show two objects of different classes, both among the network's three highest scores. */
const SEEDS = [42, 31, 25, 48, 37, 47] as const;

/** Scene 1 … 6 of the simulation: two objects, clear of each other. */
export const shownScene = (scene: number, atlas: Atlas): EmojiScene =>
  emojiScene(`cam desk ${SEEDS[scene - 1]}`, { atlases: [atlas], objects: [2, 2], side: [44, 60], overlap: 0.02 });
