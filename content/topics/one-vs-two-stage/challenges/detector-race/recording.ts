/** One detector of the bank: what it costs and how good it is on the test scenes. Written by scripts/race-bank.ts. */
export interface BankModel {
  readonly name: string;
  /** Million multiplications a picture that do not depend on its content. */
  readonly fixed: number;
  /** Million multiplications for every proposal that is looked at; 0 where there are none. */
  readonly each: number;
  /** Places or boxes that get a score in one picture; for detectors with proposals, their number on average. */
  readonly candidates: number;
  /** mAP@.5 on the test scenes, drawing styles of the training and the held-out one. */
  readonly seen: number;
  readonly held: number;
}

/** One detector's recorded answer for one scene. */
export interface BankRun {
  readonly model: string;
  readonly passes: number;
  /** Million multiplications of convolutions, dense layers and scores. */
  readonly cost: number;
  /** Flat: label, score, x1, y1, x2, y2 for each detection at or above the detector's shown score, best first. */
  readonly found: readonly number[];
}

export interface BankScene {
  /** The scene is `emojiScene(seed)`; its picture lies in public/race/<id>.png. */
  readonly id: number;
  readonly seed: string;
  /** Flat: label, x1, y1, x2, y2 for each object. */
  readonly objects: readonly number[];
  readonly runs: readonly BankRun[];
}

export interface Bank {
  /** Goes up whenever the bank is written anew: the challenge's version. */
  readonly version: number;
  readonly models: readonly BankModel[];
  readonly scenes: readonly BankScene[];
}
