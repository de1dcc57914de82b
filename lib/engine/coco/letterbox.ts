/** A picture of any size laid into the model's square without changing its proportions, and boxes taken back. */
import type { BoxXYXY } from "../boxes/types";
import { EngineInputError } from "../errors";

/** Where the picture lies in the square. A point p of the picture stands at p · scale + offset. */
export interface Letterbox {
  /** Side of the square in pixels. */
  readonly side: number;
  /** The picture's own size. */
  readonly width: number;
  readonly height: number;
  /** Whole pixels of the square: the picture's corner and size there. */
  readonly left: number;
  readonly top: number;
  readonly drawnWidth: number;
  readonly drawnHeight: number;
}

/**
 * The largest placement that fits, centred. Sides are rounded to whole pixels, so the two scales may differ by rounding.
 * @example 640 × 480 into 512: drawn 512 × 384 at (0, 64)
 * @throws EngineInputError unless width, height and side are whole numbers above 0
 */
export function letterbox(width: number, height: number, side = 512): Letterbox {
  for (const [name, value] of Object.entries({ width, height, side })) {
    if (!Number.isInteger(value) || value < 1) throw new EngineInputError(name, "must be a whole number above 0", value);
  }
  const scale = side / Math.max(width, height);
  const drawnWidth = Math.max(1, Math.round(width * scale));
  const drawnHeight = Math.max(1, Math.round(height * scale));
  return {
    side,
    width,
    height,
    drawnWidth,
    drawnHeight,
    left: Math.floor((side - drawnWidth) / 2),
    top: Math.floor((side - drawnHeight) / 2),
  };
}

/** A box of the square in pixels of the picture, clipped to it. @example (0, 64, 512, 448) of 640 × 480 → (0, 0, 640, 480) */
export function boxToPicture(at: Letterbox, [x1, y1, x2, y2]: BoxXYXY): BoxXYXY {
  const sx = at.width / at.drawnWidth;
  const sy = at.height / at.drawnHeight;
  const within = (v: number, size: number) => Math.min(Math.max(v, 0), size);
  return [
    within((x1 - at.left) * sx, at.width),
    within((y1 - at.top) * sy, at.height),
    within((x2 - at.left) * sx, at.width),
    within((y2 - at.top) * sy, at.height),
  ];
}

/** A box of the picture in pixels of the square. */
export function boxToSquare(at: Letterbox, [x1, y1, x2, y2]: BoxXYXY): BoxXYXY {
  const sx = at.drawnWidth / at.width;
  const sy = at.drawnHeight / at.height;
  return [x1 * sx + at.left, y1 * sy + at.top, x2 * sx + at.left, y2 * sy + at.top];
}

/** Weights of one axis: output cell o reads input cells start[o], start[o] + 1, … */
interface Taps {
  readonly start: Int32Array;
  readonly weights: readonly Float64Array[];
}

/** Triangle filter with half-pixel centres, widened when shrinking, so that nothing aliases; weights sum to 1. */
function taps(size: number, out: number): Taps {
  const step = size / out;
  const reach = Math.max(step, 1);
  const start = new Int32Array(out);
  const weights: Float64Array[] = [];
  for (let o = 0; o < out; o++) {
    const centre = (o + 0.5) * step;
    const from = Math.max(0, Math.floor(centre - reach));
    const to = Math.min(size, Math.ceil(centre + reach));
    const row = Float64Array.from({ length: to - from }, (_, i) => Math.max(0, 1 - Math.abs(from + i + 0.5 - centre) / reach));
    const sum = row.reduce((total, w) => total + w, 0);
    start[o] = from;
    weights.push(row.map((w) => w / sum));
  }
  return { start, weights };
}

/** Grey of the margins: the middle of 0–255. */
export const MARGIN = 127.5;

/**
 * The square's pixels, channels last, from a picture's.
 * @param pixels [height, width, channels] in 0–255  @param channels 3 (RGB), or 4 (RGBA, transparency ignored)
 * @returns [side, side, 3]
 * @throws EngineInputError when the length does not fit the size
 */
export function letterboxPixels(pixels: ArrayLike<number>, at: Letterbox, channels: 3 | 4): Float32Array {
  const { width, height, side, left, top, drawnWidth, drawnHeight } = at;
  if (pixels.length !== width * height * channels)
    throw new EngineInputError("pixels", `must have length ${width} · ${height} · ${channels}`, pixels.length);
  const across = taps(width, drawnWidth);
  const narrow = new Float32Array(height * drawnWidth * 3);
  for (let y = 0; y < height; y++) {
    for (let o = 0; o < drawnWidth; o++) {
      const weights = across.weights[o];
      const to = (y * drawnWidth + o) * 3;
      for (let k = 0, from = (y * width + across.start[o]) * channels; k < weights.length; k++, from += channels) {
        for (let c = 0; c < 3; c++) narrow[to + c] += weights[k] * pixels[from + c];
      }
    }
  }
  const down = taps(height, drawnHeight);
  const out = new Float32Array(side * side * 3).fill(MARGIN);
  const row = new Float64Array(drawnWidth * 3);
  for (let o = 0; o < drawnHeight; o++) {
    row.fill(0);
    const weights = down.weights[o];
    for (let k = 0; k < weights.length; k++) {
      const from = (down.start[o] + k) * drawnWidth * 3;
      for (let i = 0; i < row.length; i++) row[i] += weights[k] * narrow[from + i];
    }
    out.set(row, ((top + o) * side + left) * 3);
  }
  return out;
}
