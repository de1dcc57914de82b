/** Sums of small tables. Marks are whole numbers, so every sum of them is exact, in whatever order it is taken. */

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** NaN for an empty list: whoever asks has looked before. */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Divided by n − 1; lists of equal length. */
export function covariance(x: readonly number[], y: readonly number[]): number {
  const [atX, atY] = [mean(x), mean(y)];
  return sum(x.map((value, i) => (value - atX) * (y[i] - atY))) / (x.length - 1);
}

/** Divided by n − 1. */
export const variance = (x: readonly number[]): number => covariance(x, x);

/** Whether all values are the same: nothing can be said of how it goes along with anything. */
export const constant = (x: readonly number[]): boolean => x.every((value) => value === x[0]);

/** Pearson's r, −1 to 1; null for fewer than two values or a constant list. */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  if (x.length < 2 || constant(x) || constant(y)) return null;
  return Math.max(-1, Math.min(1, covariance(x, y) / Math.sqrt(variance(x) * variance(y))));
}

export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/**
 * The value below which a share `p` of a non-empty list lies, linear between two neighbours.
 * Source: Hyndman & Fan (1996), Sample quantiles in statistical packages, type 7.
 */
export function quantile(values: readonly number[], p: number): number {
  const sorted = ascending(values);
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** Rows under a key, in the order in which the keys first come. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
