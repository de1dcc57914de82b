import { anchorCoverage, gridAnchors, gridSize } from "@/lib/engine/anchors";
import { boxAt, type BoxXYXY } from "@/lib/engine/boxes";
import type { SceneObject } from "@/lib/engine/scenes";

/** The picture size for which Faster R-CNN's paper counts its anchors. */
export const WIDTH = 1000;
export const HEIGHT = 600;

const object = (cls: SceneObject["cls"], box: BoxXYXY): SceneObject => ({ cls, box, flip: false });

/** A street with objects of every size and shape. */
export const STREET: readonly SceneObject[] = [
  object("person", [110, 140, 262, 560]),
  object("bus", [330, 50, 620, 250]),
  object("car", [430, 325, 810, 565]),
  object("dog", [296, 430, 396, 536]),
  object("bird", [700, 80, 820, 181]),
  object("pottedplant", [890, 480, 950, 541]),
];

export interface Setup {
  readonly stride: number;
  readonly scales: readonly number[];
  /** h / w */
  readonly ratios: readonly number[];
}

/** An object's best anchor: which shape at which place, and how well it fits. */
export interface BestAnchor {
  readonly iou: number;
  readonly scale: number;
  readonly ratio: number;
  readonly box: BoxXYXY;
}

export interface Census {
  readonly columns: number;
  readonly rows: number;
  readonly perLocation: number;
  readonly total: number;
  /** Anchors that reach over the picture's border. */
  readonly crossing: number;
  readonly best: readonly (BestAnchor | null)[];
}

/**
 * Counts the anchors of a setup over the street and finds each object's best one.
 * @param inside leave out anchors that cross the border, as Faster R-CNN does in training
 * @example census({ stride: 16, scales: [128, 256, 512], ratios: [0.5, 1, 2] }, false).total === 62 · 37 · 9 === 20646
 */
export function census({ stride, scales, ratios }: Setup, inside: boolean): Census {
  const { columns, rows } = gridSize({ imageWidth: WIDTH, imageHeight: HEIGHT, stride });
  const all = gridAnchors({ imageWidth: WIDTH, imageHeight: HEIGHT, stride, scales, ratios });
  const perLocation = scales.length * ratios.length;
  const total = all.length / 4;
  const fits = (i: number) => all[4 * i] >= 0 && all[4 * i + 1] >= 0 && all[4 * i + 2] <= WIDTH && all[4 * i + 3] <= HEIGHT;
  const whole = Array.from({ length: total }, (_, i) => i).filter(fits);
  const anchors = inside ? Float64Array.from(whole.flatMap((i) => [...boxAt(all, i)])) : all;
  const { bestIou, bestAnchor } = anchorCoverage(
    STREET.flatMap(({ box }) => [...box]),
    anchors,
    0.5,
  );
  const best = [...bestAnchor].map((found, o): BestAnchor | null => {
    if (found < 0) return null;
    const index = inside ? whole[found] : found;
    const shape = index % perLocation;
    return {
      iou: bestIou[o],
      scale: scales[shape % scales.length],
      ratio: ratios[Math.floor(shape / scales.length)],
      box: boxAt(all, index),
    };
  });
  return { columns, rows, perLocation, total, crossing: total - whole.length, best };
}
