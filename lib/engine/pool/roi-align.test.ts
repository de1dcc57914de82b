import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { seeded } from "../random";
import { roiAlign, roiAlignGrad, roiAlignSamples, roisOf, type RoiAlignOptions } from ".";
import { simdAligner } from "./simd";

const map = (h: number, w: number, value: (y: number, x: number) => number, channels = 1) => ({
  shape: [1, channels, h, w],
  data: Float64Array.from({ length: channels * h * w }, (_, i) => value(Math.floor(i / w) % h, i % w) + 100 * Math.floor(i / (h * w))),
});

/** The definition, sample by sample: mean of bilinear values, 0 beyond one cell outside. */
function bySamples(
  plane: ArrayLike<number>,
  h: number,
  w: number,
  roi: readonly [number, number, number, number],
  options: RoiAlignOptions,
): number[] {
  const { points, samplesX, samplesY } = roiAlignSamples(roi, options);
  const per = samplesX * samplesY;
  const at = (x: number, y: number): number => {
    if (x < -1 || x > w || y < -1 || y > h) return 0;
    const cx = Math.min(Math.max(x, 0), w - 1);
    const cy = Math.min(Math.max(y, 0), h - 1);
    const x0 = Math.min(Math.floor(cx), w - 1);
    const y0 = Math.min(Math.floor(cy), h - 1);
    const x1 = Math.min(x0 + 1, w - 1);
    const y1 = Math.min(y0 + 1, h - 1);
    const top = plane[y0 * w + x0] * (1 - cx + x0) + plane[y0 * w + x1] * (cx - x0);
    const bottom = plane[y1 * w + x0] * (1 - cx + x0) + plane[y1 * w + x1] * (cx - x0);
    return top * (1 - cy + y0) + bottom * (cy - y0);
  };
  const [rows, columns] = options.outputSize as readonly [number, number];
  return Array.from({ length: rows * columns }, (_, b) => {
    let sum = 0;
    for (let k = b * per; k < (b + 1) * per; k++) sum += at(points[2 * k], points[2 * k + 1]);
    return per === 0 ? 0 : sum / per;
  });
}

const coordinate = fc.integer({ min: -40, max: 120 }).map((k) => k / 8);
const settings = fc.record({
  outputSize: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  spatialScale: fc.constantFrom(1, 0.5, 2),
  samplingRatio: fc.constantFrom(0, 1, 2, 3),
  aligned: fc.boolean(),
});

describe("roiAlign", () => {
  it("reads 3 in the middle of a ramp for the RoI (1, 1, 6, 6)", () => {
    const ramp = map(8, 8, (_, x) => x);
    expect([...roiAlign(ramp, roisOf([1, 1, 6, 6]), { outputSize: 1, samplingRatio: 2 }).data]).toEqual([3]);
    // The first releases did not take half a cell off.
    expect([...roiAlign(ramp, roisOf([1, 1, 6, 6]), { outputSize: 1, samplingRatio: 2, aligned: false }).data]).toEqual([3.5]);
  });

  it("is exact on linear maps for RoIs inside, whatever the sampling", () => {
    const inside = fc.tuple(
      fc.double({ min: 1, max: 5, noNaN: true }),
      fc.double({ min: 1, max: 5, noNaN: true }),
      fc.double({ min: 0.5, max: 6, noNaN: true }),
      fc.double({ min: 0.5, max: 6, noNaN: true }),
    );
    fc.assert(
      fc.property(
        inside,
        settings,
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        ([x, y, w, h], { outputSize: [rows, columns], samplingRatio }, a, b) => {
          const { data } = roiAlign(
            map(12, 12, (v, u) => a * u + b * v),
            roisOf([x, y, x + w, y + h]),
            { outputSize: [rows, columns], samplingRatio },
          );
          for (let p = 0; p < rows; p++) {
            for (let q = 0; q < columns; q++) {
              const u = x - 0.5 + ((q + 0.5) * w) / columns;
              const v = y - 0.5 + ((p + 0.5) * h) / rows;
              expect(data[p * columns + q]).toBeCloseTo(a * u + b * v, 9);
            }
          }
        },
      ),
    );
  });

  it("equals the mean of bilinear samples for any RoI, inverted and outside ones too", () => {
    fc.assert(
      fc.property(
        fc.tuple(coordinate, coordinate, coordinate, coordinate),
        settings,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (roi, options, h, w) => {
          const features = map(h, w, (y, x) => Math.sin(3 * y + 5 * x));
          const { data } = roiAlign(features, roisOf(roi), options);
          bySamples(features.data, h, w, roi, options).forEach((v, i) => expect(data[i]).toBeCloseTo(v, 10));
        },
      ),
      {
        numRuns: 500,
        // A sample exactly one cell outside, by thirds: it was drawn inside and counted outside.
        examples: [[[-2.5, 1.375, -0.5, 0], { outputSize: [1, 3], spatialScale: 0.5, samplingRatio: 2, aligned: true }, 2, 1]],
      },
    );
  });

  it("gives the same numbers channels first, channels last, in double and in single precision", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate, coordinate, coordinate), { maxLength: 4 }),
        settings,
        fc.integer({ min: 1, max: 19 }),
        fc.integer(),
        (boxes, options, channels, seed) => {
          const random = seeded(seed);
          const [h, w, batch] = [6, 5, 2];
          const first = Float64Array.from({ length: batch * channels * h * w }, () => random.grid(-4, 4, 0.125));
          const last = first.slice();
          for (let n = 0; n < batch; n++)
            for (let c = 0; c < channels; c++)
              for (let k = 0; k < h * w; k++) last[(n * h * w + k) * channels + c] = first[(n * channels + c) * h * w + k];
          const rois = boxes.flatMap((box, i) => [i % batch, ...box]);
          const nchw = { shape: [batch, channels, h, w], data: first };
          const nhwc = { shape: [batch, h, w, channels], data: last };
          const a = roiAlign(nchw, rois, options);
          const b = roiAlign(nhwc, rois, { ...options, layout: "NHWC" });
          const a32 = roiAlign({ ...nchw, data: Float32Array.from(first) }, rois, options);
          const b32 = roiAlign({ ...nhwc, data: Float32Array.from(last) }, rois, { ...options, layout: "NHWC" });
          const bins = options.outputSize[0] * options.outputSize[1];
          expect(a32.data).toBeInstanceOf(Float32Array);
          a.data.forEach((v, i) => {
            const c = Math.floor(i / bins) % channels;
            const at = (Math.floor(i / (bins * channels)) * bins + (i % bins)) * channels + c;
            expect(b.data[at]).toBeCloseTo(v, 10);
            expect(Math.abs(a32.data[i] - v)).toBeLessThan(1e-5);
            expect(Math.abs(b32.data[at] - v)).toBeLessThan(1e-5);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("uses SIMD where WebAssembly has it, and leaves maps that are too large to the plain kernels", () => {
    expect(simdAligner(new Float32Array(4), { batch: 1, channels: 1, height: 2, width: 2 }, "NCHW", 1, 1)).not.toBeNull();
    expect(simdAligner(new Float32Array(0), { batch: 1, channels: 4096, height: 1024, width: 1024 }, "NCHW", 1, 1)).toBeNull();
  });

  it("fills the array it is given, changes no input and has an answer for a RoI as wide as the world", () => {
    const features = map(4, 4, (y, x) => y * x);
    const rois = roisOf([0, 0, 4, 4, -1e9, -1e9, 1e9, 1e9]);
    const before = [features.data.slice(), rois.slice()];
    const out = new Float64Array(8);
    expect(roiAlign(features, rois, { outputSize: 2 }, out).data).toBe(out);
    expect([features.data, rois]).toEqual(before);
    expect(out.every(Number.isFinite)).toBe(true);
  });

  it("names the argument that does not fit", () => {
    const features = map(4, 4, () => 1);
    const options = { outputSize: 2 };
    expect(() => roiAlign(features, [1, 0, 0, 1, 1], options)).toThrow(/rois\[0\]\[0\]/);
    expect(() => roiAlign(features, [0, 0, 1], options)).toThrow(EngineInputError);
    expect(() => roiAlign(features, [0, NaN, 0, 1, 1], options)).toThrow(/rois\[0\]\[1\]/);
    expect(() => roiAlign({ shape: [4, 4], data: features.data }, [], options)).toThrow(/features/);
    expect(() => roiAlign(features, [], { outputSize: 0 })).toThrow(/outputSize/);
    expect(() => roiAlign(features, [], { outputSize: 2, samplingRatio: 1.5 })).toThrow(/samplingRatio/);
    expect(() => roiAlign(features, [0, 0, 0, 1, 1], options, new Float64Array(3))).toThrow(/out/);
  });
});

describe("roiAlignGrad", () => {
  it("is the transpose of roiAlign: ⟨g, align(F)⟩ = ⟨grad(g), F⟩, in both layouts", () => {
    fc.assert(
      fc.property(
        fc.tuple(coordinate, coordinate, coordinate, coordinate),
        settings,
        fc.constantFrom("NCHW", "NHWC"),
        fc.integer(),
        (box, options, layout, seed) => {
          const random = seeded(seed);
          const shape = layout === "NCHW" ? [1, 3, 5, 4] : [1, 5, 4, 3];
          const features = { shape, data: Float64Array.from({ length: 60 }, () => random.between(-1, 1)) };
          const all = { ...options, layout } as RoiAlignOptions;
          const pooled = roiAlign(features, roisOf(box), all);
          const g = pooled.data.map(() => random.between(-1, 1));
          const { data } = roiAlignGrad({ shape: pooled.shape, data: g }, shape, roisOf(box), all);
          const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, v, i) => sum + v * b[i], 0);
          expect(dot(data, features.data)).toBeCloseTo(dot(g, pooled.data), 10);
        },
      ),
    );
  });
});
