/** What is read off a map, by learners, rivals and the verdict alike: whole numbers. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";

/** Pixels along a side. */
export const SIDE = 112;

/** How far a map jumps from pixel to pixel: the mean step to the next pixel right and below, in percent of the mean value. */
export function roughness(map: ArrayLike<number>): number {
  let [steps, total] = [0, 0];
  for (let i = 0; i < map.length; i++) {
    total += map[i];
    if ((i + 1) % SIDE > 0) steps += Math.abs(map[i + 1] - map[i]);
    if (i + SIDE < map.length) steps += Math.abs(map[i + SIDE] - map[i]);
  }
  return total === 0 ? 0 : Math.round((50 * steps) / total);
}

/** How far the heat is spread: the share of all pixels that hold half of it, the hottest first, in tenths of a percent. */
export function spread(map: ArrayLike<number>): number {
  const falling = Float64Array.from(map).sort().reverse();
  const half = falling.reduce((sum, v) => sum + v, 0) / 2;
  let [held, count] = [0, 0];
  while (held < half) held += falling[count++];
  return Math.round((1000 * count) / map.length);
}

/** The share of the heat that lies in a box, in percent. */
export function heatIn(map: ArrayLike<number>, [x1, y1, x2, y2]: BoxXYXY): number {
  let [held, total] = [0, 0];
  for (let i = 0; i < map.length; i++) {
    const [x, y] = [(i % SIDE) + 0.5, Math.floor(i / SIDE) + 0.5];
    total += map[i];
    if (x > x1 && x < x2 && y > y1 && y < y2) held += map[i];
  }
  return total === 0 ? 0 : Math.round((100 * held) / total);
}
