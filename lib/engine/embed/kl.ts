import { EngineInputError } from "../errors";
import type { NdArray } from "../boxes/types";
import { exactGradient } from "./exact";
import { readPoints } from "./inputs";

/** Attraction and repulsion of an embedding, ready to be put together with the normaliser Z. */
export interface Forces {
  /** [n, dims]: Σⱼ pᵢⱼ wᵢⱼ (yᵢ − yⱼ), w = 1/(1 + |yᵢ − yⱼ|²). */
  readonly attraction: Float64Array;
  /** [n, dims]: Σⱼ wᵢⱼ² (yᵢ − yⱼ). */
  readonly repulsion: Float64Array;
  /** Z = Σ over ordered pairs of w. */
  z: number;
}

export function emptyForces(n: number, dims: number): Forces {
  return { attraction: new Float64Array(n * dims), repulsion: new Float64Array(n * dims), z: 0 };
}

/** The lower triangle of a symmetric [n, n] matrix, row by row: n(n − 1)/2 numbers. */
export function packLower(joint: Float64Array, n: number): Float64Array {
  const out = new Float64Array((n * (n - 1)) / 2);
  for (let i = 1, k = 0; i < n; i++) for (let j = 0; j < i; j++, k++) out[k] = joint[i * n + j];
  return out;
}

/** Σ over ordered pairs of p ln(p/q) from the lower triangle; q = w/Z. */
export function packedKl(packed: Float64Array, y: Float64Array, n: number, dims: number): number {
  let z = 0;
  let cross = 0;
  let mass = 0;
  for (let i = 1, k = 0; i < n; i++) {
    for (let j = 0; j < i; j++, k++) {
      let squared = 1;
      for (let t = 0; t < dims; t++) squared += (y[i * dims + t] - y[j * dims + t]) ** 2;
      z += 1 / squared;
      const p = packed[k];
      if (p > 0) {
        cross += p * Math.log(p * squared);
        mass += p;
      }
    }
  }
  return 2 * (cross + mass * Math.log(2 * z));
}

function readJoint(joint: Float64Array, y: NdArray): { n: number; dims: number; data: Float64Array } {
  const { n, d, data } = readPoints("y", y);
  if (joint.length !== n * n) throw new EngineInputError("joint", `must have length ${n * n} (shape [${n}, ${n}])`, joint);
  return { n, dims: d, data };
}

/**
 * KL(P ‖ Q) = Σ pᵢⱼ ln(pᵢⱼ/qᵢⱼ), qᵢⱼ = wᵢⱼ/Z with Student-t weights w = 1/(1 + |yᵢ − yⱼ|²); 0 · ln 0 is 0.
 * Source: van der Maaten and Hinton, JMLR 9 (2008), equations 2 and 4. O(n²).
 * @param joint [n, n] symmetric, diagonal 0; @param y [n, dims]
 * @example two points: P and Q are both ½, ½, so the result is 0
 */
export function tsneKl(joint: Float64Array, y: NdArray): number {
  const { n, dims, data } = readJoint(joint, y);
  return packedKl(packLower(joint, n), data, n, dims);
}

/**
 * Gradient of KL(P ‖ Q) with respect to the embedding: 4 Σⱼ (pᵢⱼ − qᵢⱼ) wᵢⱼ (yᵢ − yⱼ).
 * Source: the same, equation 5. O(n²), each pair once.
 * @param joint [n, n] symmetric, diagonal 0; @param y [n, dims]
 * @returns [n, dims]
 */
export function tsneGradient(joint: Float64Array, y: NdArray): Float64Array {
  const { n, dims, data } = readJoint(joint, y);
  return exactGradient(packLower(joint, n), n, dims)(data, 1, new Float64Array(n * dims));
}

/** 4 (exaggeration · attraction − repulsion / Z) into `out`. */
export function gradientOf(forces: Forces, exaggeration: number, out: Float64Array): Float64Array {
  const { attraction, repulsion, z } = forces;
  const perZ = z > 0 ? 1 / z : 0;
  for (let i = 0; i < out.length; i++) out[i] = 4 * (exaggeration * attraction[i] - perZ * repulsion[i]);
  return out;
}
