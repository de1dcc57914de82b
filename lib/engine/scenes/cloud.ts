import type { Random } from "../random";
import { iou } from "../boxes/overlap";
import type { BoxXYXY } from "../boxes/types";
import { VOC_CLASSES, type VocClass } from "./classes";
import type { Scene } from "./scene";

/** One candidate of a detector before suppression. */
export interface Candidate {
  readonly cls: VocClass;
  /** Whole pixels. */
  readonly box: BoxXYXY;
  /** Confidence in (0, 1), whole hundredths; no two candidates share one. */
  readonly score: number;
  /** Index of the object it came from; −1 for background. */
  readonly object: number;
}

export interface CloudOptions {
  /** Candidates per object, both ends included. */
  readonly perObject: readonly [number, number];
  /** Spread of the corners as a share of the object's side. Default 0.14. */
  readonly jitter?: number;
  /** False alarms on the background. Default 0. */
  readonly background?: number;
  /** Chance that a candidate carries a neighbour's class (any other class where the scene has only one). Default 0. */
  readonly confusion?: number;
}

/** Where the confidences lie. */
const HIGHEST = 0.98;
const LOWEST = 0.12;

/** Score lost by a candidate that carries a wrong class. */
const CONFUSED = 0.2;

/**
 * A detector-like cloud over a scene: around each object a cluster of boxes whose corners scatter, and whose confidence falls
 * with the localisation error plus noise, so the best-scored box is usually, but not always, the best-placed one. Background
 * boxes score low. Stands in for a detector's raw output wherever a lesson needs a cloud before any model is loaded.
 */
export function scoreCloud(random: Random, scene: Scene, options: CloudOptions): Candidate[] {
  const { perObject, jitter = 0.14, background = 0, confusion = 0 } = options;
  const drafts: { cls: VocClass; box: BoxXYXY; raw: number; object: number }[] = [];
  scene.objects.forEach((object, index) => {
    const count = random.int(perObject[0], perObject[1]);
    const quality = random.between(0.78, 1);
    for (let k = 0; k < count; k++) {
      const spread = k === 0 ? jitter * 0.3 : jitter;
      const box = scatter(random, object.box, spread, scene);
      const cls = confusion > 0 && random.chance(confusion) ? confusedClass(random, object.cls, scene) : object.cls;
      const placed = iou(object.box, box);
      drafts.push({
        cls,
        box,
        raw: quality * (0.25 + 0.75 * placed) + 0.05 * random.normal() - (cls === object.cls ? 0 : CONFUSED),
        object: index,
      });
    }
  });
  for (let k = 0; k < background; k++) {
    const w = random.int(Math.round(scene.width * 0.1), Math.round(scene.width * 0.3));
    const h = random.int(Math.round(scene.height * 0.12), Math.round(scene.height * 0.35));
    const x = random.int(0, scene.width - w);
    const y = random.int(0, scene.height - h);
    drafts.push({ cls: random.pick(VOC_CLASSES), box: [x, y, x + w, y + h], raw: random.between(0.1, 0.4), object: -1 });
  }
  const scores = distinctScores(drafts.map((draft) => draft.raw));
  return drafts.map(({ cls, box, object }, i) => ({ cls, box, object, score: scores[i] }));
}

/** The class that a detector would take this object for by mistake: one of its neighbours', else any other. */
export function confusedClass(random: Random, cls: VocClass, scene: Scene): VocClass {
  const neighbours = [...new Set(scene.objects.map((object) => object.cls))].filter((other) => other !== cls);
  return random.pick(neighbours.length > 0 ? neighbours : VOC_CLASSES.filter((other) => other !== cls));
}

/**
 * A box whose four sides scatter around another's, whole pixels, inside the picture, at least 8 pixels a side.
 * @param spread standard deviation of each side's shift as a share of the box's width or height
 */
export function scatter(random: Random, box: BoxXYXY, spread: number, scene: Pick<Scene, "width" | "height">): BoxXYXY {
  const [w, h] = [box[2] - box[0], box[3] - box[1]];
  const shift = (side: number) => Math.round(side * spread * random.normal());
  const x1 = Math.min(Math.max(0, box[0] + shift(w)), scene.width - 8);
  const y1 = Math.min(Math.max(0, box[1] + shift(h)), scene.height - 8);
  const x2 = Math.max(x1 + 8, Math.min(scene.width, box[2] + shift(w)));
  const y2 = Math.max(y1 + 8, Math.min(scene.height, box[3] + shift(h)));
  return [x1, y1, x2, y2];
}

/**
 * Raw scores as distinct whole hundredths in the same order: rounded, then moved apart where they would be equal.
 * Up to 80 scores stay inside [0.12, 0.98].
 * @example distinctScores([0.9, 0.2, 0.9]) → [0.9, 0.2, 0.89]
 */
export function distinctScores(raw: readonly number[]): number[] {
  const order = raw.map((_, i) => i).sort((a, b) => raw[b] - raw[a] || a - b);
  const scores = new Array<number>(raw.length);
  let above = Math.round(HIGHEST * 100) + 1;
  order.forEach((i, rank) => {
    // Room is kept below for the ones still to come, so that every score stays above LOWEST.
    const lowest = Math.round(LOWEST * 100) + raw.length - 1 - rank;
    above = Math.max(lowest, Math.min(above - 1, Math.round(raw[i] * 100)));
    scores[i] = above / 100;
  });
  return scores;
}
