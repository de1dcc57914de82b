/** A nested list of numbers, or a {shape, data} tensor, as one flat list. */
export function flat(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(flat);
  if (typeof value === "object" && value !== null && "data" in value) return flat((value as { data: unknown }).data);
  throw new Error(`expected numbers, found ${String(value)}`);
}

/** A flat table as n rows of m. */
export function rows(values: ArrayLike<number>, n: number, m: number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => values[i * m + j]));
}
