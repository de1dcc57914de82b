/** What the simulation asks the engine for, and what comes back. */
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import type { BoxXYXY } from "@/lib/engine/boxes/types";

export const SCENES = 6;
export const CLASSES = 20;
/** Terms of a margin that are told one by one: the largest. */
export const TERMS = 5;
/** Numbers a crop: what the SVMs and the regressors read. */
export const FEATURES = 640;

/** One picture with all that R-CNN says of its proposals. Boxes, scores and so on have an entry for each crop that is here, best ranked first. */
export interface Looked {
  readonly pixels: Uint8Array;
  readonly drawing: SceneDrawing | null;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  /** Proposals of the picture: a pass of the network for each. */
  readonly passes: number;
  /** The place of each crop among the proposals, from 1. */
  readonly ranks: readonly number[];
  /** [n, 4] xyxy pixels. */
  readonly boxes: ArrayLike<number>;
  /** [n, 20] in [0, 1]. */
  readonly scores: ArrayLike<number>;
  /** [n, 20]: w · f + b of each class's SVM. */
  readonly margins: ArrayLike<number>;
  /** [n, 20, 4]: tx, ty, tw, th of each class's regressor. */
  readonly moves: ArrayLike<number>;
  /** [n, 20, TERMS, 2]: w and f of the largest products. */
  readonly terms: ArrayLike<number>;
  /** [20]: b of each SVM. */
  readonly bias: ArrayLike<number>;
  /** [20, 2]: a and c of the score 1 / (1 + e^−(a s + c)). */
  readonly platt: ArrayLike<number>;
}
