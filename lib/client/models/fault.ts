/** Why a model is not there, in a form that survives the way out of a worker. */
import type { ModelFault } from "@/lib/engine/detectors/files/weights";

/** "missing": no such model is shipped; "network": the files cannot be reached; the others as in ModelFileError. */
export type LoadFault = ModelFault | "missing" | "network";

/**
 * Why a model is not there. The message is `model-load:<model>:<fault>`: an error keeps only its message on the way out of a worker,
 * and `loadFault` reads it there.
 */
export class ModelLoadError extends Error {
  override readonly name = "ModelLoadError";
  constructor(
    readonly model: string,
    readonly fault: LoadFault,
  ) {
    super(`model-load:${model}:${fault}`);
  }
}

/** The fault of an error that may have crossed from the worker, or null for any other error. */
export function loadFault(error: unknown): { model: string; fault: LoadFault } | null {
  const found = error instanceof Error ? /^model-load:([\w-]+):([\w-]+)$/.exec(error.message) : null;
  return found ? { model: found[1], fault: found[2] as LoadFault } : null;
}
