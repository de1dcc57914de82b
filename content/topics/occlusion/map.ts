/** What the page makes of scores: places, drops, the map. */
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import type { Swept } from "./looked";

export const placesAlong = (patch: number, stride: number): number => Math.floor((SCENE_SIDE - patch) / stride) + 1;

/** Corner of a place, pixels. */
export const cornerOf = (place: number, patch: number, stride: number): readonly [x: number, y: number] => {
  const along = placesAlong(patch, stride);
  return [(place % along) * stride, Math.floor(place / along) * stride];
};

/** The mean drop over the patches that cover a pixel, among the first `done` places; null where none does. */
export function dropMap({ value, scores }: Swept, patch: number, stride: number, done: number): (number | null)[] {
  const [sums, covered] = [new Float64Array(SCENE_SIDE * SCENE_SIDE), new Float64Array(SCENE_SIDE * SCENE_SIDE)];
  for (let place = 0; place < done; place++) {
    const [x, y] = cornerOf(place, patch, stride);
    for (let row = y; row < y + patch; row++)
      for (let i = row * SCENE_SIDE + x; i < row * SCENE_SIDE + x + patch; i++) {
        sums[i] += value - scores[place];
        covered[i]++;
      }
  }
  return Array.from(sums, (sum, i) => (covered[i] > 0 ? sum / covered[i] : null));
}

/** For drawing: 0 … 1, from no drop to the largest; what rose is as cold as what did not change. */
export function heatOf(map: readonly (number | null)[]): Float32Array {
  const most = map.reduce<number>((a, b) => Math.max(a, b ?? 0), 0);
  return Float32Array.from(map, (drop) => (most > 0 && drop !== null && drop > 0 ? drop / most : 0));
}

/** The places whose patch covers a pixel. */
export function coversOf(x: number, y: number, patch: number, stride: number): number[] {
  return Array.from({ length: placesAlong(patch, stride) ** 2 }, (_, place) => place).filter((place) => {
    const [left, top] = cornerOf(place, patch, stride);
    return x >= left && x < left + patch && y >= top && y < top + patch;
  });
}

/** The scores at stride 16 of a sweep with patch 16 and stride 8: the places of the first guess. */
export const everySecond = ({ scores }: Swept): number[] =>
  Array.from({ length: 49 }, (_, cell) => scores[2 * Math.floor(cell / 7) * 13 + 2 * (cell % 7)]);

/** How many of the places hurt more than this one, and one. */
export const rankOf = (scores: readonly number[], place: number): number => scores.filter((score) => score < scores[place]).length + 1;
