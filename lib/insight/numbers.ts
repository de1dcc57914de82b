/** Sums of small tables. Marks are whole numbers, so every sum of them is exact, in whatever order it is taken. */

/** What rounding may leave over of a coefficient that is 0, 1 or −1. */
const LEFT_OVER = 1e-12;

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** NaN for an empty list: whoever asks has looked before. */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** A whole number near the mean, by which lists are moved before products are added: these stay whole, and small enough to be exact. */
export const near = (values: readonly number[]): number => Math.round(mean(values));

/**
 * n · Σxy − Σx · Σy for lists of equal length, which is n · (n − 1) times the covariance. Exact for whole numbers: a 0 is 0 in whatever order
 * they come, where a root of what rounding left over would be a figure.
 */
export function coproduct(x: readonly number[], y: readonly number[]): number {
  const [atX, atY] = [near(x), near(y)];
  let [sumX, sumY, together] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [ownX, ownY] = [x[i] - atX, y[i] - atY];
    sumX += ownX;
    sumY += ownY;
    together += ownX * ownY;
  }
  return x.length * together - sumX * sumY;
}

/** Divided by n − 1; lists of equal length. */
export const covariance = (x: readonly number[], y: readonly number[]): number => coproduct(x, y) / (x.length * (x.length - 1));

/** Divided by n − 1. Never below 0, also where rounding is. */
export const variance = (x: readonly number[]): number => Math.max(0, covariance(x, x));

/** Whether all values are the same: nothing can be said of how it goes along with anything. */
export const constant = (x: readonly number[]): boolean => x.every((value) => value === x[0]);

/** Pearson's r, −1 to 1; null for fewer than two values or a constant list. */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  if (x.length < 2 || constant(x) || constant(y)) return null;
  return settled(coproduct(x, y) / Math.sqrt(coproduct(x, x) * coproduct(y, y)));
}

function settled(r: number): number {
  const whole = Math.round(r) + 0;
  return Math.abs(r - whole) < LEFT_OVER ? whole : r;
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
