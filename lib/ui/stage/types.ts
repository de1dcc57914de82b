import type { BoxXYXY } from "@/lib/engine/boxes/types";

/** How a box is drawn. Told apart by dash, fill and badge as well as by colour. */
export type BoxState =
  | "idle" // a plain candidate
  | "picked" // chosen by the learner
  | "measured" // compared with another one, which answers nothing
  | "kept" // verdict: survives / right
  | "suppressed" // replay: dropped by another box
  | "wrong" // verdict: chosen, but should not have been
  | "missed" // verdict: should have been chosen
  | "truth" // ground truth
  | "ghost"; // a hint of something not part of the answer (an anchor, an enclosing box)

export interface StageBox {
  readonly id: string;
  /** Pixels of the stage's own coordinate system (`width` × `height`). */
  readonly box: BoxXYXY;
  /** Short tag on the box: "A", "dog .92". */
  readonly label: string;
  /** 0–7: one of eight hues, told apart by colour-blind eyes. */
  readonly tone: number;
  /** 0–7: one of eight lines, where it says something of its own, as the class does; absent: that of the tone. */
  readonly dash?: number;
  readonly state: BoxState;
  /** What a screen reader says: "Box A, dog, score 0.92". */
  readonly description: string;
  /** 0–1, drawn as opacity of the fill and a small bar on the tag. */
  readonly score?: number;
}

/** A drawing under the boxes: one sprite of public/scenery at a place. */
export interface SceneSprite {
  /** PASCAL VOC class name: "dog", "person", … (file public/scenery/<class>.svg). */
  readonly cls: string;
  readonly box: BoxXYXY;
  readonly flip?: boolean;
}
