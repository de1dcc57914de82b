import { mipLevels, type Picture } from "./atlas";
import type { Turn } from "./turn";

/** A sprite's place: centre in canvas pixels, pixels per texel along its own axes, tilt, mirrored or not. */
export interface Placement {
  readonly cx: number;
  readonly cy: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly turn: Turn;
  readonly flip: boolean;
}

/** A sprite drawn to canvas pixels: premultiplied RGBA of the rectangle from (x, y); already cut to the canvas. */
export interface Layer extends Picture {
  readonly x: number;
  readonly y: number;
}

const ONE = 65536;

/**
 * Draws a sprite through an affine map: for every canvas pixel's centre the place in the sprite (16.16 fixed point), read
 * bilinearly from the mip level whose texels come nearest to a pixel. All sums are integers: the same pixels everywhere.
 * @param mips the sprite's levels, the full one first
 */
export function drawSprite(mips: readonly Picture[], place: Placement, canvas: number): Layer {
  const { cx, cy, scaleX, scaleY, turn, flip } = place;
  const [{ width: w, height: h }] = mips;
  const halfW = (w * scaleX) / 2;
  const halfH = (h * scaleY) / 2;
  const reachX = Math.abs(turn.cos) * halfW + Math.abs(turn.sin) * halfH + 1;
  const reachY = Math.abs(turn.sin) * halfW + Math.abs(turn.cos) * halfH + 1;
  const x1 = Math.max(0, Math.floor(cx - reachX));
  const y1 = Math.max(0, Math.floor(cy - reachY));
  const x2 = Math.min(canvas, Math.ceil(cx + reachX));
  const y2 = Math.min(canvas, Math.ceil(cy + reachY));
  const width = Math.max(0, x2 - x1);
  const height = Math.max(0, y2 - y1);
  let level = 0;
  // A level of texels between 0.7 and 1.4 pixels: the step to the next halves them.
  for (let texels = 2 / (scaleX + scaleY); texels > 1.42 && level + 1 < mips.length; texels /= 2) level++;
  const mip = mips[level];
  const zoom = ONE / (1 << level);
  const mirror = flip ? -1 : 1;
  const ux = Math.round((zoom * mirror * turn.cos) / scaleX);
  const uy = Math.round((zoom * mirror * turn.sin) / scaleX);
  const vx = Math.round((-zoom * turn.sin) / scaleY);
  const vy = Math.round((zoom * turn.cos) / scaleY);
  const dx = x1 + 0.5 - cx;
  const dy = y1 + 0.5 - cy;
  const u0 = Math.round((zoom * w) / 2 - ONE / 2 + ux * dx + uy * dy);
  const v0 = Math.round((zoom * h) / 2 - ONE / 2 + vx * dx + vy * dy);
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sample(mip, u0 + ux * x + uy * y, v0 + vx * x + vy * y, rgba, (y * width + x) * 4);
    }
  }
  return { x: x1, y: y1, width, height, rgba };
}

function sample({ width, height, rgba }: Picture, u: number, v: number, out: Uint8Array, at: number): void {
  const i = u >> 16;
  const j = v >> 16;
  if (i < -1 || j < -1 || i >= width || j >= height) return;
  const fu = (u >> 8) & 255;
  const fv = (v >> 8) & 255;
  const w00 = (256 - fu) * (256 - fv);
  const w10 = fu * (256 - fv);
  const w01 = (256 - fu) * fv;
  const w11 = fu * fv;
  const inLeft = i >= 0;
  const inRight = i + 1 < width;
  const inTop = j >= 0;
  const inBottom = j + 1 < height;
  const p = (j * width + i) * 4;
  for (let c = 0; c < 4; c++) {
    let sum = 32768;
    if (inTop && inLeft) sum += w00 * rgba[p + c];
    if (inTop && inRight) sum += w10 * rgba[p + 4 + c];
    if (inBottom && inLeft) sum += w01 * rgba[p + width * 4 + c];
    if (inBottom && inRight) sum += w11 * rgba[p + width * 4 + 4 + c];
    out[at + c] = sum >> 16;
  }
}

const known = new WeakMap<Picture, Picture[]>();

/** A sprite's mip levels, worked out once. */
export function mipsOf(picture: Picture): Picture[] {
  let mips = known.get(picture);
  if (!mips) known.set(picture, (mips = mipLevels(picture)));
  return mips;
}
