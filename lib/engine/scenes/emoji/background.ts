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

/** Fills an RGB canvas (size × size × 3). Integers only. */
export function drawBackground(random: Random, rgb: Uint8Array, size: number, kind: Background, palette: Palette): void {
  const a = drawColour(random, palette);
  const b = drawColour(random, palette);
  switch (kind) {
    case "flat":
      return fill(rgb, size, () => a);
    case "gradient": {
      const [gx, gy] = [random.int(-256, 256), random.int(-256, 256)];
      const low = Math.min(0, gx) + Math.min(0, gy);
      const span = Math.max(1, Math.abs(gx) + Math.abs(gy));
      return fill(rgb, size, (x, y) => mix(a, b, Math.floor(((gx * x + gy * y - low * size) * 256) / (span * size))));
    }
    case "horizon": {
      const line = random.int(Math.floor(size * 0.3), Math.floor(size * 0.8));
      const c = drawColour(random, palette);
      return fill(rgb, size, (x, y) => (y < line ? mix(a, b, Math.floor((y * 256) / size)) : c));
    }
    case "stripes": {
      const [dx, dy] = [random.int(-2, 2), random.int(1, 2)];
      const period = random.int(6, 40);
      const quiet = random.int(40, 256);
      const c = mix(a, b, quiet);
      return fill(rgb, size, (x, y) => ((dx * x + dy * y + 4 * size) % period < period >> 1 ? a : c));
    }
    case "checker": {
      const period = random.int(5, 24);
      const c = mix(a, b, random.int(30, 200));
      return fill(rgb, size, (x, y) => ((Math.floor(x / period) + Math.floor(y / period)) % 2 === 0 ? a : c));
    }
    case "blobs": {
      const cells = random.int(3, 9);
      const grid = Uint8Array.from({ length: (cells + 1) * (cells + 1) }, () => random.int(0, 255));
      return fill(rgb, size, (x, y) => mix(a, b, valueNoise(grid, cells, x, y, size)));
    }
    case "shapes": {
      fill(rgb, size, () => a);
      for (let n = random.int(3, 14); n > 0; n--) drawShape(random, rgb, size, drawColour(random, palette));
      return;
    }
    case "paper": {
      const light = random.int(215, 255);
      const tint = palette === "any" ? random.int(-12, 12) : palette === "blue" ? 60 : -40;
      fill(rgb, size, () => [
        Math.min(255, light - Math.max(0, tint)),
        light - (Math.abs(tint) >> 1),
        Math.min(255, light - Math.max(0, -tint)),
      ]);
    }
  }
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
function mix(a: Colour, b: Colour, share: number): Colour {
  const s = share < 0 ? 0 : share > 256 ? 256 : share;
  return [(a[0] * (256 - s) + b[0] * s) >> 8, (a[1] * (256 - s) + b[1] * s) >> 8, (a[2] * (256 - s) + b[2] * s) >> 8];
}

function valueNoise(grid: Uint8Array, cells: number, x: number, y: number, size: number): number {
  const u = Math.floor((x * cells * 256) / size);
  const v = Math.floor((y * cells * 256) / size);
  const [i, j, fu, fv] = [u >> 8, v >> 8, u & 255, v & 255];
  const p = j * (cells + 1) + i;
  const top = grid[p] * (256 - fu) + grid[p + 1] * fu;
  const bottom = grid[p + cells + 1] * (256 - fu) + grid[p + cells + 2] * fu;
  return (top * (256 - fv) + bottom * fv) >> 16;
}

/** A disc, a ring, a rectangle or a bar: clutter that is no object. */
function drawShape(random: Random, rgb: Uint8Array, size: number, colour: Colour): void {
  const [cx, cy] = [random.int(0, size), random.int(0, size)];
  const [w, h] = [random.int(2, Math.floor(size / 3)), random.int(2, Math.floor(size / 3))];
  const kind = random.int(0, 3);
  const inner = w - random.int(1, 4);
  for (let y = Math.max(0, cy - w - h); y < Math.min(size, cy + w + h); y++) {
    for (let x = Math.max(0, cx - w - h); x < Math.min(size, cx + w + h); x++) {
      const [dx, dy] = [x - cx, y - cy];
      const square = dx * dx + dy * dy;
      let inside: boolean;
      if (kind === 0) inside = square <= w * w;
      else if (kind === 1) inside = square <= w * w && square >= inner * inner;
      else if (kind === 2) inside = Math.abs(dx) * 2 <= w && Math.abs(dy) * 2 <= h;
      else inside = Math.abs(dx + dy) <= 2 && Math.abs(dx - dy) <= w + h;
      if (!inside) continue;
      rgb.set(colour, (y * size + x) * 3);
    }
  }
}
