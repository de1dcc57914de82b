/** The exact gradient of t-SNE: every pair once, O(n²) an iteration. */
import { plainPlane, rowStart, SIMD_FROM, simdPlane, type Plane } from "./plane";

/** Writes 4 (exaggeration · Σⱼ pᵢⱼ wᵢⱼ (yᵢ − yⱼ) − Σⱼ wᵢⱼ² (yᵢ − yⱼ) / Z) for each point to `out` [n, dims] and returns it. */
export type GradientAt = (y: Float64Array, exaggeration: number, out: Float64Array) => Float64Array;

/**
 * The gradient as a function of the embedding, with its working memory set up once.
 * @param packed the lower triangle of P, row by row: n(n − 1)/2 numbers
 */
export function exactGradient(packed: Float64Array, n: number, dims: number): GradientAt {
  return dims === 2 ? planeGradient(packed, n) : anyGradient(packed, n, dims);
}

/** Stands in for points not yet reached: so far away that w (1e-300) is lost in any sum and its square is 0. */
const FAR = 1e150;

/**
 * Weights are kept from the pass that sums Z, so that pull and push are one force with one division a pair. A point takes
 * its place only when its own row is done: until then its slot, which pads odd rows, is far away and pulls nothing.
 * @param plane working memory; made for `n` points unless given
 */
export function planeGradient(
  packed: Float64Array,
  n: number,
  plane: Plane = (n >= SIMD_FROM ? simdPlane(n) : null) ?? plainPlane(n),
): GradientAt {
  const { x, y, gx, gy, p } = plane;
  for (let i = 1, k = 0; i < n; k += i, i++) p.set(packed.subarray(k, k + i), rowStart(i));
  const rows = (points: Float64Array, row: (i: number, xi: number, yi: number) => void): void => {
    x.fill(FAR);
    y.fill(FAR);
    for (let i = 0; i < n; i++) {
      const xi = points[2 * i];
      const yi = points[2 * i + 1];
      if (i > 0) row(i, xi, yi);
      x[i] = xi;
      y[i] = yi;
    }
  };
  return (points, exaggeration, out) => {
    let z = 0;
    rows(points, (i, xi, yi) => (z += plane.weigh(i, xi, yi)));
    const perZ = z > 0 ? 1 / (2 * z) : 0;
    gx.fill(0);
    gy.fill(0);
    rows(points, (i, xi, yi) => plane.pull(i, xi, yi, exaggeration, perZ));
    for (let i = 0; i < n; i++) {
      out[2 * i] = 4 * gx[i];
      out[2 * i + 1] = 4 * gy[i];
    }
    return out;
  };
}

function anyGradient(packed: Float64Array, n: number, dims: number): GradientAt {
  const w = new Float64Array(packed.length);
  return (y, exaggeration, out) => {
    let z = 0;
    for (let i = 1, k = 0; i < n; i++) {
      for (let j = 0; j < i; j++, k++) {
        let squared = 0;
        for (let t = 0; t < dims; t++) squared += (y[i * dims + t] - y[j * dims + t]) ** 2;
        w[k] = 1 / (1 + squared);
        z += w[k];
      }
    }
    const perZ = z > 0 ? 1 / (2 * z) : 0;
    out.fill(0);
    for (let i = 1, k = 0; i < n; i++) {
      for (let j = 0; j < i; j++, k++) {
        const force = 4 * (exaggeration * packed[k] - perZ * w[k]) * w[k];
        for (let t = 0; t < dims; t++) {
          const step = force * (y[i * dims + t] - y[j * dims + t]);
          out[i * dims + t] += step;
          out[j * dims + t] -= step;
        }
      }
    }
    return out;
  };
}
