/** What is read off a map, by learners, rivals and the replay alike. Whole numbers, + − × ÷ alone. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { HOTTEST, SIDE } from "./recording";

/** A cell's side on the picture, in pixels. */
const CELL = 8;

export const total = (map: readonly number[]): number => map.reduce((sum, v) => sum + v, 0);

/** The share of a map's heat that lies in a box, 0 … 1; 0 where there is none. */
export function heatIn(map: readonly number[], [x1, y1, x2, y2]: BoxXYXY): number {
  const along = (from: number, to: number, at: number) => Math.max(0, Math.min(to, (at + 1) * CELL) - Math.max(from, at * CELL));
  let held = 0;
  map.forEach((v, cell) => (held += v * along(x1, x2, cell % SIDE) * along(y1, y2, Math.floor(cell / SIDE))));
  const whole = total(map) * CELL * CELL;
  return whole === 0 ? 0 : held / whole;
}

/** How large the hot spot is: the cells with at least half of the hottest one's heat. */
export const spotOf = (map: readonly number[]): number => map.filter((v) => 2 * v > HOTTEST).length;

/** How uneven a map is from cell to cell, over its heat: large where it is strewn, small where it is smooth. */
export function roughness(map: readonly number[]): number {
  let steps = 0;
  map.forEach((v, cell) => {
    if (cell % SIDE < SIDE - 1) steps += Math.abs(v - map[cell + 1]);
    if (cell < SIDE * (SIDE - 1)) steps += Math.abs(v - map[cell + SIDE]);
  });
  return steps / Math.max(1, total(map));
}
