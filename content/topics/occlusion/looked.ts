/** What the simulation asks the engine for, and what comes back. */
import type { NdArray } from "@/lib/engine/boxes/types";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

export const FILL_NAMES = ["grey", "black", "white", "mean", "blur"] as const;
export type FillName = (typeof FILL_NAMES)[number];
export const SCENES = 6;

/** One picture, one number of it, and what hides a part of it. */
export interface Question {
  /** 1 … SCENES. */
  readonly scene: number;
  /** 0 or 1: whose class is asked for, that of the scene's first or second object. */
  readonly object: number;
  readonly reading: "logit" | "probability";
  readonly fill: FillName;
  readonly patch: number;
}
export interface Sweep extends Question {
  readonly stride: number;
}
/** One place: the patch's corner. */
export interface Peek extends Question {
  readonly x: number;
  readonly y: number;
}

/** A scene of the simulation. */
export interface Shown {
  /** RGB, SCENE_SIDE × SCENE_SIDE × 3. */
  readonly pixels: Uint8Array;
  readonly drawing: SceneDrawing | null;
  readonly labels: readonly number[];
}

/** One number of a picture, without a patch and with it at each place, row by row. */
export interface Swept {
  readonly value: number;
  readonly scores: ArrayLike<number>;
}

/** The mean of each channel of [C, H, W]. */
export function meanColour({ shape, data }: NdArray): number[] {
  const plane = shape[1] * shape[2];
  return Array.from({ length: shape[0] }, (_, c) => {
    let sum = 0;
    for (let i = 0; i < plane; i++) sum += data[c * plane + i];
    return sum / plane;
  });
}
