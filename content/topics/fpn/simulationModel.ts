/** What the simulation makes of an answer: the maps on the way down, a cell's numbers, what was found and what was not. */
import { iou } from "@/lib/engine/boxes";
import { CHANNELS, COARSE, FINE, READ, type Found, type Looked, type Way } from "./looked";

const FINE_CELLS = FINE * FINE;
const COARSE_CELLS = COARSE * COARSE;

/** The coarse cell that a fine one copies. */
export const parentOf = (cell: number): number => (Math.floor(cell / FINE) >> 1) * COARSE + ((cell % FINE) >> 1);

/** The lateral map: the 1×1 over 128 channels, for one channel in one cell. */
export function lateralAt({ read, weight, bias }: Looked, channel: number, cell: number): number {
  let sum = bias[channel];
  for (let c = 0; c < READ; c++) sum += weight[channel * READ + c] * read[c * FINE_CELLS + cell];
  return sum;
}

export interface MergeMaps {
  readonly coarse: Float32Array;
  readonly copy: Float32Array;
  readonly lateral: Float32Array;
  readonly sum: Float32Array;
}

/** Between the middles of the coarse cells: for drawing alone, no detector of ours does it. */
function blended(map: ArrayLike<number>): Float32Array {
  const inside = (i: number) => Math.min(COARSE - 1, Math.max(0, i));
  return Float32Array.from({ length: FINE_CELLS }, (_, cell) => {
    const [row, column] = [Math.floor(cell / FINE), cell % FINE];
    const [r, c] = [row >> 1, column >> 1];
    const [r2, c2] = [inside(r + (row % 2 === 0 ? -1 : 1)), inside(c + (column % 2 === 0 ? -1 : 1))];
    const at = (y: number, x: number) => map[y * COARSE + x];
    return (9 * at(r, c) + 3 * at(r2, c) + 3 * at(r, c2) + at(r2, c2)) / 16;
  });
}

export interface Parts {
  readonly lateral: boolean;
  readonly topDown: boolean;
  readonly blend: boolean;
}

/** One channel on its way down; a part that is left out is 0. */
export function channelMaps(looked: Looked, channel: number, { lateral, topDown, blend }: Parts): MergeMaps {
  const coarse = Float32Array.from({ length: COARSE_CELLS }, (_, cell) => looked.coarse[channel * COARSE_CELLS + cell]);
  const from = blend ? blended(coarse) : Float32Array.from({ length: FINE_CELLS }, (_, cell) => coarse[parentOf(cell)]);
  const copy = topDown ? from : new Float32Array(FINE_CELLS);
  const own = Float32Array.from({ length: FINE_CELLS }, (_, cell) => (lateral ? lateralAt(looked, channel, cell) : 0));
  return { coarse, copy, lateral: own, sum: own.map((value, cell) => value + copy[cell]) };
}

/** The lengths of all channels together. */
export function lengthMaps(looked: Looked, parts: Parts): MergeMaps {
  const all = Array.from({ length: CHANNELS }, (_, channel) => channelMaps(looked, channel, parts));
  const length = (name: keyof MergeMaps) =>
    Float32Array.from(all[0][name], (_, cell) => Math.sqrt(all.reduce((sum, maps) => sum + maps[name][cell] ** 2, 0)));
  return { coarse: length("coarse"), copy: length("copy"), lateral: length("lateral"), sum: length("sum") };
}

/** A map from its least to its largest number, as 0 … 1. */
export function stretched(map: ArrayLike<number>): Float32Array {
  const values = Float32Array.from(map);
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return values.map((value) => (high > low ? (value - low) / (high - low) : 0));
}

export interface Product {
  readonly channel: number;
  readonly weight: number;
  readonly value: number;
  readonly product: number;
}

/** The largest products of the 1×1 for one channel in one cell, by size, and what all the others add up to. */
export function productsOf(
  { read, weight }: Looked,
  channel: number,
  cell: number,
  most: number,
): { readonly top: Product[]; readonly rest: number } {
  const all = Array.from({ length: READ }, (_, c): Product => {
    const [w, value] = [weight[channel * READ + c], read[c * FINE_CELLS + cell]];
    return { channel: c, weight: w, value, product: w * value };
  }).sort((a, b) => Math.abs(b.product) - Math.abs(a.product) || a.channel - b.channel);
  return { top: all.slice(0, most), rest: all.slice(most).reduce((sum, { product }) => sum + product, 0) };
}

/** √(wh) of a box. */
export const sizeOf = ([x1, y1, x2, y2]: Looked["objects"][number]["box"]): number => Math.sqrt((x2 - x1) * (y2 - y1));

/** For each object the detection that found it: of its class, with an IoU of half at least. */
export const findersOf = ({ objects, found }: Looked, way: Way): (Found | null)[] =>
  objects.map(({ label, box }) => found[way].find((each) => each.label === label && iou(each.box, box) >= 0.5) ?? null);

/** The fine cell under the middle of the smallest object. */
export function smallestCell({ objects }: Looked): number {
  const [first] = [...objects].sort((a, b) => sizeOf(a.box) - sizeOf(b.box));
  if (first === undefined) return 0;
  const [x1, y1, x2, y2] = first.box;
  const at = (middle: number) => Math.min(FINE - 1, Math.floor(middle / 8));
  return at((y1 + y2) / 2) * FINE + at((x1 + x2) / 2);
}
