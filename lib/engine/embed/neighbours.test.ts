import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { nearestNeighbours, neighbourVote, trustworthiness, type Metric } from ".";

const line = { shape: [3, 1], data: [0, 1, 3] };

function distance(a: readonly number[], b: readonly number[], metric: Metric): number {
  const dot = (u: readonly number[], v: readonly number[]) => u.reduce((sum, x, i) => sum + x * v[i], 0);
  if (metric === "euclidean") return Math.sqrt(a.reduce((sum, x, i) => sum + (x - b[i]) ** 2, 0));
  const norms = Math.sqrt(dot(a, a) * dot(b, b));
  return norms === 0 ? 1 : 1 - dot(a, b) / norms;
}

describe("nearestNeighbours", () => {
  it("finds 1 and 3 at distance 1 from 2, lower row first", () => {
    const { indices, distances } = nearestNeighbours(line, { shape: [1, 1], data: [2] }, 2);
    expect([[...indices], [...distances]]).toEqual([
      [1, 2],
      [1, 1],
    ]);
  });

  it("equals sorting all distances, whole numbers with many ties included", () => {
    const row = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 25 }),
        fc.array(row, { minLength: 1, maxLength: 3 }),
        fc.constantFrom<Metric>("euclidean", "cosine"),
        fc.nat(),
        (x, queries, metric, pick) => {
          const k = 1 + (pick % x.length);
          const { indices, distances } = nearestNeighbours(
            { shape: [x.length, 9], data: x.flat() },
            { shape: [queries.length, 9], data: queries.flat() },
            k,
            metric,
          );
          queries.forEach((q, i) => {
            const all = x.map((p) => distance(p, q, metric));
            const sorted = [...all].sort((a, b) => a - b);
            for (let r = 0; r < k; r++) {
              expect(distances[i * k + r]).toBeCloseTo(sorted[r], 9);
              expect(all[indices[i * k + r]]).toBeCloseTo(sorted[r], 9);
              // Squared distances of whole numbers are exact, so ties are exact too.
              if (metric === "euclidean" && r > 0 && distances[i * k + r] === distances[i * k + r - 1])
                expect(indices[i * k + r]).toBeGreaterThan(indices[i * k + r - 1]);
            }
            expect(new Set(indices.subarray(i * k, (i + 1) * k)).size).toBe(k);
          });
        },
      ),
    );
  });

  it("leaves each point itself out without queries", () => {
    expect([...nearestNeighbours(line, null, 2).indices]).toEqual([1, 2, 0, 2, 1, 0]);
  });

  it("puts a row of zeros at cosine distance 1", () => {
    expect([...nearestNeighbours({ shape: [1, 2], data: [0, 0] }, { shape: [1, 2], data: [1, 0] }, 1, "cosine").distances]).toEqual([1]);
  });

  it("names a k that is too large and columns that differ", () => {
    expect(() => nearestNeighbours(line, null, 3)).toThrow(/k/);
    expect(() => nearestNeighbours(line, { shape: [1, 2], data: [1, 2] }, 1)).toThrow(/queries/);
    expect(() => nearestNeighbours({ shape: [1, 1], data: [NaN] }, null, 1)).toThrow(EngineInputError);
  });
});

describe("neighbourVote", () => {
  it("takes the most frequent label, of equally frequent ones the nearest's", () => {
    const found = { indices: Int32Array.of(0, 1, 2, 2, 1, 0), distances: new Float64Array(6), k: 3 };
    expect([...neighbourVote(found, [5, 7, 7])]).toEqual([7, 7]);
    expect([...neighbourVote(found, [5, 6, 7])]).toEqual([5, 7]);
  });
});

describe("trustworthiness", () => {
  it("is 1 for a copy of the data and less for a shuffle", () => {
    const x = { shape: [12, 1], data: Array.from({ length: 12 }, (_, i) => i * i) };
    expect(trustworthiness(x, x, 3)).toBe(1);
    expect(trustworthiness(x, { shape: [12, 1], data: x.data.map((_, i) => (i * 5) % 12) }, 3)).toBeLessThan(0.8);
  });

  it("names a k of half the points", () => {
    expect(() => trustworthiness(line, line, 2)).toThrow(/k/);
  });
});
