import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { anchorRows } from "@/lib/engine/detectors/anchored/rows";
import type { DetectorAnswer } from "@/lib/engine/detectors/detector";
import { RETINANET_LEVELS } from "@/lib/engine/detectors/retinanet/layers";
import { retinanetTarget } from "@/lib/engine/detectors/retinanet/targets";
import { emojiScene, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { ANCHORS, BACKGROUND, CLASSES, IGNORED, type Looked } from "./looked";

/** The simulation's scenes; in the first two each object is found on another level, in the last one an object is missed. */
export const SEEDS = [184, 72, 119, 82, 86, 79] as const;

export const shownScene = (seed: number, atlases: readonly Atlas[]): EmojiScene =>
  emojiScene(`large/${seed}`, { atlases, objects: [3, 3], side: [16, 110], visible: 0.9, overlap: 0.1 });

/** What training teaches each anchor: a class, or that it is background, or nothing. */
export function taughtOf(objects: EmojiScene["objects"]): Int8Array {
  const { counted, positive, classes } = retinanetTarget(
    objects.flatMap(({ box }) => [...box]),
    objects.map(({ label }) => label),
  );
  return Int8Array.from({ length: ANCHORS }, (_, a) =>
    counted[a] === 0 ? IGNORED : positive[a] === 0 ? BACKGROUND : classes.subarray(a * CLASSES, (a + 1) * CLASSES).indexOf(1),
  );
}

/** A scene and what the detector's parts say of it. */
export function lookedOf({ pixels, drawing, objects }: EmojiScene, parts: DetectorAnswer["parts"]): Looked {
  const rows = (output: "cls" | "box", each: number) => {
    const all = new Float32Array(ANCHORS * each);
    let from = 0;
    for (const { name } of RETINANET_LEVELS) {
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
    taught: taughtOf(objects),
  };
}

export const tasks = defineTasks({
  /** RetinaNet over one scene: the logits and deltas of all anchors of its three levels. */
  async look({ scene }: { readonly scene: number }, { models, pictures, pause }: TaskContext): Promise<Looked> {
    const [detector, atlases] = await Promise.all([models.detector("retinanet"), pictures.atlases(false)]);
    const shown = shownScene(SEEDS[scene - 1], atlases);
    await pause();
    const [{ parts }] = await detector.detect([shown.pixels]);
    await pause();
    return lookedOf(shown, parts);
  },
});
