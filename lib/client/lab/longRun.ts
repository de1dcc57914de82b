import type { TaskContext } from "@/lib/challenges/task";
import type { LongRun } from "@/lib/engine/explain/long-run";

/** A task's progress and cancellation, as the engine's long runs take them. */
export function longRun({ signal, onProgress }: Pick<TaskContext, "signal" | "onProgress">): LongRun {
  return { aborted: () => signal.aborted, onProgress };
}
