import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { anchorRows } from "@/lib/engine/detectors/anchored/rows";
import type { DetectorAnswer } from "@/lib/engine/detectors/detector";
import { SSD_LEVELS } from "@/lib/engine/detectors/ssd/layers";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { emojiScene, placedScene, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { BOXES, CLASSES, type Looked } from "./looked";

/** The simulation's scenes; in the first two each object is found on another map. */
export const SEEDS = [184, 13, 72, 119, 86] as const;

export const shownScene = (seed: number, atlases: readonly Atlas[]): EmojiScene =>
  emojiScene(`large/${seed}`, { atlases, objects: [3, 3], side: [16, 110], visible: 0.9, overlap: 0.1 });

/** One car in the middle, whose longer side is so many pixels. */
export const grownScene = (size: number, atlas: Atlas): EmojiScene =>
  placedScene([{ label: VOC_CLASSES.indexOf("car"), sprite: 0, cx: 56, cy: 56, size }], {
    atlases: [atlas],
    background: "flat",
    seed: "ssd",
  });

/** A scene and what the detector's parts say of it. */
export function lookedOf({ pixels, drawing, objects }: EmojiScene, parts: DetectorAnswer["parts"]): Looked {
  const rows = (output: "cls" | "box", each: number) => {
    const all = new Float32Array(BOXES * each);
    let from = 0;
    for (const { name } of SSD_LEVELS) {
      const list = anchorRows(parts[`${name}/${output}`], each);
      all.set(list, from);
      from += list.length;
    }
    return all;
  };
  return {
    seen: pixels,
    drawing,
    objects: objects.map(({ label, box }) => ({ label, box })),
    logits: rows("cls", CLASSES),
    deltas: rows("box", 4),
  };
}

export const tasks = defineTasks({
  /** SSD over one scene, or over one car of this size: the logits and deltas of all default boxes. */
  async look({ scene, size }: { readonly scene: number; readonly size: number | null }, context: TaskContext): Promise<Looked> {
    const { models, pictures, pause } = context;
    const detector = await models.detector("ssd");
    const shown =
      size === null ? shownScene(SEEDS[scene - 1], await pictures.atlases(false)) : grownScene(size, await pictures.atlas("noto"));
    await pause();
    const [{ parts }] = await detector.detect([shown.pixels]);
    await pause();
    return lookedOf(shown, parts);
  },
});
