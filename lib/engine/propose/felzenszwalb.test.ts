import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { seeded } from "../random";
import { felzenszwalb, type PixelImage } from ".";

/** A picture of flat rectangles with noise. */
function picture(seed: string | number, width: number, height: number, channels = 3, noise = 6): PixelImage {
  const random = seeded(seed);
  const colour = () => Array.from({ length: channels }, () => random.int(0, 255));
  const ground = colour();
  const shapes = Array.from({ length: 4 }, () => {
    const x = random.int(0, width - 1);
    const y = random.int(0, height - 1);
    return { x, y, right: random.int(x, width), bottom: random.int(y, height), colour: colour() };
  });
  const data = new Float64Array(width * height * channels);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const top = shapes.findLast((s) => x >= s.x && x < s.right && y >= s.y && y < s.bottom)?.colour ?? ground;
      for (let c = 0; c < channels; c++) data[i++] = Math.min(255, Math.max(0, Math.round(top[c] + random.normal() * noise)));
    }
  }
  return { width, height, channels, data };
}

/** Pixels reachable from the first pixel of a label through 8-neighbours of the same label. */
function reachable(labels: Int32Array, width: number, height: number, label: number): number {
  const start = labels.indexOf(label);
  const seen = new Set([start]);
  for (const p of seen) {
    const x = p % width;
    const y = (p - x) / width;
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) if (labels[v * width + u] === label) seen.add(v * width + u);
    }
  }
  return seen.size;
}

describe("felzenszwalb", () => {
  it("finds 2 segments in two flat halves", () => {
    const data = Array.from({ length: 60 }, (_, i) => (i % 10 < 6 ? 0 : 255));
    const found = felzenszwalb({ width: 10, height: 6, channels: 1, data }, { scale: 10, sigma: 0, minSize: 2 });
    expect([found.count, ...found.sizes]).toEqual([2, 36, 24]);
  });

  it("returns a partition into connected segments, numbered by first pixel, none below minSize unless alone", () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer(),
          width: fc.integer({ min: 1, max: 20 }),
          height: fc.integer({ min: 1, max: 20 }),
          scale: fc.constantFrom(0, 1, 50, 300),
          minSize: fc.integer({ min: 0, max: 30 }),
          sigma: fc.constantFrom(0, 0.8),
        }),
        ({ seed, width, height, ...options }) => {
          const image = picture(seed, width, height);
          const before = Array.from(image.data);
          const { labels, count, sizes } = felzenszwalb(image, options);
          expect(Array.from(image.data)).toEqual(before);
          let next = 0;
          for (const label of labels) {
            expect(label).toBeLessThanOrEqual(next);
            if (label === next) next++;
          }
          expect(next).toBe(count);
          for (let s = 0; s < count; s++) {
            expect(reachable(labels, width, height, s)).toBe(sizes[s]);
            if (count > 1) expect(sizes[s]).toBeGreaterThanOrEqual(options.minSize);
          }
          expect(sizes.reduce((a, b) => a + b, 0)).toBe(width * height);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("joins at an edge exactly as heavy as the threshold only when the boundary is inclusive", () => {
    // One edge of weight 51/255 = 0.2; two single pixels join below k/255 = 0.2.
    const image = { width: 2, height: 1, channels: 1, data: [0, 51] };
    const options = { scale: 51, sigma: 0, minSize: 0 };
    expect(felzenszwalb(image, options).count).toBe(2);
    expect(felzenszwalb(image, { ...options, boundary: "inclusive" }).count).toBe(1);
  });

  it("names the argument that is out of range", () => {
    const image = picture(1, 4, 4);
    expect(() => felzenszwalb(image, { scale: -1 })).toThrow(/scale/);
    expect(() => felzenszwalb(image, { minSize: 1.5 })).toThrow(/minSize/);
    expect(() => felzenszwalb({ ...image, width: 5 })).toThrow(EngineInputError);
  });
});
