import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../random";
import { planeGradient } from "./exact";
import { plainPlane, rowStart, simdPlane } from "./plane";

function problem(n: number, seed: number) {
  const random = seeded(`exact/${seed}`);
  const packed = Float64Array.from({ length: (n * (n - 1)) / 2 }, () => random.between(0, 2 / (n * n)));
  return { packed, points: Float64Array.from({ length: 2 * n }, () => 3 * random.normal()) };
}

/** 4 Σⱼ (e · p − w/Z) w (yᵢ − yⱼ), written out. */
function direct(packed: Float64Array, points: Float64Array, n: number, exaggeration: number): Float64Array {
  const pair = (i: number, j: number) => packed[(Math.max(i, j) * (Math.max(i, j) - 1)) / 2 + Math.min(i, j)];
  const weight = (i: number, j: number) => 1 / (1 + (points[2 * i] - points[2 * j]) ** 2 + (points[2 * i + 1] - points[2 * j + 1]) ** 2);
  let z = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) z += weight(i, j);
  return Float64Array.from({ length: 2 * n }, (_, c) => {
    const i = c >> 1;
    let sum = 0;
    for (let j = 0; j < n; j++)
      if (j !== i) sum += (exaggeration * pair(i, j) - weight(i, j) / z) * weight(i, j) * (points[c] - points[2 * j + (c & 1)]);
    return 4 * sum;
  });
}

describe("planeGradient", () => {
  it("equals the sum written out for odd and even numbers of points", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 21 }), fc.integer(), fc.constantFrom(1, 12), (n, seed, exaggeration) => {
        const { packed, points } = problem(n, seed);
        const expected = direct(packed, points, n, exaggeration);
        planeGradient(packed, n)(points, exaggeration, new Float64Array(2 * n)).forEach((v, i) => expect(v).toBeCloseTo(expected[i], 12));
      }),
      { numRuns: 40 },
    );
  });

  it("is the same to the last bit with SIMD and without, call after call", () => {
    for (const n of [2, 3, 8, 201]) {
      const simd = simdPlane(n);
      expect(simd).not.toBeNull();
      const { packed, points } = problem(n, n);
      const [plain, fast] = [plainPlane(n), simd ?? plainPlane(n)].map((plane) => planeGradient(packed, n, plane));
      for (const exaggeration of [12, 1]) {
        expect(fast(points, exaggeration, new Float64Array(2 * n))).toEqual(plain(points, exaggeration, new Float64Array(2 * n)));
        points.forEach((v, i) => (points[i] = 1.5 * v));
      }
    }
  });

  it("keeps points far apart finite", () => {
    const out = planeGradient(Float64Array.of(1 / 6, 1 / 6, 1 / 6), 3)(Float64Array.of(0, 0, 1e6, 0, 0, 1e6), 1, new Float64Array(6));
    expect(out.every(Number.isFinite)).toBe(true);
  });
});

describe("rowStart", () => {
  it("adds up the even lengths of the rows before", () => {
    expect([1, 2, 3, 4, 5].map(rowStart)).toEqual([0, 2, 4, 8, 12]);
  });
});
