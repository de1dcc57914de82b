import { EngineInputError, requireLength } from "../errors";
import { requireBoxes, requireCount, requireFraction } from "../boxes/shape";
import type { BoxArray } from "../boxes/types";
import { gridAnchors, gridSize, type GridOptions } from "./grid";
import { gridCoverage, type BestAnchors } from "./gridCoverage";

export interface AnchorCoverage extends BestAnchors {
  /** Mean of bestIou; 0 for no objects. */
  meanBestIou: number;
  /** Share of the objects with bestIou ≥ threshold; 0 for no objects. */
  recall: number;
}

/**
 * How well a set of anchors covers the objects of a picture.
 * Source: the "average IOU" and recall by which YOLO9000 (arXiv:1612.08242, §2, table 1) and RPNs judge priors.
 * @param objects [g, 4] xyxy pixels  @param anchors [n, 4] xyxy pixels  @param threshold IoU that counts as found
 * @example anchorCoverage([0,0,10,10], [0,0,10,20, 5,0,15,10], 0.5) → bestIou [0.5], meanBestIou 0.5, recall 1
 * @throws EngineInputError on bad boxes or a threshold outside [0, 1]
 */
export function anchorCoverage(objects: BoxArray, anchors: BoxArray, threshold: number): AnchorCoverage {
  const g = requireBoxes("objects", objects);
  const n = requireBoxes("anchors", anchors);
  requireFraction("threshold", threshold);
  const bestIou = new Float64Array(g);
  const bestAnchor = new Int32Array(g).fill(-1);
  for (let i = 0; i < g; i++) {
    const x1 = objects[4 * i];
    const y1 = objects[4 * i + 1];
    const x2 = objects[4 * i + 2];
    const y2 = objects[4 * i + 3];
    const size = Math.max(0, x2 - x1) * Math.max(0, y2 - y1);
    let best = 0;
    for (let a = 0, o = 0; a < n; a++, o += 4) {
      const w = Math.min(x2, anchors[o + 2]) - Math.max(x1, anchors[o]);
      if (!(w > 0)) continue;
      const h = Math.min(y2, anchors[o + 3]) - Math.max(y1, anchors[o + 1]);
      if (!(h > 0)) continue;
      const overlap = overlapOf(w, h, size, anchors, o);
      if (overlap > best) {
        best = overlap;
        bestAnchor[i] = a;
      }
    }
    bestIou[i] = best;
  }
  return { bestIou, bestAnchor, ...summarise(bestIou, threshold) };
}

/** IoU of an object of area `size` with the anchor at offset `o`, whose intersection is w × h. */
function overlapOf(w: number, h: number, size: number, anchors: BoxArray, o: number): number {
  const shared = w * h;
  return shared / (size + (anchors[o + 2] - anchors[o]) * (anchors[o + 3] - anchors[o + 1]) - shared);
}

function summarise(bestIou: Float64Array, threshold: number): { meanBestIou: number; recall: number } {
  let sum = 0;
  let found = 0;
  for (let i = 0; i < bestIou.length; i++) {
    sum += bestIou[i];
    if (bestIou[i] >= threshold) found++;
  }
  const g = bestIou.length;
  return { meanBestIou: g === 0 ? 0 : sum / g, recall: g === 0 ? 0 : found / g };
}

/**
 * The number an anchor choice is judged by: (1 − recallWeight) · meanBestIou + recallWeight · recall, in [0, 1].
 * @example coverageScore({ meanBestIou: 0.6, recall: 1 }, 0.5) === 0.8
 */
export function coverageScore(coverage: Pick<AnchorCoverage, "meanBestIou" | "recall">, recallWeight: number): number {
  requireFraction("recallWeight", recallWeight);
  return (1 - recallWeight) * coverage.meanBestIou + recallWeight * coverage.recall;
}

export interface AnchorSearch extends Pick<GridOptions, "imageWidth" | "imageHeight" | "stride" | "centre"> {
  /** [g, 4] xyxy pixels. */
  objects: BoxArray;
  /** The scales to choose from, pixels; all different. */
  scales: readonly number[];
  /** The ratios (h / w) to choose from; all different. */
  ratios: readonly number[];
  /** Anchors a cell at most: scales chosen × ratios chosen ("product"), or shapes chosen ("shapes"). */
  budget: number;
  /** "product" (default): some scales times some ratios, as real detectors are configured. "shapes": any pairs of both. */
  mode?: "product" | "shapes";
  /** IoU that counts as found. Default 0.5. */
  threshold?: number;
  /** Weight of recall in the score. Default 0.5. */
  recallWeight?: number;
  /** Each shape's best IoU with every object, where that is known already: row r·S + s for scale s and ratio r. */
  known?: readonly (readonly number[])[];
}

/** A choice of anchor shapes, by index into the lists of the search. */
export interface AnchorChoice {
  /** Indices into `scales`, ascending. */
  scales: number[];
  /** Indices into `ratios`, ascending. */
  ratios: number[];
  /** The shapes as [scale index, ratio index]: all pairs in "product" mode, the pairs themselves in "shapes" mode. */
  shapes: [number, number][];
  meanBestIou: number;
  recall: number;
  score: number;
}

export interface AnchorSearchResult extends AnchorChoice {
  /** Choices whose score was computed. */
  examined: number;
}

/** Scores closer than this are equal: keeps the answer free of the last bits of a sum. */
const EQUAL = 1e-12;

/**
 * The best anchor choice under a budget, by exhaustive search with a bound.
 * Equal scores: fewer anchors, then the choice whose shapes come first (ratio by ratio, scale by scale).
 * @example searchAnchorSet({ objects: [16,16,32,32], imageWidth: 64, imageHeight: 64, stride: 16, scales: [16, 32],
 *   ratios: [1], budget: 1 }) chooses scale 16
 * @throws EngineInputError on an empty list, a value twice in a list, a budget below 1, or more than 24 shapes in "shapes" mode
 */
export function searchAnchorSet(search: AnchorSearch): AnchorSearchResult {
  const { scales, ratios, budget, mode = "product", threshold = 0.5, recallWeight = 0.5 } = search;
  requireCount("budget", budget, 1);
  requireFraction("threshold", threshold);
  requireFraction("recallWeight", recallWeight);
  requireDistinct("scales", scales);
  requireDistinct("ratios", ratios);
  const table = shapeTable(search);
  return mode === "product"
    ? searchProduct(table, scales.length, ratios.length, budget, threshold, recallWeight)
    : searchShapes(table, scales.length, budget, threshold, recallWeight);
}

function requireDistinct(argument: string, values: readonly number[]): void {
  if (values.length === 0 || values.length > 16) throw new EngineInputError(argument, "must hold 1 to 16 values", values);
  if (new Set(values).size !== values.length) throw new EngineInputError(argument, "must not hold a value twice", values);
}

/** The coverage of one given choice of shapes, for grading what a learner chose. @param shapes [scale index, ratio index] */
export function evaluateAnchorChoice(search: AnchorSearch, shapes: readonly (readonly [number, number])[]): AnchorChoice {
  const { scales, ratios, threshold = 0.5, recallWeight = 0.5 } = search;
  requireFraction("threshold", threshold);
  shapes.forEach(([s, r], i) => {
    if (scales[s] === undefined || ratios[r] === undefined) {
      throw new EngineInputError(`shapes[${i}]`, "must point into scales and ratios", `${s}, ${r}`);
    }
  });
  const g = requireBoxes("objects", search.objects);
  const best = new Float64Array(g);
  for (const [s, r] of shapes) raise(best, coverageOf(search, s, r));
  return choiceOf(
    shapes.map(([s, r]) => [s, r]),
    summarise(best, threshold),
    recallWeight,
  );
}

function choiceOf(shapes: [number, number][], summary: { meanBestIou: number; recall: number }, recallWeight: number): AnchorChoice {
  const ascending = (values: number[]) => [...new Set(values)].sort((a, b) => a - b);
  return {
    scales: ascending(shapes.map(([s]) => s)),
    ratios: ascending(shapes.map(([, r]) => r)),
    shapes,
    ...summary,
    score: coverageScore(summary, recallWeight),
  };
}

function raise(best: Float64Array, row: Float64Array): void {
  for (let i = 0; i < best.length; i++) if (row[i] > best[i]) best[i] = row[i];
}

function coverageOf(search: AnchorSearch, scale: number, ratio: number): Float64Array {
  const anchors = gridAnchors({ ...search, scales: [search.scales[scale]], ratios: [search.ratios[ratio]] });
  return gridCoverage(search.objects, anchors, gridSize(search).columns).bestIou;
}

/** Row r·S + s: each object's best IoU with the anchors of scale s and ratio r. A set's best IoU is the maximum of its rows. */
function shapeTable(search: AnchorSearch): Float64Array[] {
  if (search.known) {
    requireLength("known", search.known, search.scales.length * search.ratios.length);
    const objects = requireBoxes("objects", search.objects);
    return search.known.map((row, i) => {
      requireLength(`known[${i}]`, row, objects);
      return Float64Array.from(row);
    });
  }
  const rows: Float64Array[] = [];
  for (let r = 0; r < search.ratios.length; r++) {
    for (let s = 0; s < search.scales.length; s++) rows.push(coverageOf(search, s, r));
  }
  return rows;
}

interface Best {
  shapes: number[];
  summary: { meanBestIou: number; recall: number };
  score: number;
}

/** The choice with the higher score; among equals fewer shapes, then the one that comes first. */
function better(candidate: Best, best: Best): boolean {
  if (candidate.score > best.score + EQUAL) return true;
  if (candidate.score < best.score - EQUAL) return false;
  if (candidate.shapes.length !== best.shapes.length) return candidate.shapes.length < best.shapes.length;
  for (let i = 0; i < candidate.shapes.length; i++) {
    if (candidate.shapes[i] !== best.shapes[i]) return candidate.shapes[i] < best.shapes[i];
  }
  return false;
}

/** The search starts from the first shape alone, which every budget allows. */
function firstShape(table: Float64Array[], threshold: number, recallWeight: number): Best {
  const summary = summarise(table[0], threshold);
  return { shapes: [0], summary, score: coverageScore(summary, recallWeight) };
}

function finish(best: Best, S: number, recallWeight: number, examined: number): AnchorSearchResult {
  const shapes = best.shapes.map((row): [number, number] => [row % S, Math.floor(row / S)]);
  return { ...choiceOf(shapes, best.summary, recallWeight), examined };
}

function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let bit = 0; mask >> bit !== 0; bit++) if ((mask >> bit) & 1) bits.push(bit);
  return bits;
}

function searchProduct(
  table: Float64Array[],
  S: number,
  R: number,
  budget: number,
  threshold: number,
  recallWeight: number,
): AnchorSearchResult {
  let best = firstShape(table, threshold, recallWeight);
  let examined = 0;
  const row = new Float64Array(table[0].length);
  for (let ratioMask = 1; ratioMask < 1 << R; ratioMask++) {
    const ratios = bitsOf(ratioMask);
    if (ratios.length > budget) continue;
    const most = Math.floor(budget / ratios.length);
    // Each scale's rows under these ratios, merged once for all subsets of scales.
    const merged = Array.from({ length: S }, (_, s) => {
      const out = new Float64Array(row.length);
      for (const r of ratios) raise(out, table[r * S + s]);
      return out;
    });
    row.fill(0);
    for (const one of merged) raise(row, one);
    const bound = coverageScore(summarise(row, threshold), recallWeight);
    if (bound < best.score - EQUAL) continue;
    for (let scaleMask = 1; scaleMask < 1 << S; scaleMask++) {
      const scales = bitsOf(scaleMask);
      if (scales.length > most) continue;
      row.fill(0);
      for (const s of scales) raise(row, merged[s]);
      examined++;
      const summary = summarise(row, threshold);
      const score = coverageScore(summary, recallWeight);
      if (score < best.score - EQUAL) continue;
      const shapes = ratios.flatMap((r) => scales.map((s) => r * S + s));
      const candidate = { shapes, summary, score };
      if (better(candidate, best)) best = candidate;
    }
  }
  return finish(best, S, recallWeight, examined);
}

/**
 * Whether any choice under the budget scores above `score`: the search's own question, answered as soon as it is known. For generators that
 * refuse most of what they draw.
 * @throws EngineInputError as searchAnchorSet
 */
export function reachesScore(search: AnchorSearch, score: number): boolean {
  const { scales, ratios, budget, mode = "product", threshold = 0.5, recallWeight = 0.5 } = search;
  if (mode !== "product") return searchAnchorSet(search).score > score;
  requireCount("budget", budget, 1);
  const table = shapeTable(search);
  const row = new Float64Array(table[0].length);
  const merged = scales.map(() => new Float64Array(row.length));
  const above = () => coverageScore(summarise(row, threshold), recallWeight) > score;
  for (let ratioMask = 1; ratioMask < 1 << ratios.length; ratioMask++) {
    const chosen = bitsOf(ratioMask);
    // More scales never score less: the fullest sets are enough.
    const most = Math.min(scales.length, Math.floor(budget / chosen.length));
    if (most === 0) continue;
    row.fill(0);
    merged.forEach((out, s) => {
      out.fill(0);
      for (const r of chosen) raise(out, table[r * scales.length + s]);
      raise(row, out);
    });
    if (!above()) continue;
    for (let scaleMask = 1; scaleMask < 1 << scales.length; scaleMask++) {
      if (countOf(scaleMask) !== most) continue;
      row.fill(0);
      for (let s = 0; s < merged.length; s++) if ((scaleMask >> s) & 1) raise(row, merged[s]);
      if (above()) return true;
    }
  }
  return false;
}

function countOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function searchShapes(table: Float64Array[], S: number, budget: number, threshold: number, recallWeight: number): AnchorSearchResult {
  const n = table.length;
  if (n > 24) throw new EngineInputError("scales", 'times ratios must not exceed 24 shapes in "shapes" mode', `${n} shapes`);
  const g = table[0].length;
  // tail[i]: what all shapes from i on could still reach; adding anchors never lowers a score, so it bounds a branch.
  const tail: Float64Array[] = Array.from({ length: n + 1 }, () => new Float64Array(g));
  for (let i = n - 1; i >= 0; i--) {
    tail[i].set(tail[i + 1]);
    raise(tail[i], table[i]);
  }
  const levels = Array.from({ length: budget + 1 }, () => new Float64Array(g));
  const reach = new Float64Array(g);
  let best = firstShape(table, threshold, recallWeight);
  let examined = 0;
  const chosen: number[] = [];
  const visit = (from: number): void => {
    const depth = chosen.length;
    const row = levels[depth];
    if (depth > 0) {
      examined++;
      const summary = summarise(row, threshold);
      const candidate = { shapes: chosen.slice(), summary, score: coverageScore(summary, recallWeight) };
      if (better(candidate, best)) best = candidate;
    }
    if (depth === budget) return;
    for (let i = from; i < n; i++) {
      reach.set(row);
      raise(reach, tail[i]);
      if (coverageScore(summarise(reach, threshold), recallWeight) < best.score - EQUAL) return;
      levels[depth + 1].set(row);
      raise(levels[depth + 1], table[i]);
      chosen.push(i);
      visit(i + 1);
      chosen.pop();
    }
  };
  visit(0);
  return finish(best, S, recallWeight, examined);
}
