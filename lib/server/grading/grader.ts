import type { Drawn, Hinted, Judged, Judgement, Judging, Solved } from "@/lib/challenges/judging";

/** Draws, judges and solves away from the thread that serves requests. A fault of a challenge is an outcome, not an exception. */
export interface Grader {
  /** Draws an instance by the current version, to be stored. */
  draw(task: Parameters<Judging["draw"]>[0]): Promise<Drawn>;
  /** Grades an untrusted answer to an instance. */
  judge(task: Judgement): Promise<Judged>;
  /** Judges a batch of old attempts again: see `Judging.rejudge`. */
  rejudge(tasks: readonly Judgement[]): Promise<readonly Judged[]>;
  solve(task: Parameters<Judging["solve"]>[0]): Promise<Solved>;
  /** One step of the way to an instance's solution, in words. */
  hint(task: Parameters<Judging["hint"]>[0]): Promise<Hinted>;
}

/** Too much is waiting to be graded; the client should come back in `retryAfter` seconds. */
export class GraderBusyError extends Error {
  override readonly name = "GraderBusyError";
  constructor(readonly retryAfter: number) {
    super(`The grading queue is full; try again in ${retryAfter} s`);
  }
}
