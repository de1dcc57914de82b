import { describe, expect, it } from "vitest";
import type { Tensor } from "../nets";
import { structuralSimilarity } from "./similarity";

/** Numbers in [0, 1) that any language makes alike: s ← (1103515245 s + 12345) mod 2³¹. */
function numbers(count: number, seed: number): Float64Array {
  let s = seed;
  return Float64Array.from({ length: count }, () => (s = (Math.imul(s, 1103515245) + 12345) & 0x7fffffff) / 2 ** 31);
}
const map = (height: number, width: number, data: Float64Array): Tensor => ({ shape: [height, width], data });

describe("structuralSimilarity", () => {
  // Expected values: scikit-image's structural_similarity (gaussian_weights, σ 1.5, no sample covariance, data range 1), border of 5 left out.
  it("returns scikit-image's value for two related maps", () => {
    const a = numbers(20 * 17, 1);
    const other = numbers(20 * 17, 2);
    expect(
      structuralSimilarity(
        map(20, 17, a),
        map(
          20,
          17,
          a.map((v, i) => 0.6 * v + 0.4 * other[i]),
        ),
      ),
    ).toBeCloseTo(0.7628052116490238, 9);
  });

  it("is below 0 for a ramp and its mirror image, 1 for a map and twice that map", () => {
    const ramp = Float64Array.from({ length: 256 }, (_, i) => (i % 16) / 15);
    expect(
      structuralSimilarity(
        map(16, 16, ramp),
        map(
          16,
          16,
          ramp.map((v) => 1 - v),
        ),
      ),
    ).toBeCloseTo(-0.8266217062674652, 9);
    expect(
      structuralSimilarity(
        map(16, 16, ramp),
        map(
          16,
          16,
          ramp.map((v) => 2 * v),
        ),
      ),
    ).toBeCloseTo(1, 12);
  });

  it("refuses maps of two sizes and maps smaller than the window", () => {
    expect(() => structuralSimilarity(map(16, 16, numbers(256, 1)), map(16, 12, numbers(192, 1)))).toThrow("b");
    expect(() => structuralSimilarity(map(10, 16, numbers(160, 1)), map(10, 16, numbers(160, 1)))).toThrow("a");
  });
});
