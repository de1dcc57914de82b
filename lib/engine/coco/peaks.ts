/** "Objects as points" (arXiv:1904.07850), §4: local maxima of the class heat maps are objects, boxes are read at them. */
import type { BoxXYXY } from "../boxes/types";
import { EngineInputError } from "../errors";

/** Cells of the maps along a side, and pixels a cell. */
const MAP_SIDE = 128;
const MAP_STRIDE = 4;
export const INPUT_SIDE = MAP_SIDE * MAP_STRIDE;

/** A cell of the maps: column and row. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}
export interface Peak extends Cell {
  /** Class id. */
  readonly label: number;
  /** The heat map's value there, in [0, 1]. */
  readonly score: number;
}

export interface PeakOptions {
  /** The least value of a peak. */
  readonly score: number;
  /** How many are kept, best first. */
  readonly topK: number;
}

export interface CocoOptions extends PeakOptions {
  /** IoU above which the weaker of two boxes of one class is dropped; 1 keeps every peak, as the paper does. */
  readonly overlap: number;
}

/**
 * Cells that are not below any of their 8 neighbours in the same class's map, best first; equal ones in row-major order.
 * This is what a 3×3 maximum pooling followed by a comparison gives; it stands where other detectors suppress overlaps.
 * @param maps [side, side, classes], values in [0, 1]
 * @example one class, 0.9 beside 0.8: one peak, 0.9
 * @throws EngineInputError when the length is not side · side · classes
 */
export function findPeaks(maps: ArrayLike<number>, side: number, classes: number, { score, topK }: PeakOptions): Peak[] {
  if (maps.length !== side * side * classes)
    throw new EngineInputError("maps", `must have length ${side} · ${side} · ${classes}`, maps.length);
  const found: Peak[] = [];
  const highest = (x: number, y: number, label: number, value: number): boolean => {
    for (let v = Math.max(y - 1, 0); v <= Math.min(y + 1, side - 1); v++) {
      for (let u = Math.max(x - 1, 0); u <= Math.min(x + 1, side - 1); u++)
        if (maps[(v * side + u) * classes + label] > value) return false;
    }
    return true;
  };
  for (let y = 0, i = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      for (let label = 0; label < classes; label++, i++) {
        const value = maps[i];
        if (value >= score && highest(x, y, label, value)) found.push({ x, y, label, score: value });
      }
    }
  }
  // The sort is stable, so equal scores stay in row-major order.
  return found.sort((a, b) => b.score - a.score).slice(0, Math.max(0, topK));
}

/** Distances in pixels from a cell's corner (4x, 4y) to the box's left, top, right and bottom side: the model's `wh` map. */
export type Sides = readonly [left: number, top: number, right: number, bottom: number];

/** Cells of the maps along a side, for a picture of `side` pixels. */
export const mapSideOf = (side: number): number => side / MAP_STRIDE;

/** The box at a cell, in pixels of the square, clipped to it. @example cell (10, 20), sides 8, 16, 12, 4 → (32, 64, 52, 84) */
export function boxOfSides({ x, y }: Cell, [left, top, right, bottom]: Sides, side = INPUT_SIDE): BoxXYXY {
  const within = (v: number) => Math.min(Math.max(v, 0), side);
  return [within(x * MAP_STRIDE - left), within(y * MAP_STRIDE - top), within(x * MAP_STRIDE + right), within(y * MAP_STRIDE + bottom)];
}

/** A number of a box whose gradient may be asked for: its centre or its size, in pixels. */
export const BOX_NUMBERS = ["x", "y", "w", "h"] as const;
export type BoxNumber = (typeof BOX_NUMBERS)[number];

/** How each number follows from the four sides: x = 4·column + (right − left) / 2, w = left + right; y and h alike. */
export const FROM_SIDES: Readonly<Record<BoxNumber, Sides>> = {
  x: [-0.5, 0, 0.5, 0],
  y: [0, -0.5, 0, 0.5],
  w: [1, 0, 1, 0],
  h: [0, 1, 0, 1],
};

/** One number of the unclipped box at a cell. @example cell (10, 20), sides 8, 16, 12, 4: x 42, y 74, w 20, h 20 */
export function boxNumberAt(cell: Cell, sides: Sides, number: BoxNumber): number {
  const corner = number === "x" ? cell.x * MAP_STRIDE : number === "y" ? cell.y * MAP_STRIDE : 0;
  return FROM_SIDES[number].reduce((sum, weight, i) => sum + weight * sides[i], corner);
}
