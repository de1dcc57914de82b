/** What the simulation asks the engine for, and what comes back. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

export const SCENES = 6;
export const QUERIES = 20;
/** Twenty classes, then "no object". */
export const CLASSES = 21;
export const NO_OBJECT = 20;
/** Tokens along a side: cells of the map that queries look at. */
export const TOKENS = 7;

/** What all queries say after a decoder layer. */
export interface Said {
  /** [20, 21]. */
  readonly logits: ArrayLike<number>;
  /** [20, 4]: xyxy in pixels. */
  readonly boxes: ArrayLike<number>;
}

/** All that DETR says of one picture. */
export interface Heard {
  /** After the first decoder layer, and after the last. */
  readonly layers: readonly [Said, Said];
  /** [20, 49]: where each query looks, in the last layer. */
  readonly attention: ArrayLike<number>;
  /** [49, 49]: where each token looks, in the encoder. */
  readonly encoder: ArrayLike<number>;
  /** [20, 2]: x and y in pixels. */
  readonly references: ArrayLike<number>;
}

export interface Looked extends Heard {
  /** What the network saw: RGB pixels, or the address of a recorded picture. */
  readonly seen: Uint8Array | string;
  readonly drawing: SceneDrawing | null;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
}
