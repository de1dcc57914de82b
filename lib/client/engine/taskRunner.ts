/** The page's side of tasks. */
import type { TaskName, TaskOptions, TaskOutput, TaskRunner, TaskTable, TaskInput, TaskPartial, TopicRunners } from "@/lib/challenges/task";
import type { EngineWorker } from "./protocol";

/**
 * What a task threw in the worker. The message is the original's, so that readers of it (`loadFault`, say) need not know of the crossing.
 */
export class TaskError extends Error {
  override readonly name = "TaskError";
  constructor(
    /** "table/task" */
    readonly task: string,
    /** The name of the error that was thrown there, e.g. "EngineInputError". */
    readonly thrown: string,
    message: string,
  ) {
    super(message);
  }
}

/** The page's one engine worker; its code comes with the first task. */
const pageEngine = async () => (await import("./engine")).startEngine();

const aborted = () => new DOMException("the task was cancelled", "AbortError");

let calls = 0;

/**
 * The runner of one table of tasks.
 * @param connect gives the worker; by default the page's one engine worker, started at the first call and anew after it died
 */
export function taskRunner<T extends TaskTable>(
  table: string,
  connect: () => Promise<{ readonly worker: Pick<EngineWorker, "run" | "cancel"> }> = pageEngine,
): TaskRunner<T> {
  async function run<N extends TaskName<T>>(
    name: N,
    input: TaskInput<T, N>,
    { signal, onProgress }: TaskOptions<TaskPartial<T, N>> = {},
  ): Promise<TaskOutput<T, N>> {
    signal?.throwIfAborted();
    const { worker } = await unlessAborted(connect(), signal);
    signal?.throwIfAborted();
    const id = ++calls;
    // Progress travels by another channel than the reply, and may come after it.
    let listening = true;
    const stop = () => void worker.cancel(id).catch(() => undefined);
    signal?.addEventListener("abort", stop, { once: true });
    try {
      const reply = await unlessAborted(
        worker.run({ id, table, task: name, input }, (done, total, partial) => {
          // The worker's table is the one that T is the type of, so its partial answers are this task's.
          if (listening && !signal?.aborted) onProgress?.(done, total, partial as TaskPartial<T, N> | undefined);
        }),
        signal,
      );
      if (reply.status === "aborted") throw aborted();
      if (reply.status === "failed") throw new TaskError(`${table}/${name}`, reply.name, reply.message);
      return reply.output as TaskOutput<T, N>;
    } finally {
      listening = false;
      signal?.removeEventListener("abort", stop);
    }
  }
  return { run };
}

/** The promise, or at once the signal's reason: a late answer is nobody's. */
function unlessAborted<O>(promise: Promise<O>, signal: AbortSignal | undefined): Promise<O> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason instanceof Error ? signal.reason : aborted());
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

const runners = new Map<string, TaskRunner<TaskTable>>();

/** The runner of a topic's own tasks. */
export const topicRunner: TopicRunners = <T extends TaskTable>(topic: string) => {
  const known = runners.get(topic) ?? taskRunner(`topics/${topic}`);
  runners.set(topic, known);
  // A runner holds nothing but its table's name; T only says which inputs may be given to it.
  return known as TaskRunner<T>;
};
