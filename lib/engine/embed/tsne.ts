import { EngineInputError } from "../errors";
import { requireCount, requirePositive } from "../boxes/shape";
import { seeded } from "../random";
import type { NdArray } from "../boxes/types";
import { conditionalAffinities, jointAffinities, sparseAffinities, squaredDistances } from "./affinities";
import { requireTheta, sparseKl, treeForces } from "./barnes-hut";
import { readPoints } from "./inputs";
import { exactGradient, type GradientAt } from "./exact";
import { emptyForces, gradientOf, packedKl, packLower } from "./kl";
import { pca, pcaProject } from "./pca";
import { Quadtree } from "./quadtree";

/** Up to this many points "auto" is exact. */
const EXACT_LIMIT = 1000;

/**
 * scikit-learn's least automatic rate is 50. With some dozens of points that is too long a step for early exaggeration: which
 * minimum is reached then hangs on the last bit of the sums. 10 ends at the same divergences or lower ones, and nearer together.
 */
const LEAST_RATE = 10;

export interface TsneOptions {
  /** Columns of the embedding, 1 to 3 (Barnes–Hut: 2). Default 2. */
  readonly dims?: number;
  /** Default 30, or (n − 1)/3 when that is less. */
  readonly perplexity?: number;
  /** Default 1000. */
  readonly iterations?: number;
  /** Default "auto": max(n / exaggeration / 4, 10). */
  readonly learningRate?: number | "auto";
  /** Factor on P during the first iterations. Default 12. */
  readonly earlyExaggeration?: number;
  /** How many iterations are exaggerated, with momentum 0.5; 0.8 afterwards. Default 250. */
  readonly exaggerationIterations?: number;
  /** "pca" (the default): first components, first one scaled to a deviation of 1e-4; "random": normal numbers · 1e-4; or [n, dims]. */
  readonly init?: "pca" | "random" | NdArray;
  readonly seed?: string | number;
  /** Default "auto": exact up to 1,000 points. */
  readonly method?: "auto" | "exact" | "barnes-hut";
  /** Barnes–Hut's accuracy, 0 (exact) to 0.7. Default 0.5. */
  readonly theta?: number;
  /** `tsne` keeps a snapshot of every so many iterations (and of the first and last state); 0 keeps only those two. Default 50. */
  readonly snapshotEvery?: number;
}

export interface TsneSnapshot {
  /** Iterations done. */
  readonly iteration: number;
  /** KL(P ‖ Q) without exaggeration, nats. */
  readonly kl: number;
  /** Length of the last gradient (with exaggeration, while it lasts); 0 before the first. */
  readonly gradientNorm: number;
  readonly exaggeration: number;
  /** [n, dims], a copy. */
  readonly embedding: Float64Array;
}

/** A run that is driven from outside, a few iterations at a time. */
export interface TsneRun {
  readonly n: number;
  readonly dims: number;
  readonly method: "exact" | "barnes-hut";
  readonly iteration: number;
  /** [n, dims]: the live array, changed by `step`. */
  readonly embedding: Float64Array;
  /** Does `count` iterations (default 1). */
  step(count?: number): void;
  /** KL(P ‖ Q) now. */
  kl(): number;
  snapshot(): TsneSnapshot;
}

export interface TsneResult {
  readonly shape: readonly [number, number];
  readonly embedding: Float64Array;
  readonly kl: number;
  readonly iterations: number;
  readonly method: "exact" | "barnes-hut";
  readonly trace: readonly TsneSnapshot[];
}

/** What the optimiser asks of either method. */
interface Problem {
  readonly gradient: GradientAt;
  kl(y: Float64Array): number;
}

function exactProblem(x: NdArray, n: number, dims: number, perplexity: number): Problem {
  const packed = packLower(jointAffinities(conditionalAffinities(squaredDistances(x), n, perplexity).p, n), n);
  return {
    gradient: exactGradient(packed, n, dims),
    kl: (y) => packedKl(packed, y, n, dims),
  };
}

function treeProblem(x: NdArray, n: number, perplexity: number, theta: number): Problem {
  const affinities = sparseAffinities(x, perplexity);
  const tree = new Quadtree(n);
  const unused = new Float64Array(2 * n);
  const forces = emptyForces(n, 2);
  return {
    gradient: (y, exaggeration, out) => {
      treeForces(affinities, y, tree, theta, forces);
      return gradientOf(forces, exaggeration, out);
    },
    kl: (y) => {
      tree.build(y);
      return sparseKl(affinities, y, tree.repel(theta, unused));
    },
  };
}

function startEmbedding(x: NdArray, n: number, d: number, dims: number, options: TsneOptions): Float64Array {
  const { init = "pca", seed = 0 } = options;
  if (typeof init === "object") {
    const given = readPoints("init", init);
    if (given.n !== n || given.d !== dims)
      throw new EngineInputError("init", `must have shape [${n}, ${dims}]`, `shape [${init.shape.join(", ")}]`);
    return given.data.slice();
  }
  if (init !== "pca" && init !== "random") throw new EngineInputError("init", 'must be "pca", "random" or an array', init);
  const out = new Float64Array(n * dims);
  const model = init === "pca" && Math.min(n, d) > 0 ? pca(x, Math.min(dims, n, d)) : null;
  const spread = model && model.k > 0 ? Math.sqrt(model.variances[0]) : 0;
  const random = seeded(seed);
  const projected = model && spread > 0 ? pcaProject(model, x).data : null;
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < dims; c++) {
      // Components that are missing, and data without any spread, start at random.
      out[i * dims + c] = projected && model && c < model.k ? (projected[i * model.k + c] / spread) * 1e-4 : random.normal() * 1e-4;
    }
  }
  return out;
}

const MOMENTUM_EARLY = 0.5;
const MOMENTUM_LATE = 0.8;
const GAIN_UP = 0.2;
const GAIN_DOWN = 0.8;
const LEAST_GAIN = 0.01;

/** One descent step with momentum and a gain per coordinate (Jacobs 1988). @returns the gradient's length */
function descend(
  y: Float64Array,
  gradient: Float64Array,
  update: Float64Array,
  gains: Float64Array,
  rate: number,
  momentum: number,
): number {
  let squares = 0;
  for (let i = 0; i < y.length; i++) {
    const g = gradient[i];
    squares += g * g;
    const gain = update[i] * g < 0 ? gains[i] + GAIN_UP : gains[i] * GAIN_DOWN;
    gains[i] = gain < LEAST_GAIN ? LEAST_GAIN : gain;
    update[i] = momentum * update[i] - rate * gains[i] * g;
    y[i] += update[i];
  }
  return Math.sqrt(squares);
}

/**
 * Prepares t-SNE: affinities from the data, the first embedding, nothing moved yet.
 * Source: van der Maaten and Hinton, JMLR 9 (2008); van der Maaten, JMLR 15 (2014) for Barnes–Hut.
 * O(n² d) to start and O(n²) an iteration (exact); O(n² d) and O(n log n) (Barnes–Hut).
 * @param x [n, d], n ≥ 2
 * @throws EngineInputError for a malformed input or an option out of range
 */
export function startTsne(x: NdArray, options: TsneOptions = {}): TsneRun {
  const { n, d, data } = readPoints("x", x);
  if (n < 2) throw new EngineInputError("x", "must have at least 2 rows", `shape [${n}, ${d}]`);
  const { dims = 2, earlyExaggeration = 12, exaggerationIterations = 250, theta = 0.5 } = options;
  const perplexity = options.perplexity ?? Math.max(1, Math.min(30, (n - 1) / 3));
  requireCount("dims", dims, 1);
  if (dims > 3) throw new EngineInputError("dims", "must be 1, 2 or 3", dims);
  requirePositive("earlyExaggeration", earlyExaggeration);
  requireCount("exaggerationIterations", exaggerationIterations);
  requireTheta(theta);
  const rate =
    options.learningRate === undefined || options.learningRate === "auto"
      ? Math.max(n / earlyExaggeration / 4, LEAST_RATE)
      : options.learningRate;
  requirePositive("learningRate", rate);
  const chosen = options.method ?? "auto";
  const method = chosen === "auto" ? (n <= EXACT_LIMIT || dims !== 2 ? "exact" : "barnes-hut") : chosen;
  if (method !== "exact" && method !== "barnes-hut") throw new EngineInputError("method", "must be auto, exact or barnes-hut", method);
  if (method === "barnes-hut" && dims !== 2) throw new EngineInputError("dims", "must be 2 for Barnes–Hut", dims);
  const points: NdArray = { shape: [n, d], data };
  const problem = method === "exact" ? exactProblem(points, n, dims, perplexity) : treeProblem(points, n, perplexity, theta);
  const embedding = startEmbedding(points, n, d, dims, options);
  const gradient = new Float64Array(n * dims);
  const update = new Float64Array(n * dims);
  const gains = new Float64Array(n * dims).fill(1);
  let iteration = 0;
  let gradientNorm = 0;
  const exaggerationNow = (): number => (iteration < exaggerationIterations ? earlyExaggeration : 1);
  const run: TsneRun = {
    n,
    dims,
    method,
    get iteration() {
      return iteration;
    },
    embedding,
    step(count = 1) {
      for (let s = 0; s < count; s++, iteration++) {
        // The two stages are separate descents: momentum and gains start anew.
        if (iteration === exaggerationIterations) {
          update.fill(0);
          gains.fill(1);
        }
        problem.gradient(embedding, exaggerationNow(), gradient);
        gradientNorm = descend(
          embedding,
          gradient,
          update,
          gains,
          rate,
          iteration < exaggerationIterations ? MOMENTUM_EARLY : MOMENTUM_LATE,
        );
      }
    },
    kl: () => problem.kl(embedding),
    snapshot: () => ({ iteration, kl: problem.kl(embedding), gradientNorm, exaggeration: exaggerationNow(), embedding: embedding.slice() }),
  };
  return run;
}

/**
 * t-SNE from start to end, with snapshots for replay. See `startTsne` for the method; equal seeds give equal runs.
 * @param x [n, d], n ≥ 2
 * @example two points end up apart; their KL is 0 from the start, since P = Q
 */
export function tsne(x: NdArray, options: TsneOptions = {}): TsneResult {
  const { iterations = 1000, snapshotEvery = 50 } = options;
  requireCount("iterations", iterations);
  requireCount("snapshotEvery", snapshotEvery);
  const run = startTsne(x, options);
  const trace = [run.snapshot()];
  while (run.iteration < iterations) {
    const left = iterations - run.iteration;
    run.step(snapshotEvery === 0 ? left : Math.min(left, snapshotEvery - (run.iteration % snapshotEvery)));
    trace.push(run.snapshot());
  }
  const last = trace[trace.length - 1];
  return { shape: [run.n, run.dims], embedding: last.embedding, kl: last.kl, iterations: run.iteration, method: run.method, trace };
}
