/** What the simulation asks, what comes back, and an answer that was recorded. */
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import recording from "./recorded.json" with { type: "json" };

export const SCENES = 6;
export const METHODS = ["guided", "gradient", "deconvnet", "grad-cam"] as const;
export type Method = (typeof METHODS)[number];

export interface Question {
  /** 1 … SCENES. */
  readonly scene: number;
  readonly method: Method;
}

/** One picture and a map for the class of each of its two objects. */
export interface TwoMaps {
  /** RGB, row-major, SCENE_SIDE × SCENE_SIDE × 3. */
  readonly pixels: Uint8Array;
  /** The picture at any resolution. */
  readonly drawing: SceneDrawing | null;
  /** Indexes into VOC_CLASSES. */
  readonly labels: readonly number[];
  /** SCENE_SIDE × SCENE_SIDE each, 0 … 1. */
  readonly maps: readonly Float32Array[];
  /** Spearman's rank correlation of the two maps, −1 … 1. */
  readonly likeness: number;
}

/** What is kept of an answer: how the picture was composed; of its pixels and the maps half the side, one byte a value, as base64. */
export interface Recording extends Question {
  /** JSON of the drawing. */
  readonly drawing: string;
  readonly labels: readonly number[];
  readonly likeness: number;
  readonly pixels: string;
  readonly maps: readonly string[];
}

/** The question that stands in the recording. */
export const RECORDED = { scene: 1, method: "guided" } as const satisfies Question;

const HALF = SCENE_SIDE / 2;
const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
/** Index into the picture of half the side, of the place that pixel `i` of the whole one falls into. */
const halfOf = (i: number) => Math.floor(Math.floor(i / SCENE_SIDE) / 2) * HALF + Math.floor((i % SCENE_SIDE) / 2);

function unpack({ pixels, drawing, maps, labels, likeness }: Omit<Recording, keyof Question>): TwoMaps {
  const colours = bytesOf(pixels);
  return {
    pixels: Uint8Array.from({ length: SCENE_SIDE * SCENE_SIDE * 3 }, (_, i) => colours[halfOf(Math.floor(i / 3)) * 3 + (i % 3)]),
    maps: maps.map((text) => {
      const values = bytesOf(text);
      return Float32Array.from({ length: SCENE_SIDE * SCENE_SIDE }, (_, i) => values[halfOf(i)] / 255);
    }),
    drawing: JSON.parse(drawing) as SceneDrawing,
    labels,
    likeness,
  };
}

let unpacked: TwoMaps | null = null;

/** The recorded answer to this question at half its sharpness, or null: only one was recorded. */
export function recordedAnswer({ scene, method }: Question): TwoMaps | null {
  if (scene !== RECORDED.scene || method !== RECORDED.method) return null;
  return (unpacked ??= unpack(recording));
}
