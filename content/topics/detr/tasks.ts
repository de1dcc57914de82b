import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import type { DetectorAnswer } from "@/lib/engine/detectors/detector";
import { emojiScene, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import type { Heard, Looked } from "./looked";

/** The simulation's scenes: all objects found and one of them twice, then three answers for three objects; the others as they come. */
export const SEEDS = [85, 88, 12, 40, 61, 97] as const;

export const shownScene = (seed: number, atlases: readonly Atlas[]): EmojiScene => emojiScene(`briefs/${seed}`, { atlases });

export function heardOf(parts: DetectorAnswer["parts"]): Heard {
  const list = (name: string) => Float32Array.from(parts[name].data);
  return {
    layers: [
      { logits: list("firstLogits"), boxes: list("firstBoxes") },
      { logits: list("queryLogits"), boxes: list("queryBoxes") },
    ],
    attention: list("queryAttention"),
    encoder: list("encoderAttention"),
    references: list("references"),
  };
}

export const lookedOf = ({ pixels, drawing, objects }: EmojiScene, parts: DetectorAnswer["parts"]): Looked => ({
  ...heardOf(parts),
  seen: pixels,
  drawing,
  objects: objects.map(({ label, box }) => ({ label, box })),
});

export const tasks = defineTasks({
  /** DETR over one scene: what its twenty queries say and where they look. */
  async look({ scene }: { readonly scene: number }, { models, pictures, pause }: TaskContext): Promise<Looked> {
    const [detector, atlases] = await Promise.all([models.detector("detr"), pictures.atlases(false)]);
    const shown = shownScene(SEEDS[scene - 1], atlases);
    await pause();
    const [{ parts }] = await detector.detect([shown.pixels]);
    await pause();
    return lookedOf(shown, parts);
  },
});
