/** Does a map depend on the class that was asked for? Readings of one picture with two objects, and their means over many. */
import type { BoxXYXY, NdArray } from "@/lib/engine/boxes/types";
import { pointingHit, rankCorrelation } from "@/lib/engine/explain";
import { heatShare } from "@/lib/engine/explain/gpu";

/** One method's maps [H, W] of one picture: asked for its first object, for its second, and for a class that is not in it. */
export interface ThreeMaps {
  readonly first: NdArray;
  readonly second: NdArray;
  readonly absent: NdArray;
}

/** What a method does on many pictures. A method that never looks at the class has share 0.5, likeness 1 and equal pointing and absent. */
export interface ClassRow {
  readonly scenes: number;
  /** How often the peak lies in the box of the object asked for. A map that is blind to the class cannot hit both objects: at most 0.5. */
  readonly pointing: number;
  /** The same peaks counted for the map of a class that the picture does not show. */
  readonly absent: number;
  /** Mean share of the heat on both objects that lies on the one asked for. */
  readonly share: number;
  /** How often that share is larger when its object is asked for than when the other one is, over the pictures. */
  readonly towards: number;
  /** Mean rank correlation of the maps for the two classes over the whole picture … */
  readonly classes: number;
  /** … and over the pixels of the two boxes alone, without the plain ground on which any two maps agree. */
  readonly inside: number;
}

/** The share of the heat on two boxes that lies on the first; a map without heat there says nothing: 0.5. */
function shareOf(map: NdArray, own: BoxXYXY, other: BoxXYXY): number {
  const [a, b] = [heatShare(map, own) ?? 0, heatShare(map, other) ?? 0];
  return a + b > 0 ? a / (a + b) : 0.5;
}

/** A map's values at the pixels whose centre lies in one of the boxes, in row-major order. */
function valuesIn({ shape: [, width], data }: NdArray, boxes: readonly BoxXYXY[]): number[] {
  const inside = (x: number, y: number) => boxes.some(([x1, y1, x2, y2]) => x >= x1 && x <= x2 && y >= y1 && y <= y2);
  return Array.from(data).filter((_, i) => inside((i % width) + 0.5, Math.floor(i / width) + 0.5));
}

/** The readings of one picture; `boxes` are those of its first and its second object. */
export function readingOf({ first, second, absent }: ThreeMaps, boxes: readonly [BoxXYXY, BoxXYXY]): Omit<ClassRow, "scenes"> {
  const [a, b] = boxes;
  const hit = (map: NdArray, box: BoxXYXY) => Number(pointingHit(map, [box], 0));
  const [own, other] = [shareOf(first, a, b), shareOf(second, a, b)];
  return {
    pointing: (hit(first, a) + hit(second, b)) / 2,
    absent: (hit(absent, a) + hit(absent, b)) / 2,
    share: (own + 1 - other) / 2,
    towards: Number(own > other),
    classes: rankCorrelation(first.data, second.data),
    inside: rankCorrelation(valuesIn(first, boxes), valuesIn(second, boxes)),
  };
}

/** The mean of each reading. @throws RangeError without any */
export function meanOf(readings: readonly Omit<ClassRow, "scenes">[]): ClassRow {
  if (readings.length === 0) throw new RangeError("meanOf: no readings");
  const mean = (key: keyof Omit<ClassRow, "scenes">) => readings.reduce((sum, reading) => sum + reading[key], 0) / readings.length;
  return {
    scenes: readings.length,
    pointing: mean("pointing"),
    absent: mean("absent"),
    share: mean("share"),
    towards: mean("towards"),
    classes: mean("classes"),
    inside: mean("inside"),
  };
}
