/** Long work in the worker, one of each kind at a time. */
import { Aborted } from "@/lib/engine/explain/gpu";
import type { LabJob } from "./lab";

const running = new Map<LabJob, number>();

/** Stops what runs of this kind at its next breath. */
export async function labStop(job: LabJob): Promise<void> {
  running.set(job, (running.get(job) ?? 0) + 1);
}

/** A mark of the present: `aborted()` is true once `labStop` was called after it. */
export function present(job: LabJob): () => boolean {
  const mark = running.get(job) ?? 0;
  return () => (running.get(job) ?? 0) !== mark;
}

/** The work's answer, or null when it was stopped. */
export async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Aborted) return null;
    throw error;
  }
}
