import {
  coverageScore,
  gridAnchors,
  gridCoverage,
  gridSize,
  reachesScore,
  searchAnchorSet,
  type AnchorSearch,
  type AnchorSearchResult,
} from "@/lib/engine/anchors";
import type { BoxArray, BoxXYXY } from "@/lib/engine/boxes";

/** An anchor shape as [index into scales, index into ratios]. */
export type Shape = readonly [number, number];

/** The shop: which anchors there are, and how a choice is judged. */
export interface Rules {
  readonly width: number;
  readonly height: number;
  /** Pixels between anchor centres. */
  readonly stride: number;
  /** √area of the anchors on offer, pixels. */
  readonly scales: readonly number[];
  /** Ratios on offer as [height, width]. */
  readonly ratios: readonly (readonly [number, number])[];
  /** Anchors a location at most. */
  readonly budget: number;
  /** The IoU from which an object counts as found, in hundredths. */
  readonly threshold: number;
  /** "product": some scales times some ratios. "shapes": any single shapes. */
  readonly mode: "product" | "shapes";
}

export interface Judged extends Rules {
  readonly objects: readonly { readonly box: BoxXYXY }[];
}

/** Half of the value is the mean of the objects' IoUs with their anchors, half the share of objects found. */
const RECALL_WEIGHT = 0.5;

/** One shape against every object: its IoU with the nearest anchor of this shape, and that anchor. */
export interface Row {
  readonly shape: Shape;
  readonly ious: readonly number[];
  /** That anchor of object i; null where none meets it. */
  anchorOf(i: number): BoxXYXY | null;
}

const valueOf = ([h, w]: readonly [number, number]) => h / w;
const flat = (objects: Judged["objects"]) => objects.flatMap(({ box }) => [...box]);
const grid = ({ width, height, stride }: Rules) => ({ imageWidth: width, imageHeight: height, stride });

export function searchOf(rules: Judged): AnchorSearch {
  const { scales, ratios, budget, mode, threshold, objects } = rules;
  return {
    ...grid(rules),
    objects: flat(objects),
    scales,
    ratios: ratios.map(valueOf),
    budget,
    mode,
    threshold: threshold / 100,
    recallWeight: RECALL_WEIGHT,
  };
}

/** Every shape on offer against every object: ratio by ratio, scale by scale, as the engine orders anchors. */
export function coverageTable(rules: Judged): readonly Row[] {
  const known = tables.get(rules);
  if (known) return known;
  const table = tableOf(rules);
  tables.set(rules, table);
  return table;
}

/** Instances never change, so neither does what was once computed of one. */
const tables = new WeakMap<Judged, readonly Row[]>();

/** What depends on the menu alone, of which there are few: kept. */
interface Menu {
  /** The anchors of each shape at every location, ratio by ratio, scale by scale. */
  readonly grids: readonly BoxArray[];
  readonly columns: number;
  /** The blind picks, as rows of the table. */
  readonly picks: readonly (readonly number[])[];
}
const menus = new Map<string, Menu>();

function menuOf(rules: Rules): Menu {
  const { width, height, stride, scales, ratios, budget, mode } = rules;
  const name = JSON.stringify([width, height, stride, scales, ratios, budget, mode]);
  const known = menus.get(name);
  if (known) return known;
  const picks = mode === "product" ? fullProducts(rules) : strided(rules);
  const menu = {
    grids: ratios.flatMap((ratio) => scales.map((scale) => gridAnchors({ ...grid(rules), scales: [scale], ratios: [valueOf(ratio)] }))),
    columns: gridSize(grid(rules)).columns,
    picks: picks.map((shapes) => shapes.map((shape) => rowOf(rules, shape))),
  };
  menus.set(name, menu);
  return menu;
}

/** Where a shape's row stands in the table. */
const rowOf = ({ scales }: Rules, [s, r]: Shape): number => r * scales.length + s;

function tableOf(rules: Judged): Row[] {
  const objects = flat(rules.objects);
  const { grids, columns } = menuOf(rules);
  const S = rules.scales.length;
  return grids.map((anchors, row): Row => {
    const { bestIou, bestAnchor } = gridCoverage(objects, anchors, columns);
    const anchorOf = (object: number): BoxXYXY | null => {
      const at = 4 * bestAnchor[object];
      return at < 0 ? null : [anchors[at], anchors[at + 1], anchors[at + 2], anchors[at + 3]];
    };
    return { shape: [row % S, Math.floor(row / S)], ious: [...bestIou], anchorOf };
  });
}

/** Anchors of the given shapes at every location: [n, 4]. */
export function anchorsOf(rules: Rules, shapes: readonly Shape[]): number[] {
  const { grids } = menuOf(rules);
  return shapes.flatMap((shape) => [...grids[rowOf(rules, shape)]]);
}

/** An object's best anchor under a choice. */
export interface Fit {
  readonly iou: number;
  readonly shape: Shape | null;
  readonly anchor: BoxXYXY | null;
}

export interface Evaluation {
  readonly fits: readonly Fit[];
  readonly mean: number;
  readonly recall: number;
  readonly score: number;
}

/** How a choice of shapes does, read from the table. Objects whose IoUs are equal keep the shape that comes first. */
export function evaluate(rules: Judged, table: readonly Row[], shapes: readonly Shape[]): Evaluation {
  const rows = shapes.map((shape) => table[rowOf(rules, shape)]);
  const fits = rules.objects.map((_, i): Fit => {
    let fit: Fit = { iou: 0, shape: null, anchor: null };
    for (const row of rows) if (row.ious[i] > fit.iou) fit = { iou: row.ious[i], shape: row.shape, anchor: row.anchorOf(i) };
    return fit;
  });
  const mean = fits.reduce((sum, { iou }) => sum + iou, 0) / fits.length;
  const recall = fits.filter(({ iou }) => iou >= rules.threshold / 100).length / fits.length;
  return { fits, mean, recall, score: coverageScore({ meanBestIou: mean, recall }, RECALL_WEIGHT) };
}

/** The score alone, for judging thousands of choices. */
export const scoreOf = (rules: Judged, table: readonly Row[], shapes: readonly Shape[]): number =>
  scoreOfRows(
    rules,
    table,
    shapes.map((shape) => rowOf(rules, shape)),
  );

function scoreOfRows(rules: Judged, table: readonly Row[], rows: readonly number[]): number {
  const count = rules.objects.length;
  const t = rules.threshold / 100;
  let sum = 0;
  let found = 0;
  for (let i = 0; i < count; i++) {
    let high = 0;
    for (let k = 0; k < rows.length; k++) high = Math.max(high, table[rows[k]].ious[i]);
    sum += high;
    if (high >= t) found++;
  }
  return coverageScore({ meanBestIou: sum / count, recall: found / count }, RECALL_WEIGHT);
}

/** Scores closer than this are the same score. */
export const EQUAL = 1e-9;

export interface Reach {
  readonly table: readonly Row[];
  readonly most: AnchorSearchResult;
  /** The mean score of blind picks. */
  readonly blind: number;
}

const reaches = new WeakMap<Judged, Reach>();

/** The two ends of the scale: what the engine's search reaches, and what a blind pick reaches on average. */
export function reachOf(rules: Judged): Reach {
  const known = reaches.get(rules);
  if (known) return known;
  const table = coverageTable(rules);
  const reach = { table, most: searchAnchorSet(knownSearch(rules, table)), blind: blindOf(rules) };
  reaches.set(rules, reach);
  return reach;
}

const knownSearch = (rules: Judged, table: readonly Row[]): AnchorSearch => ({ ...searchOf(rules), known: table.map(({ ious }) => ious) });

/** Whether the search would reach more than `score`, without all that it looks at. */
export const reachesAbove = (rules: Judged, score: number): boolean => reachesScore(knownSearch(rules, coverageTable(rules)), score);

/**
 * The mean score of blind picks. A blind pick in "product" mode is any choice to which nothing can be added; in "shapes" mode a run of
 * `budget` neighbours in each of several fixed orders (all C(24, 4) sets would say the same, slower).
 */
export function blindOf(rules: Judged): number {
  const table = coverageTable(rules);
  const { picks } = menuOf(rules);
  return picks.reduce((sum, rows) => sum + scoreOfRows(rules, table, rows), 0) / picks.length;
}

/** All pairs of some scales and some ratios. */
export const pairsOf = (scales: readonly number[], ratios: readonly number[]): Shape[] =>
  ratios.flatMap((r) => scales.map((s): Shape => [s, r]));

const subsets = (n: number): number[][] =>
  Array.from({ length: (1 << n) - 1 }, (_, mask) => Array.from({ length: n }, (_, bit) => bit).filter((bit) => ((mask + 1) >> bit) & 1));

function fullProducts({ scales, ratios, budget }: Rules): Shape[][] {
  const [S, R] = [scales.length, ratios.length];
  const isFull = (s: number, r: number) => s * r <= budget && (s === S || (s + 1) * r > budget) && (r === R || s * (r + 1) > budget);
  const scaleSets = subsets(S);
  return subsets(R).flatMap((rs) => scaleSets.filter((ss) => isFull(ss.length, rs.length)).map((ss) => pairsOf(ss, rs)));
}

function strided({ scales, ratios, budget }: Rules): Shape[][] {
  const all = pairsOf(
    scales.map((_, s) => s),
    ratios.map((_, r) => r),
  );
  const n = all.length;
  const steps = Array.from({ length: n - 1 }, (_, i) => i + 1).filter((step) => gcd(step, n) === 1);
  return steps.flatMap((step) => all.map((_, start) => Array.from({ length: budget }, (_, k) => all[(start + k * step) % n])));
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
