import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Random } from "@/lib/engine/random";
import { letter } from "@/lib/words";
import {
  afterMerge,
  MEASURES,
  ratedPairs,
  rightMerges,
  samePair,
  segmentsOf,
  slackOf,
  truthOf,
  type Answer,
  type Rated,
  type View,
} from "./instance";
import { PALETTE } from "./palette";
import { blindAnswers, rivals, smallest, WITHOUT_A_LOOK } from "./rivals";

const COLUMNS = 16;
const ROWS = 12;
/** Tiles of a segment at least: a finger finds four on a phone. */
const LEAST = 6;
const LETTERS = Array.from({ length: 12 }, (_, i) => letter(i));

interface Rules {
  readonly measures: 1 | 2 | 3;
  readonly merges: number;
  readonly segments: readonly [number, number];
  /** Blocks that lie inside a segment: what fill is about. */
  readonly islands: number;
  /** By how much the pair that merges leads, at least. Numbers are shown in hundredths: three rounded ones may be off by .015. */
  readonly margin: number;
}

const RULES: Readonly<Record<Level, Rules>> = {
  1: { measures: 1, merges: 1, segments: [6, 7], islands: 0, margin: 0.06 },
  2: { measures: 2, merges: 1, segments: [6, 8], islands: 0, margin: 0.05 },
  3: { measures: 3, merges: 1, segments: [6, 8], islands: 1, margin: 0.05 },
  4: { measures: 3, merges: 2, segments: [6, 8], islands: 1, margin: 0.04 },
  5: { measures: 3, merges: 3, segments: [7, 9], islands: 2, margin: 0.04 },
};

/** The smallest margin of all levels. */
export const MARGIN = RULES[5].margin;

/** Each tile goes to the nearest of some points: segments with straight, slanted borders. Whole numbers decide. */
function cells(random: Random, count: number): number[] {
  const points = Array.from({ length: count }, () => [random.int(0, 2 * COLUMNS - 1), random.int(0, 2 * ROWS - 1)] as const);
  return Array.from({ length: COLUMNS * ROWS }, (_, tile) => {
    const [x, y] = [2 * (tile % COLUMNS), 2 * Math.floor(tile / COLUMNS)];
    const away = points.map(([px, py]) => (px - x) * (px - x) + (py - y) * (py - y));
    return away.indexOf(Math.min(...away));
  });
}

/** Cuts a block out of the middle of a segment, with a rim of it all around; null where none has room. */
function withIsland(random: Random, labels: readonly number[], label: number): number[] | null {
  const [w, h] = random.pick([
    [3, 2],
    [2, 3],
    [4, 2],
    [3, 3],
  ]);
  const room = labels.flatMap((_, tile) => (hasRoom(labels, tile, w, h) ? [tile] : []));
  if (room.length === 0) return null;
  const at = random.pick(room);
  const out = [...labels];
  for (let y = 0; y < h; y++) out.fill(label, at + y * COLUMNS, at + y * COLUMNS + w);
  return out;
}

/** Whether a block at a tile, with a rim of one tile all around, lies within one segment. */
function hasRoom(labels: readonly number[], tile: number, w: number, h: number): boolean {
  const [left, top] = [tile % COLUMNS, Math.floor(tile / COLUMNS)];
  if (left < 1 || top < 1 || left + w >= COLUMNS || top + h >= ROWS) return false;
  for (let y = top - 1; y <= top + h; y++)
    for (let x = left - 1; x <= left + w; x++) if (labels[y * COLUMNS + x] !== labels[tile]) return false;
  return true;
}

/** Segments numbered by their first tile; null where one is too small or in pieces. */
function numbered(labels: readonly number[]): number[] | null {
  const order = [...new Set(labels)];
  const segments = labels.map((label) => order.indexOf(label));
  const sizes = order.map(() => 0);
  for (const segment of segments) sizes[segment]++;
  if (sizes.some((size) => size < LEAST)) return null;
  return sizes.every((size, segment) => reached(segments, segments.indexOf(segment)) === size) ? segments : null;
}

/** How many tiles of a segment are reached over its sides from one of them. */
function reached(segments: readonly number[], start: number): number {
  const seen = new Set([start]);
  for (const tile of seen) {
    const x = tile % COLUMNS;
    const near = [tile - COLUMNS, tile + COLUMNS, ...(x > 0 ? [tile - 1] : []), ...(x < COLUMNS - 1 ? [tile + 1] : [])];
    for (const next of near) if (segments[next] === segments[start]) seen.add(next);
  }
  return seen.size;
}

/** Shares of three colours in twelfths. Close to each other from segment to segment, so that colour alone does not settle everything. */
type Mixture = readonly [number, number, number];

function mixture(random: Random): Mixture {
  const main = random.int(0, 2);
  const share = random.int(5, 9);
  const second = random.int(0, 12 - share);
  const rest = 12 - share - second;
  return main === 0 ? [share, second, rest] : main === 1 ? [second, share, rest] : [second, rest, share];
}

const shape = ({ size, fill }: Rated["values"]) => size + fill;
const best = (list: readonly Rated[], by: (values: Rated["values"]) => number) =>
  list.reduce<Rated | null>((a, b) => (a !== null && by(a.values) >= by(b.values) ? a : b), null);
const meets = (pair: readonly string[], names: readonly string[]) => pair.some((name) => names.includes(name));

/** Segments to be painted alike; the second of a pair may keep some twelfths of its own. */
interface Twins {
  readonly names: readonly string[];
  readonly apart: number;
}

const OWN_TWELFTHS = [0, 1, 2, 3, 4] as const;
const alike = (...pairs: readonly (Rated | null)[]): Twins[] => pairs.flatMap((one) => (one ? [{ names: one.pair, apart: 0 }] : []));

/**
 * Pairs that a wrong way would choose: one that does not touch, from level 2 on neighbours that are too large, from level 3 on neighbours
 * that leave much of their common box empty.
 */
function tempting({ measures }: View, pairs: readonly Rated[]): Twins[] {
  const near = pairs.filter(({ touching }) => touching);
  const far = best(
    pairs.filter(({ touching }) => !touching),
    ({ size, fill }) => (measures.length > 1 ? size : 0) + (measures.length > 2 ? fill : 0),
  );
  return alike(
    far,
    measures.length > 2 ? best(near, ({ size, fill }) => size - fill) : null,
    measures.length > 1 ? best(near, ({ size }) => -size) : null,
  );
}

/**
 * Where several merges are asked for: the tightest neighbours with a third at their side, which is the next in a list that nobody makes
 * anew, and two neighbours elsewhere that overtake the third once it would join a region of two. Beside these a pair that does not touch
 * and one that leaves its box empty, each of which comes before those elsewhere for whoever forgets a rule. Null where the shapes allow of
 * none: what they say alone is known before anything is painted.
 */
function overtaken(blank: View, pairs: readonly Rated[]): Twins[] | null {
  const near = pairs.filter(({ touching }) => touching);
  const tight = best(near, shape);
  if (!tight || WITHOUT_A_LOOK.some((choose) => choose(pairs) === tight)) return null;
  const later = ratedPairs(blank, afterMerge(segmentsOf(blank), tight.pair));
  const second = smallest(pairs) === tight ? smallest(later) : null;
  for (const third of near.filter((other) => other !== tight && meets(other.pair, tight.pair))) {
    if (shape(tight.values) - shape(third.values) < MARGIN) continue;
    const trio = [...new Set([...tight.pair, ...third.pair])];
    const grown = later.find(({ pair }) => samePair([...pair.join("")], trio));
    for (const elsewhere of near.filter(({ pair }) => !meets(pair, trio))) {
      if (second && samePair(second.pair, elsewhere.pair)) continue;
      const apart = OWN_TWELFTHS.find((own) => {
        const over = shape(elsewhere.values) - own / 12;
        return grown && over - shape(grown.values) > MARGIN && shape(third.values) - over > MARGIN;
      });
      if (apart === undefined) continue;
      const over = shape(elsewhere.values) - apart / 12;
      const placed = [...trio, ...elsewhere.pair];
      const free = pairs.filter(({ pair }) => !meets(pair, tight.pair) && pair.some((name) => !placed.includes(name)));
      const far = best(
        free.filter(({ touching }) => !touching),
        shape,
      );
      const sprawling = best(
        free.filter(
          ({ touching, values }) =>
            touching && shape(values) + MARGIN < over && values.size - MARGIN / 2 > elsewhere.values.size - apart / 12,
        ),
        ({ size, fill }) => size - fill,
      );
      if (!far || !sprawling || shape(far.values) - MARGIN / 2 < over) continue;
      return [{ names: trio, apart: 0 }, { names: elsewhere.pair, apart }, ...alike(far, sprawling)];
    }
  }
  return null;
}

/** Gives the same colours to segments that are to be alike. */
function withTwins(mixtures: readonly Mixture[], twins: readonly Twins[]): Mixture[] {
  const out = [...mixtures];
  const settled = new Set<string>();
  for (const { names, apart } of twins) {
    const from = names.find((name) => settled.has(name)) ?? names[0];
    const mix = out[LETTERS.indexOf(from)];
    for (const name of names) if (name !== from && !settled.has(name)) out[LETTERS.indexOf(name)] = moved(mix, apart);
    for (const name of names) settled.add(name);
  }
  return out;
}

/** A mixture some twelfths away: from its largest share to its smallest. */
function moved(mixture: Mixture, twelfths: number): Mixture {
  const [most, least] = [mixture.indexOf(Math.max(...mixture)), mixture.lastIndexOf(Math.min(...mixture))];
  return mixture.map((share, i) => share + (i === least ? twelfths : 0) - (i === most ? twelfths : 0)) as [number, number, number];
}

/** Paints every segment with its mixture, tile by tile in a drawn order. */
function painted(random: Random, segments: readonly number[], mixtures: readonly Mixture[], colours: readonly number[]): number[] {
  const out = segments.map(() => colours[0]);
  mixtures.forEach(([a, b], segment) => {
    const tiles = random.shuffle(segments.flatMap((own, tile) => (own === segment ? [tile] : [])));
    const [first, second] = [Math.round((tiles.length * a) / 12), Math.round((tiles.length * b) / 12)];
    tiles.forEach((tile, i) => void (out[tile] = colours[i < first ? 0 : i < first + second ? 1 : 2]));
  });
  return out;
}

/** Segments, and two ways to ask what their shapes alone say; null where the try came to nothing. */
function layout(random: Random, { measures, merges, islands }: Rules, count: number): View | null {
  let labels: number[] | null = cells(random, count - islands);
  for (let k = 0; labels && k < islands; k++) labels = withIsland(random, labels, count - islands + k);
  const segments = labels && numbered(labels);
  if (!segments || Math.max(...segments) + 1 < count) return null;
  return { columns: COLUMNS, rows: ROWS, segments, colours: segments.map(() => 0), measures: MEASURES.slice(0, measures), merges };
}

/** Nobody who follows a wrong procedure of the level passes, and no pair that is taken without a look earns. */
function acceptable(view: View, level: Level): boolean {
  const truth = truthOf(view);
  const score = (answer: Answer) => scoreOf({ earned: rightMerges(truth, answer), total: truth.length });
  return nobodyPasses(rivals.beliefs, view, level, score) && nobodyEarns(blindAnswers(view), score);
}

/** Paintings of one layout before another is drawn. */
const PAINTINGS = 8;

function draw(random: Random, level: Level, count: number, accept: (view: View) => boolean): View | null {
  const rules = RULES[level];
  const blank = layout(random, rules, count);
  const pairs = blank && ratedPairs(blank, segmentsOf(blank));
  if (!pairs) return null;
  const twins = rules.merges > 1 ? overtaken(blank, pairs) : tempting(blank, pairs);
  if (twins === null) return null;
  const colours = random.shuffle(PALETTE.map((_, i) => i)).slice(0, 3);
  for (let k = 0; k < PAINTINGS; k++) {
    const mixtures = withTwins(
      Array.from({ length: count }, () => mixture(random)),
      twins,
    );
    const view = { ...blank, colours: painted(random, blank.segments, mixtures, colours) };
    if (accept(view)) return view;
  }
  return null;
}

/** The picture of a seed and level. How many segments it has is drawn once: few are easier to draw for. */
export function generate(seed: string, level: Level): View {
  const { segments, islands, margin } = RULES[level];
  const accept = (view: View) => slackOf(view) >= margin && acceptable(view, level);
  return redraw({
    kind: "selective-search-merge",
    seed,
    level,
    draw: ({ part, fixed }) => draw(part("picture"), level, fixed("segments").int(...segments) + islands, accept),
    slack: slackOf,
    margin,
  });
}
