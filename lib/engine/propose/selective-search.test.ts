import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairwiseIou } from "../boxes";
import { EngineInputError } from "../errors";
import { felzenszwalb, regionSimilarity, regionTable, selectiveSearch, selectiveSearchTrace, type PixelImage } from ".";
import { groupRegions } from "./grouping";

/** Four flat quadrants: two alike above, two alike below. */
function quadrants(side: number): PixelImage {
  const data: number[] = [];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const base = y < side / 2 ? 40 : 200;
      data.push(base, base, x < side / 2 ? base : base + 30);
    }
  }
  return { width: side, height: side, channels: 3, data };
}

/** Flat ground with a flat rectangle. */
function planted(width: number, height: number, [x1, y1, x2, y2]: readonly number[]): PixelImage {
  const data: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.push(...(x >= x1 && x < x2 && y >= y1 && y < y2 ? [220, 40, 30] : [30, 90, 160]));
  }
  return { width, height, channels: 3, data };
}

describe("selectiveSearchTrace", () => {
  it("merges like with like first and ends with the whole image", () => {
    const { segmentation, steps } = selectiveSearchTrace(quadrants(16), { sigma: 0, scale: 1, minSize: 4 });
    expect(segmentation.count).toBe(4);
    expect(steps).toHaveLength(3);
    expect(new Set(steps.slice(0, 2).map((s) => `${s.first}+${s.second}`))).toEqual(new Set(["0+1", "2+3"]));
    expect(steps[2].box).toEqual([0, 0, 16, 16]);
    expect(steps[2].size).toBe(256);
  });

  it("reports measures whose sum is the total, in 0..1 each", () => {
    for (const { similarity, total } of selectiveSearchTrace(quadrants(16), { sigma: 0, scale: 1, minSize: 4 }).steps) {
      const values = Object.values(similarity);
      expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(total, 12);
      for (const v of values) expect(v).toBeGreaterThanOrEqual(0);
      for (const v of values) expect(v).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it("takes at each step the most similar pair of all touching ones", () => {
    const image = quadrants(16);
    const table = regionTable(image, felzenszwalb(image, { sigma: 0, scale: 1, minSize: 4 }));
    const totals = [];
    for (let k = 0; k < table.touching.length; k += 2) {
      const { fill, size } = regionSimilarity(table, table.touching[k], table.touching[k + 1]);
      totals.push(fill + size);
    }
    expect(groupRegions(table, { fill: true, size: true })[0].total).toBeCloseTo(Math.max(...totals), 12);
  });

  it("needs at least one measure", () => {
    expect(() => selectiveSearchTrace(quadrants(8), { similarities: {} })).toThrow(EngineInputError);
  });
});

describe("regionSimilarity", () => {
  it("gives two adjoining quarters size 1 − 1/2 and fill 1", () => {
    const image = quadrants(16);
    const table = regionTable(image, felzenszwalb(image, { sigma: 0, scale: 1, minSize: 4 }));
    expect(regionSimilarity(table, 0, 1)).toMatchObject({ size: 0.5, fill: 1 });
    // Corner to corner, the box around both is the whole image.
    expect(regionSimilarity(table, 0, 3).fill).toBe(0.5);
  });
});

describe("selectiveSearch", () => {
  it("finds a planted rectangle exactly", () => {
    const box = [12, 8, 40, 30];
    const { boxes, count } = selectiveSearch(planted(60, 48, box), { sigma: 0 });
    expect(Math.max(...pairwiseIou(box, boxes))).toBe(1);
    expect(count).toBeLessThan(20);
  });

  it("returns distinct boxes inside the image, the whole image among them, best ranks first", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 24 }),
        fc.integer(),
        fc.constantFrom(1, 3),
        (width, height, seed, channels) => {
          const data = Array.from({ length: width * height * channels }, (_, i) => (Math.imul(i + 1, seed | 1) >>> 8) % 256);
          const { boxes, ranks, count } = selectiveSearch({ width, height, channels, data }, { seed, minSize: 4 });
          const seen = new Set<string>();
          for (let i = 0; i < count; i++) {
            const [x1, y1, x2, y2] = boxes.subarray(4 * i, 4 * i + 4);
            expect(x1 >= 0 && y1 >= 0 && x1 < x2 && y1 < y2 && x2 <= width && y2 <= height).toBe(true);
            seen.add([x1, y1, x2, y2].join());
            if (i > 0) expect(ranks[i]).toBeGreaterThanOrEqual(ranks[i - 1]);
          }
          expect(seen.size).toBe(count);
          expect(seen.has([0, 0, width, height].join())).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("gives one proposal for one pixel, and the same list for the same seed", () => {
    expect([...selectiveSearch({ width: 1, height: 1, channels: 1, data: [9] }).boxes]).toEqual([0, 0, 1, 1]);
    const image = planted(40, 30, [5, 5, 20, 20]);
    expect(selectiveSearch(image, { seed: 4 })).toEqual(selectiveSearch(image, { seed: 4 }));
  });

  it("keeps no more than maxProposals and drops boxes with a short side", () => {
    const image = quadrants(32);
    expect(selectiveSearch(image, { maxProposals: 2 }).count).toBe(2);
    const { boxes, count } = selectiveSearch(image, { minSide: 20 });
    for (let i = 0; i < count; i++)
      expect(Math.min(boxes[4 * i + 2] - boxes[4 * i], boxes[4 * i + 3] - boxes[4 * i + 1])).toBeGreaterThanOrEqual(20);
  });
});
