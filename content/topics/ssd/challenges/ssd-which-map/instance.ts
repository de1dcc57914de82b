/** What is asked of a picture under several maps, what SSD's matching says of it, and what an answer is worth. */
import { defaultBoxes } from "@/lib/engine/anchors";
import { boxAt, iou, pairwiseIou, type BoxXYXY } from "@/lib/engine/boxes";
import { matchSsdQuality } from "@/lib/engine/match";
import type { SceneObject } from "@/lib/engine/scenes";

/** Width and height of every picture. */
export const SIDE = 300;
export const MOST_OBJECTS = 5;
export const MOST_MAPS = 4;
/** IoU from which a default box is an object's. */
export const POSITIVE = 0.5;
/** Negatives that are kept for each positive. */
export const RATIO = 3;

/** "best": the map of the best default box. "all": every map with a positive. "count": also how many negatives are kept. */
export type Asks = "best" | "all" | "count";

export interface View {
  /** Cells along a side of each map, the finest first. */
  readonly sides: readonly number[];
  /** Scales in pixels, one more than maps: map k has squares of s_k and √(s_k · s_{k+1}), and s_k at 2:1 and 1:2. */
  readonly scales: readonly number[];
  /** In the order of their letters. */
  readonly objects: readonly SceneObject[];
  readonly asks: Asks;
}

export interface Answer {
  /** Entry i: the maps of object i, ascending; null while it is open, empty for none. */
  readonly maps: readonly (readonly number[] | null)[];
  /** Negatives that are kept. */
  readonly kept: number | null;
}

export interface Boxes {
  /** [n, 4], map after map. */
  readonly boxes: Float64Array;
  /** [n]: the map of each box. */
  readonly mapOf: readonly number[];
}

/** The boxes last made for a list of sides: many objects are tried under the same maps. */
const made = new WeakMap<readonly number[], { readonly scales: readonly number[]; readonly all: Boxes }>();

/** All default boxes of a view. */
export function boxesOf({ sides, scales }: Pick<View, "sides" | "scales">): Boxes {
  const known = made.get(sides);
  if (known?.scales === scales) return known.all;
  const all = freshBoxes({ sides, scales });
  made.set(sides, { scales, all });
  return all;
}

function freshBoxes({ sides, scales }: Pick<View, "sides" | "scales">): Boxes {
  const { boxes, countPerLevel } = defaultBoxes({
    imageHeight: SIDE,
    imageWidth: SIDE,
    featureSizes: sides.map((side) => [side, side] as const),
    aspectRatios: sides.map(() => [2]),
    scales: scales.map((scale) => scale / SIDE),
  });
  return { boxes, mapOf: countPerLevel.flatMap((count, map) => Array.from({ length: count }, () => map)) };
}

/** Of a view worked out once: whoever draws asks for the same several times before a picture is taken. */
function once<T>(work: (view: View) => T): (view: View) => T {
  const known = new WeakMap<View, { readonly value: T }>();
  return (view) => {
    const found = known.get(view) ?? { value: work(view) };
    known.set(view, found);
    return found.value;
  };
}

/** [objects, boxes]: the IoU of each object with each default box. */
export const tableOf = once((view: View): Float64Array => pairwiseIou(flat(view), boxesOf(view).boxes));

/** One object's IoU with a default box. */
export interface Overlap {
  readonly box: BoxXYXY;
  readonly map: number;
  readonly iou: number;
}

/** For each object all default boxes by their IoU, the best first. */
export function overlapsOf(view: View): Overlap[][] {
  const { boxes, mapOf } = boxesOf(view);
  const table = tableOf(view);
  return view.objects.map((_, g) =>
    mapOf.map((map, i) => ({ box: boxAt(boxes, i), map, iou: table[g * mapOf.length + i] })).sort((a, b) => b.iou - a.iou || a.map - b.map),
  );
}

const flat = ({ objects }: View): number[] => objects.flatMap(({ box }) => [...box]);

/** [width, height] in pixels of the four shapes of a map: two squares, a lying and a standing one. */
export function shapesOf(scales: readonly number[], map: number): readonly (readonly [number, number])[] {
  const [scale, next] = [scales[map], scales[map + 1]];
  const between = Math.sqrt(scale * next);
  const root = Math.sqrt(2);
  return [
    [scale, scale],
    [between, between],
    [scale * root, scale / root],
    [scale / root, scale * root],
  ];
}

/** The four default boxes of the cell that holds an object's centre: of a map's boxes of one shape none overlaps the object more. */
export function boxesAt({ sides, scales }: Pick<View, "sides" | "scales">, map: number, [x1, y1, x2, y2]: BoxXYXY): BoxXYXY[] {
  const cell = SIDE / sides[map];
  const centre = (value: number) => (Math.min(sides[map] - 1, Math.max(0, Math.floor(value / cell))) + 0.5) * cell;
  const [x, y] = [centre((x1 + x2) / 2), centre((y1 + y2) / 2)];
  return shapesOf(scales, map).map(([w, h]): BoxXYXY => [x - w / 2, y - h / 2, x + w / 2, y + h / 2]);
}

/** Each map's best IoU with each object. */
export const bestOfMaps = once((view: View): readonly (readonly number[])[] =>
  view.objects.map(({ box }) => view.sides.map((_, map) => Math.max(...boxesAt(view, map, box).map((each) => iou(each, box))))),
);

export const highest = (values: readonly number[]): number => values.indexOf(Math.max(...values));

export interface Truth {
  readonly maps: readonly (readonly number[])[];
  /** Default boxes that belong to each object; 0 where none are asked for. */
  readonly positives: readonly number[];
  readonly total: number;
  readonly kept: number | null;
}

/**
 * SSD's matching (arXiv:1512.02325 §2.2): each object has its best default box, and every box whose IoU is 0.5 or more.
 */
export const truthOf = once((view: View): Truth => {
  const { objects } = view;
  if (view.asks === "best")
    return { maps: bestOfMaps(view).map((best) => [highest(best)]), positives: objects.map(() => 0), total: 0, kept: null };
  const { mapOf } = boxesOf(view);
  const { matches } = matchSsdQuality(tableOf(view), objects.length, mapOf.length, POSITIVE);
  const sets = objects.map(() => new Set<number>());
  const positives = objects.map(() => 0);
  matches.forEach((object, i) => {
    if (object < 0) return;
    sets[object].add(mapOf[i]);
    positives[object]++;
  });
  const all = positives.reduce((sum, count) => sum + count, 0);
  return {
    maps: sets.map((set) => [...set].sort((a, b) => a - b)),
    positives,
    total: mapOf.length,
    kept: view.asks === "count" ? Math.min(RATIO * all, mapOf.length - all) : null,
  };
});

/** What a wrong map costs of 100, where one map is asked for: with two maps half of all guesses are right. */
const slipCost = ({ sides }: View): number => (sides.length === 2 ? 60 : 30);
/** What is lost of an object counts this much where several maps are asked for: one whole object fails of three and of four. */
const WEIGHT = 1.6;
/** The share of the number of negatives, where it is asked for. */
const KEPT_SHARE = 0.3;

/** An object's share of its points: maps that are right less those that are not. */
export function shareOf(truth: readonly number[], said: readonly number[] | null): number {
  const chosen = said ?? [];
  const hits = chosen.filter((map) => truth.includes(map)).length;
  return Math.max(0, (2 * hits - chosen.length) / truth.length);
}

/** The share of 1,000 points that an answer earns. */
export function pointsOf(view: View, { maps, kept }: Answer, truth = truthOf(view)): { readonly earned: number; readonly total: number } {
  const shares = truth.maps.map((right, i) => shareOf(right, maps[i] ?? null));
  if (view.asks === "best") {
    const wrong = shares.filter((share) => share < 1).length;
    return { earned: Math.max(0, 1000 - 10 * slipCost(view) * wrong), total: 1000 };
  }
  const lost = shares.reduce((sum, share) => sum + 1 - share, 0) / shares.length;
  const mean = Math.max(0, 1 - WEIGHT * lost);
  const score = view.asks === "all" ? mean : (1 - KEPT_SHARE) * mean + (kept === truth.kept ? KEPT_SHARE : 0);
  return { earned: Math.round(1000 * score), total: 1000 };
}

/** IoU that the best map is ahead by; and that every IoU stays clear of the threshold by. */
const AHEAD = 0.12;
const CLEAR = 0.02;

/** The distance of the closest decision from its flip, in units of what is asked for. */
export function slackOf(view: View): number {
  const best = bestOfMaps(view);
  const gaps = best.map((each) => {
    const [first, second] = [...each].sort((a, b) => b - a);
    return { first, gap: first - second };
  });
  if (view.asks === "best") return Math.min(...gaps.map(({ gap }) => gap / AHEAD));
  const clear = tableOf(view).reduce((least, iou) => Math.min(least, Math.abs(iou - POSITIVE)), 1);
  // Below the threshold it is the best box that counts.
  return Math.min(clear / CLEAR, ...gaps.filter(({ first }) => first < POSITIVE).map(({ gap }) => gap / CLEAR));
}

export const areaOf = ([x1, y1, x2, y2]: BoxXYXY): number => (x2 - x1) * (y2 - y1);
