import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Random } from "@/lib/engine/random";
import { BINS, fold, HALF, hysteresis, sum, votesOf, WIDTH, type Arrow } from "../../bins";
import { arrowsOf, blockWith, MOST, pointsOf, rightBars, SIDE, type Answer, type View } from "./instance";
import { rivals } from "./rivals";

/** Degrees that a direction keeps from a bin's edge. */
const CLEAR = 4;
/** Hundredths that the block's number keeps from where its rounding would flip. */
export const MARGIN = 0.05;

/** Whole-number gradients of whole length, each well inside a bin: x, y ≥ 0. */
const TRIPLES = [
  [3, 4],
  [6, 8],
  [9, 12],
  [5, 12],
  [15, 8],
  [24, 7],
  [0, 8],
  [0, 14],
] as const;

interface Rules {
  readonly arrows: readonly [number, number];
  /** Gradients that point into the upper half, 180° and more. */
  readonly over: readonly [number, number];
}
const RULES: Readonly<Record<Level, Rules>> = {
  1: { arrows: [4, 6], over: [0, 0] },
  2: { arrows: [5, 7], over: [2, 4] },
  3: { arrows: [4, 4], over: [1, 3] },
  4: { arrows: [4, 5], over: [2, 3] },
  5: { arrows: [4, 5], over: [2, 3] },
};

/** A direction for a whole vote: a bin, and a place in it clear of its edges. */
const clearly = (random: Random) => WIDTH * random.int(0, BINS - 1) + random.int(CLEAR, WIDTH - CLEAR);

function drawArrows(random: Random, level: Level): Arrow[] {
  const { arrows, over } = RULES[level];
  const shared = level >= 4;
  const many = random.int(...arrows);
  const turned = random.int(...over);
  const list = Array.from({ length: many }, (_, i): Arrow => {
    const degrees = shared ? 5 * random.int(0, HALF / 5 - 1) : clearly(random);
    return { size: shared ? 4 * random.int(1, 5) : random.int(2, 15), degrees: degrees + (i < turned ? HALF : 0) };
  });
  return random.shuffle(list);
}

/** Four inner pixels as drawn, and around them what gives each its gradient; the corners say nothing. */
function drawPixels(random: Random, turned: number): number[] {
  const pixels = Array.from({ length: SIDE * SIDE }, () => random.int(30, 60));
  const ups = random.shuffle([0, 1, 2, 3].map((i) => i < turned));
  ups.forEach((up, i) => {
    const [x, y] = random.pick(TRIPLES);
    const [gx, gy] = [x * (random.chance(0.5) ? 1 : -1), up ? -y : y];
    const [right, below] = [i % 2 === 1, i >= 2];
    const at = (below ? 2 : 1) * SIDE + (right ? 2 : 1);
    // The inner neighbour stands; the outer one follows from it.
    if (right) pixels[at + 1] = pixels[at - 1] + gx;
    else pixels[at - 1] = pixels[at + 1] - gx;
    if (below) pixels[at + SIDE] = pixels[at - SIDE] + gy;
    else pixels[at - SIDE] = pixels[at + SIDE] - gy;
  });
  return pixels;
}

/** Bars of another cell: two to four of them stand. */
function drawCell(random: Random): number[] {
  const standing = new Set(random.shuffle(Array.from({ length: BINS }, (_, bin) => bin)).slice(0, random.int(2, 4)));
  return Array.from({ length: BINS }, (_, bin) => (standing.has(bin) ? random.int(1, 12) : 0));
}

function draw(random: Random, level: Level): View {
  const pixels = level === 3 ? drawPixels(random, random.int(...RULES[3].over)) : null;
  return {
    arrows: pixels ? [] : drawArrows(random, level),
    pixels,
    shared: level >= 4,
    block: level === 5 ? [drawCell(random), drawCell(random), drawCell(random)] : null,
  };
}

/** Distance in hundredths of the block's number from where its rounding flips. */
export function slackOf(view: View): number {
  if (view.block === null) return Infinity;
  const value = 100 * hysteresis(blockWith(rightBars(view), view.block)).after;
  return Math.abs(value - Math.floor(value) - 0.5);
}

function telling(view: View): boolean {
  const arrows = arrowsOf(view);
  const bars = rightBars(view);
  const all = sum(bars);
  const bins = arrows.map(({ degrees }) => Math.floor(fold(degrees) / WIDTH));
  // Somewhere two gradients meet in a bar, and no single one is most of the cell.
  const meet = view.shared || new Set(bins).size < bins.length;
  const spread = new Set(bins).size >= 3 && Math.max(...arrows.map(({ size }) => size)) <= all / 2;
  const split = !view.shared || arrows.filter((arrow) => votesOf(arrow, true).length === 2).length >= 2;
  return meet && spread && split && all <= MOST;
}

/** Nobody with a wrong idea of the level passes, and nothing said blindly earns a star. */
function fair(view: View, level: Level): boolean {
  const score = (answer: Answer) => scoreOf(pointsOf(view, answer));
  const { constants, quota, startingValues } = rivals.blind;
  const blind = [constants, quota, startingValues].flatMap((play) => (typeof play === "function" ? play(view) : []));
  return nobodyEarns(blind, score) && nobodyPasses(rivals.beliefs, view, level, score);
}

export const generate = (seed: string, level: Level): View =>
  redraw({
    kind: "hog-cell",
    seed,
    level,
    draw: ({ part }) => draw(part("cell"), level),
    slack: slackOf,
    margin: MARGIN,
    accept: (view) => telling(view) && fair(view, level),
  });
