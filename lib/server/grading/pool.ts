import { statSync } from "node:fs";
import { join } from "node:path";
import Piscina from "piscina";
import type { Level } from "@/lib/challenges/contract";
import type { Verdict } from "@/lib/challenges/seal";
import { GraderBusyError, type Grader } from "./grader";

/** Attempts that may wait for a grading thread before new ones are turned away with 503. */
const QUEUE_LIMIT = 200;
/** A grade takes milliseconds; one that takes this long is a bug, and its thread is replaced. */
const DEADLINE_MS = 10_000;

// Kept on globalThis so that a development reload does not leave threads behind.
const store = globalThis as { boxupGradingPool?: Piscina; boxupGraderBuilt?: number };

function pool(): Piscina {
  const filename = join(/* turbopackIgnore: true */ process.cwd(), "dist/grader.mjs");
  if (process.env.NODE_ENV === "development") {
    const built = statSync(filename).mtimeMs;
    if (store.boxupGraderBuilt !== built) {
      void store.boxupGradingPool?.close();
      store.boxupGradingPool = undefined;
      store.boxupGraderBuilt = built;
    }
  }
  store.boxupGradingPool ??= new Piscina({
    filename,
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
