import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import type { BoxXYXY } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { boxOf, pointsOf, slackOf, type Answer, type Cell, type Numbers, type View } from "./instance";
import { beliefs, rivals } from "./rivals";

/** Of scores, class values and the IoU of a box in whole pixels. */
export const MARGIN = 0.03;

/** Classes and cells at level 5. */
const [CLASSES, CELLS] = [4, 4] as const;
const SQUARE = [448, 448] as const;
const WIDE = [
  [560, 320],
  [600, 400],
  [640, 360],
  [640, 480],
] as const;

/** What all tries share. */
interface Recipe {
  readonly width: number;
  readonly height: number;
  readonly grid: number;
}

function recipeOf(random: Random, level: Level): Recipe {
  const [width, height] = level < 4 ? SQUARE : level === 4 ? random.pick(WIDE) : random.pick([SQUARE, ...WIDE]);
  const grid = level < 4 ? 7 : level === 4 ? random.pick([4, 5, 6, 8, 9]) : random.int(5, 8);
  return { width, height, grid };
}

/** Sides of a box in hundredths of the picture: at level 3 one of them is small. */
function sidesOf(random: Random, level: Level): readonly [number, number] {
  if (level !== 3) return [random.int(18, 55), random.int(18, 55)];
  const sides = [random.int(6, 11), random.int(30, 65)] as const;
  return random.chance(0.5) ? sides : [sides[1], sides[0]];
}

/** A box of a cell that lies in the picture; null where this one does not. */
function numbersIn(random: Random, level: Level, recipe: Recipe, cell: Pick<Cell, "row" | "column">): Numbers | null {
  const [w, h] = sidesOf(random, level);
  const place = () => (level === 1 ? 50 : random.int(4, 96));
  const numbers: Numbers = { x: place(), y: place(), w, h, confidence: 100 };
  const box = boxOf({ ...recipe, cells: [], classes: [], lit: true, start: [0, 0, 0, 0] }, cell, numbers);
  return box.every((value, i) => value >= 0 && value <= (i % 2 === 0 ? recipe.width : recipe.height)) ? numbers : null;
}

/** Tries for each box before a picture is given up. */
const TRIES = 30;

function cellWith(random: Random, level: Level, recipe: Recipe, boxes: number, taken: readonly Cell[]): Cell | null {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [row, column] = [random.int(0, recipe.grid - 1), random.int(0, recipe.grid - 1)];
    if (taken.some((cell) => cell.row === row && cell.column === column)) continue;
    const numbers = Array.from({ length: boxes }, () => numbersIn(random, level, recipe, { row, column }));
    if (numbers.every((each) => each !== null)) return { row, column, boxes: numbers, values: [] };
  }
  return null;
}

/**
 * Confidences and class values of four cells: one is surest that there is something, another one of what it is. Of the two others one
 * has the highest product. Each cell is likeliest to hold another class: the class of a wrong cell is wrong.
 */
function withScores(random: Random, cells: readonly Cell[]): Cell[] {
  const tops = random.shuffle([
    { confidence: random.int(86, 97), value: random.int(34, 46) },
    { confidence: random.int(34, 46), value: random.int(86, 97) },
    { confidence: random.int(66, 80), value: random.int(66, 80) },
    { confidence: random.int(48, 62), value: random.int(48, 62) },
  ]);
  const likeliest = random.shuffle(Array.from({ length: CLASSES }, (_, k) => k));
  return cells.map((cell, c) => {
    const { confidence, value } = tops[c];
    const sure = random.int(0, cell.boxes.length - 1);
    const values = Array.from({ length: CLASSES }, (_, k) =>
      k === likeliest[c] ? value : random.int(0, Math.min(30, Math.floor((100 - value) / 2))),
    );
    return {
      ...cell,
      values,
      boxes: cell.boxes.map((each, b) => ({ ...each, confidence: b === sure ? confidence : random.int(5, Math.floor(0.7 * confidence)) })),
    };
  });
}

/** Where the learner's box starts: near a corner of the picture, small, with room for its tag. */
function startOf(random: Random, { width, height }: Recipe): BoxXYXY {
  const [x, y] = [random.chance(0.5) ? 10 : width - 70, random.chance(0.5) ? 40 : height - 60];
  return [x, y, x + 60, y + 50];
}

/** Nobody who reads the numbers wrongly passes, nobody who does not read them earns anything. */
function fair(view: View, level: Level): boolean {
  const score = (answer: Answer) => {
    const points = pointsOf(view, answer);
    return points.box + points.cls;
  };
  const { constants, commonest, startingValues } = rivals.blind;
  const blind = [commonest, startingValues].flatMap((play) => (typeof play === "function" ? [play(view)] : []));
  const all = typeof constants === "function" ? [...blind, ...constants(view)] : blind;
  return nobodyPasses(beliefs, view, level, score) && nobodyEarns(all, score);
}

/** Draws the numbers of a level; draws again until the highest score is clear, the box fits whole pixels and no belief passes. */
export function drawInstance(seed: string, level: Level): View {
  return redraw({
    kind: "yolo-decode",
    seed,
    level,
    margin: MARGIN,
    slack: slackOf,
    draw: ({ part, fixed }): View | null => {
      const recipe = recipeOf(fixed("recipe"), level);
      const start = startOf(fixed("start"), recipe);
      if (level < 5) {
        const cell = cellWith(part("cell"), level, recipe, 1, []);
        return cell && { ...recipe, cells: [cell], classes: [], lit: level === 1, start };
      }
      const random = part("cells");
      const cells: Cell[] = [];
      for (let i = 0; i < CELLS; i++) {
        const cell = cellWith(random, level, recipe, 2, cells);
        if (cell === null) return null;
        cells.push(cell);
      }
      const classes = fixed("classes").shuffle(VOC_CLASSES).slice(0, CLASSES);
      return { ...recipe, cells: withScores(part("scores"), cells), classes, lit: false, start };
    },
    accept: (view) => fair(view, level),
  });
}
