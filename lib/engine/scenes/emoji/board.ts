import type { BoxXYXY } from "../../boxes/types";
import type { Random } from "../../random";
import { VOC_CLASSES, type VocClass } from "../classes";
import type { Sprite } from "./atlas";
import type { Background, Ground } from "./background";
import { scaled } from "./colour";
import type { DrawnSprite, SceneDrawing } from "./drawing";
import type { Layer } from "./paint";
import type { EmojiStyle } from "./styles";

/** The side of an EmojiVOC scene in pixels. */
export const SCENE_SIDE = 112;

/** One object of a scene. */
export interface EmojiObject {
  readonly cls: VocClass;
  /** Index into VOC_CLASSES. */
  readonly label: number;
  /** Tight on the pixels of it that can be seen: the smallest xyxy box that holds them all. Whole pixels. */
  readonly box: BoxXYXY;
  /** The share of its pixels that can be seen: less than 1 where it is covered or cut by the border. */
  readonly visible: number;
  readonly style: EmojiStyle;
  /** The drawing's name in its set. */
  readonly sprite: string;
}

export interface EmojiScene {
  readonly side: number;
  /** RGB, row-major, side × side × 3, 0 … 255. */
  readonly pixels: Uint8Array;
  readonly objects: readonly EmojiObject[];
  readonly background: Background;
  /** The same scene at any resolution; null where a drawing was redrawn in another hand, since those have no vectors. */
  readonly drawing: SceneDrawing | null;
}

/** A pixel belongs to an object when the object's alpha there is at least this. */
const SOLID = 96;
/** The least side of an object, in pixels. */
export const LEAST_SIDE = 6;

/** One drawing on the board. */
export interface Placed {
  /** Index of the planned object that it is. */
  readonly planned: number;
  readonly sprite: Sprite;
  readonly style: EmojiStyle;
  /** Solid pixels with nothing above them, the border included in the loss. */
  readonly whole: number;
  /** Box of its solid pixels as it was laid. */
  readonly box: BoxXYXY;
  /** How it was painted; null when it was redrawn in another hand. */
  readonly drawn: DrawnSprite | null;
}

/** The canvas, and for each pixel which object it shows (0: none, k: the k-th placed). */
export class Board {
  readonly rgb: Uint8Array;
  readonly owner: Uint8Array;
  readonly placed: Placed[] = [];
  constructor(readonly size: number) {
    this.rgb = new Uint8Array(size * size * 3);
    this.owner = new Uint8Array(size * size);
  }

  /** Whether a layer may be laid on top: it and everything under it must stay visible enough. */
  accepts(layer: Layer, box: BoxXYXY, whole: number, visible: number, overlap: number): boolean {
    if (this.placed.some((object) => share(object.box, box) > overlap)) return false;
    const seen = new Uint32Array(this.placed.length + 1);
    const lost = new Uint32Array(this.placed.length + 1);
    for (const id of this.owner) seen[id]++;
    let own = 0;
    this.eachSolid(layer, (p) => {
      own++;
      lost[this.owner[p]]++;
    });
    if (own < visible * whole || own < LEAST_SIDE * LEAST_SIDE) return false;
    return this.placed.every((object, k) => lost[k + 1] === 0 || seen[k + 1] - lost[k + 1] >= visible * object.whole);
  }

  lay(layer: Layer, object: Placed): void {
    const id = this.placed.push(object);
    this.eachSolid(layer, (p) => (this.owner[p] = id));
    for (let y = 0; y < layer.height; y++) {
      for (let x = 0; x < layer.width; x++) {
        const from = (y * layer.width + x) * 4;
        const rest = 255 - layer.rgba[from + 3];
        if (rest === 255) continue;
        const to = ((layer.y + y) * this.size + layer.x + x) * 3;
        for (let c = 0; c < 3; c++) this.rgb[to + c] = Math.min(255, layer.rgba[from + c] + scaled(this.rgb[to + c], rest));
      }
    }
  }

  private eachSolid(layer: Layer, visit: (pixel: number) => void): void {
    for (let y = 0; y < layer.height; y++) {
      for (let x = 0; x < layer.width; x++) {
        if (layer.rgba[(y * layer.width + x) * 4 + 3] >= SOLID) visit((layer.y + y) * this.size + layer.x + x);
      }
    }
  }

  /** The visible box of one placed object, or null when nothing of it is left. */
  box(index: number): { box: BoxXYXY; pixels: number } | null {
    let [x1, y1, x2, y2, pixels] = [this.size, this.size, 0, 0, 0];
    for (let y = 0, p = 0; y < this.size; y++) {
      for (let x = 0; x < this.size; x++, p++) {
        if (this.owner[p] !== index + 1) continue;
        pixels++;
        if (x < x1) x1 = x;
        if (y < y1) y1 = y;
        if (x + 1 > x2) x2 = x + 1;
        if (y + 1 > y2) y2 = y + 1;
      }
    }
    return pixels === 0 ? null : { box: [x1, y1, x2, y2], pixels };
  }

  /** The scene's record, or null when one of its drawings has none. */
  drawing(ground: Ground): SceneDrawing | null {
    const sprites = this.placed.flatMap(({ drawn }) => drawn ?? []);
    return sprites.length === this.placed.length ? { side: this.size, ground, sprites } : null;
  }

  objects(): EmojiObject[] {
    return this.placed.flatMap(({ sprite, style, whole }, index) => {
      const found = this.box(index);
      if (!found) return [];
      return [
        {
          cls: VOC_CLASSES[sprite.label],
          label: sprite.label,
          box: found.box,
          visible: Math.min(1, found.pixels / whole),
          style,
          sprite: sprite.name,
        },
      ];
    });
  }
}

/** The box of a layer's solid pixels on the canvas; null when it has none. */
export function solidBox({ x, y, width, height, rgba }: Layer): BoxXYXY | null {
  let [x1, y1, x2, y2] = [width, height, 0, 0];
  for (let j = 0, i = 3; j < height; j++) {
    for (let k = 0; k < width; k++, i += 4) {
      if (rgba[i] < SOLID) continue;
      if (k < x1) x1 = k;
      if (j < y1) y1 = j;
      if (k + 1 > x2) x2 = k + 1;
      if (j + 1 > y2) y2 = j + 1;
    }
  }
  return x2 === 0 ? null : [x + x1, y + y1, x + x2, y + y2];
}

/** Intersection over the smaller area. */
function share(a: BoxXYXY, b: BoxXYXY): number {
  const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (w <= 0 || h <= 0) return 0;
  return (w * h) / Math.min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]));
}

/** How many of a layer's pixels are solid. */
export function solidPixels({ rgba }: Layer): number {
  let count = 0;
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] >= SOLID) count++;
  return count;
}

/** Adds to every channel a whole number in [−amount, amount]; Marsaglia's xorshift32, as one draw a byte would be slow. */
export function addNoise(random: Random, rgb: Uint8Array, amount: number): void {
  if (amount === 0) return;
  let state = random.int(1, 0x7fffffff);
  const span = 2 * amount + 1;
  for (let i = 0; i < rgb.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const value = rgb[i] + ((((state >>> 8) & 0xffff) * span) >>> 16) - amount;
    rgb[i] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
}
