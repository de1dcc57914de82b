/** The mixing desk: what the simulation asks the engine for, what comes back, and what is mixed of it on the page. */
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import { VOC_CLASSES } from "@/lib/engine/scenes";

/** Cells along a map's side. */
export const MAP_SIDE = 14;
export const MAP_CELLS = MAP_SIDE * MAP_SIDE;
/** Faders of the desk. */
export const STRIPS = 8;
export const SCENES = 8;

/** Instead of a class: that of the scene's first or second object. */
export const OBJECT = { first: -1, second: -2 } as const;

export interface Question {
  /** 1 … SCENES. */
  readonly scene: number;
  /** Index into VOC_CLASSES, or one of OBJECT. */
  readonly asked: number;
}

/** One channel on a fader. */
export interface Strip {
  /** 0 … 127. */
  readonly channel: number;
  /** The dense layer's weight for the class. */
  readonly weight: number;
  /** The channel's map, MAP_CELLS values from 0 up, row by row. */
  readonly map: Float32Array;
}

/** One picture, one class, and everything its score is made of. */
export interface Desk {
  /** RGB, SCENE_SIDE × SCENE_SIDE × 3. */
  readonly pixels: Uint8Array;
  /** The same scene for the eye; null where it cannot be drawn sharp. */
  readonly drawing: SceneDrawing | null;
  /** The scene's objects, as indexes into VOC_CLASSES. */
  readonly labels: readonly number[];
  readonly classIndex: number;
  /** The channels with the largest |w · mean|, largest first. */
  readonly strips: readonly Strip[];
  /** Σ w · f over all other channels, MAP_CELLS. */
  readonly rest: Float32Array;
  readonly bias: number;
}

/** How the desk is set: each fader times the learnt weight, and whether the other channels are heard. */
export interface Setting {
  readonly gains: readonly number[];
  readonly others: boolean;
}

export const LEARNT: Setting = { gains: new Array<number>(STRIPS).fill(1), others: true };

export const mean = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
};

/** The weight that a strip has in the mix. */
export const weightAt = ({ strips }: Desk, { gains }: Setting, k: number): number => gains[k] * strips[k].weight;

/** The map of a setting, cell by cell: Σ w · f. No bias, no ReLU. */
export function mapOf(desk: Desk, setting: Setting): Float64Array {
  const map = new Float64Array(MAP_CELLS);
  if (setting.others) for (let i = 0; i < MAP_CELLS; i++) map[i] = desk.rest[i];
  desk.strips.forEach((strip, k) => {
    const weight = weightAt(desk, setting, k);
    for (let i = 0; i < MAP_CELLS; i++) map[i] += weight * strip.map[i];
  });
  return map;
}

/** What each strip adds to the score: its weight times its mean. */
export const shareOf = (desk: Desk, setting: Setting, k: number): number => weightAt(desk, setting, k) * mean(desk.strips[k].map);

/** What the other channels add to the score. */
export const restShare = (desk: Desk, { others }: Setting): number => (others ? mean(desk.rest) : 0);

/** The score the network's way, means first: Σ w · F + b. */
export const scoreOf = (desk: Desk, setting: Setting): number =>
  desk.strips.reduce((sum, _, k) => sum + shareOf(desk, setting, k), restShare(desk, setting) + desk.bias);

/** The class asked for, by what the scene shows. */
export function classAsked(asked: number, labels: readonly number[]): number {
  if (asked === OBJECT.second) return labels[1];
  return VOC_CLASSES[asked] === undefined ? labels[0] : asked;
}
