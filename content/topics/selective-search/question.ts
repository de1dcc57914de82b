/** What the simulation asks, what comes back, and the answer that was recorded. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { ColourSpace } from "@/lib/engine/propose";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import recording from "./recorded.json" with { type: "json" };

export const SPACES = ["HSV", "RGB", "Lab", "rgI", "hue", "grey"] as const satisfies readonly ColourSpace[];
/** The channels of each colour space by their letters. */
export const CHANNELS: Readonly<Record<(typeof SPACES)[number], readonly string[]>> = {
  HSV: ["H", "S", "V"],
  RGB: ["R", "G", "B"],
  Lab: ["L", "a", "b"],
  rgI: ["r", "g", "I"],
  hue: ["H"],
  grey: ["I"],
};
/** Bins of a channel's histogram. */
export const BINS = 25;
export const MEASURES = ["colour", "texture", "size", "fill"] as const;
export type Measure = (typeof MEASURES)[number];
/** Seeds of the scenes: calm grounds first, then stripes and clutter. */
export const SCENES = [1, 15, 20, 6, 19, 4] as const;

export interface Question {
  /** 1 … SCENES.length. */
  readonly scene: number;
  readonly space: (typeof SPACES)[number];
  /** k of the first segmentation. */
  readonly scale: number;
  /** Standard deviation of the smoothing before it, in pixels. */
  readonly sigma: number;
  /** What is added up: one or more of MEASURES. */
  readonly measures: readonly Measure[];
}

/** One touching pair: both regions and the four measures in the order of MEASURES. */
export type PairRow = readonly [first: number, second: number, ...values: number[]];

/** One grouping of one scene, to be replayed. Regions 0 … count − 1 are the segments, the others the merges in order. */
export interface Grown {
  readonly drawing: SceneDrawing | null;
  /** The pixels that the method works on: the address of the recorded picture, or RGB, SCENE_SIDE × SCENE_SIDE × 3. */
  readonly seen: string | Uint8Array;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  readonly count: number;
  /** The segment of each pixel as runs: segment, length, segment, length … */
  readonly runs: readonly number[];
  /** [count][channels · BINS]: how many of a segment's pixels lie in each bin of each channel. */
  readonly colours: readonly (readonly number[])[];
  readonly boxes: readonly BoxXYXY[];
  readonly sizes: readonly number[];
  /** Before each merge the touching pairs that were most alike; the first one merges. */
  readonly pairs: readonly (readonly PairRow[])[];
  /** The boxes of fast mode, best ranked first. */
  readonly fast: readonly BoxXYXY[];
}

/** The question that stands in the recording. */
export const RECORDED: Question = { scene: 1, space: "HSV", scale: 100, sigma: 0.8, measures: MEASURES };

export const recordedAnswer = (question: Question): Grown | null =>
  JSON.stringify(question) === JSON.stringify(RECORDED) ? (recording as unknown as Grown) : null;

/** The segment of each pixel. */
export function labelsOf({ runs }: Grown): Int32Array {
  const labels = new Int32Array(SCENE_SIDE * SCENE_SIDE);
  let at = 0;
  for (let i = 0; i < runs.length; i += 2) {
    labels.fill(runs[i], at, at + runs[i + 1]);
    at += runs[i + 1];
  }
  return labels;
}

/** Which region each segment belongs to after some merges. */
export function regionsAfter({ count, pairs }: Grown, merges: number): number[] {
  const region = Array.from({ length: count }, (_, i) => i);
  pairs.slice(0, merges).forEach(([[first, second]], i) => {
    region.forEach((own, segment) => {
      if (own === first || own === second) region[segment] = count + i;
    });
  });
  return region;
}
