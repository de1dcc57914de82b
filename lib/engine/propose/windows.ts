import { EngineInputError } from "../errors";
import { requireCount, requirePositive } from "../boxes/shape";
import { requireImage, type PixelImage } from "./image";

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Every placement of a window wholly inside the image, row by row: Float64Array [n, 4] xyxy pixels,
 * n = (⌊(W − w)/stride⌋ + 1) · (⌊(H − h)/stride⌋ + 1), none when the window does not fit.
 * @throws EngineInputError for a size or stride that is not a whole number above 0
 * @example slidingWindows(128, 128, { width: 64, height: 128 }, 8): 9 windows
 */
export function slidingWindows(imageWidth: number, imageHeight: number, window: WindowSize, stride: number): Float64Array {
  requireCount("imageWidth", imageWidth, 1);
  requireCount("imageHeight", imageHeight, 1);
  requireCount("window.width", window.width, 1);
  requireCount("window.height", window.height, 1);
  requireCount("stride", stride, 1);
  const columns = Math.max(0, Math.floor((imageWidth - window.width) / stride) + 1);
  const rows = Math.max(0, Math.floor((imageHeight - window.height) / stride) + 1);
  const out = new Float64Array(4 * rows * columns);
  for (let r = 0, o = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, o += 4) {
      out[o] = c * stride;
      out[o + 1] = r * stride;
      out[o + 2] = c * stride + window.width;
      out[o + 3] = r * stride + window.height;
    }
  }
  return out;
}

/** Taps of one output position: weights of `count` input positions from `start`. */
interface Taps {
  readonly starts: Int32Array;
  readonly counts: Int32Array;
  readonly weights: Float64Array;
  readonly room: number;
}

/** Triangle filter, as wide as one output step when shrinking (antialiased), one input step when growing. */
function triangleTaps(from: number, to: number): Taps {
  const step = from / to;
  const reach = Math.max(1, step);
  const room = Math.ceil(2 * reach) + 1;
  const starts = new Int32Array(to);
  const counts = new Int32Array(to);
  const weights = new Float64Array(to * room);
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * step;
    const first = Math.max(0, Math.ceil(centre - reach - 0.5));
    const last = Math.min(from - 1, Math.floor(centre + reach - 0.5));
    let sum = 0;
    for (let k = first; k <= last; k++) {
      const w = 1 - Math.abs(k + 0.5 - centre) / reach;
      weights[i * room + k - first] = w;
      sum += w;
    }
    starts[i] = first;
    counts[i] = last - first + 1;
    for (let k = 0; k < counts[i]; k++) weights[i * room + k] /= sum;
  }
  return { starts, counts, weights, room };
}

/**
 * Bilinear resize with pixel centres at halves; when shrinking the triangle widens with the step, so nothing aliases.
 * @throws EngineInputError for a malformed image or size
 * @example a 2×1 image (0, 100) made 4×1: (0, 25, 75, 100)
 */
export function resizeImage(image: PixelImage, width: number, height: number): PixelImage {
  requireImage("image", image);
  requireCount("width", width, 1);
  requireCount("height", height, 1);
  const { channels, data } = image;
  const across = triangleTaps(image.width, width);
  const narrow = new Float64Array(image.height * width * channels);
  for (let y = 0, o = 0; y < image.height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++, o++) {
        let i = (y * image.width + across.starts[x]) * channels + c;
        for (let k = 0; k < across.counts[x]; k++, i += channels) narrow[o] += across.weights[x * across.room + k] * data[i];
      }
    }
  }
  const down = triangleTaps(image.height, height);
  const row = width * channels;
  const out = new Float64Array(height * row);
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < down.counts[y]; k++) {
      const w = down.weights[y * down.room + k];
      const from = (down.starts[y] + k) * row;
      for (let x = 0; x < row; x++) out[y * row + x] += w * narrow[from + x];
    }
  }
  return { width, height, channels, data: out };
}

export interface PyramidLevel {
  readonly image: PixelImage;
  /** Level pixels per original pixel along each axis; the first level's are 1. */
  readonly scaleX: number;
  readonly scaleY: number;
}

export interface PyramidOptions {
  /** Ratio of one level's side to the next; above 1. Default 1.25. */
  readonly ratio?: number;
  /** Stop before a level is smaller than this. Default 1×1. */
  readonly least?: WindowSize;
  /** Default: no limit. */
  readonly maxLevels?: number;
}

/**
 * Ever smaller copies of the image: level i has sides round(side / ratioⁱ). Every level is made from the original.
 * @throws EngineInputError for a malformed image or a ratio of 1 or less
 * @example a 128×128 image, ratio 2, least 64×128: one level
 */
export function imagePyramid(image: PixelImage, options: PyramidOptions = {}): PyramidLevel[] {
  requireImage("image", image);
  const { ratio = 1.25, least = { width: 1, height: 1 }, maxLevels = Infinity } = options;
  if (!(ratio > 1 && ratio < Infinity)) throw new EngineInputError("ratio", "must be a finite number above 1", ratio);
  requirePositive("least.width", least.width);
  requirePositive("least.height", least.height);
  const levels: PyramidLevel[] = [];
  for (let i = 0; i < maxLevels; i++) {
    const width = Math.round(image.width / ratio ** i);
    const height = Math.round(image.height / ratio ** i);
    if (width < Math.max(1, least.width) || height < Math.max(1, least.height)) break;
    const last = levels.at(-1)?.image;
    // A small ratio can round to the same size forever.
    if (last && last.width === width && last.height === height) {
      if (width === 1 && height === 1) break;
      continue;
    }
    levels.push({ image: i === 0 ? image : resizeImage(image, width, height), scaleX: width / image.width, scaleY: height / image.height });
  }
  return levels;
}

export interface ScoredWindows {
  /** [n, 4] xyxy in pixels of the original image, level by level. */
  readonly boxes: Float64Array;
  /** [n]. */
  readonly scores: Float64Array;
  /** [n]: which pyramid level. */
  readonly levels: Int32Array;
}

/** Scores one level's windows: given the level and its windows [n, 4] in level pixels, returns n scores. */
export type WindowScorer = (level: PyramidLevel, windows: Float64Array) => ArrayLike<number>;

/**
 * Slides the window over every level and maps the windows back to the original image. A level's windows are handed over
 * together, so that a scorer can compute its features once a level.
 * @throws EngineInputError when the scorer returns another number of scores
 */
export function scanPyramid(levels: readonly PyramidLevel[], window: WindowSize, stride: number, score: WindowScorer): ScoredWindows {
  const boxes: number[] = [];
  const scores: number[] = [];
  const from: number[] = [];
  levels.forEach((level, index) => {
    const windows = slidingWindows(level.image.width, level.image.height, window, stride);
    const values = score(level, windows);
    const n = windows.length / 4;
    if (values.length !== n) throw new EngineInputError("score", `must return ${n} scores`, values);
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < 4; k++) boxes.push(windows[4 * i + k] / (k % 2 === 0 ? level.scaleX : level.scaleY));
      scores.push(values[i]);
      from.push(index);
    }
  });
  return { boxes: Float64Array.from(boxes), scores: Float64Array.from(scores), levels: Int32Array.from(from) };
}
