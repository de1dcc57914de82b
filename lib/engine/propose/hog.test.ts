import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { binAngle, blockBox, blockVector, cellBox, cellHistogram, hog, hogGlyphs, hogLength, type HogOptions, type PixelImage } from ".";

function grey(width: number, height: number, value: (x: number, y: number) => number): PixelImage {
  return { width, height, channels: 1, data: Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width))) };
}

const noise = (seed: number) => (x: number, y: number) => (Math.imul(x * 131 + y * 7919 + 1, seed | 1) >>> 9) % 256;

describe("hog", () => {
  it("gives 3780 numbers for a 64×128 window", () => {
    const { features, shape } = hog(grey(64, 128, noise(3)));
    expect(shape).toEqual([15, 7, 2, 2, 9]);
    expect(features).toHaveLength(3780);
    expect(hogLength(64, 128)).toBe(3780);
  });

  it("puts a ramp to the right into bin 0 and one downwards into the bin of 90°", () => {
    const right = cellHistogram(hog(grey(32, 32, (x) => 3 * x)), 1, 1);
    expect(right[0]).toBeCloseTo(6, 12);
    expect(right.subarray(1).every((v) => v === 0)).toBe(true);
    const down = cellHistogram(hog(grey(32, 32, (_, y) => 3 * y)), 1, 1);
    expect(down[4]).toBeCloseTo(6, 12);
  });

  it("tells light from dark sides only when signed", () => {
    const rise = grey(16, 16, (x) => 2 * x);
    const fall = grey(16, 16, (x) => 60 - 2 * x);
    expect([...hog(rise).features]).toEqual([...hog(fall).features]);
    expect([...hog(rise, { signed: true }).features]).not.toEqual([...hog(fall, { signed: true }).features]);
  });

  it("shares a vote between two bins and keeps the sum when interpolated", () => {
    // 0° lies between the middles of bins 8 (170°) and 0 (10°).
    const cells = hog(
      grey(48, 48, (x) => x),
      { voting: "interpolated" },
    );
    const inner = cellHistogram(cells, 2, 2);
    expect(inner[0]).toBeCloseTo(1, 12);
    expect(inner[8]).toBeCloseTo(1, 12);
  });

  it("keeps the descriptor's length and finite, bounded numbers for every way to vote and normalise", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.record({
          orientations: fc.integer({ min: 1, max: 12 }),
          pixelsPerCell: fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })),
          cellsPerBlock: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
          blockNorm: fc.constantFrom("L1", "L1-sqrt", "L2", "L2-Hys"),
          voting: fc.constantFrom("nearest", "interpolated"),
          signed: fc.boolean(),
          blockWindow: fc.constantFrom(0, 0.5),
          transformSqrt: fc.boolean(),
        }),
        (seed, options) => {
          const { features } = hog(grey(21, 19, noise(seed)), options as HogOptions);
          expect(features).toHaveLength(hogLength(21, 19, options as HogOptions));
          for (const v of features) expect(v >= 0 && v <= 1).toBe(true);
        },
      ),
    );
  });

  it("does not change when brightness is added or contrast scaled", () => {
    const a = hog(grey(24, 24, noise(5))).features;
    const b = hog(grey(24, 24, (x, y) => 7 + 3 * noise(5)(x, y))).features;
    a.forEach((v, i) => expect(b[i]).toBeCloseTo(v, 6));
  });

  it("uses the channel with the largest gradient", () => {
    const one = hog(grey(16, 16, (x) => 5 * x));
    const data = Array.from({ length: 16 * 16 * 3 }, (_, i) => (i % 3 === 1 ? 5 * (Math.floor(i / 3) % 16) : Math.floor(i / 3) % 16));
    expect([...hog({ width: 16, height: 16, channels: 3, data }).features]).toEqual([...one.features]);
  });

  it("names the image when no whole block fits, and negative values under the root", () => {
    expect(() => hog(grey(12, 40, () => 0))).toThrow(/image/);
    expect(() =>
      hog(
        grey(16, 16, () => -1),
        { transformSqrt: true },
      ),
    ).toThrow(EngineInputError);
  });
});

describe("views for drawing", () => {
  const found = hog(grey(32, 24, (x) => 3 * x));

  it("gives each cell and block its pixels", () => {
    expect(cellBox(found, 2, 1)).toEqual([8, 16, 16, 24]);
    expect(blockBox(found, 1, 2)).toEqual([16, 8, 32, 24]);
    expect(blockVector(found, 1, 2)).toHaveLength(36);
    expect(() => cellBox(found, 3, 0)).toThrow(EngineInputError);
    expect(() => blockVector(found, 0, 3)).toThrow(/column/);
  });

  it("draws the strokes along the edge, through the middle of the cell", () => {
    expect(binAngle(found, 0)).toBe(10);
    const glyphs = hogGlyphs(found);
    expect(glyphs).toHaveLength(5 * 12);
    const [x1, y1, x2, y2] = glyphs;
    expect((x1 + x2) / 2).toBeCloseTo(4, 12);
    expect((y1 + y2) / 2).toBeCloseTo(4, 12);
    // The gradient points right, so the stroke is nearly upright.
    expect(Math.abs(y2 - y1)).toBeGreaterThan(5 * Math.abs(x2 - x1));
  });
});
