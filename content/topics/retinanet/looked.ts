/** What the simulation asks the engine for, and what comes back. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

export const SCENES = 6;
export const CLASSES = 20;
export const ANCHORS = 2349;
export const PER_CELL = 9;

/** What an anchor is taught as, beside a class from 0 on. */
export const BACKGROUND = -1;
export const IGNORED = -2;

/** One picture with all that RetinaNet says of it. */
export interface Looked {
  /** What the network saw: RGB pixels, or the address of a recorded picture. */
  readonly seen: Uint8Array | string;
  readonly drawing: SceneDrawing | null;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  /** [2349, 20], level after level, cell after cell, nine anchors a cell. */
  readonly logits: ArrayLike<number>;
  /** [2349, 4]: dx, dy, dw, dh. */
  readonly deltas: ArrayLike<number>;
  /** [2349]: a class, BACKGROUND or IGNORED. */
  readonly taught: ArrayLike<number>;
}
