/** What the simulation asks the engine for: the three detectors on one scene, and the answer that was recorded. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import type { MemberName } from "./pipeline";
import recording from "./recorded.json" with { type: "json" };

export const SCENES = 3;
/** Proposals of a picture, at most. */
export const MOST_PROPOSALS = 100;

/** What one detector did with the scene. */
export interface Run {
  /** Best ranked first. */
  readonly proposals: readonly BoxXYXY[];
  readonly detections: readonly { readonly label: number; readonly score: number; readonly box: BoxXYXY }[];
}

/** Multiplications: the convolutions over a whole picture, the RPN on its map, one crop from pixels to verdict, one pooled region to its verdict. */
export interface Costs {
  readonly map: number;
  readonly rpn: number;
  readonly crop: number;
  readonly head: number;
}

/** Milliseconds of a detector on this machine: of the search for proposals outside the network, and of all the rest. */
export interface Time {
  readonly search: number;
  readonly rest: number;
}

export interface Ran {
  /** The address of the recorded picture, or RGB, 112 × 112 × 3. */
  readonly pixels: string | Uint8Array;
  readonly drawing: SceneDrawing | null;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  readonly runs: Readonly<Record<MemberName, Run>>;
  readonly costs: Costs;
  /** Null in a recording: a time is of the machine that took it. */
  readonly times: Readonly<Record<MemberName, Time>> | null;
}

/** As it is kept: the picture as an address, numbers rounded. */
export interface Recording extends Pick<Ran, "objects" | "runs" | "costs"> {
  readonly pixels: string;
  readonly drawing: string;
}

const kept = recording as unknown as Recording;
let unpacked: Ran | null = null;
export const recordedRan = (): Ran => (unpacked ??= { ...kept, drawing: JSON.parse(kept.drawing) as Ran["drawing"], times: null });
export const recordedAnswer = (scene: number): Ran | null => (scene === 1 ? recordedRan() : null);
