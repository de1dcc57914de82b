/** Where in a challenge something threw. */
export type Phase = "generate" | "check" | "grade" | "solve";

/** A function of a challenge threw: a fault of the challenge, never of the answer. */
export class CrashError extends Error {
  override readonly name = "CrashError";
  constructor(
    readonly phase: Phase,
    readonly kind: string,
    override readonly cause: unknown,
  ) {
    super(`${phase} of "${kind}" threw: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/**
 * Runs one of a challenge's own functions.
 * @throws CrashError where it throws
 */
export function running<R>(kind: string, phase: Phase, run: () => R): R {
  try {
    return run();
  } catch (error) {
    throw new CrashError(phase, kind, error);
  }
}
