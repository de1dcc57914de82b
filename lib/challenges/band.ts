import { num } from "@/lib/words";
import type { Text } from "./text";

/** What makes one seed of a kind and level harder than another, in bands wide enough to compare: an IoU, a number of boxes. */
export interface Banding<I> {
  /** What is measured: "IoU", "boxes". */
  readonly measure: Text;
  /** The band of an instance: "0.4–0.6", "7–9". */
  readonly of: (instance: I) => string;
}

/** The band of whole numbers that `value` lies in. @example countBand(8, 3) → "6–8" */
export function countBand(value: number, width: number): string {
  const from = width * Math.floor(value / width);
  return width === 1 ? num(from) : `${num(from)}–${num(from + width - 1)}`;
}

/**
 * The band of hundredths that a number lies in, as shares; its lower end belongs to it. What is below 0 is one band.
 * @example shareBand(45, 20) → "0.4–0.6" · shareBand(-30, 20) → "−1–0"
 */
export function shareBand(hundredths: number, width: number): string {
  if (hundredths < 0) return `${num(-1)}–0`;
  const from = width * Math.floor(hundredths / width);
  const digits = width % 10 === 0 ? 1 : 2;
  return `${num(from / 100, digits)}–${num((from + width) / 100, digits)}`;
}
