/**
 * The strong augmentation: one drawing redrawn as another hand might have, so that a network learns shapes rather than five
 * artists' palettes. Outlines and inner lines in ink, flat tones, washed-out or filled surfaces, foreign palettes.
 */
import type { Random } from "../../random";
import type { Picture } from "./atlas";
import { colourMatrix, recolour, scaled, WILD, drawColourMatrix, type Colour } from "./colour";

/**
 * Draws a restyled copy, one pixel larger on each side of the outline's width.
 * Each effect is drawn by chance, so most copies carry two or three.
 */
export function restyle(random: Random, source: Picture): Picture {
  const lineart = random.chance(0.3);
  const outline = lineart || random.chance(0.45) ? random.int(1, 3) : 0;
  const picture = grown(source, outline + 1);
  const { rgba } = picture;
  const edges = lineart || random.chance(0.4) ? innerEdges(picture, random.int(24, 72)) : null;
  if (random.chance(0.35)) posterise(picture, random.int(2, 4));
  if (random.chance(0.75)) recolour(picture, drawColourMatrix(random, WILD));
  if (random.chance(0.12)) negative(picture);
  if (lineart)
    wash(
      picture,
      random.int(110, 256),
      random.chance(0.6) ? [255, 255, 255] : [random.int(120, 255), random.int(120, 255), random.int(120, 255)],
    );
  else if (random.chance(0.2)) wash(picture, random.int(60, 200), [random.int(0, 255), random.int(0, 255), random.int(0, 255)]);
  if (random.chance(0.1)) recolour(picture, colourMatrix(0, 0, 1));
  const dark = random.int(0, 60);
  const ink: Colour = random.chance(0.85) ? [dark, dark, dark] : [random.int(0, 255), random.int(0, 255), random.int(0, 255)];
  if (edges) for (let p = 0; p < edges.length; p++) if (edges[p] > 0) stain(rgba, p * 4, ink, edges[p]);
  if (outline > 0) drawOutline(picture, outline, ink);
  return picture;
}

function grown({ width, height, rgba }: Picture, margin: number): Picture {
  const w = width + 2 * margin;
  const out = new Uint8Array(w * (height + 2 * margin) * 4);
  for (let y = 0; y < height; y++) out.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), ((y + margin) * w + margin) * 4);
  return { width: w, height: height + 2 * margin, rgba: out };
}

/** How strongly ink lies on each pixel, 0 … 255, where neighbouring colours differ by more than `threshold` (sum of channels / 2). */
function innerEdges({ width, height, rgba }: Picture, threshold: number): Uint8Array {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const p = y * width + x;
      const i = p * 4;
      if (rgba[i + 3] < 200) continue;
      const right = rgba[i + 7] < 200 ? 0 : distance(rgba, i, i + 4);
      const below = rgba[i + width * 4 + 3] < 200 ? 0 : distance(rgba, i, i + width * 4);
      const strength = (right > below ? right : below) - threshold;
      if (strength <= 0) continue;
      const amount = Math.min(255, strength * 4);
      for (const q of [p, p + 1, p + width]) if (amount > out[q]) out[q] = amount;
    }
  }
  return out;
}

function distance(rgba: Uint8Array, i: number, j: number): number {
  return (Math.abs(rgba[i] - rgba[j]) + Math.abs(rgba[i + 1] - rgba[j + 1]) + Math.abs(rgba[i + 2] - rgba[j + 2])) >> 1;
}

/** Mixes a colour into one pixel, keeping its alpha. */
function stain(rgba: Uint8Array, i: number, colour: Colour, amount: number): void {
  const a = rgba[i + 3];
  for (let c = 0; c < 3; c++) rgba[i + c] = Math.min(a, scaled(rgba[i + c], 255 - amount) + scaled(scaled(colour[c], a), amount));
}

function wash({ rgba }: Picture, amount: number, colour: Colour): void {
  const share = Math.min(amount, 255);
  for (let i = 0; i < rgba.length; i += 4) if (rgba[i + 3] > 0) stain(rgba, i, colour, share);
}

function negative({ rgba }: Picture): void {
  for (let i = 0; i < rgba.length; i += 4) for (let c = 0; c < 3; c++) rgba[i + c] = rgba[i + 3] - rgba[i + c];
}

function posterise({ rgba }: Picture, levels: number): void {
  const table = Uint8Array.from({ length: 256 }, (_, v) => Math.round((Math.floor((v * levels) / 256) * 255) / (levels - 1)));
  for (let i = 0; i < rgba.length; i += 4) {
    const a = rgba[i + 3];
    for (let c = 0; c < 3; c++) rgba[i + c] = a === 255 ? table[rgba[i + c]] : Math.min(a, scaled(table[rgba[i + c]], a));
  }
}

/** Ink under the drawing, wherever a visible pixel lies within `radius` (city-block steps). */
function drawOutline({ width, height, rgba }: Picture, radius: number, ink: Colour): void {
  let alpha = new Uint8Array(width * height);
  for (let p = 0; p < alpha.length; p++) alpha[p] = rgba[p * 4 + 3];
  for (let step = 0; step < radius; step++) {
    const next = alpha.slice();
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const p = y * width + x;
        let most = alpha[p];
        if (x > 0 && alpha[p - 1] > most) most = alpha[p - 1];
        if (x + 1 < width && alpha[p + 1] > most) most = alpha[p + 1];
        if (y > 0 && alpha[p - width] > most) most = alpha[p - width];
        if (y + 1 < height && alpha[p + width] > most) most = alpha[p + width];
        next[p] = most;
      }
    }
    alpha = next;
  }
  for (let p = 0; p < alpha.length; p++) {
    const a = rgba[p * 4 + 3];
    const under = scaled(alpha[p], 255 - a);
    if (under === 0) continue;
    for (let c = 0; c < 3; c++) rgba[p * 4 + c] += scaled(ink[c], under);
    rgba[p * 4 + 3] = a + under;
    for (let c = 0; c < 3; c++) if (rgba[p * 4 + c] > a + under) rgba[p * 4 + c] = a + under;
  }
}
