import { EngineInputError } from "../../errors";
import { VOC_CLASSES } from "../classes";
import { STYLES, type EmojiStyle } from "./styles";

/** A picture with premultiplied colour: RGBA, 8 bits a channel, row-major; r, g, b ≤ a. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** One drawing: tight on its visible pixels, 64 pixels on its longer side. */
export interface Sprite extends Picture {
  /** The icon's name in its set. */
  readonly name: string;
  /** Index into VOC_CLASSES. */
  readonly label: number;
}

/** All drawings of one style, and the same by class. Every class has at least one. */
export interface Atlas {
  readonly style: EmojiStyle;
  readonly sprites: readonly Sprite[];
  readonly byLabel: readonly (readonly Sprite[])[];
}

export interface AtlasHeader {
  readonly format: "emojivoc-1";
  readonly style: EmojiStyle;
  readonly licence: string;
  /** [icon name, label, width, height] in the order of the pixels. */
  readonly sprites: readonly (readonly [string, number, number, number])[];
}

/**
 * An atlas file: uint32 (little endian) length of the header, the header as JSON, then the pixels, deflated.
 * The pixels are planes (all R, then G, B, A) sprite by sprite, each byte the difference to Paeth's guess of it,
 * as in PNG (RFC 2083, section 6.6), which halves what deflate leaves.
 */
export function splitAtlas(file: Uint8Array): { header: AtlasHeader; deflated: Uint8Array } {
  if (file.length < 4) throw new EngineInputError("file", "is too short for an atlas", `length ${file.length}`);
  const length = new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(0, true);
  if (length > file.length - 4) throw new EngineInputError("file", "ends inside its header", `length ${file.length}`);
  let header: AtlasHeader;
  try {
    header = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length))) as AtlasHeader;
  } catch {
    throw new EngineInputError("file", "has no readable header", "broken JSON");
  }
  if (header.format !== "emojivoc-1") throw new EngineInputError("file", "must be an emojivoc-1 atlas", String(header.format));
  if (!STYLES.includes(header.style)) throw new EngineInputError("file", "names an unknown style", String(header.style));
  return { header, deflated: file.subarray(4 + length) };
}

/** The sprites of an atlas from its header and its inflated pixels. */
export function buildAtlas(header: AtlasHeader, planes: Uint8Array): Atlas {
  const byLabel: Sprite[][] = VOC_CLASSES.map(() => []);
  let at = 0;
  const sprites = header.sprites.map(([name, label, width, height]) => {
    const size = width * height * 4;
    if (!(label in byLabel) || at + size > planes.length) throw new EngineInputError("header.sprites", "does not fit the pixels", name);
    const sprite: Sprite = { name, label, width, height, rgba: unfilter(planes.subarray(at, at + size), width, height) };
    at += size;
    byLabel[label].push(sprite);
    return sprite;
  });
  if (at !== planes.length) throw new EngineInputError("planes", `must have length ${at}`, planes);
  const missing = byLabel.findIndex((list) => list.length === 0);
  if (missing >= 0) throw new EngineInputError("header.sprites", "lacks a class", VOC_CLASSES[missing]);
  return { style: header.style, sprites, byLabel };
}

/** Reads an atlas file. Runs wherever there are web streams: browser, worker, Node. */
export async function readAtlas(file: Uint8Array): Promise<Atlas> {
  const { header, deflated } = splitAtlas(file);
  const stream = new Blob([new Uint8Array(deflated)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return buildAtlas(header, new Uint8Array(await new Response(stream).arrayBuffer()));
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [dl, du, dc] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return dl <= du && dl <= dc ? left : du <= dc ? up : corner;
}

/** Interleaved RGBA → planes of differences. The writer's half; here so that one test holds both. */
export function filterPlanes({ rgba, width, height }: Picture): Uint8Array {
  const out = new Uint8Array(rgba.length);
  let at = 0;
  for (let c = 0; c < 4; c++) {
    const value = (x: number, y: number) => (x < 0 || y < 0 ? 0 : rgba[(y * width + x) * 4 + c]);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) out[at++] = value(x, y) - paeth(value(x - 1, y), value(x, y - 1), value(x - 1, y - 1));
    }
  }
  return out;
}

function unfilter(planes: Uint8Array, width: number, height: number): Uint8Array {
  const rgba = new Uint8Array(planes.length);
  let at = 0;
  for (let c = 0; c < 4; c++) {
    const value = (x: number, y: number) => (x < 0 || y < 0 ? 0 : rgba[(y * width + x) * 4 + c]);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++)
        rgba[(y * width + x) * 4 + c] = planes[at++] + paeth(value(x - 1, y), value(x, y - 1), value(x - 1, y - 1));
    }
  }
  return rgba;
}

/** The picture and its halves (2×2 means, rounded; beyond the border is transparent) down to 8 pixels or fewer. */
export function mipLevels(picture: Picture): Picture[] {
  const levels = [picture];
  for (let last = picture; Math.max(last.width, last.height) > 8; levels.push(last)) last = halve(last);
  return levels;
}

function halve({ width, height, rgba }: Picture): Picture {
  const w = (width + 1) >> 1;
  const h = (height + 1) >> 1;
  const out = new Uint8Array(w * h * 4);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const right = 2 * x + 1 < width;
      const below = 2 * y + 1 < height;
      const from = (2 * y * width + 2 * x) * 4;
      for (let c = 0; c < 4; c++) {
        let sum = rgba[from + c];
        if (right) sum += rgba[from + 4 + c];
        if (below) sum += rgba[from + width * 4 + c];
        if (right && below) sum += rgba[from + width * 4 + 4 + c];
        out[(y * w + x) * 4 + c] = (sum + 2) >> 2;
      }
    }
  }
  return { width: w, height: h, rgba: out };
}
