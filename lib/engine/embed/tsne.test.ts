import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { seeded } from "../random";
import {
  barnesHutGradient,
  conditionalAffinities,
  jointAffinities,
  nearestNeighbours,
  neighbourVote,
  perplexities,
  sparseAffinities,
  squaredDistances,
  startTsne,
  tsne,
  tsneGradient,
  tsneKl,
} from ".";

/** n points in `groups` far apart clusters. */
function clusters(seed: number, n: number, d: number, groups: number) {
  const random = seeded(seed);
  const centres = Array.from({ length: groups * d }, () => random.between(-10, 10));
  return {
    shape: [n, d],
    data: Float64Array.from({ length: n * d }, (_, i) => centres[(Math.floor(i / d) % groups) * d + (i % d)] + random.normal()),
  };
}

function scatter(seed: number, n: number, spread: number, dims = 2) {
  const random = seeded(`y${seed}`);
  return { shape: [n, dims], data: Float64Array.from({ length: n * dims }, () => random.normal() * spread) };
}

describe("affinities", () => {
  it("reach the perplexity in every row and add up to 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 30 }), fc.integer(), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (n, seed, share) => {
        const perplexity = 1.5 + share * (n - 3.5);
        const { p, betas } = conditionalAffinities(squaredDistances(clusters(seed, n, 3, 2)), n, perplexity);
        for (const v of perplexities(p, n)) expect(v).toBeCloseTo(perplexity, 6);
        for (const beta of betas) expect(beta).toBeGreaterThan(0);
        const joint = jointAffinities(p, n);
        expect(joint.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
        for (let i = 0; i < n; i++) expect(joint[i * n + i]).toBe(0);
      }),
    );
  });

  it("give both neighbours of the middle of three points ½", () => {
    const { p } = conditionalAffinities(squaredDistances({ shape: [3, 1], data: [0, 1, 2] }), 3, 2);
    expect([p[3], p[5]]).toEqual([0.5, 0.5]);
  });

  it("stay finite for points that all coincide", () => {
    const { p } = conditionalAffinities(new Float64Array(16), 4, 2);
    p.forEach((v, i) => expect(v).toBeCloseTo(i % 5 === 0 ? 0 : 1 / 3, 12));
  });

  it("are the dense ones when every point is a neighbour", () => {
    const x = clusters(4, 12, 3, 2);
    const sparse = sparseAffinities(x, 4);
    const dense = jointAffinities(conditionalAffinities(squaredDistances(x), 12, 4).p, 12);
    expect(sparse.values.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
    for (let i = 0; i < 12; i++) {
      for (let e = sparse.starts[i]; e < sparse.starts[i + 1]; e++)
        expect(sparse.values[e]).toBeCloseTo(dense[i * 12 + sparse.columns[e]], 8);
    }
  });

  it("name a perplexity that is out of range", () => {
    expect(() => conditionalAffinities(new Float64Array(9), 3, 3)).toThrow(/perplexity/);
    expect(() => conditionalAffinities(new Float64Array(8), 3, 2)).toThrow(EngineInputError);
  });
});

describe("tsneKl and tsneGradient", () => {
  it("are 0 for two points, where P equals Q", () => {
    const joint = Float64Array.of(0, 0.5, 0.5, 0);
    expect(tsneKl(joint, { shape: [2, 2], data: [0, 0, 3, 4] })).toBeCloseTo(0, 12);
    tsneGradient(joint, { shape: [2, 2], data: [0, 0, 3, 4] }).forEach((v) => expect(v).toBeCloseTo(0, 12));
  });

  it("agree with finite differences in 1, 2 and 3 dimensions", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(1, 2, 3), (seed, dims) => {
        const n = 8;
        const joint = jointAffinities(conditionalAffinities(squaredDistances(clusters(seed, n, 3, 2)), n, 3).p, n);
        const y = scatter(seed, n, 1, dims);
        const gradient = tsneGradient(joint, y);
        const h = 1e-5;
        for (let i = 0; i < n * dims; i++) {
          const moved = (step: number) => tsneKl(joint, { shape: y.shape, data: y.data.map((v, k) => (k === i ? v + step : v)) });
          expect(gradient[i]).toBeCloseTo((moved(h) - moved(-h)) / (2 * h), 6);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("barnesHutGradient", () => {
  it("equals the exact gradient at θ = 0 and stays close at θ = 0.5", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(0.01, 1, 20), (seed, spread) => {
        const n = 60;
        const x = clusters(seed, n, 4, 3);
        const y = scatter(seed, n, spread);
        const sparse = sparseAffinities(x, 5);
        const joint = new Float64Array(n * n);
        for (let i = 0; i < n; i++)
          for (let e = sparse.starts[i]; e < sparse.starts[i + 1]; e++) joint[i * n + sparse.columns[e]] = sparse.values[e];
        const exact = tsneGradient(joint, y);
        const length = Math.sqrt(exact.reduce((a, v) => a + v * v, 0));
        const off = (theta: number) =>
          Math.sqrt(barnesHutGradient(sparse, y, theta).reduce((a, v, i) => a + (v - exact[i]) ** 2, 0)) / length;
        expect(off(0)).toBeLessThan(1e-10);
        expect(off(0.5)).toBeLessThan(0.05);
      }),
      { numRuns: 30 },
    );
  });

  it("is finite when points coincide", () => {
    const sparse = sparseAffinities(clusters(1, 40, 3, 2), 4);
    const gradient = barnesHutGradient(sparse, { shape: [40, 2], data: new Float64Array(80) });
    expect(gradient.every((v) => v === 0)).toBe(true);
  });

  it("names θ and a y of another shape", () => {
    const sparse = sparseAffinities(clusters(1, 10, 3, 2), 3);
    expect(() => barnesHutGradient(sparse, scatter(1, 10, 1), 1)).toThrow(/theta/);
    expect(() => barnesHutGradient(sparse, scatter(1, 9, 1))).toThrow(/y/);
  });
});

describe("tsne", () => {
  const x = clusters(7, 60, 5, 3);
  const labels = Array.from({ length: 60 }, (_, i) => i % 3);

  it("separates clusters, lowers KL after the exaggeration and repeats itself for the same seed", () => {
    const options = { perplexity: 8, iterations: 400, snapshotEvery: 100, init: "random", seed: 3 } as const;
    const first = tsne(x, options);
    expect(first.trace.map((s) => s.iteration)).toEqual([0, 100, 200, 300, 400]);
    expect(first.trace.map((s) => s.exaggeration)).toEqual([12, 12, 12, 1, 1]);
    expect(first.kl).toBeLessThan(first.trace[0].kl);
    const near = neighbourVote(nearestNeighbours({ shape: first.shape, data: first.embedding }, null, 5), labels);
    expect([...near]).toEqual(labels);
    expect(tsne(x, options)).toEqual(first);
    expect(tsne(x, { ...options, seed: 4 }).embedding).not.toEqual(first.embedding);
  });

  it("separates clusters with Barnes–Hut too, close to the exact divergence", () => {
    const options = { perplexity: 8, iterations: 500, snapshotEvery: 0 } as const;
    const tree = tsne(x, { ...options, method: "barnes-hut" });
    const near = neighbourVote(nearestNeighbours({ shape: tree.shape, data: tree.embedding }, null, 5), labels);
    expect([...near]).toEqual(labels);
    expect(Math.abs(tree.kl - tsne(x, { ...options, method: "exact" }).kl)).toBeLessThan(0.15);
  });

  it("does the same in steps as in one go and leaves its input alone", () => {
    const before = x.data.slice();
    const run = startTsne(x, { perplexity: 8 });
    run.step(3);
    run.step();
    expect(run.iteration).toBe(4);
    const once = startTsne(x, { perplexity: 8 });
    once.step(4);
    expect(run.embedding).toEqual(once.embedding);
    expect(run.snapshot().embedding).not.toBe(run.embedding);
    expect(x.data).toEqual(before);
  });

  it("is exact up to 1,000 points and uses the tree above", () => {
    const options = { perplexity: 2, init: "random" } as const;
    expect(startTsne(clusters(1, 1000, 1, 2), options).method).toBe("exact");
    expect(startTsne(clusters(1, 1001, 1, 2), options).method).toBe("barnes-hut");
  });

  it("embeds in 1 and 3 dimensions, and points that all coincide", () => {
    expect(tsne(x, { dims: 1, iterations: 5, perplexity: 5 }).shape).toEqual([60, 1]);
    expect(tsne(x, { dims: 3, iterations: 5, perplexity: 5 }).shape).toEqual([60, 3]);
    const same = tsne({ shape: [6, 2], data: new Array<number>(12).fill(2) }, { iterations: 20 });
    expect(same.embedding.every(Number.isFinite)).toBe(true);
  });

  it("names options that are out of range", () => {
    expect(() => startTsne({ shape: [1, 2], data: [1, 2] })).toThrow(/x/);
    expect(() => startTsne(x, { perplexity: 60 })).toThrow(/perplexity/);
    expect(() => startTsne(x, { dims: 4 })).toThrow(/dims/);
    expect(() => startTsne(x, { dims: 3, method: "barnes-hut" })).toThrow(/dims/);
    expect(() => startTsne(x, { init: { shape: [2, 2], data: [1, 2, 3, 4] } })).toThrow(/init/);
    expect(() => startTsne(x, { learningRate: 0 })).toThrow(EngineInputError);
  });
});
