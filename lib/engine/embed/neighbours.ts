import { EngineInputError } from "../errors";
import { requireCount } from "../boxes/shape";
import type { NdArray } from "../boxes/types";
import { readPoints, type Points } from "./inputs";

export type Metric = "euclidean" | "cosine";

export interface Neighbours {
  /** [queries, k]: rows of x, nearest first; equal distances in row order. */
  readonly indices: Int32Array;
  /** [queries, k]. */
  readonly distances: Float64Array;
  readonly k: number;
}

/** Rows scaled to length 1; a row of zeros stays. */
function unitRows({ n, d, data }: Points): Float64Array {
  const out = data.slice();
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = i * d; j < (i + 1) * d; j++) sum += data[j] * data[j];
    if (sum === 0) continue;
    const length = Math.sqrt(sum);
    for (let j = i * d; j < (i + 1) * d; j++) out[j] /= length;
  }
  return out;
}

/** Squared distance of two rows, or a number above `limit` as soon as the sum passes it. */
function squaredUpTo(a: Float64Array, i: number, b: Float64Array, j: number, d: number, limit: number): number {
  let sum = 0;
  let k = 0;
  for (; k + 8 <= d; k += 8) {
    for (let t = 0; t < 8; t++) {
      const diff = a[i + k + t] - b[j + k + t];
      sum += diff * diff;
    }
    if (sum > limit) return sum;
  }
  for (; k < d; k++) {
    const diff = a[i + k] - b[j + k];
    sum += diff * diff;
  }
  return sum;
}

function dot(a: Float64Array, i: number, b: Float64Array, j: number, d: number): number {
  let sum = 0;
  for (let k = 0; k < d; k++) sum += a[i + k] * b[j + k];
  return sum;
}

/**
 * The k nearest rows of each query by brute force with a bounded list; a candidate is dropped as soon as its partial sum is
 * too large. "cosine" is 1 − cos, and 1 for a row of zeros. O(queries · n · d) at most, O(k) memory a query.
 * @param x [n, d]; @param queries [m, d], or null for the rows of x themselves (each then leaves itself out)
 * @throws EngineInputError when k is not in 1..n (n − 1 without queries), or the columns differ
 * @example x = [[0], [1], [3]], query [2], k 2: indices [1, 2], distances [1, 1]
 */
export function nearestNeighbours(x: NdArray, queries: NdArray | null, k: number, metric: Metric = "euclidean"): Neighbours {
  const points = readPoints("x", x);
  const asked = queries === null ? points : readPoints("queries", queries);
  const { n, d } = points;
  if (asked.d !== d && asked.n > 0) throw new EngineInputError("queries", `must have ${d} columns`, `shape [${asked.n}, ${asked.d}]`);
  requireCount("k", k, 1);
  const most = queries === null ? n - 1 : n;
  if (k > most) throw new EngineInputError("k", `must be at most ${most}`, k);
  if (metric !== "euclidean" && metric !== "cosine") throw new EngineInputError("metric", "must be euclidean or cosine", metric);
  const cosine = metric === "cosine";
  const from = cosine ? unitRows(points) : points.data;
  const to = queries === null ? from : cosine ? unitRows(asked) : asked.data;
  const indices = new Int32Array(asked.n * k);
  const distances = new Float64Array(asked.n * k);
  for (let q = 0; q < asked.n; q++) {
    const start = q * k;
    let filled = 0;
    let worst = Infinity;
    for (let i = 0; i < n; i++) {
      if (queries === null && i === q) continue;
      const value = cosine ? 1 - dot(from, i * d, to, q * d, d) : squaredUpTo(from, i * d, to, q * d, d, worst);
      if (filled === k && value >= worst) continue;
      let at = filled < k ? filled++ : k - 1;
      // Rows come in order, so an equal earlier one stays in front.
      for (; at > 0 && distances[start + at - 1] > value; at--) {
        distances[start + at] = distances[start + at - 1];
        indices[start + at] = indices[start + at - 1];
      }
      distances[start + at] = value;
      indices[start + at] = i;
      if (filled === k) worst = distances[start + k - 1];
    }
  }
  // Rounding can leave a cosine just above 1.
  for (let i = 0; i < distances.length; i++) distances[i] = cosine ? Math.max(0, distances[i]) : Math.sqrt(distances[i]);
  return { indices, distances, k };
}

/**
 * The label most of the k neighbours carry, for each query; of equally frequent ones that of the nearest.
 * @param labels [n]: one whole number a row of x
 */
export function neighbourVote(neighbours: Neighbours, labels: ArrayLike<number>): Int32Array {
  const { indices, k } = neighbours;
  const out = new Int32Array(indices.length / k);
  for (let q = 0; q < out.length; q++) {
    const votes = new Map<number, number>();
    for (let i = q * k; i < (q + 1) * k; i++) {
      const label = labels[indices[i]];
      if (label === undefined) throw new EngineInputError("labels", `must have an entry for row ${indices[i]}`, labels);
      votes.set(label, (votes.get(label) ?? 0) + 1);
    }
    let most = 0;
    for (const [label, count] of votes) {
      if (count > most) {
        most = count;
        out[q] = label;
      }
    }
  }
  return out;
}

/**
 * Trustworthiness of an embedding: 1 − 2/(n k (2n − 3k − 1)) Σᵢ Σ_{j ∈ Uₖ(i)} (r(i, j) − k), where Uₖ are neighbours in the
 * embedding that are none in x and r(i, j) is the rank of j among the neighbours of i in x. 1 is perfect.
 * Source: Venna and Kaski, ICANN 2001. O(n² (d + log n)).
 * @param x [n, d]; @param y [n, e]
 * @throws EngineInputError unless k < n / 2
 */
export function trustworthiness(x: NdArray, y: NdArray, k = 5): number {
  const { n } = readPoints("x", x);
  if (y.shape[0] !== n) throw new EngineInputError("y", `must have ${n} rows`, `shape [${y.shape.join(", ")}]`);
  requireCount("k", k, 1);
  if (k >= n / 2) throw new EngineInputError("k", `must be below n / 2 = ${n / 2}`, k);
  const all = nearestNeighbours(x, null, n - 1);
  const near = nearestNeighbours(y, null, k);
  const rank = new Int32Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let r = 0; r < n - 1; r++) rank[all.indices[i * (n - 1) + r]] = r + 1;
    for (let j = 0; j < k; j++) sum += Math.max(0, rank[near.indices[i * k + j]] - k);
  }
  return 1 - (2 * sum) / (n * k * (2 * n - 3 * k - 1));
}
