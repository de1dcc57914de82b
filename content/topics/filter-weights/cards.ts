/** Test cards: pictures of which one knows what is on them. Plain arithmetic, the same on every machine. */
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import type { Card } from "./looked";

type Rgb = readonly [number, number, number];

/** Directions by eighths of a turn, clockwise from the right. */
const DIRECTIONS = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

const FIELDS: readonly Rgb[] = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
  [0, 255, 255],
  [255, 0, 255],
  [255, 255, 0],
  [0, 0, 0],
];
const BAR = 8;
const grey = (bright: boolean): Rgb => (bright ? [255, 255, 255] : [0, 0, 0]);

function colourAt(card: Card, eighths: number, period: number, x: number, y: number): Rgb {
  const [dx, dy] = DIRECTIONS[((eighths % 8) + 8) % 8];
  // The kernels of stride 2 begin at even pixels: so one of them has its left column dark and the other two bright.
  const middle = SCENE_SIDE / 2 - 1.5;
  const along = (x - middle) * dx + (y - middle) * dy;
  switch (card) {
    case "edge":
      return grey(along > 0);
    case "bar":
      return grey(Math.abs(along) < BAR);
    case "fields":
      return FIELDS[Math.floor((y * 2) / SCENE_SIDE) * 4 + Math.floor((x * 4) / SCENE_SIDE)];
    case "checker":
      return grey((Math.floor((2 * x) / period) + Math.floor((2 * y) / period)) % 2 === 0);
  }
}

/** RGB bytes, SCENE_SIDE × SCENE_SIDE × 3. */
export function cardPixels(card: Card, eighths: number, period: number): Uint8Array {
  const pixels = new Uint8Array(SCENE_SIDE * SCENE_SIDE * 3);
  for (let y = 0; y < SCENE_SIDE; y++)
    for (let x = 0; x < SCENE_SIDE; x++) pixels.set(colourAt(card, eighths, period, x, y), (y * SCENE_SIDE + x) * 3);
  return pixels;
}

/** With every pixel's distance from grey taken down to a share of it. */
export const faded = (pixels: Uint8Array, contrast: number): Uint8Array => pixels.map((v) => Math.round(127.5 + (v - 127.5) * contrast));
