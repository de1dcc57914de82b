import type { Level } from "@/lib/challenges/contract";
import { redraw, type Parts } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { Random } from "@/lib/engine/random";
import { byArea, floorLevel, levelsOf, slackOf, type Answer, type View } from "./instance";
import { constantAnswers, rivals } from "./rivals";

/** An area is at least a ninth beyond the bound of its level: 0.08 of a level. */
export const MARGIN = 0.11;

/** How many levels every pyramid has. */
const COUNT = 4;

interface Rules {
  readonly width: number;
  readonly height: number;
  /** Pixels that sides are multiples of, and the grid that is drawn. */
  readonly step: number;
  readonly grid: number;
  /** Reference sizes, how many levels lie below each one's own, and beyond which end of the pyramid the picture has room for boxes. */
  readonly references: readonly (readonly [canonical: number, below: number, room: "under" | "over" | "both"])[];
  readonly k0s: readonly number[];
  /** Long boxes, and boxes beyond the ends. */
  readonly long: boolean;
  readonly beyond: boolean;
  readonly formula: boolean;
}

const PAPER = { width: 1344, height: 1120, step: 4, grid: 0, references: [[224, 2, "both"]], k0s: [4] } as const;
const SMALL = {
  width: 112,
  height: 112,
  step: 1,
  grid: 0,
  references: [
    [20, 2, "both"],
    [22, 2, "both"],
    [40, 3, "both"],
    [44, 3, "both"],
  ],
  k0s: [5, 6, 7],
} as const;

const RULES: Readonly<Record<Level, Rules>> = {
  1: { ...PAPER, long: false, beyond: false, formula: true },
  2: { ...PAPER, long: true, beyond: false, formula: true },
  3: { ...PAPER, long: true, beyond: true, formula: false },
  4: { ...SMALL, long: true, beyond: true, formula: false },
  5: {
    ...SMALL,
    width: 160,
    height: 160,
    step: 8,
    grid: 8,
    references: [
      [24, 1, "under"],
      [24, 2, "over"],
      [48, 2, "under"],
      [48, 3, "over"],
    ],
    long: true,
    beyond: true,
    formula: false,
  },
};

/** Areas within a level, as thousandths of its lower bound, which lies at 1,000 and its upper one at 4,000; the last four are rounded up. */
const WITHIN = [1150, 1346, 1574, 1842, 2155, 2521, 2950, 3452] as const;

/** What a box is drawn for: the level that the formula gives, and whether rounding would go up from there. */
interface Wish {
  readonly k: number;
  readonly upper: boolean;
}

/** Sides of a wish, in whole steps; null where this try gives none. */
function sides(
  random: Random,
  { k, upper }: Wish,
  k0: number,
  canonical: number,
  rules: Rules,
  top: boolean,
): readonly [number, number] | null {
  const unit = canonical * canonical;
  const bound = k >= k0 ? unit * (1 << (2 * (k - k0))) : unit / (1 << (2 * (k0 - k)));
  const area = (bound * WITHIN[random.int(0, 3) + (upper ? 4 : 0)]) / 1000;
  const quarters = rules.long ? random.pick(top ? [5, 8, 12] : [6, 12, 20, 24, 32]) : 4;
  const whole = (side: number) => rules.step * Math.max(1, Math.floor(side / rules.step + 0.5));
  const long = whole(Math.sqrt((area * quarters) / 4));
  const short = rules.long ? whole(area / long) : long;
  const [w, h] = random.chance(0.5) ? [long, short] : [short, long];
  const box: BoxXYXY = [0, 0, w, h];
  const fits = w <= rules.width && h <= rules.height && floorLevel(byArea(w, h, canonical), k0) === k;
  const goesUp = floorLevel({ area: 2 * w * h, unit }, k0) > k;
  return fits && goesUp === upper && slackOf({ boxes: [box], canonical }) >= MARGIN ? [w, h] : null;
}

/** Rounds whose boxes may be spread evenly over the levels: were there none, that would tell something. */
const EVENLY = 0.12;

/** Tries for the sides of one box. */
const TRIES = 40;

/** Upper left corners far apart, so that tags do not cover each other. */
function place(random: Random, [w, h]: readonly [number, number], placed: readonly BoxXYXY[], { width, height, step }: Rules): BoxXYXY {
  let best: { readonly at: readonly [number, number]; readonly away: number } | null = null;
  for (let i = 0; i < 8; i++) {
    const at = [step * random.int(0, Math.floor((width - w) / step)), step * random.int(0, Math.floor((height - h) / step))] as const;
    const away = Math.min(width, ...placed.map(([x, y]) => Math.max(Math.abs(x - at[0]), 2 * Math.abs(y - at[1]))));
    if (!best || away > best.away) best = { at, away };
  }
  const [x, y] = best?.at ?? [0, 0];
  return [x, y, x + w, y + h];
}

/**
 * Whether these wishes let no guess by: under half of the boxes on one level, not spread evenly, two that rounding takes up a level, and
 * two that the area without its root takes elsewhere. @param evenly whether they may be spread evenly
 */
function tells(wishes: readonly Wish[], k0: number, lowest: number, evenly: boolean): boolean {
  const held = (k: number) => Math.min(COUNT - 1, Math.max(0, k - lowest));
  const counts = Array.from({ length: COUNT }, () => 0);
  let [roundedUp, rootless] = [0, 0];
  for (const { k, upper } of wishes) {
    counts[held(k)]++;
    if (upper && held(k + 1) !== held(k)) roundedUp++;
    if (held(2 * k - k0 + (upper ? 1 : 0)) !== held(k)) rootless++;
  }
  const n = wishes.length;
  if (roundedUp < 2 || rootless < 2 || 2 * Math.max(...counts) >= n) return false;
  const inOrder = counts.flatMap((many, k) => Array.from({ length: many }, () => k));
  return evenly || 2 * inOrder.filter((k, i) => k === Math.floor(((2 * i + 1) * COUNT) / (2 * n))).length < n;
}

/** Wishes that lie `from` levels above the lowest one or higher, in the order of levels: all ways to choose `count`. */
function choose(count: number, from: number): (readonly Wish[])[] {
  if (count === 0) return [[]];
  return Array.from({ length: 2 * COUNT - from }, (_, i) => from + i).flatMap((at) =>
    choose(count - 1, at).map((rest) => [{ k: at >> 1, upper: (at & 1) === 1 }, ...rest]),
  );
}

const known = new Map<string, readonly (readonly Wish[])[]>();

/** All sets of wishes that tell, as levels above the lowest one. */
function setsOf(rules: Rules, below: number, room: keyof typeof ENDS, count: number, evenly: boolean): readonly (readonly Wish[])[] {
  const key = JSON.stringify([rules.beyond, below, room, count, evenly]);
  const found =
    known.get(key) ??
    (rules.beyond ? ENDS[room] : [[]]).flatMap((ends) =>
      choose(count - ends.length, 0)
        .map((inside) => [...ends.map((k) => ({ k, upper: false })), ...inside])
        .filter((wishes) => tells(wishes, below, 0, evenly)),
    );
  known.set(key, found);
  return found;
}

/** Beyond which ends the two boxes lie that the formula puts outside of the levels there are. */
const ENDS = {
  both: [
    [-1, COUNT],
    [-1, -1],
    [COUNT, COUNT],
  ],
  under: [[-1, -1]],
  over: [[COUNT, COUNT]],
} as const;

function draw({ part, fixed }: Parts, rules: Rules): View | null {
  const [canonical, below, room] = fixed("reference").pick(rules.references);
  const k0 = fixed("k0").pick(rules.k0s);
  const lowest = k0 - below;
  const highest = lowest + COUNT - 1;
  const random = part("boxes");
  const evenly = fixed("evenly").chance(EVENLY);
  const sets = [5, 6, 7].map((count) => setsOf(rules, below, room, count, evenly)).filter(({ length }) => length > 0);
  const set = random.pick(fixed("count").pick(sets));
  const wishes = set.map(({ k, upper }) => ({ k: lowest + k, upper }));
  const boxes: BoxXYXY[] = [];
  for (const wish of random.shuffle(wishes)) {
    let found: readonly [number, number] | null = null;
    for (let i = 0; i < TRIES && !found; i++) found = sides(random, wish, k0, canonical, rules, wish.k >= highest);
    if (!found) return null;
    boxes.push(place(random, found, boxes, rules));
  }
  return { width: rules.width, height: rules.height, boxes, k0, canonical, lowest, highest, formula: rules.formula, grid: rules.grid };
}

/** The boxes and the pyramid of a seed and level. */
export function generate(seed: string, level: Level): View {
  const rules = RULES[level];
  return redraw({
    kind: "fpn-level",
    seed,
    level,
    draw: (parts) => draw(parts, rules),
    slack: slackOf,
    margin: MARGIN,
    accept: (view) => {
      // Who spreads the boxes evenly was looked at when they were dealt.
      const truth = levelsOf(view);
      const score = ({ levels }: Answer) => scoreOf({ earned: truth.filter((k, i) => levels[i] === k).length, total: truth.length });
      return nobodyPasses(rivals.beliefs, view, level, score) && nobodyEarns(constantAnswers(view), score);
    },
  });
}
