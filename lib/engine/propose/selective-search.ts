import { EngineInputError } from "../errors";
import { requireCount } from "../boxes/shape";
import { seeded } from "../random";
import type { BoxXYXY } from "../boxes/types";
import { toColourSpace, type ColourSpace } from "./colour-space";
import { felzenszwalb, type Segmentation } from "./felzenszwalb";
import { groupRegions, type MergeStep, type Similarities } from "./grouping";
import type { PixelImage } from "./image";
import { regionTable, type RegionTable } from "./region-table";

/** How the diversified runs are chosen; a field that is given replaces the mode's own. */
export interface SelectiveSearchOptions {
  /**
   * "single": RGB, one k, all four measures. "fast" and "quality": the paper's tables, 8 runs (HSV, Lab × CTSF, TSF × k 50, 100)
   * and 80 runs (HSV, Lab, rgI, hue, grey × CTSF, TSF, F, S × k 50, 100, 150, 300). Default "fast".
   */
  readonly mode?: "single" | "fast" | "quality";
  readonly colourSpaces?: readonly ColourSpace[];
  readonly similarities?: readonly Similarities[];
  /** k of the first segmentation, for values 0..255. */
  readonly scales?: readonly number[];
  readonly sigma?: number;
  /** Least pixels of a first segment. Default: k, but at most 1/256 of the image and at least 8. */
  readonly minSize?: number;
  /** Boxes with a shorter side (pixels) are left out. Default 1. */
  readonly minSide?: number;
  /** Keep this many, best ranked first. Default all. */
  readonly maxProposals?: number;
  /** Seed of the random factor in the ranking. Default 0. */
  readonly seed?: string | number;
}

export interface Proposals {
  /** [n, 4] xyxy pixels, no two equal, best ranked first. */
  readonly boxes: Float64Array;
  /** [n], rising: the paper's v = random · place in the hierarchy, place 1 being the whole image. */
  readonly ranks: Float64Array;
  readonly count: number;
  /** How many segmentations with how many merges they came from. */
  readonly runs: number;
}

/** One grouping with everything needed to replay it. */
export interface SelectiveSearchTrace {
  readonly segmentation: Segmentation;
  /** Regions 0..count−1 are the segments, the rest the merges in order: boxes [2·count − 1, 4] and sizes. */
  readonly boxes: Float64Array;
  readonly sizes: Int32Array;
  readonly steps: readonly MergeStep[];
}

const ALL: Similarities = { colour: true, texture: true, size: true, fill: true };
const NO_COLOUR: Similarities = { texture: true, size: true, fill: true };

const MODES = {
  single: { colourSpaces: ["RGB"], similarities: [ALL], scales: [100] },
  fast: { colourSpaces: ["HSV", "Lab"], similarities: [ALL, NO_COLOUR], scales: [50, 100] },
  quality: {
    colourSpaces: ["HSV", "Lab", "rgI", "hue", "grey"],
    similarities: [ALL, NO_COLOUR, { fill: true }, { size: true }],
    scales: [50, 100, 150, 300],
  },
} as const satisfies Record<
  string,
  { colourSpaces: readonly ColourSpace[]; similarities: readonly Similarities[]; scales: readonly number[] }
>;

function leastSegment(k: number, pixels: number): number {
  return Math.max(8, Math.min(Math.round(k), Math.floor(pixels / 256)));
}

/**
 * One hierarchical grouping, step by step: Felzenszwalb segments in one colour space, then the most similar neighbours merge
 * until one region is left.
 * Source: Uijlings et al., IJCV 104 (2013), algorithm 1.
 * @example four segments give 3 steps; the last box is [0, 0, width, height]
 */
export function selectiveSearchTrace(
  image: PixelImage,
  options: { colourSpace?: ColourSpace; similarities?: Similarities; scale?: number; sigma?: number; minSize?: number } = {},
): SelectiveSearchTrace {
  const { colourSpace = "RGB", similarities = ALL, scale = 100, sigma = 0.8 } = options;
  const pixels = toColourSpace(image, colourSpace);
  const segmentation = felzenszwalb(pixels, { scale, sigma, minSize: options.minSize ?? leastSegment(scale, image.width * image.height) });
  const table = regionTable(pixels, segmentation);
  const steps = groupRegions(table, similarities);
  return { segmentation, boxes: table.boxes, sizes: table.sizes, steps };
}

/** Best rank of each distinct box; the key holds four coordinates below 2^13 in one integer below 2^53. */
class BoxRanks {
  private readonly ranks = new Map<number, number>();

  note(boxes: Float64Array, region: number, rank: number): void {
    const o = 4 * region;
    const key = ((boxes[o] * 8192 + boxes[o + 1]) * 8192 + boxes[o + 2]) * 8192 + boxes[o + 3];
    const known = this.ranks.get(key);
    if (known === undefined || rank < known) this.ranks.set(key, rank);
  }

  /** Entries with the lowest rank first, boxes with a side below `minSide` left out. */
  sorted(minSide: number): { box: BoxXYXY; rank: number }[] {
    const list: { box: BoxXYXY; rank: number }[] = [];
    for (const [key, rank] of this.ranks) {
      const y2 = key % 8192;
      const x2 = Math.floor(key / 8192) % 8192;
      const y1 = Math.floor(key / 8192 ** 2) % 8192;
      const x1 = Math.floor(key / 8192 ** 3);
      if (x2 - x1 >= minSide && y2 - y1 >= minSide) list.push({ box: [x1, y1, x2, y2], rank });
    }
    return list.sort((a, b) => a.rank - b.rank);
  }
}

/** Region numbers from the root (place 1) down: the merges backwards, then the segments by size, larger first. */
function fromTheTop(table: RegionTable, merges: number): Int32Array {
  const segments = Array.from({ length: table.count }, (_, i) => i).sort((a, b) => table.sizes[b] - table.sizes[a] || a - b);
  const out = new Int32Array(table.count + merges);
  for (let i = 0; i < merges; i++) out[i] = table.count + merges - 1 - i;
  out.set(segments, merges);
  return out;
}

/**
 * Object proposals: the boxes of every region of every hierarchy (segments and merges), over several colour spaces, k and
 * sums of measures; equal boxes are kept once, with their best rank.
 * Source: Uijlings et al., IJCV 104 (2013), sections 3.1 to 3.3.
 * @throws EngineInputError for a malformed image or option, or an image with a side over 8191 pixels
 * @example a 1×1 image has one proposal, [0, 0, 1, 1]
 */
export function selectiveSearch(image: PixelImage, options: SelectiveSearchOptions = {}): Proposals {
  const { mode = "fast", sigma = 0.8, minSide = 1, seed = 0 } = options;
  const preset = MODES[mode];
  if (preset === undefined) throw new EngineInputError("mode", "must be single, fast or quality", mode);
  if (Math.max(image.width, image.height) > 8191)
    throw new EngineInputError("image", "must have sides of at most 8191 pixels", `${image.width}×${image.height}`);
  const { colourSpaces = preset.colourSpaces, similarities = preset.similarities, scales = preset.scales } = options;
  if (options.maxProposals !== undefined) requireCount("maxProposals", options.maxProposals);
  const random = seeded(seed);
  const ranks = new BoxRanks();
  let runs = 0;
  for (const space of colourSpaces) {
    const pixels = toColourSpace(image, space);
    for (const scale of scales) {
      const minSize = options.minSize ?? leastSegment(scale, image.width * image.height);
      const table = regionTable(pixels, felzenszwalb(pixels, { scale, sigma, minSize }));
      for (const use of similarities) {
        const steps = groupRegions(table, use);
        fromTheTop(table, steps.length).forEach((region, i) => ranks.note(table.boxes, region, random.next() * (i + 1)));
        runs++;
      }
    }
  }
  const list = ranks.sorted(minSide).slice(0, options.maxProposals);
  const boxes = new Float64Array(4 * list.length);
  list.forEach(({ box }, i) => boxes.set(box, 4 * i));
  return { boxes, ranks: Float64Array.from(list, ({ rank }) => rank), count: list.length, runs };
}
