import { EngineInputError, requireLength } from "../errors";
import { requireCount, requirePositive } from "../boxes/shape";
import { pow } from "../exact";
import { tile } from "./grid";

/** Rounds to the nearest whole number, halves to the even one, as NumPy and PyTorch do. @example 2.5 → 2, 3.5 → 4 */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * Anchors of one cell around (0, 0) in torchvision's convention: ratio = h / w, sides rounded to whole pixels, ratio by
 * ratio all sizes together. Computed in float32 steps like the library, so that halves fall the same way.
 * Source: torchvision.models.detection.anchor_utils.AnchorGenerator.generate_anchors.
 * @returns [ratios · sizes, 4] xyxy pixels
 * @example cellAnchors([128], [0.5, 1, 2]) → [−91,−45,91,45, −64,−64,64,64, −45,−91,45,91]
 * @throws EngineInputError when a size or ratio is not above 0
 */
export function cellAnchors(sizes: readonly number[], ratios: readonly number[]): Float64Array {
  const out = new Float64Array(4 * sizes.length * ratios.length);
  sizes.forEach((size, i) => requirePositive(`sizes[${i}]`, size));
  let o = 0;
  ratios.forEach((ratio, i) => {
    requirePositive(`ratios[${i}]`, ratio);
    const h = Math.fround(Math.sqrt(Math.fround(ratio)));
    const w = Math.fround(1 / h);
    for (const size of sizes) {
      const halfWidth = roundHalfEven(Math.fround(w * Math.fround(size)) / 2);
      const halfHeight = roundHalfEven(Math.fround(h * Math.fround(size)) / 2);
      out.set([-halfWidth, -halfHeight, halfWidth, halfHeight], o);
      o += 4;
    }
  });
  return out;
}

/** Anchors of several feature maps in one list. */
export interface LevelAnchors {
  /** [total, 4] xyxy pixels: level after level, row by row, cell by cell. */
  anchors: Float64Array;
  /** [k, 4] of one cell, a level each. */
  cells: Float64Array[];
  /** Anchors of each level. */
  countPerLevel: number[];
  /** [stride y, stride x] of each level, pixels. */
  strides: [number, number][];
}

export interface AnchorGeneratorOptions {
  imageHeight: number;
  imageWidth: number;
  /** [rows, columns] of each level. */
  featureSizes: readonly (readonly [number, number])[];
  /** Sizes (√area, pixels) of each level. */
  sizes: readonly (readonly number[])[];
  /** Ratios (h / w) of each level. */
  ratios: readonly (readonly number[])[];
}

/**
 * Anchors over a pyramid in torchvision's convention: stride = ⌊image / feature size⌋ on each axis, the first anchor's
 * centre on (0, 0), not on half a stride. `gridAnchors` shows the other convention.
 * @example 800 × 800, P3–P7, `retinaNetSizes()` and ratios ½, 1, 2: 120,087 anchors
 * @throws EngineInputError when the lists disagree in length or a map is larger than the image
 */
export function generateAnchors(options: AnchorGeneratorOptions): LevelAnchors {
  const { imageHeight, imageWidth, featureSizes, sizes, ratios } = options;
  requirePositive("imageHeight", imageHeight);
  requirePositive("imageWidth", imageWidth);
  requireLength("sizes", sizes, featureSizes.length);
  requireLength("ratios", ratios, featureSizes.length);
  const cells: Float64Array[] = [];
  const strides: [number, number][] = [];
  const parts = featureSizes.map(([rows, columns], level) => {
    requireCount(`featureSizes[${level}][0]`, rows, 1);
    requireCount(`featureSizes[${level}][1]`, columns, 1);
    const strideY = Math.floor(imageHeight / rows);
    const strideX = Math.floor(imageWidth / columns);
    if (strideX < 1 || strideY < 1) {
      throw new EngineInputError(`featureSizes[${level}]`, "must not exceed the image", `${rows} × ${columns}`);
    }
    const cell = cellAnchors(sizes[level], ratios[level]);
    cells.push(cell);
    strides.push([strideY, strideX]);
    return tile(cell, columns, rows, strideX, strideY, 0, 0);
  });
  return { anchors: concatenate(parts), cells, countPerLevel: parts.map((part) => part.length / 4), strides };
}

/** Joins flat batches. */
export function concatenate(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let o = 0;
  for (const part of parts) {
    out.set(part, o);
    o += part.length;
  }
  return out;
}

/** Rows and columns of P3..P7 for an image: ⌈side / 2^level⌉. @example 800 × 800 → 100, 50, 25, 13, 7 */
export function pyramidSizes(imageHeight: number, imageWidth: number, levels = [3, 4, 5, 6, 7]): [number, number][] {
  requirePositive("imageHeight", imageHeight);
  requirePositive("imageWidth", imageWidth);
  return levels.map((level) => [Math.ceil(imageHeight / pow(2, level)), Math.ceil(imageWidth / pow(2, level))]);
}

/**
 * RetinaNet's sizes: base · 2^{0, 1/3, 2/3}, base 32 … 512 on P3 … P7.
 * "truncated" (default) is torchvision's table of whole pixels (32, 40, 50; 64, 80, 101; …); "exact" the paper's numbers.
 * Source: Lin et al. 2017 (arXiv:1708.02002) §4.
 * @example retinaNetSizes()[1] → [64, 80, 101]
 */
export function retinaNetSizes(rounding: "truncated" | "exact" = "truncated"): number[][] {
  return [32, 64, 128, 256, 512].map((base) =>
    [1, pow(2, 1 / 3), pow(2, 2 / 3)].map((octave) => (rounding === "exact" ? base * octave : Math.trunc(base * octave))),
  );
}

/** RetinaNet's anchors for an image: nine shapes a cell on P3–P7. @example 800 × 800: 90,000 + 22,500 + 5,625 + 1,521 + 441 */
export function retinaNetAnchors(imageHeight: number, imageWidth: number): LevelAnchors {
  const featureSizes = pyramidSizes(imageHeight, imageWidth);
  const ratios = featureSizes.map(() => [0.5, 1, 2]);
  return generateAnchors({ imageHeight, imageWidth, featureSizes, sizes: retinaNetSizes(), ratios });
}

export interface LegacyAnchorOptions {
  /** Side of the reference window, pixels. Default 16. */
  base?: number;
  /** h / w. Default ½, 1, 2. */
  ratios?: readonly number[];
  /** Multiples of the base. Default 8, 16, 32. */
  scales?: readonly number[];
  /** Index of the first pixel: 0 (default), as the Python code computes; 1, as the table printed in its comment (MATLAB's). */
  firstPixel?: 0 | 1;
}

/**
 * The table of the first Faster R-CNN code: inclusive pixel corners (width = x2 − x1 + 1) around the centre of the window
 * (0, 0, 15, 15), sides rounded before scaling, so that areas of one scale differ. Ratio by ratio, all scales together.
 * Shown beside `cellAnchors` because both are met in the field.
 * Source: py-faster-rcnn, lib/rpn/generate_anchors.py (rewritten from its printed table and description).
 * @returns [9, 4] inclusive xyxy pixels
 * @example the first row is [−84, −40, 99, 55]; in the printed table, which counts pixels from 1, [−83, −39, 100, 56]
 */
export function legacyCellAnchors(options: LegacyAnchorOptions = {}): Float64Array {
  const { base = 16, ratios = [0.5, 1, 2], scales = [8, 16, 32], firstPixel = 0 } = options;
  requirePositive("base", base);
  const centre = (base - 1) / 2 + firstPixel;
  const out: number[] = [];
  ratios.forEach((ratio, i) => {
    requirePositive(`ratios[${i}]`, ratio);
    const w = roundHalfEven(Math.sqrt((base * base) / ratio));
    const h = roundHalfEven(w * ratio);
    scales.forEach((scale, k) => {
      requirePositive(`scales[${k}]`, scale);
      const halfWidth = (w * scale - 1) / 2;
      const halfHeight = (h * scale - 1) / 2;
      out.push(centre - halfWidth, centre - halfHeight, centre + halfWidth, centre + halfHeight);
    });
  });
  return Float64Array.from(out);
}

/** `legacyCellAnchors` at every cell of a map: shifts of `stride` from 0. @returns [rows · columns · k, 4] inclusive pixels */
export function legacyGridAnchors(columns: number, rows: number, stride = 16, options: LegacyAnchorOptions = {}): Float64Array {
  requirePositive("stride", stride);
  return tile(legacyCellAnchors(options), columns, rows, stride, stride, 0, 0);
}
