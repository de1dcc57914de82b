import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Random } from "@/lib/engine/random";
import { pointsOf, roiRanges, slackOf, winnersOf, type Answer, type View } from "./instance";
import { blindAnswers, rivals } from "./rivals";

interface Rules {
  readonly side: readonly [columns: number, rows: number];
  readonly strides: readonly number[];
  readonly bins: number;
  /** Cells along a side of the rounded RoI, x and y drawn apart. */
  readonly cells: readonly number[];
  /** RoIs: two on the way back. */
  readonly rois: 1 | 2;
  /** The RoI ends at the picture's edge, so that its last cell lies beyond the map. */
  readonly border: boolean;
}

const RULES: Readonly<Record<Level, Rules>> = {
  1: { side: [8, 8], strides: [1], bins: 2, cells: [4, 6], rois: 1, border: false },
  2: { side: [8, 8], strides: [8, 16], bins: 2, cells: [4, 6], rois: 1, border: false },
  3: { side: [8, 8], strides: [8, 16], bins: 2, cells: [3, 5, 7], rois: 1, border: false },
  4: { side: [10, 9], strides: [8, 16], bins: 3, cells: [5, 7, 8], rois: 1, border: true },
  5: { side: [10, 9], strides: [8, 16], bins: 2, cells: [3, 5], rois: 2, border: false },
};

/** Corners lie a quarter to three eighths of a cell from a whole one: an eighth from the half at which they would go elsewhere. */
export const MARGIN = 0.12;

/** A pixel that is rounded to this cell. At the map's first cell it lies behind it, at the end of the picture before it. */
function pixel(random: Random, cell: number, stride: number, size: number): number {
  if (stride === 1) return cell;
  const away = random.int(stride / 4, (3 * stride) / 8);
  const before = cell === size || (cell > 0 && random.int(0, 1) === 1);
  return cell * stride + (before ? -away : away);
}

/** First and last cell along one axis. */
function ends(random: Random, cells: readonly number[], size: number, border: boolean): readonly [number, number] {
  const n = random.pick(cells.filter((each) => each <= size));
  const first = border ? size + 1 - n : random.int(0, size - n);
  return [first, first + n - 1];
}

function draw(random: Random, { side, bins, cells, rois, border }: Rules, stride: number): View {
  const [columns, rows] = side;
  const values = random.shuffle(Array.from({ length: 99 }, (_, i) => i + 1)).slice(0, columns * rows);
  const both = random.int(0, 2);
  const roi = (): number[] => {
    const [x1, x2] = ends(random, cells, columns, border && both !== 0);
    const [y1, y2] = ends(random, cells, rows, border && both !== 1);
    return [
      pixel(random, x1, stride, columns),
      pixel(random, y1, stride, rows),
      pixel(random, x2, stride, columns),
      pixel(random, y2, stride, rows),
    ];
  };
  return {
    columns,
    rows,
    values,
    stride,
    bins,
    rois: Array.from({ length: rois }, roi),
    gradients: rois === 1 ? [] : Array.from({ length: rois }, () => Array.from({ length: bins * bins }, () => random.int(1, 9))),
  };
}

/** Whether a level is about it at all: bins that share a cell from level 3 on, a winner that two bins share on the way back. */
function asksItsOwn(view: View, { cells, bins, rois }: Rules): boolean {
  const sides = Object.values(roiRanges(view, view.rois[0])).map(([first, end]: readonly [number, number]) => end - first);
  if (cells.some((n) => n % bins !== 0) && sides.every((n) => n % bins === 0)) return false;
  if (rois === 1) return true;
  const [a, b] = winnersOf(view);
  return a.some((cell) => b.includes(cell)) && view.rois[0].some((v, i) => v !== view.rois[1][i]);
}

/** The map and RoIs of a seed and level. */
export function generate(seed: string, level: Level): View {
  const rules = RULES[level];
  return redraw({
    kind: "roi-pool",
    seed,
    level,
    draw: ({ part, fixed }) => draw(part("map"), rules, fixed("stride").pick(rules.strides)),
    slack: slackOf,
    margin: MARGIN,
    accept: (view) => {
      const score = (answer: Answer) => scoreOf(pointsOf(view, answer));
      return asksItsOwn(view, rules) && nobodyPasses(rivals.beliefs, view, level, score) && nobodyEarns(blindAnswers(view), score);
    },
  });
}
