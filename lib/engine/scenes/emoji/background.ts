import type { Random } from "../../random";
import type { Colour } from "./colour";

export const BACKGROUNDS = ["flat", "gradient", "horizon", "stripes", "checker", "blobs", "shapes", "paper"] as const;
export type Background = (typeof BACKGROUNDS)[number];

/** What a background's colours may be. "blue" and "not-blue" serve the biased sets. */
export type Palette = "any" | "blue" | "not-blue";

function drawColour(random: Random, palette: Palette): Colour {
  if (palette === "blue") {
    const blue = random.int(150, 255);
    return [random.int(0, blue - 90), random.int(40, blue - 30), blue];
  }
  const grey = random.int(0, 255);
  const mix = random.int(40, 200); // of 256: how colourful
  const colour = [0, 1, 2].map(() => (random.int(0, 255) * mix + grey * (256 - mix)) >> 8);
  if (palette === "not-blue" && colour[2] >= colour[0] - 20)
    colour.splice(0, 3, Math.max(colour[0], colour[2]), colour[1], Math.min(colour[0], colour[2]) >> 1);
  return [colour[0], colour[1], colour[2]];
}

/** A disc, a ring, a rectangle or a diagonal bar: clutter that is no object. */
export interface GroundShape {
  readonly kind: "disc" | "ring" | "rectangle" | "bar";
  readonly colour: Colour;
  readonly centre: readonly [number, number];
  /** Radius of a disc or ring, width of a rectangle; with `height` the reach of a bar. */
  readonly width: number;
  readonly height: number;
  /** A ring's inner radius. */
  readonly inner: number;
}

/** What a background is, apart from any resolution: whole numbers, in pixels of a canvas of the scene's side. */
export type Ground =
  | { readonly kind: "flat"; readonly a: Colour }
  /** From a to b in the direction (gx, gy), across the whole canvas. */
  | { readonly kind: "gradient"; readonly a: Colour; readonly b: Colour; readonly along: readonly [number, number] }
  /** From a towards b downwards, and c below the line. */
  | { readonly kind: "horizon"; readonly a: Colour; readonly b: Colour; readonly c: Colour; readonly line: number }
  /** a where (dx·x + dy·y + 4·side) mod period < ⌊period / 2⌋, else c. */
  | {
      readonly kind: "stripes";
      readonly a: Colour;
      readonly c: Colour;
      readonly across: readonly [number, number];
      readonly period: number;
    }
  | { readonly kind: "checker"; readonly a: Colour; readonly c: Colour; readonly period: number }
  /** Bilinear between the nodes of a grid of (cells + 1)² values, 0 (a) … 255 (all but b). */
  | { readonly kind: "blobs"; readonly a: Colour; readonly b: Colour; readonly cells: number; readonly grid: readonly number[] }
  | { readonly kind: "shapes"; readonly a: Colour; readonly shapes: readonly GroundShape[] };

/** Draws what a background is to be. */
function drawGround(random: Random, size: number, kind: Background, palette: Palette): Ground {
  const a = drawColour(random, palette);
  const b = drawColour(random, palette);
  switch (kind) {
    case "flat":
      return { kind, a };
    case "gradient":
      return { kind, a, b, along: [random.int(-256, 256), random.int(-256, 256)] };
    case "horizon": {
      const line = random.int(Math.floor(size * 0.3), Math.floor(size * 0.8));
      return { kind, a, b, c: drawColour(random, palette), line };
    }
    case "stripes": {
      const across = [random.int(-2, 2), random.int(1, 2)] as const;
      const period = random.int(6, 40);
      return { kind, a, c: mix(a, b, random.int(40, 256)), across, period };
    }
    case "checker": {
      const period = random.int(5, 24);
      return { kind, a, c: mix(a, b, random.int(30, 200)), period };
    }
    case "blobs": {
      const cells = random.int(3, 9);
      return { kind, a, b, cells, grid: Array.from({ length: (cells + 1) * (cells + 1) }, () => random.int(0, 255)) };
    }
    case "shapes":
      return { kind, a, shapes: Array.from({ length: random.int(3, 14) }, () => drawShape(random, size, drawColour(random, palette))) };
    case "paper": {
      const light = random.int(215, 255);
      const tint = palette === "any" ? random.int(-12, 12) : palette === "blue" ? 60 : -40;
      const colour: Colour = [
        Math.min(255, light - Math.max(0, tint)),
        light - (Math.abs(tint) >> 1),
        Math.min(255, light - Math.max(0, -tint)),
      ];
      return { kind: "flat", a: colour };
    }
  }
}

/** Paints a ground on an RGB canvas (size × size × 3). Integers only. */
function paintGround(rgb: Uint8Array, size: number, ground: Ground): void {
  const { a } = ground;
  switch (ground.kind) {
    case "flat":
      return fill(rgb, size, () => a);
    case "gradient": {
      const { b, along } = ground;
      const [gx, gy] = along;
      const [low, span] = reachOf(along);
      return fill(rgb, size, (x, y) => mix(a, b, Math.floor(((gx * x + gy * y - low * size) * 256) / (span * size))));
    }
    case "horizon": {
      const { b, c, line } = ground;
      return fill(rgb, size, (x, y) => (y < line ? mix(a, b, Math.floor((y * 256) / size)) : c));
    }
    case "stripes": {
      const { c, across, period } = ground;
      const [dx, dy] = across;
      return fill(rgb, size, (x, y) => ((dx * x + dy * y + 4 * size) % period < period >> 1 ? a : c));
    }
    case "checker": {
      const { c, period } = ground;
      return fill(rgb, size, (x, y) => ((Math.floor(x / period) + Math.floor(y / period)) % 2 === 0 ? a : c));
    }
    case "blobs": {
      const { b, cells, grid } = ground;
      return fill(rgb, size, (x, y) => mix(a, b, valueNoise(grid, cells, x, y, size)));
    }
    case "shapes":
      fill(rgb, size, () => a);
      for (const shape of ground.shapes) paintShape(rgb, size, shape);
  }
}

/** Where (gx, gy) · p / side begins over the unit square, and how far it goes. */
export function reachOf([gx, gy]: readonly [number, number]): readonly [low: number, span: number] {
  return [Math.min(0, gx) + Math.min(0, gy), Math.max(1, Math.abs(gx) + Math.abs(gy))];
}

/** Fills an RGB canvas (size × size × 3) and says with what. */
export function drawBackground(random: Random, rgb: Uint8Array, size: number, kind: Background, palette: Palette): Ground {
  const ground = drawGround(random, size, kind, palette);
  paintGround(rgb, size, ground);
  return ground;
}

function fill(rgb: Uint8Array, size: number, at: (x: number, y: number) => Colour): void {
  let i = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++, i += 3) {
      const colour = at(x, y);
      rgb[i] = colour[0];
      rgb[i + 1] = colour[1];
      rgb[i + 2] = colour[2];
    }
  }
}

/** a at 0, b at 256. */
export function mix(a: Colour, b: Colour, share: number): Colour {
  const s = share < 0 ? 0 : share > 256 ? 256 : share;
  return [(a[0] * (256 - s) + b[0] * s) >> 8, (a[1] * (256 - s) + b[1] * s) >> 8, (a[2] * (256 - s) + b[2] * s) >> 8];
}

function valueNoise(grid: readonly number[], cells: number, x: number, y: number, size: number): number {
  const u = Math.floor((x * cells * 256) / size);
  const v = Math.floor((y * cells * 256) / size);
  const [i, j, fu, fv] = [u >> 8, v >> 8, u & 255, v & 255];
  const p = j * (cells + 1) + i;
  const top = grid[p] * (256 - fu) + grid[p + 1] * fu;
  const bottom = grid[p + cells + 1] * (256 - fu) + grid[p + cells + 2] * fu;
  return (top * (256 - fv) + bottom * fv) >> 16;
}

const SHAPES = ["disc", "ring", "rectangle", "bar"] as const;

function drawShape(random: Random, size: number, colour: Colour): GroundShape {
  const centre = [random.int(0, size), random.int(0, size)] as const;
  const [width, height] = [random.int(2, Math.floor(size / 3)), random.int(2, Math.floor(size / 3))];
  const kind = SHAPES[random.int(0, 3)];
  return { kind, colour, centre, width, height, inner: Math.abs(width - random.int(1, 4)) };
}

function paintShape(rgb: Uint8Array, size: number, { kind, colour, centre: [cx, cy], width: w, height: h, inner }: GroundShape): void {
  for (let y = Math.max(0, cy - w - h); y < Math.min(size, cy + w + h); y++) {
    for (let x = Math.max(0, cx - w - h); x < Math.min(size, cx + w + h); x++) {
      const [dx, dy] = [x - cx, y - cy];
      const square = dx * dx + dy * dy;
      let inside: boolean;
      if (kind === "disc") inside = square <= w * w;
      else if (kind === "ring") inside = square <= w * w && square >= inner * inner;
      else if (kind === "rectangle") inside = Math.abs(dx) * 2 <= w && Math.abs(dy) * 2 <= h;
      else inside = Math.abs(dx + dy) <= 2 && Math.abs(dx - dy) <= w + h;
      if (!inside) continue;
      rgb.set(colour, (y * size + x) * 3);
    }
  }
}
