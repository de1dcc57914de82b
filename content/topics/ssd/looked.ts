/** What the simulation asks the engine for, and what comes back. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

export const SCENES = 5;
/** Background and twenty classes. */
export const CLASSES = 21;
export const BOXES = 1016;
export const PER_CELL = 4;

/** One picture with all that SSD says of it. */
export interface Looked {
  /** What the network saw: RGB pixels, or the address of a recorded picture. */
  readonly seen: Uint8Array | string;
  readonly drawing: SceneDrawing | null;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  /** [1016, 21], map after map, cell after cell, four default boxes a cell; background first. */
  readonly logits: ArrayLike<number>;
  /** [1016, 4]: tx, ty, tw, th. */
  readonly deltas: ArrayLike<number>;
}
