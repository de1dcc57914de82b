/** What the simulation asks the engine for, and what comes back. */
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import type { BoxXYXY } from "@/lib/engine/boxes/types";

export const SCENES = 6;
/** Cells along a side, boxes a cell, classes: those of our YOLO, and of the paper's. */
export const [S, B, C] = [7, 2, 20] as const;
export const LENGTH = 5 * B + C;
/** How far the drawing that can be moved is moved either way, in pixels. */
export const REACH = 40;

/** What is looked at: a scene, and how far its movable drawing was moved. */
export interface Asked {
  readonly scene: number;
  readonly dx: number;
  readonly dy: number;
}

/** One picture and all that YOLO says of it. */
export interface Looked {
  readonly pixels: Uint8Array;
  readonly drawing: SceneDrawing | null;
  /** The movable one is first. */
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  /** [7, 7, 30] by row, column, channel: x, y, w, h, confidence of each box, then the class values. */
  readonly grid: ArrayLike<number>;
}
