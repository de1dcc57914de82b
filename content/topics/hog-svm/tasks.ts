import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { iou } from "@/lib/engine/boxes";
import { hog, type PixelImage } from "@/lib/engine/propose";
import { emojiScene, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { changedImage, type Described, type Question, type Scanned } from "./described";

/** One or two large objects: what a rigid template of 24 pixels can see. */
export const hogScene = (seed: number, atlas: Atlas): EmojiScene =>
  emojiScene(`hog/${seed}`, { atlases: [atlas], objects: [1, 2], side: [48, 84], overlap: 0.02 });

/** The simulation's scenes: in the first four the detector finds an object, in the others none. */
const SEEDS = [33, 45, 18, 12, 11, 14, 7, 56] as const;
const shownScene = (scene: number, atlas: Atlas): EmojiScene => hogScene(SEEDS[scene - 1], atlas);

/** Bars of all cells, and the descriptor that a norm makes of them. */
export function descriptorOf(image: PixelImage, { cell, bins, signed, shared, norm }: Question) {
  const { cells, features, cellColumns } = hog(image, {
    pixelsPerCell: [cell, cell],
    orientations: bins,
    signed,
    voting: shared ? "interpolated" : "nearest",
    blockNorm: norm === "none" ? "L2" : norm,
  });
  return { cells, cellColumns, descriptor: norm === "none" ? cells : features };
}

/** ‖a − b‖ / ‖b‖. */
export function distance(a: Float64Array, b: Float64Array): number {
  let [off, whole] = [0, 0];
  for (let i = 0; i < b.length; i++) {
    off += (a[i] - b[i]) * (a[i] - b[i]);
    whole += b[i] * b[i];
  }
  return Math.sqrt(off / whole);
}

export const tasks = defineTasks({
  /** The histograms of a picture, and how far they are from those of the picture as drawn. */
  async describe(question: Question, { pictures, pause }: TaskContext): Promise<Described> {
    const { pixels, drawing } = shownScene(question.scene, await pictures.atlas("noto"));
    await pause();
    const now = descriptorOf(changedImage(pixels, question), question);
    const before = descriptorOf(changedImage(pixels, { ...question, contrast: 1, invert: false }), question);
    return {
      pixels,
      drawing,
      side: now.cellColumns,
      cells: Float32Array.from(now.cells),
      changed: distance(now.descriptor, before.descriptor),
    };
  },

  /** The trained detector over every size of the picture. */
  async scan({ scene }: { readonly scene: number }, { models, pictures, pause }: TaskContext): Promise<Scanned> {
    const [detector, atlas] = await Promise.all([models.detector("hog-svm"), pictures.atlas("noto")]);
    const { pixels, drawing, objects } = shownScene(scene, atlas);
    await pause();
    const [{ detections, parts }] = await detector.detect([pixels]);
    const [bins, rows, columns] = parts.template.shape;
    const levels = Array.from(parts.scales.data, (scale, i) => ({ scale, map: parts[`level${i}`] })).flatMap(({ scale, map }) =>
      map ? [{ scale, rows: map.shape[1], columns: map.shape[2], scores: Float32Array.from(map.data) }] : [],
    );
    return {
      pixels,
      drawing,
      objects: objects.length,
      found: objects.filter(({ label, box }) => detections.some((each) => each.label === label && iou(each.box, box) >= 0.5)).length,
      label: parts.label.data[0],
      levels,
      template: {
        rows,
        columns,
        cells: Float32Array.from(
          { length: rows * columns * bins },
          (_, i) => parts.template.data[(i % bins) * rows * columns + Math.floor(i / bins)],
        ),
      },
    };
  },
});
