import { EngineInputError } from "../errors";
import type { NdArray } from "../boxes/types";
import { readPoints } from "./inputs";
import { nearestNeighbours } from "./neighbours";

const ENTROPY_ERROR = 1e-9;
const MAX_STEPS = 200;
/** A Newton step that multiplies β by more has met a nearly flat entropy and is not taken. */
const MOST_GROWTH = 1e3;

/** Squared Euclidean distances between all rows: Float64Array [n, n]. O(n² d). */
export function squaredDistances(x: NdArray): Float64Array {
  const { n, d, data } = readPoints("x", x);
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let a = i * d, b = j * d, end = a + d; a < end; a++, b++) {
        const diff = data[a] - data[b];
        sum += diff * diff;
      }
      out[i * n + j] = sum;
      out[j * n + i] = sum;
    }
  }
  return out;
}

function requirePerplexity(perplexity: number, n: number): void {
  if (!(perplexity >= 1 && perplexity < n))
    throw new EngineInputError("perplexity", `must be at least 1 and below the number of points, ${n}`, perplexity);
}

/**
 * Gaussian weights of one row's neighbours with the wanted perplexity: p = exp(−β (d² − min d²)) scaled to sum 1, β found
 * until the entropy H is within 1e-9 of ln(perplexity). Newton's method on ln β, where dH/d ln β = −β² Var(d²), inside the
 * bracket of the values tried; a step out of the bracket becomes a bisection. Ties at the least distance can make a low
 * perplexity unreachable; the row is then uniform over them.
 * @returns β = 1/(2σ²)
 */
function fillRow(squared: Float64Array, from: number, count: number, self: number, perplexity: number, p: Float64Array): number {
  const wanted = Math.log(perplexity);
  const others = self < 0 ? count : count - 1;
  let least = Infinity;
  let total = 0;
  for (let j = 0; j < count; j++) {
    if (j === self) continue;
    total += squared[from + j];
    if (squared[from + j] < least) least = squared[from + j];
  }
  const mean = total / others - least;
  // The distances' own scale, so that the first guess does not depend on the data's units.
  let beta = mean > 0 && 1 / mean < Infinity ? 1 / mean : 1;
  let low = 0;
  let high = Infinity;
  let sum = 1;
  for (let step = 0; step < MAX_STEPS; step++) {
    sum = 0;
    let first = 0;
    let second = 0;
    for (let j = from, end = from + count; j < end; j++) {
      const d = squared[j] - least;
      const w = j - from === self ? 0 : Math.exp(-beta * d);
      p[j] = w;
      sum += w;
      first += d * w;
      second += d * d * w;
    }
    const average = (beta * first) / sum;
    const error = Math.log(sum) + average - wanted;
    if (Math.abs(error) <= ENTROPY_ERROR) break;
    if (error > 0) low = beta;
    else high = beta;
    const slope = (beta * beta * second) / sum - average * average;
    const next = beta * Math.exp(error / slope);
    if (next > low && next < high && next < beta * MOST_GROWTH) beta = next;
    else beta = high === Infinity ? beta * 2 : (low + high) / 2;
    if (beta > 1e300 || beta < 1e-300) break;
  }
  for (let j = from, end = from + count; j < end; j++) p[j] /= sum;
  return beta;
}

export interface ConditionalAffinities {
  /** [n, n]: row i holds p(j | i); the diagonal is 0, rows sum to 1. */
  readonly p: Float64Array;
  /** [n]: 1/(2σᵢ²). */
  readonly betas: Float64Array;
}

/**
 * p(j | i) = exp(−|xᵢ − xⱼ|²/2σᵢ²) / Σₖ≠ᵢ exp(−|xᵢ − xₖ|²/2σᵢ²), each σᵢ chosen so that 2^entropy is the perplexity.
 * Source: van der Maaten and Hinton, JMLR 9 (2008), equation 1. O(n² · steps).
 * @param squared [n, n] squared distances
 * @throws EngineInputError unless 1 ≤ perplexity < n
 * @example three points in a row at equal distances with perplexity 2 have p = ½ for both neighbours of the middle
 */
export function conditionalAffinities(squared: Float64Array, n: number, perplexity: number): ConditionalAffinities {
  if (squared.length !== n * n) throw new EngineInputError("squared", `must have length ${n * n} (shape [${n}, ${n}])`, squared);
  requirePerplexity(perplexity, n);
  const p = new Float64Array(n * n);
  const betas = new Float64Array(n);
  for (let i = 0; i < n; i++) betas[i] = fillRow(squared, i * n, n, i, perplexity, p);
  return { p, betas };
}

/** exp of the entropy of each row of p [n, n]: Float64Array [n]. */
export function perplexities(p: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let entropy = 0;
    for (let j = i * n; j < (i + 1) * n; j++) if (p[j] > 0) entropy -= p[j] * Math.log(p[j]);
    out[i] = Math.exp(entropy);
  }
  return out;
}

/** P = (p(j | i) + p(i | j)) / 2n: symmetric, sum 1, diagonal 0. @param conditional [n, n] */
export function jointAffinities(conditional: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const value = (conditional[i * n + j] + conditional[j * n + i]) / (2 * n);
      out[i * n + j] = value;
      out[j * n + i] = value;
    }
  }
  return out;
}

/** Joint affinities of near points only, by rows: entries starts[i] .. starts[i + 1] of `columns` and `values`. */
export interface SparseAffinities {
  readonly n: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/**
 * Joint affinities from the ⌊3 · perplexity⌋ nearest neighbours of each point, symmetric, sum 1.
 * Source: van der Maaten, JMLR 15 (2014), section 4.1.
 */
export function sparseAffinities(x: NdArray, perplexity: number): SparseAffinities {
  const { n } = readPoints("x", x);
  requirePerplexity(perplexity, n);
  const k = Math.min(n - 1, Math.max(1, Math.floor(3 * perplexity)));
  const { indices, distances } = nearestNeighbours(x, null, k);
  const squared = distances.map((d) => d * d);
  const p = new Float64Array(n * k);
  for (let i = 0; i < n; i++) fillRow(squared, i * k, k, -1, Math.min(perplexity, k), p);
  const lengths = new Int32Array(n + 1);
  for (let e = 0; e < n * k; e++) {
    lengths[Math.floor(e / k)]++;
    lengths[indices[e]]++;
  }
  const room = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) room[i + 1] = room[i] + lengths[i];
  const columns = new Int32Array(room[n]);
  const values = new Float64Array(room[n]);
  const filled = new Int32Array(n);
  const place = (i: number, j: number, value: number): void => {
    const at = room[i] + filled[i]++;
    columns[at] = j;
    values[at] = value / (2 * n);
  };
  for (let e = 0; e < n * k; e++) {
    const i = Math.floor(e / k);
    place(i, indices[e], p[e]);
    place(indices[e], i, p[e]);
  }
  return mergeTwice(n, room, columns, values);
}

/** Adds up entries that name the same column (two points that are each other's neighbours). */
function mergeTwice(n: number, room: Int32Array, columns: Int32Array, values: Float64Array): SparseAffinities {
  const starts = new Int32Array(n + 1);
  const seen = new Int32Array(n).fill(-1);
  let to = 0;
  for (let i = 0; i < n; i++) {
    starts[i] = to;
    for (let e = room[i]; e < room[i + 1]; e++) {
      const j = columns[e];
      if (seen[j] >= starts[i]) {
        values[seen[j]] += values[e];
      } else {
        seen[j] = to;
        columns[to] = j;
        values[to++] = values[e];
      }
    }
  }
  starts[n] = to;
  return { n, starts, columns: columns.slice(0, to), values: values.slice(0, to) };
}
