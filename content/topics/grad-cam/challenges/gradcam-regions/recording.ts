/** What is kept of a scene and of the network's pass over it, in whole numbers, and how it is packed. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { CELLS } from "./cells";

export interface SceneObject {
  /** Index into VOC_CLASSES. */
  readonly label: number;
  readonly box: BoxXYXY;
}

/** A channel of the last layer: where it is strong, and what it adds to the map where it is strongest. */
export interface Channel {
  /** Its place among the layer's channels. */
  readonly index: number;
  /** α · (its largest cell), on the scale of the map; below 0 where it speaks against. */
  readonly peak: number;
  /** 49 cells, 0 … 9, 9 where it is strongest. */
  readonly tile: readonly number[];
}

/** A channel of the layer before it, with the gradients of the score by it. */
export interface Grads {
  readonly index: number;
  /** Means over the four quarters of the layer, rounded: upper left, upper right, lower left, lower right. Their sum is a multiple of 4. */
  readonly gradients: readonly number[];
  readonly tile: readonly number[];
}

/** Scenes with one object, and scenes with three of which one is asked for. */
export const SETS = ["one", "three"] as const;
export type SceneSet = (typeof SETS)[number];

/** The Grad-CAM of one class on one scene. Scene n of a set is `sceneOf(set, n)` of record.ts. */
export interface SceneRecord {
  readonly number: number;
  readonly objects: readonly SceneObject[];
  /** Which object is asked for. */
  readonly asked: number;
  /** Σ_k α_k A_k before the ReLU: 49 cells, the largest size 999. */
  readonly map: readonly number[];
  /** Where the picture has bold lines: 49 cells, 0 … 99. */
  readonly edges: readonly number[];
  /** The channels that add or take most, the strongest first. */
  readonly channels: readonly Channel[];
  /** Channels of the layer before, for averaging gradients; none in the set "one". */
  readonly grads: readonly Grads[];
}

const word = (value: number) => [(value >> 8) & 255, value & 255];
/** Two digits a byte. */
const digits = (tile: readonly number[]) =>
  Array.from({ length: Math.ceil(CELLS / 2) }, (_, i) => tile[2 * i] * 16 + (2 * i + 1 < CELLS ? tile[2 * i + 1] : 0));

export const packScene = ({ number, objects, asked, map, edges, channels, grads }: SceneRecord): number[] => [
  ...word(number),
  objects.length,
  asked,
  ...objects.flatMap(({ label, box }) => [label, ...box]),
  ...map.flatMap(word),
  ...edges,
  channels.length,
  ...channels.flatMap(({ index, peak, tile }) => [index, ...word(peak), ...digits(tile)]),
  grads.length,
  ...grads.flatMap(({ index, gradients, tile }) => [index, ...gradients.map((g) => g & 255), ...digits(tile)]),
];

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Reads base64. Written out, since a bare JavaScript engine, in which the kinds are compared, has no `atob`. */
export function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (const digit of text) {
    bits = ((bits << 6) | DIGITS.indexOf(digit)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 255;
  }
  return bytes;
}

/** Reads the records back. */
export function unpackScenes(bytes: Uint8Array): SceneRecord[] {
  let at = 0;
  const next = () => bytes[at++];
  const signed = () => ((next() << 8) | next()) - (bytes[at - 2] > 127 ? 65536 : 0);
  const small = () => next() - (bytes[at - 1] > 127 ? 256 : 0);
  const times = <X>(length: number, item: () => X): X[] => Array.from({ length }, item);
  const tile = () =>
    times(Math.ceil(CELLS / 2), next)
      .flatMap((byte) => [byte >> 4, byte & 15])
      .slice(0, CELLS);
  const scenes: SceneRecord[] = [];
  while (at < bytes.length) {
    const number = signed();
    const count = next();
    const asked = next();
    scenes.push({
      number,
      asked,
      objects: times(count, () => ({ label: next(), box: [next(), next(), next(), next()] as const })),
      map: times(CELLS, signed),
      edges: times(CELLS, next),
      channels: times(next(), () => ({ index: next(), peak: signed(), tile: tile() })),
      grads: times(next(), () => ({ index: next(), gradients: times(4, small), tile: tile() })),
    });
  }
  return scenes;
}
