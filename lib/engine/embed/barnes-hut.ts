import { EngineInputError } from "../errors";
import type { NdArray } from "../boxes/types";
import type { SparseAffinities } from "./affinities";
import { readPoints } from "./inputs";
import { emptyForces, gradientOf, type Forces } from "./kl";
import { Quadtree } from "./quadtree";

/** Attraction over the stored neighbours; repulsion over the tree. Fills `out`. */
export function treeForces(affinities: SparseAffinities, y: Float64Array, tree: Quadtree, theta: number, out: Forces): void {
  const { n, starts, columns, values } = affinities;
  for (let i = 0; i < n; i++) {
    const xi = y[2 * i];
    const yi = y[2 * i + 1];
    let ax = 0;
    let ay = 0;
    for (let e = starts[i], end = starts[i + 1]; e < end; e++) {
      const o = 2 * columns[e];
      const dx = xi - y[o];
      const dy = yi - y[o + 1];
      const pull = values[e] / (1 + dx * dx + dy * dy);
      ax += pull * dx;
      ay += pull * dy;
    }
    out.attraction[2 * i] = ax;
    out.attraction[2 * i + 1] = ay;
  }
  tree.build(y);
  out.z = tree.repel(theta, out.repulsion);
}

/** Σ p ln(p/q) over the stored neighbours with a given normaliser Z. */
export function sparseKl({ n, starts, columns, values }: SparseAffinities, y: Float64Array, z: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let e = starts[i]; e < starts[i + 1]; e++) {
      const o = 2 * columns[e];
      const dx = y[2 * i] - y[o];
      const dy = y[2 * i + 1] - y[o + 1];
      if (values[e] > 0) sum += values[e] * Math.log(values[e] * (1 + dx * dx + dy * dy) * z);
    }
  }
  return sum;
}

/** Throws unless θ lies where no cell can stand for a point inside it. */
export function requireTheta(theta: number): void {
  if (!(theta >= 0 && theta <= 0.7)) throw new EngineInputError("theta", "must lie in [0, 0.7]", theta);
}

/**
 * The gradient of KL(P ‖ Q) with far points taken together: repulsion from a quadtree cell counts as one heavy point when
 * its side is below θ times its distance. θ = 0 is exact.
 * Source: van der Maaten, JMLR 15 (2014), section 4.2. O(n log n).
 * @param y [n, 2]
 * @throws EngineInputError unless y has two columns, as many rows as the affinities, and 0 ≤ θ ≤ 0.7
 */
export function barnesHutGradient(affinities: SparseAffinities, y: NdArray, theta = 0.5): Float64Array {
  const { n, d, data } = readPoints("y", y);
  if (d !== 2 || n !== affinities.n) throw new EngineInputError("y", `must have shape [${affinities.n}, 2]`, `shape [${n}, ${d}]`);
  requireTheta(theta);
  const forces = emptyForces(n, 2);
  treeForces(affinities, data, new Quadtree(n), theta, forces);
  return gradientOf(forces, 1, new Float64Array(2 * n));
}
