import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyPasses } from "@/lib/challenges/rivals";
import { PASS_SCORE, scoreOf } from "@/lib/challenges/score";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import { SPRITE_ASPECT, type SceneObject, type VocClass } from "@/lib/engine/scenes";
import { AHEAD, areaOf, CLEAR, holdersOf, pointsOf, SIDE, slackOf, type Answer, type Predicted, type Stage, type View } from "./instance";
import { beliefs, mirrors } from "./rivals";

/** A slack is counted in what is asked for: 6 pixels, .08 of IoU. */
export const MARGIN = 1;

/** Classes whose drawings are neither very wide nor very narrow. */
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

/** What a picture holds, drawn once for all tries. */
interface Recipe {
  readonly grid: number;
  readonly boxes: number;
  readonly stage: Stage;
  /** Cells of one object, and cells of two. */
  readonly singles: number;
  readonly pairs: number;
  readonly classes: readonly VocClass[];
}

function recipeOf(random: Random, level: Level): Recipe {
  const shared = level >= 4;
  return {
    grid: level === 1 ? random.int(4, 5) : random.int(5, 7),
    boxes: level === 5 ? 3 : level === 4 ? 2 : random.int(2, 3),
    stage: level === 1 ? 1 : level === 2 ? 2 : 3,
    singles: shared ? random.int(0, 1) : random.int(2, 3),
    pairs: shared ? 2 : 0,
    classes: random.shuffle(CLASSES),
  };
}

/** Heights of the two objects of one cell, as shares of the picture's. */
const PAIR = [
  [0.32, 0.46],
  [0.14, 0.19],
] as const;

const within = (value: number, low: number, high: number) => value >= low && value <= high;

/** An object with its centre in a cell, clear of the border; null where it would leave the picture. */
function objectIn(random: Random, grid: number, cell: number, cls: VocClass, size: readonly [number, number]): SceneObject | null {
  const side = SIDE / grid;
  const h = Math.round(SIDE * random.between(size[0], size[1]));
  const w = Math.round(h * SPRITE_ASPECT[cls]);
  const at = (index: number) => random.between(index * side + CLEAR + 1, (index + 1) * side - CLEAR - 1);
  const x = Math.round(at(cell % grid) - w / 2);
  const y = Math.round(at(Math.floor(cell / grid)) - h / 2);
  const inside = x > 0 && y > 0 && x + w < SIDE && y + h < SIDE;
  return inside ? { cls, box: [x, y, x + w, y + h], flip: random.chance(0.5) } : null;
}

/** A box somewhere about an object, whose IoU with it lies between two bounds; null where none was met. */
function boxNear(random: Random, [x1, y1, x2, y2]: BoxXYXY, low: number, high: number): BoxXYXY | null {
  const [w, h] = [x2 - x1, y2 - y1];
  for (let attempt = 0; attempt < 60; attempt++) {
    const [bw, bh] = [Math.round(w * random.between(0.6, 1.5)), Math.round(h * random.between(0.6, 1.5))];
    const x = Math.round((x1 + x2 - bw) / 2 + w * random.between(-0.35, 0.35));
    const y = Math.round((y1 + y2 - bh) / 2 + h * random.between(-0.35, 0.35));
    const box: BoxXYXY = [Math.max(0, x), Math.max(0, y), Math.min(SIDE, x + bw), Math.min(SIDE, y + bh)];
    if (within(iou(box, [x1, y1, x2, y2]), low, high)) return box;
  }
  return null;
}

/** What the cell of an object predicts: one box that fits it best, others that do not. `other` is the second object of the cell. */
function predictedFor(random: Random, own: BoxXYXY, other: BoxXYXY | null, count: number): Predicted[] | null {
  const best = boxNear(random, own, 0.5, 0.9);
  if (best === null) return null;
  const ceiling = iou(best, own) - AHEAD;
  const boxes = [best];
  for (let i = 1; i < count; i++) {
    const box = other !== null && i === 1 ? boxNear(random, other, 0.5, 0.9) : boxNear(random, own, 0.2, ceiling);
    if (box === null || iou(box, own) > ceiling || boxes.some((each) => iou(each, box) > 0.85)) return null;
    boxes.push(box);
  }
  const confidences = random.shuffle(Array.from({ length: 18 }, (_, i) => 5 * (i + 1))).slice(0, count);
  return random.shuffle(boxes).map((box, i) => ({ box, confidence: confidences[i] + random.int(0, 4) }));
}

/** Tries for each cell's objects before a picture is given up. */
const TRIES = 12;

/** Objects of cells of their own, then of cells of two, whose boxes lie in one another; null where some do not fit. */
function objectsOf(random: Random, { grid, singles, pairs, classes }: Recipe, level: Level): SceneObject[][] | null {
  const named = [...classes];
  const groups: SceneObject[][] = [];
  const used: number[] = [];
  // Cells of two hold the largest objects: they find their place first.
  for (let n = 0; n < pairs + singles; n++) {
    const sizes: readonly (readonly [number, number])[] = n < pairs ? PAIR : level === 1 ? [[0.24, 0.5]] : [[0.2, 0.38]];
    const kinds = sizes.map(() => named.pop() ?? classes[0]);
    let found: SceneObject[] | null = null;
    for (let attempt = 0; attempt < TRIES && found === null; attempt++) {
      const cell = random.int(0, grid * grid - 1);
      if (used.includes(cell)) continue;
      const group = sizes.flatMap((size, i) => objectIn(random, grid, cell, kinds[i], size) ?? []);
      if (group.length < sizes.length) continue;
      if (groups.flat().some((each) => group.some(({ box }) => iou(box, each.box) > 0.1))) continue;
      found = group;
      used.push(cell);
    }
    if (found === null) return null;
    groups.push(found);
  }
  return groups;
}

/** The order of the letters. With two shared cells the larger object comes first in one of them and the smaller one in the other. */
function lettered(random: Random, groups: readonly (readonly SceneObject[])[]): SceneObject[] {
  const order = random.shuffle(groups.flat());
  const pairs = random.shuffle(groups.filter(({ length }) => length === 2));
  pairs.forEach((pair, n) => {
    const [first, second] = [...pair].sort((a, b) => (n === 0 ? areaOf(b.box) - areaOf(a.box) : areaOf(a.box) - areaOf(b.box)));
    const [i, j] = [order.indexOf(first), order.indexOf(second)].sort((a, b) => a - b);
    [order[i], order[j]] = [first, second];
  });
  return order;
}

/** Nobody who holds a belief of the level passes, nor who says the opposite of what misleads. */
function fair(view: View, level: Level): boolean {
  const score = (answer: Answer) => scoreOf(pointsOf(view, answer));
  return (
    nobodyPasses(beliefs, view, level, score) &&
    (view.stage === 1 || mirrors.every((play) => !lets(view, play) || score(play(view)) < PASS_SCORE))
  );
}

/** Whether an opposite is one at all: who keeps a cell is a question of shared cells. */
const lets = (view: View, play: (view: View) => Answer): boolean => view.shared || mirrors.indexOf(play) < 3;

/** Draws a picture of a level; draws again until every decision is clear of its flip and no belief of the level passes. */
export function drawInstance(seed: string, level: Level): View {
  return redraw({
    kind: "yolo-responsible",
    seed,
    level,
    margin: MARGIN,
    slack: slackOf,
    draw: ({ part, fixed }): View | null => {
      const recipe = recipeOf(fixed("recipe"), level);
      const groups = objectsOf(part("objects"), recipe, level);
      if (groups === null) return null;
      const objects = lettered(part("letters"), groups);
      const view: View = {
        grid: recipe.grid,
        objects,
        predicted: [],
        stage: recipe.stage,
        shared: recipe.pairs > 0,
        table: level < 5,
      };
      if (recipe.stage === 1) return view;
      const holders = holdersOf(view);
      const random = part("boxes");
      const held = objects.map(({ box }, i) => {
        if (holders[i] !== i) return [];
        const lost = holders.findIndex((holder, j) => holder === i && j !== i);
        return predictedFor(random, box, lost < 0 ? null : objects[lost].box, recipe.boxes);
      });
      if (held.some((each) => each === null)) return null;
      return { ...view, predicted: holders.map((holder) => held[holder] ?? []) };
    },
    accept: (view) => fair(view, level),
  });
}
