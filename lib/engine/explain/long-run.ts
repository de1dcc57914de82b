/** Work that takes seconds: in batches, with progress, and stopping when asked. */
import { EngineInputError } from "../errors";

export interface LongRun {
  /** Called after every batch. */
  onProgress?(done: number, total: number): void;
  /** Asked before every batch; true ends the work with `Aborted`. */
  aborted?(): boolean;
}

/** The work was stopped because `aborted` said so. */
export class Aborted extends Error {
  override readonly name = "Aborted";
  constructor(
    readonly done: number,
    readonly total: number,
  ) {
    super(`stopped after ${done} of ${total}`);
  }
}

/** Gives the thread's event loop a turn: messages (a wish to stop, a question about progress) get through. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Does `total` pieces of work, at most `batch` at a time, with a breath between batches.
 * Worked number: total 5, batch 2: work(0, 2), work(2, 4), work(4, 5).
 * @throws Aborted when `aborted` answers true before a batch; EngineInputError for a batch that is no positive integer
 */
export async function inBatches(
  total: number,
  batch: number,
  { onProgress, aborted }: LongRun,
  work: (from: number, to: number) => Promise<void>,
): Promise<void> {
  if (!Number.isInteger(batch) || batch < 1) throw new EngineInputError("batch", "must be a positive integer", batch);
  for (let done = 0; done < total;) {
    if (aborted?.()) throw new Aborted(done, total);
    const to = Math.min(total, done + batch);
    await work(done, to);
    done = to;
    onProgress?.(done, total);
    if (done < total) await breathe();
  }
}
