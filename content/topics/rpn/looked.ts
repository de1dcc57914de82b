/** What the simulation asks the engine for, and what comes back. */
import { gridAnchors } from "@/lib/engine/anchors";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

export const SCENES = 6;

/** Our RPN: cells a side, pixels a cell, anchors a cell. */
export const [CELLS, STRIDE, PER_CELL] = [14, 8, 9] as const;
const SHAPES = { scales: [18, 32, 56], ratios: [0.5, 1, 2] } as const;

/** [1764, 4] xyxy pixels, cell by cell, ratio by ratio, scale by scale: the detector's own anchors. */
export const ANCHORS: Float64Array = gridAnchors({ imageWidth: SCENE_SIDE, imageHeight: SCENE_SIDE, stride: STRIDE, ...SHAPES });
export const ANCHOR_COUNT = CELLS * CELLS * PER_CELL;

/** "56, 1:2": scale and ratio (width to height) of each of a cell's anchors. */
export const SHAPE_NAMES: readonly string[] = SHAPES.ratios.flatMap((ratio) =>
  SHAPES.scales.map((scale) => `${scale}, ${ratio < 1 ? "2:1" : ratio > 1 ? "1:2" : "1:1"}`),
);

/** Our funnel: how many go on by score, the shortest side, NMS, how many are kept. */
export const FUNNEL = { before: 200, smallest: 4, overlap: 0.7, after: 40 } as const;

/** One picture and what the RPN says of it. */
export interface Looked {
  /** RGB, or the address of a recorded picture. */
  readonly pixels: Uint8Array | string;
  readonly drawing: SceneDrawing | null;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  /** [1764]: "object", before the sigmoid, in the order of the anchors. */
  readonly logits: ArrayLike<number>;
  /** [1764, 4]: tx, ty, tw, th. */
  readonly deltas: ArrayLike<number>;
}
