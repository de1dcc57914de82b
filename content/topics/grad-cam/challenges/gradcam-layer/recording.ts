/** What is kept of a scene and of the maps on it, in whole numbers, and how it is packed. */
import type { LayerName } from "../../question";
import type { SceneObject } from "../gradcam-regions/recording";

/** Cells along a side: those of the last layers. Maps of earlier layers are averaged to them, so that no cell's size gives a layer away. */
export const SIDE = 14;
export const CELLS = SIDE * SIDE;
/** What the hottest cell of a map counts. */
export const HOTTEST = 15;

/** The layers whose maps are ordered, the earliest first. A map's depth is its place here. */
export const DEPTHS = ["conv2/relu", "conv4/relu", "conv4a/relu", "conv4b/relu", "conv4c/relu"] as const satisfies readonly LayerName[];
export const LAST = DEPTHS.length - 1;

/** The Grad-CAM maps of two classes on one scene. Scene n is `layerScene(n)` of layerRecord.ts. Maps: 196 cells, 0 … HOTTEST. */
export interface LayerRecord {
  readonly number: number;
  readonly objects: readonly SceneObject[];
  /** Which object's class is asked for. */
  readonly asked: number;
  /** Of the class asked for, by depth. */
  readonly own: readonly (readonly number[])[];
  /** Of the other object's class, at the last layer. */
  readonly other: readonly number[];
  /** Which drawing of the logits layer's weights. */
  readonly head: number;
  /** Of the class asked for at the last layer, by the network whose logits layer was drawn anew. */
  readonly random: readonly number[];
}

const word = (value: number) => [(value >> 8) & 255, value & 255];
/** Two cells a byte. */
const halves = (map: readonly number[]) => Array.from({ length: CELLS / 2 }, (_, i) => map[2 * i] * 16 + map[2 * i + 1]);

export const packLayers = ({ number, objects, asked, own, other, head, random }: LayerRecord): number[] => [
  ...word(number),
  asked,
  head,
  ...objects.flatMap(({ label, box }) => [label, ...box]),
  ...[...own, other, random].flatMap(halves),
];

/** Reads one record back. */
export function unpackLayers(bytes: Uint8Array): LayerRecord {
  let at = 0;
  const next = () => bytes[at++];
  const map = () => Array.from({ length: CELLS / 2 }, next).flatMap((byte) => [byte >> 4, byte & 15]);
  return {
    number: next() * 256 + next(),
    asked: next(),
    head: next(),
    objects: [0, 1].map(() => ({ label: next(), box: [next(), next(), next(), next()] as const })),
    own: DEPTHS.map(map),
    other: map(),
    random: map(),
  };
}
