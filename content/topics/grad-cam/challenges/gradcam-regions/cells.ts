/** What both halves of an instance and its rivals reckon with: a picture of 7 × 7 cells and the heat in them. Whole numbers, + − × alone. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";

/** Cells along a side. */
export const SIDE = 7;
export const CELLS = SIDE * SIDE;
/** A cell's side on the picture, in pixels. */
export const CELL = 16;

/** What is left of a map after the ReLU. */
export const positive = (map: readonly number[]): number[] => map.map((v) => (v > 0 ? v : 0));
/** The evidence against, as sizes. */
export const against = (map: readonly number[]): number[] => map.map((v) => (v < 0 ? -v : 0));

export const total = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0);

/** The `count` cells with most in them, of equal ones the first, in ascending order. */
export function best(values: readonly number[], count: number): number[] {
  return ranked(values)
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** All cells, those with most in them first; of equal ones the first. */
export const ranked = (values: readonly number[]): number[] => values.map((_, cell) => cell).sort((a, b) => values[b] - values[a] || a - b);

/**
 * How many of the fullest cells hold at least `percent` of the whole, in whole percent.
 * @example holding([6, 3, 1], 70) === 2
 */
export function holding(values: readonly number[], percent: number): number {
  const whole = total(values);
  let held = 0;
  let count = 0;
  for (const cell of ranked(values)) {
    if (held * 100 >= percent * whole) break;
    held += values[cell];
    count++;
  }
  return count;
}

/** Nothing is earned at this share of what the best cells hold, in hundredths. */
const NOTHING = 35;
/** From this share on everything. */
const EVERYTHING = 90;

/**
 * Points for marked cells: none where they hold 35 % of what the best `count` cells hold, all from 90 % on, evenly between. Of more
 * cells than were asked for the emptiest count.
 * @param values what is looked for, by cell, none below 0 @param points for the best, a whole number
 * @example values (10, 5, 1), cells [0, 2], count 2: 11 of 15 are 73.3 %, (73.3 − 35) / 55 of the points
 */
export function pointsFor(values: readonly number[], marked: readonly number[], count: number, points: number): number {
  const most = total(best(values, count).map((cell) => values[cell]));
  if (most === 0) return 0;
  const counted = [...marked].sort((a, b) => values[a] - values[b]).slice(0, count);
  const held = total(counted.map((cell) => values[cell]));
  const share = (100 * held - NOTHING * most) / ((EVERYTHING - NOTHING) * most);
  return Math.floor(points * Math.min(1, Math.max(0, share)));
}

/** How many pixels of each cell lie in a box. */
export function inBox([x1, y1, x2, y2]: BoxXYXY): number[] {
  const along = (from: number, to: number, at: number) => Math.max(0, Math.min(to, (at + 1) * CELL) - Math.max(from, at * CELL));
  return Array.from({ length: CELLS }, (_, cell) => along(x1, x2, cell % SIDE) * along(y1, y2, Math.floor(cell / SIDE)));
}
