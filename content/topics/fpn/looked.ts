/** What the simulation asks the engine for, and what comes back. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

/** Scenes of three objects; the one behind them has a single object whose size is a knob. */
const SCENES = 3;
export const ONE = SCENES + 1;

/** Channels of every level, and of the map below that the 1×1 reads. */
export const CHANNELS = 64;
export const READ = 128;
/** Cells along a side of P3 and of P4. */
export const [FINE, COARSE, COARSEST] = [14, 7, 4] as const;

/** Which parts of the way to P3 are there: both, or without the lateral map, or without what comes down. */
export const WAYS = ["full", "noLateral", "noTopDown", "neither"] as const;
export type Way = (typeof WAYS)[number];
export const wayOf = (lateral: boolean, topDown: boolean): Way =>
  lateral ? (topDown ? "full" : "noTopDown") : topDown ? "noLateral" : "neither";

export interface Asked {
  readonly scene: number;
  /** Of the single object, pixels; elsewhere ignored. */
  readonly side: number;
}

export interface Found {
  readonly label: number;
  readonly score: number;
  readonly box: BoxXYXY;
  /** 0, 1, 2: P3, P4, P5. */
  readonly level: number;
}

/** One picture, and the maps that its pyramid is made of. */
export interface Looked {
  /** What the network saw: RGB pixels, or the address of a recorded picture. */
  readonly seen: Uint8Array | string;
  readonly drawing: SceneDrawing | null;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  /** [128, 14, 14]: the map that the fine level's 1×1 reads, its weights [64, 128] and biases [64]. */
  readonly read: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
  /** [64, 7, 7]: the coarse level before its 3×3, which is what comes down. */
  readonly coarse: ArrayLike<number>;
  /** Lengths over the channels, cell by cell: P3 by every way, P4, P5. */
  readonly p3: Readonly<Record<Way, ArrayLike<number>>>;
  readonly p4: ArrayLike<number>;
  readonly p5: ArrayLike<number>;
  readonly found: Readonly<Record<Way, readonly Found[]>>;
}
