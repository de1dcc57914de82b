/** The trained head of the simulation: what is asked of the worker and what comes back, as plain data. */
import type { HeadsState } from "@/lib/engine/train/linear-heads";

/** What is trained. The first head is always cross-entropy, the second focal loss with these knobs. */
export interface TrainInput {
  /** Draws the training scenes and the first weights; the test scenes are always the same. */
  readonly seed: number;
  readonly gamma: number;
  /** 0.05 … 0.95; negative: off. */
  readonly alpha: number;
  /** The probability every place starts from. */
  readonly prior: number;
  /** Share of the background places that the labels call objects, in percent: wrong labels. */
  readonly wrong: number;
  /** Steps to go from `from`. */
  readonly steps: number;
  /** Where an earlier run stopped; null: from the first weights. */
  readonly from: HeadsState | null;
}

/** One moment of a run. Losses are sums over all places divided by the object places. */
export interface TrainPoint {
  readonly step: number;
  readonly loss: readonly [number, number];
  /** Average precision over the places of the test scenes, all points. */
  readonly ap: readonly [number, number];
}

export interface TrainPartial {
  readonly points: readonly TrainPoint[];
  readonly state: HeadsState;
  /** Of the test places, the objects' share: the average precision of answers that know nothing. */
  readonly blind: number;
}

/** What was recorded in Node: one run to be shown at once, and a sweep over γ in several settings. */
export interface TrainingRecord {
  readonly steps: number;
  readonly seeds: readonly number[];
  readonly blind: number;
  readonly shown: readonly TrainPoint[];
  /** Average precision of the focal head after all steps, a number a seed. */
  readonly sweep: readonly {
    readonly setting: "plain" | "no-prior" | "alpha" | "wrong";
    readonly gamma: number;
    readonly ap: readonly number[];
  }[];
}

/** Scenes to learn from and scenes to be tested on; each has 14 × 14 places. */
export const TRAIN_SCENES = 80;
export const TEST_SCENES = 80;
export const PLACES_A_SCENE = 14 * 14;

/** Every so many steps the head is tested. */
export const TEST_EVERY = 10;
export const RUN_STEPS = 200;

/** The run that is on screen at first: the lesson's setting, without α. */
export const DEFAULT_RUN = { seed: 1, gamma: 2, alpha: -1, prior: 0.01, wrong: 0 } as const;
