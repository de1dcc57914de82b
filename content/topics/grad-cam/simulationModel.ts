import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { LAST, SCENES, type Explained } from "./question";

/** Nothing is drawn beside the map. */
export const NO_TWIN = "none";

/** All of the simulation's state: what the address carries. Row and column −1 stand for the hottest cell. */
export const DEFAULTS = {
  scene: 1,
  cls: SCENES[0].objects[1] as string,
  layer: LAST as string,
  network: "classifier" as string,
  relu: true,
  smooth: false,
  boxes: false,
  other: NO_TWIN as string,
  depth: "map" as string,
  row: -1,
  column: -1,
};

/** A channel's share of the map. */
export interface Contribution {
  readonly index: number;
  readonly alpha: number;
  /** α · mean A: what it adds to, or takes from, the mean of the map. */
  readonly share: number;
}

/** All channels by the size of what they add or take, the strongest first. */
export function contributions({ alphas, maps, side }: Explained): Contribution[] {
  const cells = side * side;
  return Array.from(alphas, (alpha, index) => {
    let sum = 0;
    for (let i = 0; i < cells; i++) sum += maps[index * cells + i];
    return { index, alpha, share: (alpha * sum) / cells };
  }).sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || a.index - b.index);
}

/** α · A of one channel, by cell. */
export function addsOf({ maps, side }: Explained, { index, alpha }: Pick<Contribution, "index" | "alpha">): number[] {
  const cells = side * side;
  return Array.from(maps.subarray(index * cells, (index + 1) * cells), (v) => alpha * v);
}

export interface CellTerms {
  /** The largest terms of the cell, by size. */
  readonly terms: readonly { readonly index: number; readonly alpha: number; readonly activation: number; readonly product: number }[];
  /** How many further channels there are, and what they add up to. */
  readonly others: number;
  readonly rest: number;
  readonly sum: number;
}

/** One cell's sum written out: its `most` largest terms and the rest. */
export function cellTerms({ alphas, maps, side }: Explained, cell: number, most: number): CellTerms {
  const cells = side * side;
  const all = Array.from(alphas, (alpha, index) => {
    const activation = maps[index * cells + cell];
    return { index, alpha, activation, product: alpha * activation };
  }).sort((a, b) => Math.abs(b.product) - Math.abs(a.product) || a.index - b.index);
  const terms = all.slice(0, most);
  const sum = all.reduce((total, { product }) => total + product, 0);
  return { terms, others: all.length - terms.length, rest: sum - terms.reduce((total, { product }) => total + product, 0), sum };
}

/** The cell with the largest value; the first of equal ones. */
export const hottest = (map: ArrayLike<number>): number => {
  let at = 0;
  for (let i = 1; i < map.length; i++) if (map[i] > map[at]) at = i;
  return at;
};

export const largestSize = (values: ArrayLike<number>): number => {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most;
};

/** The share of the map's heat whose cells have their middle in a box; null where there is no heat. */
export function heatIn(map: ArrayLike<number>, side: number, [x1, y1, x2, y2]: BoxXYXY): number | null {
  const cell = SCENE_SIDE / side;
  let [inside, whole] = [0, 0];
  for (let i = 0; i < map.length; i++) {
    const heat = Math.max(0, map[i]);
    const [x, y] = [((i % side) + 0.5) * cell, (Math.floor(i / side) + 0.5) * cell];
    whole += heat;
    if (x >= x1 && x < x2 && y >= y1 && y < y2) inside += heat;
  }
  return whole > 0 ? inside / whole : null;
}

/** What stands under a cell's middle: an object's class, or null for the ground. */
export function under({ objects, side }: Explained, cell: number): string | null {
  const size = SCENE_SIDE / side;
  const [x, y] = [((cell % side) + 0.5) * size, (Math.floor(cell / side) + 0.5) * size];
  const found = objects.find(({ box: [x1, y1, x2, y2] }) => x >= x1 && x < x2 && y >= y1 && y < y2);
  return found ? VOC_CLASSES[found.label] : null;
}
