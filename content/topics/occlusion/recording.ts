/** A sweep that was recorded: what is on screen before any weight has arrived. */
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import type { Shown, Sweep, Swept } from "./looked";
import recorded from "./recorded.json" with { type: "json" };

export const RECORDED = { scene: 1, object: 0, reading: "logit", fill: "grey", patch: 16, stride: 8 } as const satisfies Sweep;

/** The picture at half its side, as base64; the drawing as JSON. */
export interface Recording extends Swept {
  readonly scores: readonly number[];
  readonly labels: readonly number[];
  readonly pixels: string;
  readonly drawing: string;
}

const HALF = SCENE_SIDE / 2;

function unpack({ pixels, drawing, labels }: Recording): Shown {
  const bytes = Uint8Array.from(atob(pixels), (letter) => letter.charCodeAt(0));
  return {
    labels,
    drawing: JSON.parse(drawing) as Shown["drawing"],
    pixels: Uint8Array.from({ length: SCENE_SIDE * SCENE_SIDE * 3 }, (_, i) => {
      const place = Math.floor(i / 3);
      return bytes[(Math.floor(place / SCENE_SIDE / 2) * HALF + Math.floor((place % SCENE_SIDE) / 2)) * 3 + (i % 3)];
    }),
  };
}

let unpacked: Shown | null = null;
/** The recorded scene, or null: only one was recorded. */
export const recordedScene = (scene: number): Shown | null => (scene === RECORDED.scene ? (unpacked ??= unpack(recorded)) : null);

/** The recorded answer to this question, or null. */
export const recordedSweep = (asked: Sweep): Swept | null =>
  (Object.keys(RECORDED) as (keyof Sweep)[]).every((key) => asked[key] === RECORDED[key]) ? recorded : null;
