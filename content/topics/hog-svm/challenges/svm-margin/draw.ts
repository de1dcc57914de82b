import type { Level } from "@/lib/challenges/contract";
import { redrawExact } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Random } from "@/lib/engine/random";
import { pointsOf, solutionOf, tooClose, type Answer, type View } from "./instance";
import { rivals } from "./rivals";
import { along, HIGH, lengthOf, LOW, SIDE, spanOf, touching, widestGap, widthOf, type Point } from "./street";

/** Whole-number directions of whole length in the first quarter. */
const TRIPLES = [
  [3, 4, 5],
  [4, 3, 5],
  [5, 12, 13],
  [12, 5, 13],
  [8, 15, 17],
  [15, 8, 17],
  [7, 24, 25],
  [24, 7, 25],
  [20, 21, 29],
] as const;

/** Points keep this far from the border of the picture and from each other. */
const [INSIDE, APART] = [6, 7] as const;
/** What is no support vector stands at least this far behind the street's side. */
const BEHIND = 1.5;

interface Rules {
  /** Points of either cloud. */
  readonly points: readonly [number, number];
  /** Half the width of the street that is drawn for. */
  readonly half: readonly [number, number];
  /** How far a cloud reaches back from the street, the one and the other. */
  readonly depth: readonly [number, number];
  /** How much a cloud slides along the street for each step back. */
  readonly skew: number;
  /** How far a cloud reaches along the street, either way. */
  readonly reach: number;
  /** How many support vectors there are to be; null: two or three. */
  readonly held: number | null;
}
const RULES: Readonly<Record<Level, Rules>> = {
  1: {
    points: [4, 6],
    half: [7, 12],
    depth: [24, 24],
    skew: 0,
    reach: 22,
    held: null,
  },
  2: {
    points: [5, 8],
    half: [6, 10],
    depth: [10, 52],
    skew: 0,
    reach: 26,
    held: null,
  },
  3: {
    points: [5, 9],
    half: [6, 9],
    depth: [34, 34],
    skew: 0.9,
    reach: 18,
    held: null,
  },
  4: {
    points: [6, 10],
    half: [5, 8],
    depth: [30, 36],
    skew: 0.8,
    reach: 26,
    held: 3,
  },
  5: {
    points: [7, 11],
    half: [4, 6],
    depth: [30, 36],
    skew: 0.8,
    reach: 28,
    held: 3,
  },
};

/** Two clouds on either side of a street through the middle of the picture; null where they do not fit. */
function draw(random: Random, level: Level): View | null {
  const { points: many, half: halves, depth, skew, reach } = RULES[level];
  const [p, q, r] = random.pick(TRIPLES);
  const [a, b] = [p * (random.chance(0.5) ? 1 : -1), q * (random.chance(0.5) ? 1 : -1)];
  const middle = { x: random.int(42, 58), y: random.int(42, 58) };
  const half = random.int(...halves);
  const lean = random.chance(0.5) ? skew : -skew;
  const depths = random.shuffle([...depth]);
  const placed: Point[] = [];
  for (const [index, object] of [true, false].entries()) {
    const count = random.int(...many);
    const from = random.int(-10, 10);
    for (let tries = 0, put = 0; put < count; tries++) {
      if (tries > 60) return null;
      // Back from the street, and along it; some points stand at the very front.
      const back = random.chance(0.3) ? random.int(0, 4) : random.int(0, depths[index]);
      const side = from + random.int(-reach, reach) + lean * back;
      const sign = object ? 1 : -1;
      const x = Math.round(middle.x + (sign * (half + back) * a - sign * side * b) / r);
      const y = Math.round(middle.y + (sign * (half + back) * b + sign * side * a) / r);
      if (Math.min(x, y) < INSIDE || Math.max(x, y) > SIDE - INSIDE) continue;
      if (placed.some((other) => (other.x - x) ** 2 + (other.y - y) ** 2 < APART * APART)) continue;
      placed.push({ x, y, object });
      put++;
    }
  }
  return { points: random.shuffle(placed), touch: level === 5 };
}

/** The street is as wide as the level asks for, its support vectors are plain, and whole ends find it. */
function clear(view: View, level: Level): boolean {
  const { points } = view;
  const { held, half } = RULES[level];
  const gap = widestGap(points);
  const width = widthOf(gap);
  const support = touching(gap, points);
  if (width < 2 * half[0] || width > 2 * half[1] + 6) return false;
  if (support.length > 3 || (held !== null && support.length !== held)) return false;
  const behind = points.every((point, i) => {
    const at = along(gap.normal, point);
    return support.includes(i) || Math.max(gap.from - at, at - gap.to) >= BEHIND * lengthOf(gap.normal);
  });
  const { ends } = solutionOf(view);
  return behind && ends !== null && spanOf(ends) >= 60 * 60 && !tooClose(ends) && Math.min(...ends) >= LOW && Math.max(...ends) <= HIGH;
}

/** Nobody with a wrong idea of the level passes, and nothing said blindly earns a star. */
function fair(view: View, level: Level): boolean {
  const score = (answer: Answer) => scoreOf(pointsOf(view, answer));
  const { constants, quota, startingValues } = rivals.blind;
  const blind = [constants, quota, startingValues].flatMap((play) => (typeof play === "function" ? play(view) : []));
  return score(solutionOf(view)) === 100 && nobodyEarns(blind, score) && nobodyPasses(rivals.beliefs, view, level, score);
}

/** Whole coordinates, and square roots, which every engine rounds alike: nothing can flip. */
export const generate = (seed: string, level: Level): View =>
  redrawExact({
    kind: "svm-margin",
    seed,
    level,
    draw: ({ part }) => draw(part("clouds"), level),
    accept: (view) => clear(view, level) && fair(view, level),
  });
