/** What the simulation asks the engine for, and what comes back. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

export const SCENES = 6;
/** Cells along a side of CenterNet's maps, pixels a cell, classes. */
export const [SIDE, STRIDE, CLASSES] = [28, 4, 20] as const;
export const CELLS = SIDE * SIDE;

/** One picture and all that CenterNet says of it. */
export interface Looked {
  /** What the network saw: RGB pixels, or the address of a recorded picture. */
  readonly seen: Uint8Array | string;
  readonly drawing: SceneDrawing | null;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  /** [20, 28, 28]: logits. */
  readonly heatmap: ArrayLike<number>;
  /** [2, 28, 28]: across and down, in cells. */
  readonly offset: ArrayLike<number>;
  /** [2, 28, 28]: logarithms of width and height in cells. */
  readonly size: ArrayLike<number>;
}
