import { EngineInputError } from "../errors";
import type { BoxArray, BoxXYXY } from "./types";

/**
 * The number of boxes in a flat batch.
 * @param argument the caller's parameter name, for the error
 * @throws EngineInputError unless the length is a multiple of 4 and every number is finite
 */
export function requireBoxes(argument: string, boxes: BoxArray): number {
  const length = boxes.length;
  if (length % 4 !== 0) throw new EngineInputError(argument, "must hold 4 numbers a box (shape [n, 4], flat)", boxes);
  for (let i = 0; i < length; i++) {
    const value = boxes[i];
    if (value - value !== 0) {
      throw new EngineInputError(`${argument}[${i >> 2}][${i & 3}]`, "must be a finite number", value);
    }
  }
  return length / 4;
}

/** Box i of a batch, as a tuple of its own. @example boxAt([0, 0, 1, 1, 5, 5, 9, 9], 1) → [5, 5, 9, 9] */
export function boxAt(boxes: ArrayLike<number>, i: number): BoxXYXY {
  return [boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]];
}

/** Throws unless `out` has room for exactly `length` numbers. */
export function requireRoom(argument: string, out: ArrayLike<number>, length: number): void {
  if (out.length !== length) throw new EngineInputError(argument, `must have length ${length}`, out);
}

/** Throws unless `value` is a threshold in [0, 1]. */
export function requireFraction(argument: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new EngineInputError(argument, "must lie in [0, 1]", value);
}

/** Throws unless `value` is a finite number above 0. */
export function requirePositive(argument: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new EngineInputError(argument, "must be a finite number above 0", value);
}

/** Throws unless `value` is a whole number ≥ `least`. */
export function requireCount(argument: string, value: number, least = 0): void {
  if (!Number.isInteger(value) || value < least) {
    throw new EngineInputError(argument, `must be a whole number of at least ${least}`, value);
  }
}
