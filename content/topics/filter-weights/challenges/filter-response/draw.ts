import type { Level } from "@/lib/challenges/contract";
import { redraw, type Parts } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Random } from "@/lib/engine/random";
import { byNumber, dot, MAP_SIDE, PATCHES, responsesOf, slidTo, turned, type Answer, type View } from "./instance";
import { OWN_KERNELS } from "./own";
import { pointsOf } from "./points";
import { rivals, withoutLook } from "./rivals";

/** Between a response and the next one, where they are compared. */
export const MARGIN = 2;

/** Kernels of the textbooks: edges, a line, a corner, a spot. Most of their weights are small or 0, so that they are soon worked out. */
const BASES = [
  [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  [-1, 0, 2, -1, 0, 2, 0, 0, 1],
  [0, 1, 3, -1, 0, 1, -3, -1, 0],
  [-1, 3, -1, 0, 3, -1, -1, 3, 0],
  [2, 2, -1, 2, 0, -2, -1, -2, 0],
  [0, -1, 0, -1, 4, -2, 0, -1, 1],
] as const;

/** A quarter turn. */
const quarter = (nine: readonly number[]) => Array.from({ length: 9 }, (_, i) => nine[(2 - (i % 3)) * 3 + Math.floor(i / 3)]);

function textbook(random: Random): number[] {
  let nine: number[] = [...random.pick(BASES)];
  for (let turns = random.int(0, 3); turns > 0; turns--) nine = quarter(nine);
  return random.chance(0.5) ? nine.map((weight) => -weight || 0) : nine;
}

const clamped = (value: number) => Math.min(9, Math.max(0, Math.floor(value + 0.5)));

/** Pixels from 0 to 9: a pattern on a grey, with a little noise. */
function pixels(random: Random, pattern: readonly number[], amplitude: number, grey: number): number[] {
  const largest = Math.max(1, ...pattern.map(Math.abs));
  return pattern.map((value) => clamped(grey + (amplitude * value) / largest + random.int(-1, 1)));
}

/** What patches are made of, for a kernel: itself, its negative, itself turned round, patterns that have nothing to do with it. */
const PATTERNS: readonly ((random: Random, nine: readonly number[]) => readonly number[])[] = [
  (_, nine) => nine,
  (_, nine) => nine.map((weight) => -weight),
  (_, nine) => turned(nine),
  textbook,
  textbook,
  (random, nine) => nine.map(() => random.int(-2, 2)),
  // Half of it the kernel's: a poor match, which more contrast may make loud.
  (random, nine) => {
    const other = textbook(random);
    return nine.map((weight, i) => weight + 2 * other[i]);
  },
];

/** Patches for a kernel: one of each of the first three patterns, the others of any, shuffled. */
function patchesFor(random: Random, kernel: readonly (readonly number[])[], count: number, ranked: boolean): number[][][] {
  const made = Array.from({ length: count }, (_, i) => {
    // To be ranked: a faint good match among strong poor ones.
    const [amplitude, grey] = [ranked ? (i === 0 ? random.int(1, 2) : random.int(2, 5)) : random.int(1, 5), random.int(1, 8)];
    return kernel.map((nine) => {
      const pattern = PATTERNS[i < 3 ? i : ranked ? PATTERNS.length - 1 : random.int(0, PATTERNS.length - 1)];
      return pixels(random, pattern(random, nine), amplitude, grey);
    });
  });
  return random.shuffle(made);
}

const NOTHING = { bias: 0, patches: [], map: [], asked: [], responses: [] } as const;

function compared({ part }: Parts, level: Level): View {
  const random = part("kernel");
  const kernel = level === 3 ? [[...random.pick(OWN_KERNELS)]] : Array.from({ length: level }, () => textbook(random));
  const count = level === 3 ? 5 : PATCHES;
  return { ...NOTHING, task: level === 3 ? "rank" : "pick", kernel, patches: patchesFor(part("patches"), kernel, count, level === 3) };
}

/** Two of the asked cells are below 0 before the ReLU: who forgets it fails, and who always says 0 as well. */
function slide({ part, fixed }: Parts): View | null {
  const random = part("map");
  const kernel = [textbook(part("kernel"))];
  const view: View = {
    ...NOTHING,
    task: "slide",
    kernel,
    bias: fixed("bias").pick([-3, -2, 2, 3]),
    map: Array.from({ length: MAP_SIDE * MAP_SIDE }, () => random.int(0, 5)),
  };
  const cells = part("asked").shuffle(Array.from({ length: 9 }, (_, cell) => cell));
  const sums = cells.map((cell) => slidTo(view, cell));
  const [below, above] = [cells.filter((_, i) => sums[i] < 0), cells.filter((_, i) => sums[i] > 0)];
  const count = fixed("count").int(3, 4);
  if (below.length < 2 || above.length < count) return null;
  const asked = [...below.slice(0, 2), ...above.slice(0, count)].sort((a, b) => a - b);
  const said = asked.map((cell) => slidTo(view, cell)).filter((sum) => sum > 0);
  return new Set(said).size < said.length ? null : { ...view, asked };
}

/** Each of the first two patches is dark under the weights that a later one tells, so that they can be found one after the other. */
function weights({ part, fixed }: Parts): View | null {
  const kernel = [...part("kernel").pick(OWN_KERNELS)];
  const random = part("patches");
  const open = part("asked")
    .shuffle(kernel.flatMap((weight, cell) => (weight === 0 ? [] : [cell])))
    .slice(0, 3);
  if (open.length < 3 || open.every((cell) => kernel[cell] > 0)) return null;
  const made = open.map((_, i) => {
    const lit = open.slice(0, i + 1);
    return kernel.map((_, cell) => (open.includes(cell) ? (lit.includes(cell) ? random.int(1, 3) : 0) : random.pick([0, 0, 1, 2])));
  });
  const patches = random.shuffle(made).map((patch) => [patch]);
  const bias = fixed("bias").pick([3, 4, 5, 6, 7]);
  const responses = patches.map((patch) => dot([kernel], patch) + bias);
  if (responses.some((response) => response <= 0)) return null;
  const asked = [...open].sort((a, b) => a - b);
  return {
    ...NOTHING,
    task: "weights",
    kernel: [kernel.map((w, cell) => (asked.includes(cell) ? null : w))],
    bias,
    patches,
    asked,
    responses,
  };
}

const draw = (parts: Parts, level: Level): View | null =>
  level === 4 ? slide(parts) : level === 5 ? weights(parts) : compared(parts, level);

/** The least gap that decides: between the loudest and the next, or between any two that follow each other. Other tasks compare nothing. */
export function slackOf(view: View): number {
  if (view.task !== "pick" && view.task !== "rank") return Infinity;
  const responses = responsesOf(view);
  const sorted = byNumber(responses).map((i) => responses[i]);
  const gaps = sorted.slice(1).map((next, i) => sorted[i] - next);
  return Math.min(...(view.task === "pick" ? gaps.slice(0, 1) : gaps));
}

export function generate(seed: string, level: Level): View {
  return redraw({
    kind: "filter-response",
    seed,
    level,
    margin: MARGIN,
    draw: (parts) => draw(parts, level),
    slack: slackOf,
    accept: (view) => {
      const score = (answer: Answer) => scoreOf(pointsOf(view, answer, false));
      // What is said without a look hits something now and then; there are too few patches and weights for that to be kept out otherwise.
      const blind = nobodyEarns(withoutLook(view), score);
      return blind && nobodyPasses(rivals.beliefs, view, level, score);
    },
  });
}
