import { join } from "node:path";
import Piscina from "piscina";
import type { Level } from "@/lib/challenges/contract";
import type { Verdict } from "@/lib/challenges/seal";
import { GraderBusyError, type Grader } from "./grader";

/** Attempts that may wait for a grading thread before new ones are turned away with 503. */
const QUEUE_LIMIT = 200;
/** A grade takes milliseconds; one that takes this long is a bug, and its thread is replaced. */
const DEADLINE_MS = 10_000;

const store = globalThis as { boxupGradingPool?: Piscina };

function pool(): Piscina {
  // Kept on globalThis so that a development reload does not leave threads behind.
  store.boxupGradingPool ??= new Piscina({
    filename: join(process.cwd(), "dist/grader.mjs"),
    minThreads: 1,
    maxThreads: 2,
    maxQueue: QUEUE_LIMIT,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  return store.boxupGradingPool;
}

/** Grades in worker threads, so that no request waits behind another's arithmetic. */
export const threadedGrader: Grader = {
  async judge(kind: string, seed: string, level: Level, answer: unknown): Promise<Verdict> {
    try {
      return (await pool().run({ kind, seed, level, answer }, { signal: AbortSignal.timeout(DEADLINE_MS) })) as Verdict;
    } catch (error) {
      if (error instanceof Error && /queue is at limit/i.test(error.message)) throw new GraderBusyError(2);
      throw error;
    }
  },
};
