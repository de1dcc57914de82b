import { gaussianBlur } from "./gaussian";
import type { Segmentation } from "./felzenszwalb";
import type { PixelImage } from "./image";

const COLOUR_BINS = 25;
const TEXTURE_ORIENTATIONS = 8;
const TEXTURE_BINS = 10;

/**
 * What selective search knows of its regions: rows 0..count−1 are the segments, rows up to 2·count−2 have room for merges.
 * Histograms have sum 1 over all their channels.
 */
export interface RegionTable {
  readonly count: number;
  readonly imageSize: number;
  /** Length of one colour and of one texture histogram. */
  readonly colourLength: number;
  readonly textureLength: number;
  /** [2·count − 1, colourLength], [2·count − 1, textureLength]. */
  readonly colour: Float64Array;
  readonly texture: Float64Array;
  /** [2·count − 1]. */
  readonly sizes: Int32Array;
  /** [2·count − 1, 4] xyxy pixels, right and bottom excluded. */
  readonly boxes: Float64Array;
  /** [pairs, 2]: segments that touch (8 neighbours), smaller label first, sorted. */
  readonly touching: Int32Array;
}

/** Adds each channel's value histogram (25 bins over 0..255). */
function addColour(image: PixelImage, labels: Int32Array, out: Float64Array, length: number): void {
  const { channels, data } = image;
  for (let p = 0, i = 0; p < labels.length; p++) {
    const row = labels[p] * length;
    for (let c = 0; c < channels; c++, i++) {
      const bin = Math.min(COLOUR_BINS - 1, Math.max(0, Math.floor((data[i] * COLOUR_BINS) / 256)));
      out[row + c * COLOUR_BINS + bin]++;
    }
  }
}

/** Adds histograms of the positive part of the Gaussian derivative (σ = 1) in 8 directions, 10 bins up to the image's largest. */
function addTexture(image: PixelImage, labels: Int32Array, out: Float64Array, length: number): void {
  const { width, height, channels } = image;
  const smooth = gaussianBlur(image.data, width, height, channels, 1);
  const gx = new Float64Array(smooth.length);
  const gy = new Float64Array(smooth.length);
  let most = 0;
  for (let y = 0, i = 0; y < height; y++) {
    const up = y > 0 ? width * channels : 0;
    const down = y < height - 1 ? width * channels : 0;
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? channels : 0;
      const right = x < width - 1 ? channels : 0;
      for (let c = 0; c < channels; c++, i++) {
        gx[i] = (smooth[i + right] - smooth[i - left]) / 2;
        gy[i] = (smooth[i + down] - smooth[i - up]) / 2;
        most = Math.max(most, gx[i] * gx[i] + gy[i] * gy[i]);
      }
    }
  }
  const perUnit = most > 0 ? TEXTURE_BINS / Math.sqrt(most) : 0;
  const diagonal = Math.SQRT1_2;
  for (let p = 0, i = 0; p < labels.length; p++) {
    const row = labels[p] * length;
    for (let c = 0; c < channels; c++, i++) {
      const dx = gx[i] * perUnit;
      const dy = gy[i] * perUnit;
      const rising = (dx + dy) * diagonal;
      const falling = (dy - dx) * diagonal;
      const at = row + c * TEXTURE_ORIENTATIONS * TEXTURE_BINS;
      vote(out, at, dx);
      vote(out, at + 2 * TEXTURE_BINS, rising);
      vote(out, at + 4 * TEXTURE_BINS, dy);
      vote(out, at + 6 * TEXTURE_BINS, falling);
    }
  }
}

/** One count for a direction and one for the opposite one, of which at most one is not in the lowest bin. */
function vote(out: Float64Array, at: number, value: number): void {
  const bin = Math.min(TEXTURE_BINS - 1, Math.floor(Math.abs(value)));
  if (value >= 0) {
    out[at + bin]++;
    out[at + TEXTURE_BINS]++;
  } else {
    out[at]++;
    out[at + TEXTURE_BINS + bin]++;
  }
}

/** Divides each of the first `rows` rows by its sum. */
function scaleRows(values: Float64Array, rows: number, length: number): void {
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    for (let i = r * length; i < (r + 1) * length; i++) sum += values[i];
    for (let i = r * length; i < (r + 1) * length; i++) values[i] /= sum;
  }
}

function touchingPairs(labels: Int32Array, width: number, height: number, count: number): Int32Array {
  const found = new Set<number>();
  const note = (a: number, b: number): void => {
    if (a !== b) found.add(a < b ? a * count + b : b * count + a);
  };
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p++) {
      const here = labels[p];
      if (x + 1 < width) note(here, labels[p + 1]);
      if (y + 1 === height) continue;
      note(here, labels[p + width]);
      if (x + 1 < width) note(here, labels[p + width + 1]);
      if (x > 0) note(here, labels[p + width - 1]);
    }
  }
  const keys = Float64Array.from(found).sort();
  const out = new Int32Array(2 * keys.length);
  keys.forEach((key, i) => {
    out[2 * i] = Math.floor(key / count);
    out[2 * i + 1] = key % count;
  });
  return out;
}

/** Histograms by region, [2·count − 1, length] each; the rows of the segments have sum 1. */
export type RegionHistograms = Pick<RegionTable, "colour" | "colourLength" | "texture" | "textureLength">;

/** The table of segments whose histograms are known: adds sizes, boxes and which of them touch. O(pixels). */
export function tableWith({ labels, count, width, height, sizes: own }: Segmentation, histograms: RegionHistograms): RegionTable {
  const rows = 2 * count - 1;
  const sizes = new Int32Array(rows);
  sizes.set(own);
  const boxes = new Float64Array(4 * rows);
  for (let r = 0; r < count; r++) boxes.set([width, height, 0, 0], 4 * r);
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p++) {
      const o = 4 * labels[p];
      if (x < boxes[o]) boxes[o] = x;
      if (y < boxes[o + 1]) boxes[o + 1] = y;
      if (x + 1 > boxes[o + 2]) boxes[o + 2] = x + 1;
      if (y + 1 > boxes[o + 3]) boxes[o + 3] = y + 1;
    }
  }
  return { ...histograms, count, imageSize: width * height, sizes, boxes, touching: touchingPairs(labels, width, height, count) };
}

/** Measures every segment. O(pixels · channels). */
export function regionTable(image: PixelImage, segmentation: Segmentation): RegionTable {
  const { labels, count } = segmentation;
  const rows = 2 * count - 1;
  const colourLength = image.channels * COLOUR_BINS;
  const textureLength = image.channels * TEXTURE_ORIENTATIONS * TEXTURE_BINS;
  const colour = new Float64Array(rows * colourLength);
  const texture = new Float64Array(rows * textureLength);
  addColour(image, labels, colour, colourLength);
  addTexture(image, labels, texture, textureLength);
  scaleRows(colour, count, colourLength);
  scaleRows(texture, count, textureLength);
  return tableWith(segmentation, { colour, colourLength, texture, textureLength });
}
