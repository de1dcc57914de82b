import type { Verdict } from "@/lib/challenges/seal";
import type { Level } from "@/lib/challenges/contract";
import type { LabWorker } from "@/lib/client/lab/lab";
import type { DrawnScene } from "@/lib/client/race/drawn";
import type { PlacedRaceScene, RaceMeasure, Racer, RaceResult, RaceScene, RaceSceneOptions, RaceStamp } from "@/lib/client/race/race";
import type { Backend, Candidate } from "@/lib/engine/tensor/backends";

/** What the page shows of the engine: the backend at work and how the choice was made. */
export interface EngineStatus {
  readonly backend: Backend;
  /** Every backend in the order tried, with the reason for taking it or passing it over. */
  readonly candidates: readonly Candidate[];
  /** Milliseconds from the choice to the first checked result. */
  readonly startMs: number;
  /** Backends lost since the start (a lost device, a wrong probe), oldest first. */
  readonly lost: readonly { readonly backend: Backend; readonly reason: string }[];
}

/** A matrix computed on the backend, checked against the plain twin. */
export interface Evidence {
  readonly backend: Backend;
  /** Milliseconds for the tensor computation alone, data back included. */
  readonly ms: number;
  readonly pairs: number;
  /** Largest absolute difference from the plain float64 twin. */
  readonly maxDifference: number;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Milliseconds for the plain grade. */
  readonly gradeMs: number;
  /** Null for kinds that decide nothing by IoU. */
  readonly evidence: Evidence | null;
}

/** The worker's side of the typed RPC. */
export interface EngineWorker extends LabWorker {
  start(forced: Backend | null): Promise<EngineStatus>;
  status(): Promise<EngineStatus>;
  judge(kind: string, seed: string, level: Level, answer: unknown): Promise<Judgement>;
  iouMatrix(a: readonly number[], b: readonly number[]): Promise<{ matrix: number[]; evidence: Evidence }>;
  /** A short hash over the instances of many seeds: equal to Node's for the same code. */
  digest(kind: string, firstSeed: number, count: number, level: Level): Promise<string>;
  /** Destroys the GPU device or context as a lost driver would. For tests; answers false where there is no device. */
  loseDevice(): Promise<boolean>;
  /** A seeded scene of the race. */
  raceScene(options: RaceSceneOptions): Promise<RaceScene>;
  /** A scene of the learner's own. */
  racePlaced(drawn: DrawnScene): Promise<PlacedRaceScene>;
  /** One picture of each class for the palette. */
  raceStamps(held: boolean): Promise<RaceStamp[]>;
  /** Every detector with its card, null where it is not shipped. */
  raceField(): Promise<Racer[]>;
  /** One detector on one 112 × 112 picture, timed. */
  raceRun(name: string, pixels: Uint8Array): Promise<RaceResult>;
  /** mAP@.5 over fresh scenes; null when cancelled. */
  raceMeasure(
    names: readonly string[],
    count: number,
    options: Omit<RaceSceneOptions, "seed">,
    onProgress: (done: number, total: number) => void,
  ): Promise<RaceMeasure[] | null>;
  raceCancel(): Promise<void>;
}

/** Agreement asked of a float32 backend with the float64 twin. Generators keep every decision at least 100 times further away. */
export const EVIDENCE_TOLERANCE = 1e-4;
