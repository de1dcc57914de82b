import type { Level } from "@/lib/challenges/contract";
import type { Verdict } from "@/lib/challenges/seal";

/** Grades an untrusted answer to the instance of (kind, seed, level), away from the thread that serves requests. */
export interface Grader {
  judge(kind: string, seed: string, level: Level, answer: unknown): Promise<Verdict>;
}

/** Too much is waiting to be graded; the client should come back in `retryAfter` seconds. */
export class GraderBusyError extends Error {
  override readonly name = "GraderBusyError";
  constructor(readonly retryAfter: number) {
    super(`The grading queue is full; try again in ${retryAfter} s`);
  }
}
