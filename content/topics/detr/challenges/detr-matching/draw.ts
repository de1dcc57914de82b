import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { PASS_SCORE, scoreOf } from "@/lib/challenges/score";
import type { BoxXYXY } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import { SPRITE_ASPECT, type SceneObject, type VocClass } from "@/lib/engine/scenes";
import { pointsOf, SIDE, slackOf, type Answer, type Query, type View } from "./instance";
import { backwards, beliefs, bySize, inTurn } from "./rivals";

/** The next cheapest matching costs six hundredths more at least. */
export const MARGIN = 0.06;

const CLASSES: readonly VocClass[] = [
  "bird",
  "boat",
  "bottle",
  "cat",
  "cow",
  "dog",
  "horse",
  "pottedplant",
  "sheep",
  "sofa",
  "train",
  "tvmonitor",
];

/** Objects and queries of a level. */
const SIZES: Readonly<Record<Level, readonly [objects: number, queries: number]>> = {
  1: [2, 4],
  2: [3, 4],
  3: [3, 5],
  4: [4, 6],
  5: [4, 7],
};

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** A box by centre and size in hundredths, inside the picture; sizes are even, so that corners are whole pixels. */
function boxOf(cx: number, cy: number, w: number, h: number): BoxXYXY {
  const [bw, bh] = [w, h].map((v) => clamp(2 * Math.round(v / 2), 8, 70));
  const [x, y] = [clamp(Math.round(cx), bw / 2, 100 - bw / 2), clamp(Math.round(cy), bh / 2, 100 - bh / 2)];
  const px = SIDE / 100;
  return [px * x - (px * bw) / 2, px * y - (px * bh) / 2, px * x + (px * bw) / 2, px * y + (px * bh) / 2];
}

interface Shape {
  readonly cx: number;
  readonly cy: number;
  readonly w: number;
  readonly h: number;
}
const shapeOf = ([x1, y1, x2, y2]: BoxXYXY): Shape => ({
  cx: (50 * (x1 + x2)) / SIDE,
  cy: (50 * (y1 + y2)) / SIDE,
  w: (100 * (x2 - x1)) / SIDE,
  h: (100 * (y2 - y1)) / SIDE,
});

/** Objects that stand next to one another, the second in the middle. */
function objectsOf(random: Random, count: number, classes: readonly VocClass[]): SceneObject[] | null {
  const [x, y] = [random.between(42, 58), random.between(42, 58)];
  const [right, down] = [random.between(-1, 1), random.between(-1, 1)];
  const long = Math.max(Math.abs(right), Math.abs(down), 0.1);
  /** Before the middle, in it, behind it, beside it. */
  const steps = [-1, 0, 1, 0];
  const objects: SceneObject[] = [];
  for (let n = 0; n < count; n++) {
    const far = random.between(22, 30);
    const aside = n === 3 ? (random.chance(0.5) ? 1 : -1) * far : 0;
    const h = random.between(18, 34);
    const cx = x + (far * steps[n] * right) / long - (aside * down) / long + random.between(-4, 4);
    const cy = y + (far * steps[n] * down) / long + (aside * right) / long + random.between(-4, 4);
    const box = boxOf(cx, cy, h * SPRITE_ASPECT[classes[n]], h);
    const { cx: bx, cy: by } = shapeOf(box);
    if (Math.abs(bx - cx) + Math.abs(by - cy) > 6) return null;
    objects.push({ cls: classes[n], box, flip: random.chance(0.5) });
  }
  return objects;
}

/** A box on the way from one object to another: 0 is the first one's place and size. */
function between(random: Random, a: Shape, b: Shape, low: number, high: number): BoxXYXY {
  const t = random.between(low, high);
  const at = (from: number, to: number) => from + t * (to - from) + random.between(-2, 2);
  return boxOf(at(a.cx, b.cx), at(a.cy, b.cy), at(a.w, b.w), at(a.h, b.h));
}

const sign = (random: Random) => (random.chance(0.5) ? 1 : -1);

/** Boxes beside an object, each this far away (in hundredths, along both axes), all to one side and of one size. */
function beside(random: Random, { cx, cy, w, h }: Shape, ...far: readonly number[]): BoxXYXY[] {
  const [x, y] = [sign(random), sign(random)];
  const [wide, high] = [random.between(0.85, 1.2), random.between(0.85, 1.2)];
  return far.map((off) => boxOf(cx + x * off, cy + y * off, w * wide, h * high));
}

/** Probabilities for each object's class that add up to less than 1: `first` for the one that is favoured. */
function sayings(random: Random, count: number, favours: number, first: number): number[] {
  let rest = 96 - first;
  const p = Array.from({ length: count }, () => 0);
  p[favours] = first;
  for (const i of random.shuffle(p.map((_, at) => at).filter((at) => at !== favours))) {
    p[i] = random.int(1, Math.max(2, Math.floor(rest * 0.5)));
    rest -= p[i];
  }
  return p;
}

/**
 * A chain of wishes: the second object's best query is all that the first one has, the third one's best is the second one's next best, and
 * the third has another one beside it. Whoever takes what is cheapest for one leaves another with nothing near. From level 3 on that
 * last box has a twin that fits better and speaks for another class; from level 4 on a fourth object's box has one that fits worse and
 * is surer of the class, by which it would win if the three parts weighed alike.
 */
function queriesOf(random: Random, objects: readonly SceneObject[], count: number): Query[] {
  const many = objects.length;
  const shapes = objects.map(({ box }) => shapeOf(box));
  const says = (favours: number, low: number, high: number) => sayings(random, many, favours, random.int(low, high));
  const other = (than: number) => (than + random.int(1, many - 1)) % many;
  const queries: Query[] = [];
  const add = (box: BoxXYXY, p: readonly number[]) => queries.push({ box, p });
  if (many === 2) {
    add(between(random, shapes[0], shapes[1], 0.35, 0.65), says(random.int(0, 1), 25, 70));
    for (const own of [0, 1]) add(beside(random, shapes[own], random.between(6, 11))[0], says(own, 20, 60));
  } else {
    add(between(random, shapes[1], shapes[0], 0.3, 0.5), says(random.int(0, 1), 25, 70));
    add(between(random, shapes[1], shapes[2], 0.45, 0.65), says(random.int(1, 2), 25, 70));
    const off = random.between(5, 7);
    const [fits, last] = beside(random, shapes[2], off, off + random.between(1, 2));
    if (count > 4) add(fits, sayings(random, many, other(2), random.int(80, 92)));
    add(last, count > 4 ? says(2, 76, 92) : says(2, 25, 70));
  }
  if (many > 3) {
    const off = random.between(1, 3);
    const [own, sure] = beside(random, shapes[3], off, off + random.between(4, 5.5));
    add(own, says(3, 28, 40));
    add(sure, says(3, 84, 94));
  }
  while (queries.length < count) {
    const near = random.int(0, many - 1);
    add(beside(random, shapes[near], random.between(16, 28))[0], says(random.int(0, many - 1), 15, 60));
  }
  return random.shuffle(queries);
}

/** The same picture with its objects in another order of letters. */
function lettered(random: Random, objects: readonly SceneObject[], queries: readonly Query[]): Pick<View, "objects" | "queries"> {
  const order = random.shuffle(objects.map((_, i) => i));
  return { objects: order.map((i) => objects[i]), queries: queries.map(({ box, p }) => ({ box, p: order.map((i) => p[i]) })) };
}

/** Nobody who holds a belief of the level passes, nor who begins at the other end; what is not looked at all earns nothing. */
function fair(view: View, level: Level): boolean {
  const score = (answer: Answer) => scoreOf(pointsOf(view, answer));
  return (
    nobodyPasses(beliefs, view, level, score) &&
    (level === 1 || score(inTurn(view, backwards(view))) < PASS_SCORE) &&
    nobodyEarns([bySize(view)], score)
  );
}

/** Draws objects and queries; draws again until the cheapest matching is clear of the next one and no belief of the level passes. */
export function drawInstance(seed: string, level: Level): View {
  const [many, count] = SIZES[level];
  return redraw({
    kind: "detr-matching",
    seed,
    level,
    // With two objects the decision is who gives way: it is never close.
    margin: level === 1 ? 0.2 : MARGIN,
    slack: slackOf,
    draw: ({ part, fixed }): View | null => {
      const objects = objectsOf(part("objects"), many, fixed("classes").shuffle(CLASSES));
      if (objects === null) return null;
      const queries = queriesOf(part("queries"), objects, count);
      return { ...lettered(part("letters"), objects, queries), shown: level < 4 ? "cost" : "parts" };
    },
    accept: (view) => fair(view, level),
  });
}
