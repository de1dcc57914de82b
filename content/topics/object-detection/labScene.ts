/** How the lab's scenes are drawn: the same seed gives the same picture in Node and in every browser. */
import { emojiScene, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";

/** Scenes of the lab, 1 … LAB_SCENES. */
export const LAB_SCENES = 240;
/** Half of the drawings are of a style that the detector was trained on, half of one it has never seen. */
export const LAB_STYLES = ["noto", "openmoji"] as const;
/** What names the scenes in figures: `threshold-lab/1` … */
export const LAB_SEED = "threshold-lab";

/** One crowded scene. @param atlases of LAB_STYLES, in their order */
export const labScene = (scene: number, atlases: readonly Atlas[]): EmojiScene =>
  emojiScene(`${LAB_SEED}/${scene}`, { atlases, objects: [2, 5], crowding: 0.35, overlap: 0.6, visible: 0.6 });
