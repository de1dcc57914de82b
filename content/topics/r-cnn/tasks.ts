import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { ROI_HEAD_WEIGHTS } from "@/lib/engine/boxes";
import { emojiScene, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { CLASSES, FEATURES, TERMS, type Looked } from "./looked";

/** The simulation's scenes: in the first five R-CNN finds every object, in the last one it does not. */
export const SEEDS = [23, 24, 34, 20, 21, 32] as const;

export const shownScene = (seed: number, atlas: Atlas): EmojiScene =>
  emojiScene(`r-cnn/${seed}`, { atlases: [atlas], objects: [2, 3], side: [34, 66], overlap: 0.02 });

/** w and f of the products that weigh most, for every crop and class. */
function largestTerms(features: ArrayLike<number>, weights: ArrayLike<number>, n: number): Float32Array {
  const out = new Float32Array(n * CLASSES * TERMS * 2);
  for (let i = 0, o = 0; i < n; i++) {
    for (let k = 0; k < CLASSES; k++) {
      const size = (j: number) => Math.abs(weights[k * FEATURES + j] * features[i * FEATURES + j]);
      const best: number[] = [];
      for (let j = 0; j < FEATURES; j++) {
        if (best.length === TERMS && size(j) <= size(best[TERMS - 1])) continue;
        best.push(j);
        best.sort((a, b) => size(b) - size(a));
        best.length = Math.min(best.length, TERMS);
      }
      for (const j of best) {
        out[o++] = weights[k * FEATURES + j];
        out[o++] = features[i * FEATURES + j];
      }
    }
  }
  return out;
}

export const tasks = defineTasks({
  /** R-CNN over one scene: a pass of the network for each proposal. */
  async look({ scene }: { readonly scene: number }, { models, pictures, pause }: TaskContext): Promise<Looked> {
    const [detector, atlas] = await Promise.all([models.detector("rcnn"), pictures.atlas("noto")]);
    const { pixels, drawing, objects } = shownScene(SEEDS[scene - 1], atlas);
    await pause();
    const [{ passes, parts }] = await detector.detect([pixels]);
    await pause();
    const numbers = (name: string) => Float32Array.from(parts[name].data);
    return {
      pixels,
      drawing,
      objects: objects.map(({ label, box }) => ({ label, box })),
      passes,
      ranks: Array.from({ length: passes }, (_, i) => i + 1),
      boxes: numbers("proposals"),
      scores: numbers("classScores"),
      margins: numbers("margins"),
      moves: Float32Array.from(parts.deltas.data, (value, i) => value / ROI_HEAD_WEIGHTS[i % 4]),
      terms: largestTerms(parts.features.data, parts.svm.data, passes),
      bias: numbers("svmBias"),
      platt: numbers("platt"),
    };
  },
});
