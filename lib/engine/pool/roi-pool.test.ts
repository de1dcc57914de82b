import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { binCells, quantizeRoi, roiMaxPool, roiMaxPoolGrad, roisOf } from ".";

const ramp = { shape: [1, 1, 8, 8], data: Float64Array.from({ length: 64 }, (_, i) => i % 8) };

describe("quantizeRoi", () => {
  it("rounds 6.25 × 3.75 cells to 7 × 5, both ends included", () => {
    expect(quantizeRoi([0, 0, 100, 60], 1 / 16)).toEqual({ x: 0, y: 0, width: 7, height: 5 });
  });

  it("rounds halves away from zero, below zero too", () => {
    expect(quantizeRoi([0.5, -0.5, 2.5, 1.5], 1)).toEqual({ x: 1, y: -1, width: 3, height: 4 });
  });
});

describe("binCells", () => {
  it("covers every cell of the RoI on the map and leaves no gap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 9 }), (start, cells, bins) => {
        const ranges = binCells(start, cells, bins, 40);
        expect(ranges[0]).toBe(start);
        expect(ranges[2 * bins - 1]).toBe(start + cells);
        for (let p = 1; p < bins; p++) expect(ranges[2 * p]).toBeLessThanOrEqual(ranges[2 * p - 1]);
      }),
    );
  });
});

describe("roiMaxPool", () => {
  it("takes 3 and 7 from the halves of a ramp", () => {
    const { data, argmax } = roiMaxPool(ramp, roisOf([0, 0, 7, 7]), { outputSize: 2 });
    expect([...data]).toEqual([3, 7, 3, 7]);
    // Equal values: the first row wins.
    expect([...argmax]).toEqual([3, 7, 35, 39]);
  });

  it("gives 0 and no winner outside the map", () => {
    const { data, argmax } = roiMaxPool({ ...ramp, data: ramp.data.map((v) => v - 10) }, roisOf([-9, -9, -4, -4]), { outputSize: 1 });
    expect([data[0], argmax[0]]).toEqual([0, -1]);
  });

  it("answers with a value of the map at the winner, the largest of the bin, in both layouts", () => {
    const box = fc.tuple(...[0, 0, 0, 0].map(() => fc.integer({ min: -8, max: 40 }).map((k) => k / 4)));
    fc.assert(
      fc.property(box, fc.integer({ min: 1, max: 4 }), fc.integer(), (roi, bins, seed) => {
        const channels = 2;
        const data = Float64Array.from({ length: channels * 42 }, (_, i) => (Math.imul(i + 1, seed | 1) >>> 10) % 50);
        const last = data.map((_, i) => data[(i % channels) * 42 + Math.floor(i / channels)]);
        const first = roiMaxPool({ shape: [1, channels, 6, 7], data }, roisOf(roi), { outputSize: bins });
        const other = roiMaxPool({ shape: [1, 6, 7, channels], data: last }, roisOf(roi), { outputSize: bins, layout: "NHWC" });
        const q = quantizeRoi(roi, 1);
        const ys = binCells(q.y, q.height, bins, 6);
        const xs = binCells(q.x, q.width, bins, 7);
        first.data.forEach((value, i) => {
          const c = Math.floor(i / (bins * bins));
          const b = i % (bins * bins);
          expect(other.data[b * channels + c]).toBe(value);
          expect(other.argmax[b * channels + c]).toBe(first.argmax[i]);
          const p = Math.floor(b / bins);
          const found = [];
          for (let y = ys[2 * p]; y < ys[2 * p + 1]; y++)
            for (let x = xs[2 * (b % bins)]; x < xs[2 * (b % bins) + 1]; x++) found.push(data[c * 42 + y * 7 + x]);
          expect(value).toBe(found.length > 0 ? Math.max(...found) : 0);
          if (found.length > 0) expect(data[c * 42 + first.argmax[i]]).toBe(value);
        });
      }),
    );
  });

  it("sends each gradient to its winner", () => {
    const rois = roisOf([0, 0, 7, 7]);
    const pooled = roiMaxPool(ramp, rois, { outputSize: 2 });
    const { data } = roiMaxPoolGrad([1, 2, 3, 4], pooled, ramp.shape, rois, { outputSize: 2 });
    expect([data[3], data[7], data[35], data[39]]).toEqual([1, 2, 3, 4]);
    expect(data.reduce((a, b) => a + b)).toBe(10);
  });

  it("names the argument that does not fit", () => {
    expect(() => roiMaxPool(ramp, [0, 1, 2], { outputSize: 2 })).toThrow(EngineInputError);
    expect(() => roiMaxPool(ramp, [2, 0, 0, 1, 1], { outputSize: 2 })).toThrow(/rois\[0\]\[0\]/);
    expect(() => roiMaxPool(ramp, [], { outputSize: 2, spatialScale: 0 })).toThrow(/spatialScale/);
  });
});
