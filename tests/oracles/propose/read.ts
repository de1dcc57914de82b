/** Readers for the parts of a reference case: numbers, {shape, data} tensors, nested rows. */
import type { NdArray } from "@/lib/engine/boxes/types";
import type { PixelImage } from "@/lib/engine/propose";

/** A nested list of numbers, or a {shape, data} tensor, as one flat list. */
export function flat(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(flat);
  if (typeof value === "object" && value !== null && "data" in value) return flat((value as { data: unknown }).data);
  throw new Error(`expected numbers, found ${String(value)}`);
}

/** A {shape, data} tensor, or nested rows of equal length. */
export function tensor(value: unknown): NdArray {
  if (typeof value === "object" && value !== null && "data" in value && "shape" in value) {
    return { shape: flat(value.shape), data: flat(value.data) };
  }
  const shape: number[] = [];
  for (let at = value; Array.isArray(at); at = at[0]) shape.push(at.length);
  return { shape, data: flat(value) };
}

/** Rows [n, d]; an empty list has d = 0. */
export function matrix(value: unknown): NdArray {
  const { shape, data } = tensor(value);
  return shape.length === 1 ? { shape: [shape[0], 0], data } : { shape, data };
}

/** An image HWC or HW. */
export function image(value: unknown): PixelImage {
  const { shape, data } = tensor(value);
  const [height, width, channels = 1] = shape;
  return { width, height, channels, data };
}

/** One number for both axes, or a pair. */
export function pair(value: unknown): readonly [number, number] {
  const both = flat(value);
  return [both[0], both.at(-1) ?? both[0]];
}

/** A number, or undefined when the field is missing or not a number. */
export function numberOr<T>(value: unknown, otherwise: T): number | T {
  return typeof value === "number" ? value : otherwise;
}
