/** A thread that holds notes as documents. It is ended when something takes longer than it may, and begins anew with the next task. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Done, Lap, Said, Task } from "./task";

/**
 * How long each part may take, in milliseconds. Loading a note of 2 MB takes a tenth of a second, an edit that somebody types a thousandth;
 * the rest is room for a machine that is at work with something else.
 */
const MOST_MS: Readonly<Record<Lap, number>> = { load: 5_000, update: 2_000, merge: 5_000 };

/** A part took longer than it may, or ended the thread: nothing of it was kept. */
export class TaskEndedError extends Error {
  override readonly name = "TaskEndedError";
  constructor(readonly lap: Lap) {
    super(`The thread was ended at "${lap}"`);
  }
}

const file = (): string => join(/* turbopackIgnore: true */ process.cwd(), "dist/notes.mjs");
const builtAt = (): number => (process.env.NODE_ENV === "development" ? statSync(file()).mtimeMs : 0);

export class NoteThread {
  #worker: Worker | null = null;
  #built = 0;

  /** Does one task; the caller waits for it before it hands in the next. @throws TaskEndedError */
  async run(task: Task): Promise<Done> {
    if (this.#built !== builtAt()) await this.end();
    const worker = (this.#worker ??= this.#begin());
    worker.ref();
    try {
      return await this.#answer(worker, task);
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      worker.unref();
    }
  }

  #begin(): Worker {
    this.#built = builtAt();
    return new Worker(file(), { resourceLimits: { maxOldGenerationSizeMb: 256 } });
  }

  #answer(worker: Worker, task: Task): Promise<Done> {
    let at: Lap = "load";
    let timer: ReturnType<typeof setTimeout> | undefined;
    let forget = (): void => undefined;
    const answer = new Promise<Done>((resolve, reject) => {
      const end = (): void => reject(new TaskEndedError(at));
      const begin = (lap: Lap): void => {
        at = lap;
        clearTimeout(timer);
        timer = setTimeout(end, MOST_MS[lap]);
      };
      const hear = (said: Said): void => ("lap" in said ? begin(said.lap) : resolve(said.done));
      worker.on("message", hear).on("error", end).on("exit", end);
      forget = () => void worker.off("message", hear).off("error", end).off("exit", end);
      begin("load");
      worker.postMessage(task);
    });
    return answer.finally(() => {
      clearTimeout(timer);
      forget();
    });
  }

  /** Ends the thread, whatever it is at; its copies go with it. */
  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    // A thread that ends by a fault says so once more when nobody listens.
    worker?.on("error", () => undefined);
    await worker?.terminate();
  }
}
