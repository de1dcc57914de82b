/** A worker that is started on first use, and replaced when it dies. */
import * as Comlink from "comlink";
import type { EngineStatus, EngineWorker, TaskReply } from "./protocol";

export interface Engine {
  readonly worker: EngineWorker;
  readonly status: EngineStatus;
}

/** A `Worker`, as far as it is used here. */
export interface Thread extends Comlink.Endpoint {
  terminate(): void;
}

const wordsOf = (event: Event | MessageEvent): string =>
  "message" in event && typeof event.message === "string" && event.message !== "" ? event.message : "the engine worker stopped";

/**
 * Every call of the answer gives the same engine, until its worker reports an error of its own: then each call that waits is rejected
 * with the worker's words, and the next call starts another worker.
 * @param spawn makes the thread; @param forced the backend to start with, null for the best
 */
export function connection(spawn: () => Thread, forced: () => Parameters<EngineWorker["start"]>[0]): () => Promise<Engine> {
  let running: Promise<Engine> | null = null;

  async function boot(): Promise<Engine> {
    const thread = spawn();
    const died = new Promise<never>((_, reject) => {
      thread.addEventListener("error", (event) => {
        running = null;
        thread.terminate();
        reject(new Error(wordsOf(event as Event)));
      });
    });
    // It may die while nobody waits for it.
    died.catch(() => undefined);
    const alive = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, died]);
    const remote = Comlink.wrap<EngineWorker>(thread);
    const worker: EngineWorker = {
      start: (backend) => alive(remote.start(backend)),
      status: () => alive(remote.status()),
      judge: (...asked) => alive(remote.judge(...asked)),
      digest: (...asked) => alive(remote.digest(...asked)),
      loseDevice: () => alive(remote.loseDevice()),
      run: (call, onProgress) => alive<TaskReply>(remote.run(call, Comlink.proxy(onProgress))),
      cancel: (id) => alive(remote.cancel(id)),
    };
    return { worker, status: await worker.start(forced()) };
  }

  return () => {
    running ??= boot().catch((error: unknown) => {
      running = null;
      throw error;
    });
    return running;
  };
}
