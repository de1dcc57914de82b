import { EngineInputError } from "../errors";
import type { BoxXYXY } from "../boxes/types";
import type { RegionTable } from "./region-table";
import { PairQueue } from "./pair-queue";

/** Which of the four measures are added up. */
export interface Similarities {
  readonly colour?: boolean;
  readonly texture?: boolean;
  readonly size?: boolean;
  readonly fill?: boolean;
}

/** The four measures of one pair of regions, each in 0..1 and larger when more alike. */
export interface SimilarityValues {
  readonly colour: number;
  readonly texture: number;
  readonly size: number;
  readonly fill: number;
}

/** One merge of the hierarchy: regions `first` < `second` became region `merged`. */
export interface MergeStep {
  readonly first: number;
  readonly second: number;
  readonly merged: number;
  /** All four values, also of measures that were not asked for. */
  readonly similarity: SimilarityValues;
  /** Sum of the measures asked for: what the queue was ordered by. */
  readonly total: number;
  /** Pixels of the merged region and its box. */
  readonly size: number;
  readonly box: BoxXYXY;
}

function overlapSum(values: Float64Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let i = a * length, j = b * length, end = i + length; i < end; i++, j++) sum += values[i] < values[j] ? values[i] : values[j];
  return sum;
}

/**
 * Uijlings's four measures of regions a and b:
 * colour and texture = Σ min(hᵃ, hᵇ) of histograms with sum 1; size = 1 − (|a| + |b|)/|image|;
 * fill = 1 − (|BBab| − |a| − |b|)/|image|, BBab the box around both.
 * Source: Uijlings et al., IJCV 104 (2013), equations 2, 4, 5, 6.
 */
export function regionSimilarity(table: RegionTable, a: number, b: number): SimilarityValues {
  return {
    colour: overlapSum(table.colour, a, b, table.colourLength),
    texture: overlapSum(table.texture, a, b, table.textureLength),
    size: sizeSimilarity(table, a, b),
    fill: fillSimilarity(table, a, b),
  };
}

function sizeSimilarity(table: RegionTable, a: number, b: number): number {
  return 1 - (table.sizes[a] + table.sizes[b]) / table.imageSize;
}

function fillSimilarity({ boxes, sizes, imageSize }: RegionTable, a: number, b: number): number {
  const i = 4 * a;
  const j = 4 * b;
  const width = Math.max(boxes[i + 2], boxes[j + 2]) - Math.min(boxes[i], boxes[j]);
  const height = Math.max(boxes[i + 3], boxes[j + 3]) - Math.min(boxes[i + 1], boxes[j + 1]);
  return 1 - (width * height - sizes[a] - sizes[b]) / imageSize;
}

function mergeRows(values: Float64Array, a: number, b: number, into: number, length: number, shareOfA: number): void {
  const shareOfB = 1 - shareOfA;
  for (let k = 0, i = a * length, j = b * length, o = into * length; k < length; k++, i++, j++, o++)
    values[o] = values[i] * shareOfA + values[j] * shareOfB;
}

/** Histograms of a union are the size-weighted mean (equation 3); sizes add, boxes enclose. */
function mergeRegions(table: RegionTable, a: number, b: number, into: number): void {
  const { sizes, boxes } = table;
  const share = sizes[a] / (sizes[a] + sizes[b]);
  mergeRows(table.colour, a, b, into, table.colourLength, share);
  mergeRows(table.texture, a, b, into, table.textureLength, share);
  sizes[into] = sizes[a] + sizes[b];
  for (let k = 0; k < 4; k++)
    boxes[4 * into + k] = k < 2 ? Math.min(boxes[4 * a + k], boxes[4 * b + k]) : Math.max(boxes[4 * a + k], boxes[4 * b + k]);
}

/**
 * Greedy grouping: the most similar touching pair merges until one region is left; n segments give n − 1 steps.
 * Of equally similar pairs the one with the lower region numbers goes first. Fills rows `count`.. of the table.
 * Source: Uijlings et al. (2013), algorithm 1. O(pairs · histogram length + pairs · log pairs).
 * @throws EngineInputError when no measure is chosen
 */
export function groupRegions(table: RegionTable, use: Similarities): MergeStep[] {
  if (!use.colour && !use.texture && !use.size && !use.fill) {
    throw new EngineInputError("similarities", "must choose at least one of colour, texture, size and fill", "none");
  }
  const { count, touching, boxes, sizes } = table;
  const total = (a: number, b: number): number =>
    (use.colour ? overlapSum(table.colour, a, b, table.colourLength) : 0) +
    (use.texture ? overlapSum(table.texture, a, b, table.textureLength) : 0) +
    (use.size ? sizeSimilarity(table, a, b) : 0) +
    (use.fill ? fillSimilarity(table, a, b) : 0);
  const neighbours = Array.from({ length: 2 * count - 1 }, () => new Set<number>());
  const alive = new Uint8Array(2 * count - 1).fill(1, 0, count);
  const queue = new PairQueue(touching.length);
  for (let k = 0; k < touching.length; k += 2) {
    const a = touching[k];
    const b = touching[k + 1];
    neighbours[a].add(b);
    neighbours[b].add(a);
    queue.push(total(a, b), a, b);
  }
  const steps: MergeStep[] = [];
  for (let merged = count; queue.pop();) {
    const { first, second } = queue;
    if (!alive[first] || !alive[second]) continue;
    const similarity = regionSimilarity(table, first, second);
    const best = queue.similarity;
    alive[first] = 0;
    alive[second] = 0;
    alive[merged] = 1;
    mergeRegions(table, first, second, merged);
    for (const old of [first, second]) {
      for (const n of neighbours[old]) {
        neighbours[n].delete(old);
        if (alive[n] && n !== merged) neighbours[merged].add(n);
      }
      neighbours[old].clear();
    }
    for (const n of neighbours[merged]) {
      neighbours[n].add(merged);
      queue.push(total(n, merged), n, merged);
    }
    const o = 4 * merged;
    const box: BoxXYXY = [boxes[o], boxes[o + 1], boxes[o + 2], boxes[o + 3]];
    steps.push({ first, second, merged, similarity, total: best, size: sizes[merged], box });
    merged++;
  }
  return steps;
}
