import type { TaskInput, TaskName, TaskOutput, TaskPartial, TaskRunner, TaskTable } from "@/lib/challenges/task";

export interface TaskProgress<P = never> {
  readonly done: number;
  readonly total: number;
  readonly partial?: P;
}

/** What is known of one call of a task. */
export type TaskState<O, P = never> =
  | { readonly status: "running"; readonly progress: TaskProgress<P> | null }
  | { readonly status: "live"; readonly value: O }
  | { readonly status: "failed"; readonly error: unknown };

/**
 * Runs a task and tells each change of its state.
 * @returns stops the task; after that nothing is told, however late an answer comes
 */
export function watchTask<T extends TaskTable, N extends TaskName<T>>(
  engine: TaskRunner<T>,
  name: N,
  input: TaskInput<T, N>,
  tell: (state: TaskState<TaskOutput<T, N>, TaskPartial<T, N>>) => void,
): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  engine
    .run(name, input, {
      signal,
      onProgress: (done, total, partial) => {
        if (!signal.aborted) tell({ status: "running", progress: { done, total, partial } });
      },
    })
    .then(
      (value) => {
        if (!signal.aborted) tell({ status: "live", value });
      },
      (error: unknown) => {
        if (!signal.aborted) tell({ status: "failed", error });
      },
    );
  return () => controller.abort();
}
