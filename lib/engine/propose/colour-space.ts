import { EngineInputError } from "../errors";
import { requireImage, type PixelImage } from "./image";

/** "rgI": normalised red and green with intensity; every space is scaled to 0..255 a channel. */
export type ColourSpace = "RGB" | "HSV" | "Lab" | "rgI" | "grey" | "hue";

const CHANNELS: Readonly<Record<ColourSpace, number>> = { RGB: 3, HSV: 3, Lab: 3, rgI: 3, grey: 1, hue: 1 };

/** sRGB byte → linear light, 0..1 (IEC 61966-2-1). */
function linear(byte: number): number {
  const v = byte / 255;
  return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
}

/** CIE 1976: cube root with its linear foot. */
function labCurve(t: number): number {
  return t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29;
}

/** Hue in 0..1; 0 for greys. */
function hueOf(r: number, g: number, b: number, max: number, spread: number): number {
  if (spread === 0) return 0;
  let sixth: number;
  if (max === r) sixth = (g - b) / spread + (g < b ? 6 : 0);
  else if (max === g) sixth = (b - r) / spread + 2;
  else sixth = (r - g) / spread + 4;
  return sixth / 6;
}

type Write = (r: number, g: number, b: number, out: Float64Array, at: number) => void;

const WRITERS: Readonly<Record<ColourSpace, Write>> = {
  RGB: (r, g, b, out, at) => {
    out[at] = r;
    out[at + 1] = g;
    out[at + 2] = b;
  },
  HSV: (r, g, b, out, at) => {
    const max = Math.max(r, g, b);
    const spread = max - Math.min(r, g, b);
    out[at] = 255 * hueOf(r, g, b, max, spread);
    out[at + 1] = max === 0 ? 0 : (255 * spread) / max;
    out[at + 2] = max;
  },
  Lab: (r, g, b, out, at) => {
    const lr = linear(r);
    const lg = linear(g);
    const lb = linear(b);
    // sRGB primaries, white point D65.
    const x = labCurve((0.4124564 * lr + 0.3575761 * lg + 0.1804375 * lb) / 0.95047);
    const y = labCurve(0.2126729 * lr + 0.7151522 * lg + 0.072175 * lb);
    const z = labCurve((0.0193339 * lr + 0.119192 * lg + 0.9503041 * lb) / 1.08883);
    out[at] = (116 * y - 16) * 2.55;
    out[at + 1] = 500 * (x - y) + 128;
    out[at + 2] = 200 * (y - z) + 128;
  },
  rgI: (r, g, b, out, at) => {
    const sum = r + g + b;
    out[at] = sum === 0 ? 85 : (255 * r) / sum;
    out[at + 1] = sum === 0 ? 85 : (255 * g) / sum;
    out[at + 2] = sum / 3;
  },
  grey: (r, g, b, out, at) => {
    out[at] = 0.299 * r + 0.587 * g + 0.114 * b;
  },
  hue: (r, g, b, out, at) => {
    const max = Math.max(r, g, b);
    out[at] = 255 * hueOf(r, g, b, max, max - Math.min(r, g, b));
  },
};

/**
 * The image in another colour space, each channel in 0..255 (hue of a full turn = 255, L* · 2.55, a* and b* + 128).
 * @param image RGB, or grey (taken as R = G = B)
 * @throws EngineInputError unless the image has 1 or 3 channels
 * @example red (255, 0, 0): HSV (0, 255, 255), Lab ≈ (135.8, 208.1, 195.2)
 */
export function toColourSpace(image: PixelImage, space: ColourSpace): PixelImage {
  requireImage("image", image);
  const { width, height, channels, data } = image;
  if (channels !== 1 && channels !== 3) throw new EngineInputError("image.channels", "must be 1 (grey) or 3 (RGB)", channels);
  const write = WRITERS[space];
  if (write === undefined) throw new EngineInputError("space", `must be one of ${Object.keys(CHANNELS).join(", ")}`, space);
  const depth = CHANNELS[space];
  const out = new Float64Array(width * height * depth);
  const g = channels === 3 ? 1 : 0;
  const b = channels === 3 ? 2 : 0;
  for (let i = 0, from = 0, to = 0; i < width * height; i++, from += channels, to += depth)
    write(data[from], data[from + g], data[from + b], out, to);
  return { width, height, channels: depth, data: out };
}
