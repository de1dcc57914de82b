import { EngineInputError, requireLength } from "../errors";

export interface SymmetricEigen {
  /** Falling. */
  readonly values: Float64Array;
  /** [d, d]: row i is the unit eigenvector of values[i]. */
  readonly vectors: Float64Array;
}

const MAX_SWEEPS = 60;

/** Householder reduction: v starts as the matrix and ends as the transformation; d, e are the tridiagonal form. */
function tridiagonalize(v: Float64Array, n: number, d: Float64Array, e: Float64Array): void {
  for (let j = 0; j < n; j++) d[j] = v[(n - 1) * n + j];
  for (let i = n - 1; i > 0; i--) {
    let scale = 0;
    let h = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(d[k]);
    if (scale === 0) {
      e[i] = d[i - 1];
      for (let j = 0; j < i; j++) {
        d[j] = v[(i - 1) * n + j];
        v[i * n + j] = 0;
        v[j * n + i] = 0;
      }
    } else {
      for (let k = 0; k < i; k++) {
        d[k] /= scale;
        h += d[k] * d[k];
      }
      const f0 = d[i - 1];
      const g0 = f0 > 0 ? -Math.sqrt(h) : Math.sqrt(h);
      e[i] = scale * g0;
      h -= f0 * g0;
      d[i - 1] = f0 - g0;
      e.fill(0, 0, i);
      for (let j = 0; j < i; j++) {
        const f = d[j];
        v[j * n + i] = f;
        let g = e[j] + v[j * n + j] * f;
        for (let k = j + 1; k < i; k++) {
          g += v[k * n + j] * d[k];
          e[k] += v[k * n + j] * f;
        }
        e[j] = g;
      }
      let f = 0;
      for (let j = 0; j < i; j++) {
        e[j] /= h;
        f += e[j] * d[j];
      }
      const hh = f / (h + h);
      for (let j = 0; j < i; j++) e[j] -= hh * d[j];
      for (let j = 0; j < i; j++) {
        for (let k = j; k < i; k++) v[k * n + j] -= d[j] * e[k] + e[j] * d[k];
        d[j] = v[(i - 1) * n + j];
        v[i * n + j] = 0;
      }
    }
    d[i] = h;
  }
  accumulate(v, n, d);
  e[0] = 0;
}

function accumulate(v: Float64Array, n: number, d: Float64Array): void {
  for (let i = 0; i < n - 1; i++) {
    v[(n - 1) * n + i] = v[i * n + i];
    v[i * n + i] = 1;
    const h = d[i + 1];
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = v[k * n + i + 1] / h;
      for (let j = 0; j <= i; j++) {
        let g = 0;
        for (let k = 0; k <= i; k++) g += v[k * n + i + 1] * v[k * n + j];
        for (let k = 0; k <= i; k++) v[k * n + j] -= g * d[k];
      }
    }
    for (let k = 0; k <= i; k++) v[k * n + i + 1] = 0;
  }
  for (let j = 0; j < n; j++) {
    d[j] = v[(n - 1) * n + j];
    v[(n - 1) * n + j] = 0;
  }
  v[n * n - 1] = 1;
}

/** Implicit QL on the tridiagonal form; the columns of v become eigenvectors. */
function diagonalize(v: Float64Array, n: number, d: Float64Array, e: Float64Array): void {
  for (let i = 1; i < n; i++) e[i - 1] = e[i];
  e[n - 1] = 0;
  let shift = 0;
  let largest = 0;
  for (let l = 0; l < n; l++) {
    largest = Math.max(largest, Math.abs(d[l]) + Math.abs(e[l]));
    let m = l;
    while (m < n - 1 && Math.abs(e[m]) > Number.EPSILON * largest) m++;
    for (let sweep = 0; m > l && Math.abs(e[l]) > Number.EPSILON * largest; sweep++) {
      if (sweep === MAX_SWEEPS) throw new EngineInputError("matrix", "has eigenvalues that do not converge", `${n}×${n}`);
      const before = d[l];
      let p = (d[l + 1] - before) / (2 * e[l]);
      let r = Math.sqrt(p * p + 1);
      if (p < 0) r = -r;
      d[l] = e[l] / (p + r);
      d[l + 1] = e[l] * (p + r);
      const next = d[l + 1];
      const step = before - d[l];
      for (let i = l + 2; i < n; i++) d[i] -= step;
      shift += step;
      p = d[m];
      let c = 1;
      let c2 = 1;
      let c3 = 1;
      let s = 0;
      let s2 = 0;
      const below = e[l + 1];
      for (let i = m - 1; i >= l; i--) {
        c3 = c2;
        c2 = c;
        s2 = s;
        const g = c * e[i];
        const h = c * p;
        r = Math.sqrt(p * p + e[i] * e[i]);
        e[i + 1] = s * r;
        s = e[i] / r;
        c = p / r;
        p = c * d[i] - s * g;
        d[i + 1] = h + s * (c * g + s * d[i]);
        for (let k = i; k < n * n; k += n) {
          const right = v[k + 1];
          v[k + 1] = s * v[k] + c * right;
          v[k] = c * v[k] - s * right;
        }
      }
      p = (-s * s2 * c3 * below * e[l]) / next;
      e[l] = s * p;
      d[l] = c * p;
    }
    d[l] += shift;
    e[l] = 0;
  }
}

/**
 * All eigenvalues and eigenvectors of a symmetric matrix: Householder tridiagonalisation, then implicit QL.
 * The sign of a vector is fixed: its entry of largest magnitude (the first of equal ones) is positive.
 * Source: Bowdler, Martin, Reinsch and Wilkinson, Handbook for Automatic Computation II (1971), tred2 and tql2. O(d³).
 * @param matrix [d, d]; its lower triangle is read
 * @throws EngineInputError when the length is not d², or a number is not finite
 * @example [[2, 1], [1, 2]]: values 3, 1; vectors (1, 1)/√2, (1, −1)/√2
 */
export function symmetricEigen(matrix: ArrayLike<number>, d: number): SymmetricEigen {
  requireLength("matrix", matrix, d * d);
  const v = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      const value = matrix[i * d + j];
      if (!Number.isFinite(value)) throw new EngineInputError(`matrix[${i}][${j}]`, "must be a finite number", value);
      v[i * d + j] = value;
      v[j * d + i] = value;
    }
  }
  const diagonal = new Float64Array(d);
  if (d > 0) {
    const off = new Float64Array(d);
    tridiagonalize(v, d, diagonal, off);
    diagonalize(v, d, diagonal, off);
  }
  const order = Array.from({ length: d }, (_, i) => i).sort((a, b) => diagonal[b] - diagonal[a] || a - b);
  const vectors = new Float64Array(d * d);
  order.forEach((column, row) => {
    for (let k = 0; k < d; k++) vectors[row * d + k] = v[k * d + column];
    fixSign(vectors, row * d, d);
  });
  return { values: Float64Array.from(order, (i) => diagonal[i]), vectors };
}

/** Turns the vector so that its entry of largest magnitude is positive; near-equal ones count as equal. */
export function fixSign(values: Float64Array, start: number, length: number): void {
  let most = 0;
  for (let i = start; i < start + length; i++) most = Math.max(most, Math.abs(values[i]));
  for (let i = start; i < start + length; i++) {
    if (Math.abs(values[i]) < most * (1 - 1e-9)) continue;
    if (values[i] < 0) for (let k = start; k < start + length; k++) values[k] = -values[k];
    return;
  }
}
