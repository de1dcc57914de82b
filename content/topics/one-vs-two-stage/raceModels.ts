/** One detector: what it costs and how good it is on the test scenes. Written by scripts/race-bank.ts. */
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
