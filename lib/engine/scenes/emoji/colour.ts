import type { Random } from "../../random";
import type { Picture } from "./atlas";
import { turnOf } from "./turn";

export type Colour = readonly [number, number, number];

/** A change of colour: 3×3 in units of 1/256, rows r, g, b. Linear, so it holds for premultiplied colour too. */
export type ColourMatrix = readonly number[];

/** How far colours may wander. Hue as tan(half the angle): 0.18 is about ±20°. */
export interface ColourRange {
  readonly hue: number;
  readonly saturation: readonly [number, number];
  readonly gain: readonly [number, number];
}

export const MILD: ColourRange = { hue: 0.12, saturation: [0.7, 1.3], gain: [0.75, 1.15] };
/** Any hue up to ±120°, grey to garish. */
export const WILD: ColourRange = { hue: 1.7, saturation: [0, 1.7], gain: [0.6, 1.25] };

const GREY = [0.299, 0.587, 0.114];
const THIRD = 1 / 3;
/** √(1/3) to double precision. */
const ROOT_THIRD = 0.5773502691896258;

/** gain · (rotation about the grey axis) · (mix with luminance), as in SVG's feColorMatrix hueRotate and saturate. */
export function colourMatrix(halfTangent: number, saturation: number, gain: number): ColourMatrix {
  const { cos, sin } = turnOf(halfTangent);
  const same = cos + (1 - cos) * THIRD;
  const less = (1 - cos) * THIRD - ROOT_THIRD * sin;
  const more = (1 - cos) * THIRD + ROOT_THIRD * sin;
  const hue = [same, less, more, more, same, less, less, more, same];
  const out: number[] = [];
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      let sum = 0;
      for (let k = 0; k < 3; k++) sum += (GREY[k] * (1 - saturation) + (i === k ? saturation : 0)) * hue[k * 3 + j];
      out.push(Math.round(256 * gain * sum));
    }
  }
  return out;
}

/** A change of colour as `colourMatrix` takes it: tan(half the turn of hue), saturation, gain. */
export type Tint = readonly [hue: number, saturation: number, gain: number];

export function drawTint(random: Random, range: ColourRange): Tint {
  return [
    random.between(-range.hue, range.hue),
    random.between(range.saturation[0], range.saturation[1]),
    random.between(range.gain[0], range.gain[1]),
  ];
}

export function drawColourMatrix(random: Random, range: ColourRange): ColourMatrix {
  return colourMatrix(...drawTint(random, range));
}

/** Applies the matrix in place; premultiplied colours stay within [0, alpha]. */
export function recolour(picture: Picture, m: ColourMatrix): void {
  const { rgba } = picture;
  for (let i = 0; i < rgba.length; i += 4) {
    const a = rgba[i + 3];
    if (a === 0) continue;
    const [r, g, b] = [rgba[i], rgba[i + 1], rgba[i + 2]];
    rgba[i] = within((m[0] * r + m[1] * g + m[2] * b + 128) >> 8, a);
    rgba[i + 1] = within((m[3] * r + m[4] * g + m[5] * b + 128) >> 8, a);
    rgba[i + 2] = within((m[6] * r + m[7] * g + m[8] * b + 128) >> 8, a);
  }
}

function within(value: number, high: number): number {
  return value < 0 ? 0 : value > high ? high : value;
}

/** x·a / 255 rounded, for x and a in 0 … 255, without a division. */
export function scaled(x: number, a: number): number {
  const t = x * a + 128;
  return (t + (t >> 8)) >> 8;
}
