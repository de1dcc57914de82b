import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import type { Random } from "@/lib/engine/random";
import type { VocClass } from "@/lib/engine/scenes";
import {
  allPeaks,
  boxOf,
  highest,
  neighboursOf,
  placeOf,
  pointsOf,
  slackOf,
  strongOf,
  topOf,
  type Answer,
  type Numbers,
  type View,
} from "./instance";
import { beliefs, rivals } from "./rivals";

/** Hundredths of a score. */
export const MARGIN = 2;

const CLASSES: readonly VocClass[] = ["bird", "boat", "cat", "cow", "dog", "horse", "person", "sheep", "train"];

/**
 * A hill's values in hundredths of its top, by the squared distance from it; a table for each σ (0.9, 1.1, 1.3 cells), so that nothing is
 * computed by a function that engines round differently. Beyond a table's end there is nothing.
 */
export const HILLS: readonly (readonly number[])[] = [
  [100, 54, 29, 16, 8, 5, 2, 1, 1],
  [100, 66, 44, 29, 19, 13, 8, 6, 4, 2, 2, 1, 1],
  [100, 74, 55, 41, 31, 23, 17, 13, 9, 7, 5, 4, 3, 2, 2, 1, 1],
];
/** The σ of each table. */
export const SIGMAS = [0.9, 1.1, 1.3] as const;
/** Tops, no two within the margin. */
const TOPS = [57, 62, 67, 72, 77, 82, 87, 92, 97] as const;
/** Squared distance of two hills of a map, so that they have a valley between them. */
const APART = 13;
/** Two tops in one blob. */
const TWINS = [
  [2, 0],
  [0, 2],
  [2, 1],
  [1, 2],
  [2, 2],
] as const;

/**
 * What stands on a hill beside its top: nothing, a cell at its side that is nearly as high, a shoulder at a corner, or another top two
 * cells away. A low hill is a peak, too, and the first to go where only the best stay; a faint one is below the cut.
 */
type Shape = "alone" | "side" | "shoulder" | "twin" | "low" | "faint";
interface Hill {
  readonly shape: Shape;
  readonly cell: number;
  readonly top: number;
  /** The other top of a twin. */
  readonly other: number | null;
}

interface Recipe {
  readonly side: number;
  readonly cut: number;
  readonly classes: readonly VocClass[];
  /** A list of hills a map. */
  readonly shapes: readonly (readonly Shape[])[];
  /** Whether the first hill of both maps is at one cell. */
  readonly shared: boolean;
}

function recipeOf(random: Random, level: Level): Recipe {
  const more = (shape: Shape): readonly Shape[] => (random.chance(0.5) ? [shape] : []);
  const first: readonly Shape[] = level >= 5 ? more("low") : [];
  // The hill that both maps share may be the one with the shoulder.
  const before = more("alone");
  const shapes: readonly (readonly Shape[])[] =
    level === 1
      ? [["side", "alone", ...more("alone"), "faint"]]
      : level === 2
        ? [["shoulder", "alone", ...more("alone"), "faint"]]
        : level === 3
          ? [
              ["alone", "shoulder"],
              ["alone", ...more("alone")],
            ]
          : [
              [...before, "shoulder", ...first],
              ["alone", "twin", ...(level >= 5 && (first.length === 0 || random.chance(0.5)) ? (["low"] as const) : [])],
            ];
  return {
    side: level === 5 ? 8 : random.int(7, 8),
    cut: random.pick([30, 40]),
    classes: random.shuffle(CLASSES).slice(0, shapes.length),
    shapes: random.shuffle(shapes),
    shared: level >= 3,
  };
}

const distance = (side: number, a: number, b: number) => {
  const [dx, dy] = [(a % side) - (b % side), Math.floor(a / side) - Math.floor(b / side)];
  return dx * dx + dy * dy;
};

/** Tries for each hill before a map is given up. */
const TRIES = 40;

/** A place for a hill apart from those taken, inside the border where something stands beside it; null where none was met. */
function placeFor(random: Random, side: number, shape: Shape, room: number, taken: readonly number[]): Pick<Hill, "cell" | "other"> | null {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [x, y] = [random.int(room, side - 1 - room), random.int(room, side - 1 - room)];
    const [dx, dy] = random.pick(TWINS);
    const fits = shape !== "twin" || (x + dx < side - room && y + dy < side - room);
    const cell = y * side + x;
    const other = shape === "twin" ? cell + dy * side + dx : null;
    if (fits && taken.every((each) => distance(side, each, cell) >= APART && (other === null || distance(side, each, other) >= APART)))
      return { cell, other };
  }
  return null;
}

/** The values of one map: its hills on a restless ground. */
function mapOf(random: Random, { side, cut }: Recipe, hills: readonly Hill[]): number[] {
  const values = Array.from({ length: side * side }, () => random.int(1, 8));
  const table = random.pick(HILLS);
  const lift = (cell: number, top: number) => {
    for (let i = 0; i < values.length; i++) {
      const share = table[distance(side, i, cell)] ?? 0;
      values[i] = Math.max(values[i], i === cell ? top : Math.round((top * share) / 100) - random.int(0, 3));
    }
  };
  for (const { cell, top } of hills) lift(cell, top);
  for (const { cell, top, shape, other } of hills) {
    const [dx, dy] = [random.pick([-1, 1]), random.pick([-1, 1])];
    if (shape === "side") values[cell + (random.chance(0.5) ? dx : dy * side)] = top - random.int(3, 4);
    if (shape === "shoulder") {
      const height = top - random.int(3, 4);
      values[cell + dx + dy * side] = height;
      for (const between of [cell + dx, cell + dy * side]) values[between] = height - random.int(6, 14);
    }
    if (other !== null) {
      const height = top - random.int(2, 3);
      lift(other, height);
      // What lies between both tops is lower than either, and still above the cut.
      for (let i = 0; i < values.length; i++)
        if (i !== cell && i !== other && distance(side, i, cell) <= 2 && distance(side, i, other) <= 2)
          values[i] = Math.max(cut + 3, height - random.int(9, 18));
    }
  }
  return values.map((value) => (Math.abs(value - cut) >= MARGIN ? value : value < cut ? cut - MARGIN : cut + MARGIN));
}

function hillsOf(random: Random, { side, cut, shapes, shared }: Recipe, level: Level): Hill[][] | null {
  const tops = random.shuffle(TOPS);
  const low = random.shuffle([5, 8, 11]);
  const room = (shape: Shape) => (level === 5 || shape === "side" || shape === "shoulder" ? 1 : 0);
  const common = placeFor(random, side, "alone", level >= 4 ? 1 : 0, []);
  const all: Hill[][] = [];
  for (const list of shapes) {
    const hills: Hill[] = [];
    for (const [i, shape] of list.entries()) {
      const taken = hills.flatMap(({ cell, other }) => (other === null ? [cell] : [cell, other]));
      const place = shared && i === 0 ? common : placeFor(random, side, shape, room(shape), taken);
      const top = shape === "faint" ? cut - random.int(5, 12) : shape === "low" ? cut + (low.pop() ?? 5) : tops.pop();
      if (place === null || top === undefined) return null;
      hills.push({ ...place, top, shape });
    }
    // What is nearly as high as a top stands beside the highest of its map: whoever takes the highest cells meets it.
    const crowned = hills.findIndex(({ shape }) => shape === "side" || shape === "shoulder");
    if (crowned >= 0) {
      const most = hills.reduce((top, each, i) => (each.top > hills[top].top ? i : top), 0);
      const [a, b] = [hills[crowned].top, hills[most].top];
      hills[most] = { ...hills[most], top: a };
      hills[crowned] = { ...hills[crowned], top: b };
    }
    all.push(hills);
  }
  return all;
}

/** Offsets that neither the middle of a cell nor its corner stands for. */
const offsetOf = (random: Random) => (random.chance(0.5) ? random.int(20, 30) : random.int(70, 80));

/** The numbers of four cells: the highest peak, its strongest neighbour, and two more; null where a box would leave the picture. */
function decodeOf(random: Random, view: View): View["decode"] {
  const top = topOf(view);
  const beside = highest(view, neighboursOf(view, top), 1)[0];
  const own = [top, beside].map((peak) => placeOf(view, peak).cell);
  const others = random
    .shuffle([...new Set([...allPeaks(view), ...strongOf(view)].map((peak) => placeOf(view, peak).cell))])
    .filter((cell) => !own.includes(cell))
    .sort((a, b) => Number(isPeak(view, b)) - Number(isPeak(view, a)));
  const numbers = [...own, ...others.slice(0, 2)]
    .sort((a, b) => a - b)
    .map((cell): Numbers => ({ cell, offset: [offsetOf(random), offsetOf(random)], size: [random.int(15, 30), random.int(15, 30)] }));
  const stride = random.pick([16, 24, 32]);
  const side = stride * view.side;
  const small = Math.round(side / 4);
  const decode = { stride, numbers, start: [8, side - 8 - small, 8 + small, side - 8] } as const;
  const inside = boxOf({ ...view, decode }, numbers.find(({ cell }) => cell === own[0]) ?? numbers[0]).every(
    (value) => value >= 0 && value <= side,
  );
  return inside ? decode : null;
}

const isPeak = (view: View, cell: number) => allPeaks(view).some((peak) => placeOf(view, peak).cell === cell);

/** Nobody with a wrong idea of the level passes, nobody earns without looking. */
function fair(view: View, level: Level): boolean {
  const score = (answer: Answer) => {
    const points = pointsOf(view, answer);
    return points.peaks + points.box;
  };
  const { quota, constants } = rivals.blind;
  const blind = [...(typeof quota === "function" ? [quota(view)] : []), ...(typeof constants === "function" ? constants(view) : [])];
  return nobodyPasses(beliefs, view, level, score) && nobodyEarns(blind, score);
}

/** One try. @param random the numbers of a named part */
function tryDraw(random: (part: string) => Random, level: Level): View | null {
  const recipe = recipeOf(random("recipe"), level);
  const hills = hillsOf(random("hills"), recipe, level);
  if (hills === null) return null;
  const ground = random("ground");
  const maps = hills.map((list) => mapOf(ground, recipe, list));
  const view: View = { side: recipe.side, cut: recipe.cut, maps, classes: recipe.classes, keep: null, decode: null };
  if (level < 5) return view;
  const asked = { ...view, keep: allPeaks(view).length - recipe.shapes.flat().filter((shape) => shape === "low").length };
  const decode = decodeOf(random("decode"), asked);
  return decode && { ...asked, decode };
}

/** Draws maps of a level; what decides there is placed on purpose. Draws again until every decision is clear and no belief passes. */
export function drawInstance(seed: string, level: Level): View {
  return redraw({
    kind: "centernet-peaks",
    seed,
    level,
    margin: MARGIN,
    slack: slackOf,
    draw: ({ part, fixed }) => tryDraw((name) => (name === "recipe" ? fixed(name) : part(name)), level),
    accept: (view) => fair(view, level),
  });
}
