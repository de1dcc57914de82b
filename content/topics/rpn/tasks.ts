import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { anchorRows } from "@/lib/engine/detectors/anchored/rows";
import { emojiScene, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import type { Looked } from "./looked";

/** The scenes of the simulation, of three objects each: by score alone the first boxes crowd on one object, after NMS they do not. */
export const SEEDS = [30, 36, 29, 55, 9, 50] as const;

export const shownScene = (seed: number, atlas: Atlas): EmojiScene =>
  emojiScene(`rpn/${seed}`, { atlases: [atlas], objects: [3, 3], side: [18, 58], overlap: 0.02 });

export const tasks = defineTasks({
  /** The region proposal network over one scene. */
  async look({ scene }: { readonly scene: number }, { models, pictures, pause }: TaskContext): Promise<Looked> {
    const [detector, atlas] = await Promise.all([models.detector("faster-rcnn"), pictures.atlas("noto")]);
    const { pixels, drawing, objects } = shownScene(SEEDS[scene - 1], atlas);
    await pause();
    const [{ parts }] = await detector.detect([pixels]);
    await pause();
    return {
      pixels,
      drawing,
      objects: objects.map(({ label, box }) => ({ label, box })),
      logits: Float32Array.from(anchorRows(parts.objectness, 1)),
      deltas: Float32Array.from(anchorRows(parts.rpnDeltas, 4)),
    };
  },
});
