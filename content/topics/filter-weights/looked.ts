/** What the simulation asks the engine for, and what comes back. */
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import type { ReceptiveField } from "@/lib/engine/nets/geometry";

export const LAYERS = [
  { name: "conv1", filters: 16, reads: 3 },
  { name: "conv2", filters: 32, reads: 16 },
  { name: "conv3", filters: 32, reads: 32 },
  { name: "conv4", filters: 64, reads: 32 },
  { name: "conv4a", filters: 64, reads: 64 },
  { name: "conv4b", filters: 96, reads: 64 },
  { name: "conv4c", filters: 128, reads: 96 },
] as const;

export const SCENES = 8;
export const CARDS = ["edge", "bar", "fields", "checker"] as const;
export type Card = (typeof CARDS)[number];

export interface Asked {
  /** A test card, or "1" … "8": a scene. */
  readonly picture: string;
  /** Of an edge or a bar: eighths of a turn, from dark on the left to bright on the right. */
  readonly eighths: number;
  /** Of a checker, pixels. */
  readonly period: number;
  /** 0 … 1: every pixel keeps this much of its distance from grey. */
  readonly contrast: number;
  /** 1 … 7, and a filter of it from 1. */
  readonly layer: number;
  readonly filter: number;
}

/** One filter of one layer over one picture. */
export interface Looked extends Pick<Asked, "layer" | "filter"> {
  /** What the network saw: RGB bytes. */
  readonly seen: Uint8Array;
  readonly drawing: SceneDrawing | null;
  /** Channels that the layer reads and the side of their maps; [reads, from, from]. */
  readonly reads: number;
  readonly from: number;
  readonly read: ArrayLike<number>;
  readonly stride: number;
  readonly padded: number;
  /** The filter's kernels, [reads, 9], and its bias. */
  readonly kernels: ArrayLike<number>;
  readonly bias: number;
  /** Its responses with the bias, before the ReLU: [side, side]. */
  readonly side: number;
  readonly map: ArrayLike<number>;
  readonly field: ReceptiveField;
  /** All filters of the first layer, [16, 3, 9], and their biases. */
  readonly first: ArrayLike<number>;
  readonly firstBias: ArrayLike<number>;
}
