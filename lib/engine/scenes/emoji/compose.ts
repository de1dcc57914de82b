import { EngineInputError } from "../../errors";
import type { BoxXYXY } from "../../boxes/types";
import { seeded, type Random } from "../../random";
import { VOC_CLASSES, type VocClass } from "../classes";
import { mipLevels, type Atlas, type Sprite } from "./atlas";
import { BACKGROUNDS, drawBackground, type Background, type Palette } from "./background";
import { drawColourMatrix, MILD, recolour, scaled, type ColourRange } from "./colour";
import { drawSprite, mipsOf, type Layer } from "./paint";
import { restyle } from "./restyle";
import type { EmojiStyle } from "./styles";
import { TILT, turnOf } from "./turn";

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
}

/** One object to place. */
export interface Wish {
  readonly label: number;
  /** The drawing's longer side in pixels, both ends included; the scene's own range where left out. */
  readonly side?: readonly [number, number];
  /** Index of an earlier wish to stand beside: nothing is placed when that one was not. */
  readonly beside?: number;
  readonly colour?: ColourRange;
}

/** What a scene is to hold; drawn anew for each scene. */
export interface Plan {
  readonly wishes: readonly Wish[];
  readonly palette?: Palette;
}

export interface EmojiOptions {
  readonly atlases: readonly Atlas[];
  /** Side of the picture in pixels. Default 112. */
  readonly canvas?: number;
  /** How many objects, both ends included; fewer where no more fit. Default [1, 5]. */
  readonly objects?: readonly [number, number];
  /** A drawing's longer side in pixels before stretching. Default [16, 70]. */
  readonly side?: readonly [number, number];
  /** Classes to draw from. Default: all twenty. */
  readonly classes?: readonly VocClass[];
  /** The least share of an object that must stay visible under later ones and at the border. Default 0.75; lower crowds. */
  readonly visible?: number;
  /** The largest share of the smaller of two boxes that may lie in the other. Default 0.3; 1 lets small things stand on large ones. */
  readonly overlap?: number;
  /** The share of later objects that are put onto an earlier one on purpose. Default 0. */
  readonly crowding?: number;
  /** The share of objects that are redrawn in another hand (outline, flat tones, foreign colours). Default 0. */
  readonly restyled?: number;
  /** Largest tilt as tan(half the angle). Default 14°. */
  readonly tilt?: number;
  readonly colour?: ColourRange;
  readonly backgrounds?: readonly Background[];
  /** Largest amount of noise, 0 … 255. Default 10. */
  readonly noise?: number;
  /** Says what each scene holds; by default `objects` drawings of classes drawn evenly. */
  readonly plan?: (random: Random) => Plan;
}

const TRIES = 12;
/** A pixel belongs to an object when the object's alpha there is at least this. */
const SOLID = 96;
const LEAST_SIDE = 6;

/**
 * Composes one EmojiVOC scene. Integer and exactly rounded arithmetic only: the same seed and atlases give the same pixels
 * in every browser and in Node.
 * @param seed text or number; scenes of different seeds are independent
 * @throws EngineInputError for no atlas, no class or a canvas under 16 pixels
 */
export function emojiScene(seed: string | number, options: EmojiOptions): EmojiScene {
  const { atlases, canvas = SCENE_SIDE, backgrounds = BACKGROUNDS, noise = 10 } = options;
  if (atlases.length === 0) throw new EngineInputError("atlases", "must not be empty", atlases);
  if (!Number.isInteger(canvas) || canvas < 16) throw new EngineInputError("canvas", "must be a whole number of at least 16", canvas);
  const random = seeded(`emojivoc/${seed}`);
  const plan = (options.plan ?? evenPlan(options))(random);
  const background = random.pick(backgrounds);
  const board = new Board(canvas);
  drawBackground(random, board.rgb, canvas, background, plan.palette ?? "any");
  plan.wishes.forEach((wish, index) => placeWish(random, board, wish, index, options));
  addNoise(random, board.rgb, random.int(0, noise));
  return { side: canvas, pixels: board.rgb, objects: board.objects(), background };
}

function evenPlan({ objects = [1, 5], classes = VOC_CLASSES }: EmojiOptions): (random: Random) => Plan {
  if (classes.length === 0) throw new EngineInputError("classes", "must name at least one class", "length 0");
  return (random) => ({ wishes: Array.from({ length: random.int(objects[0], objects[1]) }, () => ({ label: VOC_CLASSES.indexOf(random.pick(classes)) })) });
}

interface Placed {
  readonly wish: number;
  readonly sprite: Sprite;
  readonly style: EmojiStyle;
  /** Solid pixels with nothing above them, the border included in the loss. */
  readonly whole: number;
  /** Box of its solid pixels as it was laid. */
  readonly box: BoxXYXY;
}

/** The canvas, and for each pixel which object it shows (0: none, k: the k-th placed). */
class Board {
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

  objects(): EmojiObject[] {
    return this.placed.flatMap(({ sprite, style, whole }, index) => {
      const found = this.box(index);
      if (!found) return [];
      return [{ cls: VOC_CLASSES[sprite.label], label: sprite.label, box: found.box, visible: Math.min(1, found.pixels / whole), style, sprite: sprite.name }];
    });
  }
}

function placeWish(random: Random, board: Board, wish: Wish, index: number, options: EmojiOptions): void {
  const { atlases, visible = 0.75, overlap = 0.3, crowding = 0, restyled = 0, tilt = TILT, colour = MILD } = options;
  const atlas = random.pick(atlases);
  const sprite = random.pick(atlas.byLabel[wish.label]);
  const mips = random.chance(restyled) ? mipLevels(restyle(random, sprite)) : mipsOf(sprite);
  const colours = drawColourMatrix(random, wish.colour ?? colour);
  const neighbour = wish.beside === undefined ? -1 : board.placed.findIndex((placed) => placed.wish === wish.beside);
  if (wish.beside !== undefined && neighbour < 0) return;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [low, high] = wish.side ?? options.side ?? [16, 70];
    const scale = Math.min(random.int(low, high), board.size - 4) / Math.max(mips[0].width, mips[0].height);
    const stretch = random.between(0.9, 1.1);
    const [scaleX, scaleY] = [scale * stretch, scale / stretch];
    const turn = turnOf(random.between(-tilt, tilt));
    const flip = random.chance(0.5);
    const [halfW, halfH] = [(mips[0].width * scaleX) / 2, (mips[0].height * scaleY) / 2];
    const [cx, cy] = centre(random, board, neighbour, crowding, halfW, halfH);
    const layer = drawSprite(mips, { cx, cy, scaleX, scaleY, turn, flip }, board.size);
    // What the border cuts off is counted against the drawing's area as it would be in the middle.
    const middle = board.size / 2;
    const inside = cx - halfW >= 2 && cy - halfH >= 2 && cx + halfW <= board.size - 2 && cy + halfH <= board.size - 2;
    const whole = solidPixels(inside ? layer : drawSprite(mips, { cx: middle, cy: middle, scaleX, scaleY, turn, flip }, board.size));
    const box = solidBox(layer);
    if (!box || !board.accepts(layer, box, whole, visible, overlap)) continue;
    recolour(layer, colours);
    board.lay(layer, { wish: index, sprite, style: atlas.style, whole, box });
    return;
  }
}

function centre(random: Random, board: Board, neighbour: number, crowding: number, halfW: number, halfH: number): [number, number] {
  const { size } = board;
  const other = neighbour >= 0 ? board.box(neighbour) : null;
  if (other) {
    const [x1, , x2, y2] = other.box;
    const side = random.chance(0.5) ? x1 - halfW - random.between(-3, 4) : x2 + halfW + random.between(-3, 4);
    return [side, y2 - halfH + random.between(-6, 6)];
  }
  if (board.placed.length > 0 && random.chance(crowding)) {
    const crowd = board.box(random.int(0, board.placed.length - 1));
    if (crowd) {
      const [x1, y1, x2, y2] = crowd.box;
      return [random.between(x1 - halfW * 0.6, x2 + halfW * 0.6), random.between(y1 - halfH * 0.6, y2 + halfH * 0.6)];
    }
  }
  // An eighth of the drawing may hang over the border; `visible` decides whether that is too much.
  const reach = (half: number) => [Math.min(size / 2, half * 0.75), Math.max(size / 2, size - half * 0.75)] as const;
  const [left, right] = reach(halfW);
  const [top, bottom] = reach(halfH);
  return [random.between(left, right), random.between(top, bottom)];
}

/** The box of a layer's solid pixels on the canvas; null when it has none. */
function solidBox({ x, y, width, height, rgba }: Layer): BoxXYXY | null {
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

function solidPixels({ rgba }: Layer): number {
  let count = 0;
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] >= SOLID) count++;
  return count;
}

/** Adds to every channel a whole number in [−amount, amount]; Marsaglia's xorshift32, as one draw a byte would be slow. */
function addNoise(random: Random, rgb: Uint8Array, amount: number): void {
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
