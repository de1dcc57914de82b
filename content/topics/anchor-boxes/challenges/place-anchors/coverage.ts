import {
  coverageScore,
  gridAnchors,
  gridCoverage,
  gridSize,
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
  readonly anchors: readonly (BoxXYXY | null)[];
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

const grids = new Map<string, BoxArray>();

/** The anchors of one shape at every location. They do not depend on the objects, and the menus have few shapes: kept. */
function gridOf(rules: Rules, scale: number, ratio: Rules["ratios"][number]): BoxArray {
  const name = [rules.width, rules.height, rules.stride, scale, ...ratio].join();
  const anchors = grids.get(name) ?? gridAnchors({ ...grid(rules), scales: [scale], ratios: [valueOf(ratio)] });
  grids.set(name, anchors);
  return anchors;
}

function tableOf(rules: Judged): Row[] {
  const objects = flat(rules.objects);
  const { columns } = gridSize(grid(rules));
  return rules.ratios.flatMap((ratio, r) =>
    rules.scales.map((scale, s): Row => {
      const anchors = gridOf(rules, scale, ratio);
      const { bestIou, bestAnchor } = gridCoverage(objects, anchors, columns);
      const boxes = [...bestAnchor].map((i): BoxXYXY | null =>
        i < 0 ? null : [anchors[4 * i], anchors[4 * i + 1], anchors[4 * i + 2], anchors[4 * i + 3]],
      );
      return { shape: [s, r], ious: [...bestIou], anchors: boxes };
    }),
  );
}

/** Anchors of the given shapes at every location: [n, 4]. */
export function anchorsOf(rules: Rules, shapes: readonly Shape[]): number[] {
  return shapes.flatMap(([s, r]) => [...gridOf(rules, rules.scales[s], rules.ratios[r])]);
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
  const rows = shapes.map(([s, r]) => table[r * rules.scales.length + s]);
  const fits = rules.objects.map((_, i): Fit => {
    let fit: Fit = { iou: 0, shape: null, anchor: null };
    for (const row of rows) if (row.ious[i] > fit.iou) fit = { iou: row.ious[i], shape: row.shape, anchor: row.anchors[i] };
    return fit;
  });
  const mean = fits.reduce((sum, { iou }) => sum + iou, 0) / fits.length;
  const recall = fits.filter(({ iou }) => iou >= rules.threshold / 100).length / fits.length;
  return { fits, mean, recall, score: coverageScore({ meanBestIou: mean, recall }, RECALL_WEIGHT) };
}

/** The score alone, for judging thousands of choices. */
export function scoreOf(rules: Judged, table: readonly Row[], shapes: readonly Shape[]): number {
  const count = rules.objects.length;
  const t = rules.threshold / 100;
  let sum = 0;
  let found = 0;
  for (let i = 0; i < count; i++) {
    let high = 0;
    for (const [s, r] of shapes) high = Math.max(high, table[r * rules.scales.length + s].ious[i]);
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

/**
 * The two ends of the scale: what the engine's search reaches, and what a blind pick reaches on average. A blind pick in
 * "product" mode is any choice to which nothing can be added; in "shapes" mode a run of `budget` neighbours in each of
 * several fixed orders (all C(24, 4) sets would say the same, slower).
 */
export function reachOf(rules: Judged): Reach {
  const known = reaches.get(rules);
  if (known) return known;
  const table = coverageTable(rules);
  const most = searchAnchorSet({ ...searchOf(rules), known: table.map(({ ious }) => ious) });
  const picks = blindPicks(rules);
  const blind = picks.reduce((sum, shapes) => sum + scoreOf(rules, table, shapes), 0) / picks.length;
  const reach = { table, most, blind };
  reaches.set(rules, reach);
  return reach;
}

/** All pairs of some scales and some ratios. */
export const pairsOf = (scales: readonly number[], ratios: readonly number[]): Shape[] =>
  ratios.flatMap((r) => scales.map((s): Shape => [s, r]));

const picked = new Map<string, readonly (readonly Shape[])[]>();

/** The blind picks of a menu: the same for every picture, so they are listed once. */
function blindPicks(rules: Rules): readonly (readonly Shape[])[] {
  const name = [rules.mode, rules.scales.length, rules.ratios.length, rules.budget].join();
  const picks = picked.get(name) ?? (rules.mode === "product" ? fullProducts(rules) : strided(rules));
  picked.set(name, picks);
  return picks;
}

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
