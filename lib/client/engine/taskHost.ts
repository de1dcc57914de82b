/** The worker's side of tasks: finds them in their tables, runs them, cancels them. */
import type { OnProgress, TaskContext, TaskTable } from "@/lib/challenges/task";
import { breathe } from "@/lib/engine/explain/long-run";
import type { TaskCall, TaskReply } from "./protocol";

/** Loads tables of tasks by name: "topics/<id>", "lab", "race". */
export type TaskTables = Readonly<Record<string, () => Promise<{ readonly tasks: TaskTable }>>>;

/** What every task is handed, whoever calls it. */
export type SharedContext = Pick<TaskContext, "models" | "pictures" | "backend">;

/** What a task fails with whose backend is gone: what it waits for will never come. */
class DeviceLostError extends Error {
  override readonly name = "DeviceLostError";
}

/** Rejects once the device is lost; otherwise it never settles. */
function lostWith(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => {
      if (signal.reason instanceof DeviceLostError) reject(signal.reason);
    });
  });
}

/** Runs tasks by name. One that is cancelled answers "aborted", whatever it returns or throws afterwards. */
export class TaskHost {
  private readonly running = new Map<number, { readonly table: string; readonly controller: AbortController }>();

  constructor(
    private readonly tables: TaskTables,
    private readonly shared: SharedContext,
  ) {}

  /** Never rejects: what a task throws is its reply, with the error's own words. */
  async run({ id, table, task, input }: TaskCall, onProgress: OnProgress<unknown>): Promise<TaskReply> {
    const controller = new AbortController();
    const { signal } = controller;
    this.running.set(id, { table, controller });
    try {
      const work = await this.find(table, task);
      signal.throwIfAborted();
      const context: TaskContext<unknown> = {
        ...this.shared,
        signal,
        onProgress: (done, total, partial) => {
          if (!signal.aborted) onProgress(done, total, partial);
        },
        now: () => performance.now(),
        pause: async () => {
          await breathe();
          signal.throwIfAborted();
        },
      };
      // The runner's types hold both ends: it takes this very task's input.
      const output = await Promise.race([work(input as never, context), lostWith(signal)]);
      return signal.aborted ? { status: "aborted" } : { status: "done", output };
    } catch (error) {
      if (signal.aborted && !(signal.reason instanceof DeviceLostError)) return { status: "aborted" };
      return error instanceof Error
        ? { status: "failed", name: error.name, message: error.message }
        : { status: "failed", name: "Error", message: String(error) };
    } finally {
      this.running.delete(id);
    }
  }

  /** Aborts a running task; one that has ended, or never was, is no error. */
  cancel(id: number): void {
    this.running.get(id)?.controller.abort();
  }

  /** The device is lost: every running task fails at once, and can be asked for again. The engine's own compute again by themselves. */
  lose(reason: string): void {
    for (const { table, controller } of this.running.values()) if (table !== "engine") controller.abort(new DeviceLostError(reason));
  }

  private async find(table: string, task: string) {
    const load = Object.hasOwn(this.tables, table) ? this.tables[table] : null;
    if (!load) throw new Error(`there is no table of tasks "${table}"`);
    const { tasks } = await load();
    if (!Object.hasOwn(tasks, task)) throw new Error(`there is no task "${task}" in "${table}"`);
    return tasks[task];
  }
}
