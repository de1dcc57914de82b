import { groupRegions, regionSimilarity, tableWith, type RegionTable, type SimilarityValues } from "@/lib/engine/propose";
import { letter } from "@/lib/words";
import { PALETTE } from "./palette";

/** Texture is left out: on so few tiles nobody could read it off. */
export const MEASURES = ["colour", "size", "fill"] as const;
export type Measure = (typeof MEASURES)[number];

/** A picture so small that each tile is one pixel of it. */
export interface View {
  readonly columns: number;
  readonly rows: number;
  /** The segment of each tile, row by row; segment 0 is called A. */
  readonly segments: readonly number[];
  /** The colour of each tile: an index into PALETTE. */
  readonly colours: readonly number[];
  /** What is added up: the first one, two or three of MEASURES. */
  readonly measures: readonly Measure[];
  /** How many merges are asked for, one after the other. */
  readonly merges: number;
}

/**
 * A region by the letters of its segments, in order: "A", "ACF". An answer has one list of names a merge. Two names are a pair; fewer stand
 * in a merge that is not settled yet.
 */
export interface Answer {
  readonly merges: readonly (readonly string[])[];
}

export type Pair = readonly [string, string];

export const segmentsOf = ({ segments }: Pick<View, "segments">): string[] =>
  Array.from({ length: Math.max(...segments) + 1 }, (_, i) => letter(i));

export const joined = (a: string, b: string): string => [...`${a}${b}`].sort().join("");
const pairOf = (a: string, b: string): Pair => (a < b ? [a, b] : [b, a]);
export const samePair = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().every((name, i) => name === [...b].sort()[i]);

/** Region names after merges, each at the place of its first letter. */
export const afterMerge = (names: readonly string[], [a, b]: Pair): readonly string[] =>
  names
    .filter((name) => name !== a && name !== b)
    .concat(joined(a, b))
    .sort();

/** Tables without colours, of one division into segments and by names: painting and playing ask for the same ones again and again. */
const shapes = new WeakMap<readonly number[], Map<string, { readonly labels: Int32Array; readonly table: RegionTable }>>();
const NO_HISTOGRAMS = { colour: new Float64Array(0), colourLength: 0, texture: new Float64Array(0), textureLength: 0 };

function shapesOf({ columns, rows, segments }: View, names: readonly string[]) {
  const known = shapes.get(segments) ?? new Map<string, { readonly labels: Int32Array; readonly table: RegionTable }>();
  shapes.set(segments, known);
  const key = names.join();
  const found = known.get(key);
  if (found) return found;
  const rowOf = segmentsOf({ segments }).map((segment) => names.findIndex((name) => name.includes(segment)));
  const labels = Int32Array.from(segments, (segment) => rowOf[segment]);
  const sizes = new Int32Array(names.length);
  for (const row of labels) sizes[row]++;
  const made = { labels, table: tableWith({ width: columns, height: rows, labels, count: names.length, sizes }, NO_HISTOGRAMS) };
  known.set(key, made);
  return made;
}

/** What the engine goes by, of the regions with these names: row i is region i. Colours are counted as they are, without bins. */
export function tableOf(view: View, names: readonly string[]): RegionTable {
  const { labels, table } = shapesOf(view, names);
  const colour = new Float64Array((2 * names.length - 1) * PALETTE.length);
  for (let tile = 0; tile < labels.length; tile++) colour[labels[tile] * PALETTE.length + view.colours[tile]]++;
  for (let i = 0; i < names.length * PALETTE.length; i++) colour[i] /= table.sizes[Math.floor(i / PALETTE.length)];
  // Grouping fills the rows of merged regions.
  return { ...table, sizes: table.sizes.slice(), boxes: table.boxes.slice(), colour, colourLength: PALETTE.length };
}

export interface Rated {
  readonly pair: Pair;
  readonly values: SimilarityValues;
  /** Sum of the measures that count. */
  readonly total: number;
  readonly touching: boolean;
}

/** Every pair of the regions with these names, the most similar first. */
export function ratedPairs(view: View, names: readonly string[], measures: readonly Measure[] = view.measures): Rated[] {
  const table = tableOf(view, names);
  const { touching } = table;
  const touch = new Set<number>();
  for (let k = 0; k < touching.length; k += 2) touch.add(touching[k] * names.length + touching[k + 1]);
  const all: Rated[] = [];
  for (let a = 0; a < names.length; a++) {
    for (let b = a + 1; b < names.length; b++) {
      const values = regionSimilarity(table, a, b);
      const total = measures.reduce((sum, name) => sum + values[name], 0);
      all.push({ pair: pairOf(names[a], names[b]), values, total, touching: touch.has(a * names.length + b) });
    }
  }
  return all.sort((a, b) => b.total - a.total);
}

/** The merges as the engine makes them. */
export function truthOf(view: View): Pair[] {
  const names = segmentsOf(view);
  return groupRegions(tableOf(view, names), Object.fromEntries(view.measures.map((name) => [name, true])))
    .slice(0, view.merges)
    .map(({ first, second }) => {
      names.push(joined(names[first], names[second]));
      return pairOf(names[first], names[second]);
    });
}

/** One moment on the right way: the regions as they are then and the touching pairs, the most similar first. */
export interface Moment {
  readonly names: readonly string[];
  readonly pairs: readonly Rated[];
}

export function momentsOf(view: View): Moment[] {
  let names: readonly string[] = segmentsOf(view);
  return truthOf(view).map((pair) => {
    const moment = { names, pairs: ratedPairs(view, names).filter(({ touching }) => touching) };
    names = afterMerge(names, pair);
    return moment;
  });
}

/** By how much the pair that merges leads the next one, at the merge where it leads least. */
export const slackOf = (view: View): number => Math.min(...momentsOf(view).map(({ pairs }) => pairs[0].total - pairs[1].total));

/** Merges that are right before the first wrong one: after that the regions are others. */
export function rightMerges(truth: readonly Pair[], { merges }: Answer): number {
  const wrong = truth.findIndex((pair, i) => !samePair(pair, merges[i] ?? []));
  return wrong < 0 ? truth.length : wrong;
}

/** Names of the regions that an answer's settled merges lead to: all but its last one. Pairs that are no regions by then are passed over. */
export function namesAfter(view: View, { merges }: Answer): readonly string[] {
  return merges
    .slice(0, -1)
    .reduce<readonly string[]>(
      (names, [a, b]) => (names.includes(a) && names.includes(b) && a !== b ? afterMerge(names, [a, b]) : names),
      segmentsOf(view),
    );
}
