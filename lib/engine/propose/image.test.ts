import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { gaussianBlur, gaussianHalfKernel, imageFromRgba, toColourSpace, toGrey, type ColourSpace } from ".";
import { reflectIndex } from "./gaussian";
import { stableOrder } from "./order";

const pixel = (...data: number[]) => ({ width: 1, height: 1, channels: data.length, data });

describe("gaussianBlur", () => {
  it("weighs the centre by 0.398943 at σ 1 and keeps the sum at 1", () => {
    const half = gaussianHalfKernel(1);
    expect(half).toHaveLength(5);
    expect(half[0]).toBeCloseTo(0.398943, 5);
    expect(half.reduce((a, b) => a + b) * 2 - half[0]).toBeCloseTo(1, 12);
  });

  it("mirrors the border with repetition, also for kernels wider than the image", () => {
    expect([-4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((i) => reflectIndex(i, 3))).toEqual([2, 2, 1, 0, 0, 1, 2, 2, 1, 0]);
  });

  it("leaves flat images flat, keeps the mean and does not touch its input", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.integer(),
        (w, h, c, sigma, seed) => {
          const data = Float64Array.from({ length: w * h * c }, (_, i) => ((i * 7919 + (seed >>> 0)) % 256) / 8);
          const before = data.slice();
          const out = gaussianBlur(data, w, h, c, sigma);
          expect(data).toEqual(before);
          for (let k = 0; k < c; k++) {
            const sum = (values: Float64Array) => values.reduce((a, v, i) => (i % c === k ? a + v : a), 0);
            expect(sum(out)).toBeCloseTo(sum(data), 8);
          }
          const flat = gaussianBlur(new Float64Array(data.length).fill(3), w, h, c, sigma);
          flat.forEach((v) => expect(v).toBeCloseTo(3, 10));
        },
      ),
    );
  });

  it("names σ when it is negative", () => {
    expect(() => gaussianBlur([1], 1, 1, 1, -1)).toThrow(EngineInputError);
  });
});

describe("stableOrder", () => {
  it("equals a stable sort by value for few and many equal keys, close keys and zeros", () => {
    const close = fc.integer({ min: 0, max: 40 }).map((k) => 1 + k * 2 ** -50);
    const key = fc.oneof(fc.constantFrom(0, 1, 0.5, 1e-310), close, fc.double({ min: 0, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
        const expected = keys.map((_, i) => i).sort((a, b) => keys[a] - keys[b] || a - b);
        expect([...stableOrder(Float64Array.from(keys))]).toEqual(expected);
      }),
    );
  });
});

describe("images", () => {
  it("drops a canvas's alpha", () => {
    expect([...Array.from(imageFromRgba([1, 2, 3, 255, 4, 5, 6, 0], 2, 1).data)]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("weighs red by 0.299", () => {
    expect(toGrey(pixel(255, 0, 0)).data[0]).toBeCloseTo(76.245, 9);
    expect(toGrey(pixel(7)).data[0]).toBe(7);
  });

  it("turns red into HSV (0, 255, 255) and Lab (135.8, 208.1, 195.2)", () => {
    expect(Array.from(toColourSpace(pixel(255, 0, 0), "HSV").data)).toEqual([0, 255, 255]);
    const lab = toColourSpace(pixel(255, 0, 0), "Lab").data;
    [135.8, 208.1, 195.2].forEach((v, i) => expect(lab[i]).toBeCloseTo(v, 0));
  });

  it("stays within 0..255 in every colour space", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte), fc.constantFrom<ColourSpace>("RGB", "HSV", "Lab", "rgI", "grey", "hue"), (rgb, space) => {
        for (const v of Array.from(toColourSpace(pixel(...rgb), space).data)) {
          expect(v).toBeGreaterThanOrEqual(-1e-9);
          expect(v).toBeLessThanOrEqual(255.001);
        }
      }),
    );
  });

  it("names the field of a malformed image", () => {
    expect(() => toGrey({ width: 2, height: 1, channels: 1, data: [1] })).toThrow(/image\.data/);
    expect(() => toGrey({ width: 0, height: 1, channels: 1, data: [] })).toThrow(/image\.width/);
    expect(() => toGrey(pixel(1, 2))).toThrow(/image\.channels/);
    expect(() => toGrey(pixel(NaN))).toThrow(/image\.data\[0\]/);
  });
});
