/** What the simulation asks the engine for, what comes back, and the answer that was recorded. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { RegionPooling } from "@/lib/engine/detectors/region/head";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import recording from "./recorded.json" with { type: "json" };

/** The map of our backbone: cells along a side, channels, and pixels of the picture that a cell steps over. */
export const [SIDE, CHANNELS, STRIDE] = [14, 128, 8] as const;
export const SCENES = 6;
/** Proposals of a picture, at most. */
export const PROPOSALS = 100;

/** One picture, its one feature map and the proposals that all read from it. */
export interface Mapped {
  /** The address of the recorded picture, or RGB, 112 × 112 × 3. */
  readonly pixels: string | Uint8Array;
  readonly drawing: SceneDrawing | null;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  /** Selective search's, best ranked first. */
  readonly proposals: readonly BoxXYXY[];
  /** [CHANNELS, SIDE, SIDE], none below 0. */
  readonly map: Float32Array;
}

/** As it is kept: the picture as an address, the map in 255 steps of each channel's largest value. */
export interface Recording extends Pick<Mapped, "objects" | "proposals"> {
  readonly pixels: string;
  readonly drawing: string;
  readonly largest: readonly number[];
  readonly map: string;
  /** The head's probabilities for the first RoI, background first, with either pooling. */
  readonly scores: Readonly<Record<RegionPooling, readonly number[]>>;
  /** mAP@.5 of the model trained with either pooling, as its card has it. */
  readonly map50: Readonly<Record<RegionPooling, number>>;
}

const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

const kept = recording as unknown as Recording;

function unpack({ pixels, drawing, objects, proposals, largest, map }: Recording): Mapped {
  return {
    pixels,
    drawing: JSON.parse(drawing) as Mapped["drawing"],
    objects,
    proposals,
    map: Float32Array.from(bytesOf(map), (step, i) => (step * largest[Math.floor(i / (SIDE * SIDE))]) / 255),
  };
}

let unpacked: Mapped | null = null;
/** The first scene. */
export const recordedMap = (): Mapped => (unpacked ??= unpack(kept));
export const recordedScores = (way: RegionPooling): readonly number[] => kept.scores[way];
export const recordedMap50 = (way: RegionPooling): number => kept.map50[way];
export const recordedAnswer = (scene: number): Mapped | null => (scene === 1 ? recordedMap() : null);
