import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import { iou } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import { SPRITE_ASPECT, type SceneObject, type VocClass } from "@/lib/engine/scenes";
import {
  bestOfMaps,
  boxesOf,
  highest,
  pointsOf,
  POSITIVE,
  shareOf,
  SIDE,
  slackOf,
  tableOf,
  truthOf,
  type Answer,
  type Asks,
  type View,
} from "./instance";
import { beliefs, asSquares, constants, quota } from "./rivals";

/** A slack is counted in what is asked for: .12 of IoU between maps, .02 from the threshold. */
export const MARGIN = 1;

const NEAR_SQUARE: readonly VocClass[] = ["bird", "boat", "bottle", "cat", "cow", "dog", "horse", "sheep", "sofa", "train", "tvmonitor"];
const TALL: readonly VocClass[] = ["person", "person", "chair"];
const WIDE: readonly VocClass[] = ["car", "motorbike", "bus", "bicycle"];

/** What a picture holds, drawn once for all tries. */
interface Recipe {
  readonly sides: readonly number[];
  readonly scales: readonly number[];
  readonly asks: Asks;
  /** What each object is there for. */
  readonly parts: readonly Part[];
}

/** An object of a map; one that a side alone puts on another map; one that no default box overlaps by half, or that two maps do. */
interface Part {
  readonly map?: number;
  readonly fools?: "long" | "short";
  readonly poor?: boolean;
  readonly several?: boolean;
}

/** Scales that grow by a factor from map to map, in whole pixels. */
function scalesFrom(first: number, percent: number, count: number): number[] {
  const scales = [first];
  while (scales.length < count) scales.push(Math.round((scales[scales.length - 1] * percent) / 100));
  return scales;
}

/** How many objects each map gets, so that neither one map for all nor equal shares from small to large come near. */
function splitOf(random: Random, maps: number, count: number): number[] {
  const wrongs = maps === 2 ? 1 : 2;
  const lists = Array.from({ length: maps }).reduce<number[][]>(
    (grown) => grown.flatMap((list) => Array.from({ length: count + 1 }, (_, each) => [...list, each])),
    [[]],
  );
  const splits = random.shuffle(lists.filter((split) => split.reduce((sum, each) => sum + each, 0) === count));
  const fits = (split: readonly number[]) => {
    const inOrder = split.flatMap((each, map) => Array.from({ length: each }, () => map));
    const missed = inOrder.filter((map, i) => map !== Math.floor((i * maps) / count)).length;
    return missed >= wrongs && Math.max(...split) <= count - wrongs;
  };
  return splits.find(fits) ?? splits[0];
}

/** A long side misleads to a coarser map, a short one to a finer map: an object each, where there is such a map. */
function misleading(parts: readonly Part[], last: number): Part[] {
  const long = parts.findIndex(({ map }) => map !== last);
  const short = parts.findIndex(({ map }, i) => i !== long && map !== 0);
  return parts.map((part, i) => (i === long ? { ...part, fools: "long" } : i === short ? { ...part, fools: "short" } : part));
}

/** What an object is there for is the same in all tries; the maps are drawn anew where nothing fits them. */
function recipeOf(random: Random, grid: Random, level: Level): Recipe {
  if (level <= 3) {
    const count = random.int(4, 5);
    const maps = level === 1 ? 2 : 3;
    const split = splitOf(random, maps, count);
    const parts = random.shuffle(split.flatMap((each, map) => Array.from({ length: each }, (): Part => ({ map }))));
    return {
      sides: level === 1 ? [grid.int(16, 20), grid.int(7, 9)] : [grid.int(19, 24), grid.int(10, 13), grid.int(5, 7)],
      scales: level === 1 ? scalesFrom(grid.int(38, 48), grid.int(225, 250), 3) : scalesFrom(grid.int(32, 40), grid.int(180, 205), 4),
      asks: "best",
      parts: level === 3 ? misleading(parts, maps - 1) : parts,
    };
  }
  const parts: Part[] = [{ fools: "long", several: true }, { fools: "short", several: true }, { poor: true }];
  const fourth: readonly (Part | null)[] = [null, { poor: true }, { several: true }];
  const more = random.pick(fourth);
  if (more) parts.push(more);
  return {
    sides: grid.pick([
      [9, 7, 6, 4],
      [10, 8, 6, 5],
      [9, 8, 6, 4],
      [10, 7, 5, 4],
    ]),
    scales: scalesFrom(grid.int(52, 62), grid.int(130, 142), 5),
    asks: level === 4 ? "all" : "count",
    parts,
  };
}

/** Tries for an object before the picture is given up. */
const TRIES = 400;
/** The largest IoU between two objects. */
const APART = 0.04;
/** The size of an object (the root of its area) in percent of its map's scale: from below its smaller square to beyond its larger one. */
const FITS = [82, 150] as const;
/** The size of one that fits no default box by half. */
const POOR = [58, 72] as const;

/** An object for one part, whose own decisions are clear of their flips; null where none was met. */
function objectFor(random: Random, cls: VocClass, part: Part, recipe: Recipe, others: readonly SceneObject[]): SceneObject | null {
  const { sides, scales, asks } = recipe;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const scale = scales[part.poor ? 0 : (part.map ?? random.int(0, sides.length - 1))];
    const [low, high] = part.poor ? POOR : FITS;
    const root = Math.sqrt((SPRITE_ASPECT[cls] * random.int(80, 125)) / 100);
    const size = (scale * random.int(low, high)) / 100;
    const [w, h] = [Math.round(size * root), Math.round(size / root)];
    if (w > SIDE - 4 || h > SIDE - 4) continue;
    const [x, y] = [random.int(2, SIDE - 2 - w), random.int(2, SIDE - 2 - h)];
    const object: SceneObject = { cls, box: [x, y, x + w, y + h], flip: random.chance(0.5) };
    if (others.some((other) => iou(other.box, object.box) > APART)) continue;
    if (suits({ sides, scales, objects: [object], asks }, part)) return object;
  }
  return null;
}

/** The most of an object's points that whoever looks at one side alone gets where that is to mislead. */
const FOOLED = 0.34;

/** The maps of an object by its centre's cells alone: none of a map's boxes of one shape overlaps it more. */
function mapsOf(view: View): number[] {
  const best = bestOfMaps(view)[0];
  const above = best.flatMap((value, map) => (value >= POSITIVE ? [map] : []));
  return view.asks === "best" || above.length === 0 ? [highest(best)] : above;
}

/** Whether an object is what its part is for; what costs most is asked last. */
function suits(alone: View, { map, fools, poor = false, several }: Part): boolean {
  const best = bestOfMaps(alone)[0];
  if (map !== undefined && highest(best) !== map) return false;
  if (alone.asks !== "best" && best[highest(best)] >= POSITIVE === poor) return false;
  const right = mapsOf(alone);
  if (several && right.length < 2) return false;
  if (fools && shareOf(right, mapsOf(asSquares(alone, fools === "long" ? Math.max : Math.min))) > FOOLED) return false;
  return slackOf(alone) >= MARGIN;
}

function objectsOf(random: Random, recipe: Recipe, level: Level): SceneObject[] | null {
  const classes = random.shuffle(level === 3 ? [...TALL, ...WIDE] : level > 3 ? [...NEAR_SQUARE, ...TALL, ...WIDE] : NEAR_SQUARE);
  const long = random.shuffle([...TALL, ...WIDE]);
  const objects: SceneObject[] = [];
  // What is large finds its place first.
  const order = [...recipe.parts].sort((a, b) => (b.map ?? (b.poor ? 0 : 1)) - (a.map ?? (a.poor ? 0 : 1)));
  for (const [i, part] of order.entries()) {
    const object = objectFor(random, (part.fools ? long : classes)[i], part, recipe, objects);
    if (object === null) return null;
    objects.push(object);
  }
  return random.shuffle(objects);
}

/** Nobody with a belief of the level passes, and nobody earns who has not looked. */
function fair(view: View, level: Level): boolean {
  const truth = truthOf(view);
  const score = (answer: Answer) => scoreOf(pointsOf(view, answer, truth));
  return nobodyEarns([...constants(view), quota(view)], score) && nobodyPasses(beliefs, view, level, score);
}

/** Each default box is one object's at most, and there are negatives enough. */
function plain(view: View): boolean {
  if (view.asks === "best") return true;
  const { mapOf } = boxesOf(view);
  const table = tableOf(view);
  const n = mapOf.length;
  for (let i = 0; i < n; i++) {
    const near = view.objects.filter((_, g) => table[g * n + i] >= POSITIVE - 0.1).length;
    if (near > 1) return false;
  }
  return true;
}

/** Draws a picture of a level; draws again until every decision is clear of its flip and no belief of the level passes. */
export function drawInstance(seed: string, level: Level): View {
  return redraw({
    kind: "ssd-which-map",
    seed,
    level,
    margin: MARGIN,
    slack: slackOf,
    draw: ({ part, fixed }): View | null => {
      const recipe = recipeOf(fixed("recipe"), part("maps"), level);
      const objects = objectsOf(part("objects"), recipe, level);
      return objects && { sides: recipe.sides, scales: recipe.scales, objects, asks: recipe.asks };
    },
    accept: (view) => plain(view) && fair(view, level),
  });
}
