import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { seeded } from "../random";
import { pca, pcaProject, pcaReconstruct, symmetricEigen } from ".";

function cloud(seed: number, n: number, d: number) {
  const random = seeded(seed);
  return { shape: [n, d], data: Float64Array.from({ length: n * d }, (_, i) => random.between(-1, 1) * (1 + (i % d))) };
}

const dot = (a: Float64Array, i: number, b: Float64Array, j: number, d: number) => {
  let sum = 0;
  for (let k = 0; k < d; k++) sum += a[i * d + k] * b[j * d + k];
  return sum;
};

describe("symmetricEigen", () => {
  it("finds 3 and 1 for [[2, 1], [1, 2]]", () => {
    const { values, vectors } = symmetricEigen([2, 1, 1, 2], 2);
    [3, 1].forEach((v, i) => expect(values[i]).toBeCloseTo(v, 12));
    const h = Math.SQRT1_2;
    [h, h, h, -h].forEach((v, i) => expect(vectors[i]).toBeCloseTo(v, 12));
  });

  it("returns orthonormal vectors with A v = λ v, largest first, also with repeated eigenvalues", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer(), fc.boolean(), (d, seed, whole) => {
        const random = seeded(seed);
        const a = new Float64Array(d * d);
        for (let i = 0; i < d; i++)
          for (let j = 0; j <= i; j++) a[i * d + j] = a[j * d + i] = whole ? random.int(-1, 1) : random.between(-5, 5);
        const { values, vectors } = symmetricEigen(a, d);
        for (let i = 0; i < d; i++) {
          if (i > 0) expect(values[i]).toBeLessThanOrEqual(values[i - 1]);
          for (let j = 0; j < d; j++) expect(dot(vectors, i, vectors, j, d)).toBeCloseTo(i === j ? 1 : 0, 10);
          for (let r = 0; r < d; r++) expect(dot(a, r, vectors, i, d)).toBeCloseTo(values[i] * vectors[i * d + r], 9);
        }
      }),
    );
  });

  it("names a matrix of the wrong size or with NaN", () => {
    expect(() => symmetricEigen([1, 2, 3], 2)).toThrow(EngineInputError);
    expect(() => symmetricEigen([NaN], 1)).toThrow(/matrix/);
  });
});

describe("pca", () => {
  it("finds the diagonal through (0, 0) and (2, 2), variance 4", () => {
    const { components, variances, ratios } = pca({ shape: [2, 2], data: [0, 0, 2, 2] }, 1);
    [Math.SQRT1_2, Math.SQRT1_2].forEach((v, i) => expect(components[i]).toBeCloseTo(v, 12));
    expect(variances[0]).toBeCloseTo(4, 12);
    expect(ratios[0]).toBeCloseTo(1, 12);
  });

  it("reconstructs the data from all components, with more rows than columns or fewer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer(), (n, d, seed) => {
        const x = cloud(seed, n, d);
        const before = x.data.slice();
        const model = pca(x, Math.min(n, d));
        const back = pcaReconstruct(model, pcaProject(model, x));
        back.data.forEach((v, i) => expect(v).toBeCloseTo(x.data[i], 8));
        expect(x.data).toEqual(before);
        for (let i = 0; i < model.k; i++)
          for (let j = 0; j < model.k; j++) expect(dot(model.components, i, model.components, j, d)).toBeCloseTo(i === j ? 1 : 0, 7);
      }),
    );
  });

  it("keeps the variance of the projections, falling", () => {
    const x = cloud(3, 40, 5);
    const model = pca(x, 3);
    const { data } = pcaProject(model, x);
    model.variances.forEach((variance, c) => {
      let sum = 0;
      for (let i = 0; i < 40; i++) sum += data[3 * i + c] ** 2;
      expect(sum / 39).toBeCloseTo(variance, 9);
      if (c > 0) expect(variance).toBeLessThanOrEqual(model.variances[c - 1]);
    });
  });

  it("gives the same components when the rows are turned around", () => {
    const x = cloud(4, 20, 3);
    const turned = { shape: [20, 3], data: Float64Array.from({ length: 60 }, (_, i) => x.data[3 * (19 - Math.floor(i / 3)) + (i % 3)]) };
    pca(turned, 3).components.forEach((v, i) => expect(v).toBeCloseTo(pca(x, 3).components[i], 9));
  });

  it("has variance 0 for rows that are all equal, and names a k that is too large", () => {
    expect([...pca({ shape: [3, 2], data: [1, 2, 1, 2, 1, 2] }, 2).variances]).toEqual([0, 0]);
    expect(() => pca(cloud(1, 4, 2), 3)).toThrow(/k/);
    expect(() => pca(cloud(1, 1, 2), 1)).toThrow(EngineInputError);
  });
});
