import type { Verdict } from "@/lib/challenges/seal";
import type { Level } from "@/lib/challenges/contract";
import type { OnProgress } from "@/lib/challenges/task";
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

/** One call of a task. */
export interface TaskCall {
  /** Told apart by it when it is to be cancelled; unique in the page. */
  readonly id: number;
  /** "lab", "race", "engine" or "topics/<id>". */
  readonly table: string;
  readonly task: string;
  /** Structured-clone data. */
  readonly input: unknown;
}

/** What became of a task. What it threw comes as words: an error's class and fields do not survive the crossing. */
export type TaskReply =
  | { readonly status: "done"; readonly output: unknown }
  | { readonly status: "aborted" }
  | { readonly status: "failed"; readonly name: string; readonly message: string };

/** The worker's side of the typed RPC. It does not grow: whatever else a page asks for is a task in a table. */
export interface EngineWorker {
  start(forced: Backend | null): Promise<EngineStatus>;
  status(): Promise<EngineStatus>;
  judge(kind: string, seed: string, level: Level, answer: unknown): Promise<Judgement>;
  /** A short hash over the instances of many seeds: equal to Node's for the same code. */
  digest(kind: string, firstSeed: number, count: number, level: Level): Promise<string>;
  /** Destroys the GPU device or context as a lost driver would. For tests; answers false where there is no device. */
  loseDevice(): Promise<boolean>;
  /** Runs a task; never rejects for what the task does. */
  run(call: TaskCall, onProgress: OnProgress<unknown>): Promise<TaskReply>;
  /** Cancels the task of a call; its reply is "aborted". */
  cancel(id: number): Promise<void>;
}

/** Agreement asked of a float32 backend with the float64 twin. Generators keep every decision at least 100 times further away. */
export const EVIDENCE_TOLERANCE = 1e-4;
