import { EngineInputError } from "../errors";
import { requireCount } from "../boxes/shape";
import type { NdArray } from "../boxes/types";
import { fixSign, symmetricEigen } from "./eigen";
import { readPoints, type Points } from "./inputs";

export interface Pca {
  /** [d]. */
  readonly mean: Float64Array;
  /** [k, d]: unit rows, largest variance first; the entry of largest magnitude of each is positive. */
  readonly components: Float64Array;
  /** [k]: variance along each component (divided by n − 1). */
  readonly variances: Float64Array;
  /** [k]: share of the total variance; 0 when there is none. */
  readonly ratios: Float64Array;
  readonly k: number;
  readonly d: number;
}

function centred({ n, d, data }: Points): { mean: Float64Array; rows: Float64Array } {
  const mean = new Float64Array(d);
  for (let i = 0, p = 0; i < n; i++) for (let j = 0; j < d; j++, p++) mean[j] += data[p];
  for (let j = 0; j < d; j++) mean[j] /= n;
  const rows = new Float64Array(n * d);
  for (let i = 0, p = 0; i < n; i++) for (let j = 0; j < d; j++, p++) rows[p] = data[p] - mean[j];
  return { mean, rows };
}

/** Lower triangle of XᵀX, [d, d]. */
function columnProducts(rows: Float64Array, n: number, d: number): Float64Array {
  const out = new Float64Array(d * d);
  for (let i = 0; i < n; i++) {
    const row = i * d;
    for (let a = 0; a < d; a++) {
      const v = rows[row + a];
      if (v === 0) continue;
      const at = a * d;
      for (let b = 0; b <= a; b++) out[at + b] += v * rows[row + b];
    }
  }
  return out;
}

/** Lower triangle of XXᵀ, [n, n]. */
function rowProducts(rows: Float64Array, n: number, d: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = a * d, j = b * d, end = i + d; i < end; i++, j++) sum += rows[i] * rows[j];
      out[a * n + b] = sum;
    }
  }
  return out;
}

/**
 * Principal components: eigenvectors of the covariance XᵀX/(n − 1) of the centred rows. With fewer rows than columns the
 * eigenvectors u of XXᵀ are found instead, and a component is Xᵀu scaled to length 1.
 * Source: Hotelling (1933). O(n · d · min(n, d) + min(n, d)³).
 * @param x [n, d]
 * @param k components to keep, at most min(n, d); those without variance are left out beyond the rank when d > n
 * @throws EngineInputError for fewer than 2 rows or k out of range
 * @example x = [[0, 0], [2, 2]], k 1: component (1, 1)/√2, variance 4
 */
export function pca(x: NdArray, k: number): Pca {
  const points = readPoints("x", x);
  const { n, d } = points;
  if (n < 2) throw new EngineInputError("x", "must have at least 2 rows", `shape [${n}, ${d}]`);
  requireCount("k", k, 1);
  if (k > Math.min(n, d)) throw new EngineInputError("k", `must be at most min(n, d) = ${Math.min(n, d)}`, k);
  const { mean, rows } = centred(points);
  const wide = d > n;
  const { values, vectors } = symmetricEigen(wide ? rowProducts(rows, n, d) : columnProducts(rows, n, d), wide ? n : d);
  let total = 0;
  for (const v of rows) total += v * v;
  const least = values[0] * Math.max(n, d) * Number.EPSILON;
  let kept = k;
  if (wide) while (kept > 0 && !(values[kept - 1] > least)) kept--;
  const components = wide ? liftComponents(rows, vectors, n, d, kept) : vectors.slice(0, k * d);
  const variances = Float64Array.from({ length: kept }, (_, i) => Math.max(0, values[i]) / (n - 1));
  const ratios = variances.map((v) => (total > 0 ? (v * (n - 1)) / total : 0));
  return { mean, components, variances, ratios, k: kept, d };
}

function liftComponents(rows: Float64Array, vectors: Float64Array, n: number, d: number, k: number): Float64Array {
  const out = new Float64Array(k * d);
  for (let c = 0; c < k; c++) {
    for (let i = 0; i < n; i++) for (let j = 0; j < d; j++) out[c * d + j] += vectors[c * n + i] * rows[i * d + j];
    let sum = 0;
    for (let j = 0; j < d; j++) sum += out[c * d + j] ** 2;
    for (let j = 0; j < d; j++) out[c * d + j] /= Math.sqrt(sum);
    fixSign(out, c * d, d);
  }
  return out;
}

/** Coordinates (x − mean) · components of each row. @param x [n, d] @returns [n, k] */
export function pcaProject(model: Pca, x: NdArray): { shape: [number, number]; data: Float64Array } {
  const { n, d, data } = readPoints("x", x);
  if (d !== model.d) throw new EngineInputError("x", `must have ${model.d} columns`, `shape [${n}, ${d}]`);
  const out = new Float64Array(n * model.k);
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < model.k; c++) {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += (data[i * d + j] - model.mean[j]) * model.components[c * d + j];
      out[i * model.k + c] = sum;
    }
  }
  return { shape: [n, model.k], data: out };
}

/** mean + coordinates · components. @param z [n, k] @returns [n, d] */
export function pcaReconstruct(model: Pca, z: NdArray): { shape: [number, number]; data: Float64Array } {
  const { n, d: k, data } = readPoints("z", z);
  if (k !== model.k) throw new EngineInputError("z", `must have ${model.k} columns`, `shape [${n}, ${k}]`);
  const { d } = model;
  const out = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < d; j++) out[i * d + j] = model.mean[j];
    for (let c = 0; c < k; c++) for (let j = 0; j < d; j++) out[i * d + j] += data[i * k + c] * model.components[c * d + j];
  }
  return { shape: [n, d], data: out };
}
