import { requireCount } from "../../boxes/shape";
import { requireLength } from "../../errors";

/**
 * Platt's logistic: a and b of 1 / (1 + e^−(a s + b)) that make the labels likeliest, by Newton's method; targets are
 * (n₊ + 1)/(n₊ + 2) and 1/(n₋ + 2) instead of 1 and 0, so that separable scores stay finite.
 * Source: Platt 1999, "Probabilistic outputs for support vector machines", section 2.2.
 * @param scores [n]  @param positive [n]
 * @throws EngineInputError for no scores or lengths that differ
 * @example one positive at 1 and one negative at −1: a = ln 2, b = 0
 */
export function plattScaling(scores: ArrayLike<number>, positive: ArrayLike<boolean>): { a: number; b: number } {
  const n = scores.length;
  requireCount("scores.length", n, 1);
  requireLength("positive", positive, n);
  let plus = 0;
  for (let i = 0; i < n; i++) if (positive[i]) plus++;
  const high = (plus + 1) / (plus + 2);
  const low = 1 / (n - plus + 2);
  const loss = (a: number, b: number) => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const z = a * scores[i] + b;
      sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - (positive[i] ? high : low) * z;
    }
    return sum;
  };
  let a = 0;
  let b = Math.log((plus + 1) / (n - plus + 1));
  let now = loss(a, b);
  for (let step = 0; step < 100; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9];
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-(a * scores[i] + b)));
      const error = p - (positive[i] ? high : low);
      const weight = p * (1 - p);
      ga += error * scores[i];
      gb += error;
      haa += weight * scores[i] * scores[i];
      hab += weight * scores[i];
      hbb += weight;
    }
    if (Math.abs(ga) + Math.abs(gb) < 1e-9 * n) break;
    const determinant = haa * hbb - hab * hab;
    const da = (hbb * ga - hab * gb) / determinant;
    const db = (haa * gb - hab * ga) / determinant;
    let rate = 1;
    let next = loss(a - da, b - db);
    while (next > now && rate > 1e-6) {
      rate /= 2;
      next = loss(a - rate * da, b - rate * db);
    }
    if (!(next < now)) break;
    a -= rate * da;
    b -= rate * db;
    now = next;
  }
  return { a, b };
}
