/** Intervals that hold the true value in 95 of 100 classes like this one. */
import { correlation, sum } from "./numbers";

export type Interval = readonly [low: number, high: number];

/** The normal quantile at 0.975. */
export const Z = 1.959963984540054;

/**
 * Of a share. For the mean of marks between 0 and 1 it is at least as wide as it must be: of all marks with one mean, those that are
 * only 0 or 1 vary most.
 * @param p the share or mean, 0 to 1
 * Source: Wilson (1927), Probable inference, the law of succession, and statistical inference.
 */
export function wilson(p: number, n: number): Interval {
  const spread = 1 + (Z * Z) / n;
  const centre = (p + (Z * Z) / (2 * n)) / spread;
  const half = (Z / spread) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/**
 * Of Pearson's r; null below four students and for r = ±1, of which it says nothing.
 * Source: Fisher (1921), On the "probable error" of a coefficient of correlation deduced from a small sample.
 */
export function fisher(r: number, n: number): Interval | null {
  if (n < 4 || Math.abs(r) >= 1) return null;
  const half = Z / Math.sqrt(n - 3);
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}

/**
 * Of Cronbach's α over k items and n students: Feldt's interval by its closed form, ln(1 − α) being nearly normal.
 * Null below three students or two items, and for α = 1.
 * Sources: Feldt (1965), The approximate sampling distribution of Kuder-Richardson reliability coefficient twenty; Bonett (2002), Sample
 * size requirements for testing and estimating coefficient alpha.
 */
export function ofAlpha(alpha: number, n: number, k: number): Interval | null {
  if (n < 3 || k < 2 || alpha >= 1) return null;
  const half = Z * Math.sqrt((2 * k) / ((k - 1) * (n - 2)));
  return [1 - (1 - alpha) * Math.exp(half), 1 - (1 - alpha) * Math.exp(-half)];
}

/**
 * Of any figure over n students, from what it is without each of them in turn; null where the figure does not exist without somebody, or
 * for fewer than three. It draws nothing, so the order of the students cannot matter.
 * Source: Efron & Tibshirani (1993), An introduction to the bootstrap, chapter 11.
 */
export function jackknife(value: number, without: readonly (number | null)[]): Interval | null {
  const n = without.length;
  const parts = without.filter((part) => part !== null);
  if (n < 3 || parts.length < n) return null;
  const centre = sum(parts) / n;
  const half = Z * Math.sqrt(((n - 1) / n) * sum(parts.map((part) => (part - centre) ** 2)));
  return [value - half, value + half];
}

/** Pearson's r with its interval; both null where there is none. */
export function related(x: readonly number[], y: readonly number[]): { readonly r: number | null; readonly interval: Interval | null } {
  const r = correlation(x, y);
  return { r, interval: r === null ? null : fisher(r, x.length) };
}
