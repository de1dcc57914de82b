import { statSync } from "node:fs";
import { join } from "node:path";
import Piscina from "piscina";
import type { Judging } from "@/lib/challenges/judging";
import { GraderBusyError, type Grader } from "./grader";

/** Attempts that may wait for a grading thread before new ones are turned away with 503: a school that answers at once. */
const QUEUE_LIMIT = 1_000;
/** How long an attempt may wait among them. */
const QUEUE_MS = 10_000;
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

/** What a deadline looks like to the caller: the challenge hangs, which is a crash like any other. */
const HUNG = { status: "crashed", phase: "grade", message: `took longer than ${DEADLINE_MS / 1000} s` } as const;

/** Runs the worker's function of that name; its argument and answer are those of `Judging`. */
async function run<Name extends keyof Judging>(
  name: Name,
  task: Parameters<Judging[Name]>[0],
  deadline: number,
): Promise<ReturnType<Judging[Name]>> {
  const threads = pool();
  const waits = threads.queueSize > 0;
  try {
    return (await threads.run(task, { name, signal: AbortSignal.timeout(deadline + (waits ? QUEUE_MS : 0)) })) as ReturnType<Judging[Name]>;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Of a task that stood in a queue nobody knows whether it hangs or never began.
    if (/queue is at limit/i.test(error.message) || (waits && error.name === "AbortError")) throw new GraderBusyError(2);
    throw error;
  }
}

const orHung = (error: unknown): typeof HUNG => {
  if (error instanceof Error && error.name === "AbortError") return HUNG;
  throw error;
};

/** Grades in worker threads, so that no request waits behind another's arithmetic. */
export const threadedGrader: Grader = {
  draw: (task) => run("draw", task, DEADLINE_MS).catch(orHung),
  judge: (task) => run("judge", task, DEADLINE_MS).catch(orHung),
  rejudge: (tasks) => run("rejudge", tasks, DEADLINE_MS * Math.max(1, tasks.length)),
  solve: (task) => run("solve", task, DEADLINE_MS).catch(orHung),
  hint: (task) => run("hint", task, DEADLINE_MS).catch(orHung),
};

/** Ends the threads: for scripts, whose process would wait for them. */
export async function closeGradingPool(): Promise<void> {
  await store.boxupGradingPool?.close();
  store.boxupGradingPool = undefined;
}
