import { EngineInputError, requireAllFinite, requireLength } from "../../errors";
import { requireCount, requirePositive } from "../../boxes/shape";

export interface Ridge {
  /** [k, d]. */
  readonly weights: Float64Array;
  /** [k]. */
  readonly bias: Float64Array;
}

/** Lower triangle L of A = L Lᵀ in place. @throws EngineInputError unless A is positive definite */
function cholesky(a: Float64Array, d: number): void {
  for (let j = 0; j < d; j++) {
    for (let i = j; i < d; i++) {
      let sum = a[i * d + j];
      for (let k = 0; k < j; k++) sum -= a[i * d + k] * a[j * d + k];
      if (i > j) a[i * d + j] = sum / a[j * d + j];
      else if (sum > 0) a[j * d + j] = Math.sqrt(sum);
      else throw new EngineInputError("x", "must give a positive definite matrix", sum);
    }
  }
}

/**
 * Ridge regression of k targets with an unpenalised bias: W minimises Σ |y − W x − b|² + λ |W|². On centred data
 * (XᵀX + λI) Wᵀ = XᵀY, solved by a Cholesky decomposition. O(n d² + d³).
 * Source: R-CNN (arXiv:1311.2524), appendix C, eq. 5 (λ = 1000 there).
 * @param x [n, d]  @param y [n, k]
 * @throws EngineInputError for no rows, lengths that do not fit, or λ not above 0
 * @example x = [−1, 1], y = [−3, 3], λ = 2: w = 6 / (2 + 2) = 1.5, b = 0
 */
export function ridgeRegression(x: ArrayLike<number>, y: ArrayLike<number>, n: number, lambda: number): Ridge {
  requireCount("n", n, 1);
  requirePositive("lambda", lambda);
  const d = Math.floor(x.length / n);
  const k = Math.floor(y.length / n);
  requireLength("x", x, n * d);
  requireLength("y", y, n * k);
  requireAllFinite("x", x);
  requireAllFinite("y", y);
  const mean = (list: ArrayLike<number>, width: number) => {
    const out = new Float64Array(width);
    for (let i = 0; i < list.length; i++) out[i % width] += list[i] / n;
    return out;
  };
  const mx = mean(x, d);
  const my = mean(y, k);
  const gram = new Float64Array(d * d);
  const right = new Float64Array(k * d);
  const row = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < d; a++) row[a] = x[i * d + a] - mx[a];
    for (let a = 0; a < d; a++) {
      const v = row[a];
      for (let b = 0, o = a * d; b <= a; b++) gram[o + b] += v * row[b];
      for (let t = 0; t < k; t++) right[t * d + a] += v * (y[i * k + t] - my[t]);
    }
  }
  for (let a = 0; a < d; a++) gram[a * d + a] += lambda;
  cholesky(gram, d);
  const bias = Float64Array.from(my);
  for (let t = 0; t < k; t++) {
    const w = right.subarray(t * d, (t + 1) * d);
    for (let a = 0; a < d; a++) {
      for (let b = 0; b < a; b++) w[a] -= gram[a * d + b] * w[b];
      w[a] /= gram[a * d + a];
    }
    for (let a = d - 1; a >= 0; a--) {
      for (let b = a + 1; b < d; b++) w[a] -= gram[b * d + a] * w[b];
      w[a] /= gram[a * d + a];
    }
    for (let a = 0; a < d; a++) bias[t] -= w[a] * mx[a];
  }
  return { weights: right, bias };
}
