/**
 * The one error the engine throws for input it cannot work on.
 * It names the argument and what was received, so that a caller can tell the user which field to mend.
 */
export class EngineInputError extends Error {
  override readonly name = "EngineInputError";
  /** The parameter's name as in the function's signature. */
  readonly argument: string;
  /** What was received: a shape, a length or a value, as text. */
  readonly received: string;

  constructor(argument: string, problem: string, received: unknown) {
    const shown = describe(received);
    super(`${argument}: ${problem} (received ${shown})`);
    this.argument = argument;
    this.received = shown;
  }
}

function describe(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return `length ${(value as ArrayLike<unknown>).length}`;
  return String(value);
}

/** Throws unless `value` is a finite number. */
export function requireFinite(argument: string, value: number): void {
  if (!Number.isFinite(value)) throw new EngineInputError(argument, "must be a finite number", value);
}

/** Throws unless every entry of `values` is finite. */
export function requireAllFinite(argument: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new EngineInputError(`${argument}[${i}]`, "must be a finite number", values[i]);
  }
}

/** Throws unless `values.length` equals `expected`. */
export function requireLength(argument: string, values: ArrayLike<unknown>, expected: number): void {
  if (values.length !== expected) {
    throw new EngineInputError(argument, `must have length ${expected}`, `length ${values.length}`);
  }
}
