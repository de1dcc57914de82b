import { describe, expect, it } from "vitest";
import { EngineInputError } from "../../errors";
import { roiAlign, roisOf } from "../../pool";
import { seeded } from "../../random";
import { decodeRegions, regionScores } from "./decode";
import { alignMatrix } from "./pool-matrix";
import { ridgeRegression } from "./ridge";
import { bestObjects, sampleRegions } from "./targets";

describe("alignMatrix", () => {
  it("pools as roiAlign does, to 1e-6, also for RoIs over the border", () => {
    const random = seeded("align");
    const [side, channels, bins] = [14, 3, 3];
    const map = Float64Array.from({ length: channels * side * side }, () => random.normal());
    const rois = [
      ...Array.from({ length: 12 }, () => [
        random.between(0, 50),
        random.between(0, 50),
        random.between(51, 112),
        random.between(51, 112),
      ]).flat(),
      -30,
      -5,
      20,
      130,
    ];
    const wanted = roiAlign({ shape: [1, channels, side, side], data: map }, roisOf(rois), {
      outputSize: bins,
      spatialScale: 1 / 8,
      samplingRatio: 2,
    });
    const matrix = alignMatrix(rois, { side, stride: 8, bins });
    const cells = side * side;
    for (let i = 0; i < rois.length / 4; i++) {
      for (let c = 0; c < channels; c++) {
        for (let b = 0; b < bins * bins; b++) {
          let sum = 0;
          for (let p = 0; p < cells; p++) sum += matrix[(i * bins * bins + b) * cells + p] * map[c * cells + p];
          expect(Math.abs(sum - wanted.data[(i * channels + c) * bins * bins + b])).toBeLessThan(1e-6);
        }
      }
    }
  });

  it("returns the one cell whose centre is sampled", () => {
    expect([...alignMatrix([8, 8, 16, 16], { side: 2, stride: 8, bins: 1, samples: 1 })]).toEqual([0, 0, 0, 1]);
  });
});

describe("sampleRegions and decodeRegions", () => {
  const objects = [10, 10, 40, 50, 60, 60, 100, 90];
  const random = seeded("regions");
  const proposals = Array.from({ length: 60 }, () => [
    random.between(0, 50),
    random.between(0, 50),
    random.between(51, 112),
    random.between(51, 112),
  ]).flat();
  proposals.push(12, 8, 42, 46);
  const target = sampleRegions(proposals, objects, [4, 17], seeded(1));

  it("are each other's reverse: perfect outputs decode to the objects", () => {
    expect(target.labels.filter((label) => label > 0).length).toBeLessThanOrEqual(8);
    const logits = new Float64Array(32 * 21);
    const deltas = new Float64Array(32 * 80);
    target.labels.forEach((label, i) => {
      logits[21 * i + label] = 20;
      if (label > 0) deltas.set(target.deltas.subarray(4 * i, 4 * i + 4), 80 * i + 4 * (label - 1));
    });
    const found = decodeRegions({ scores: regionScores(logits, 32), deltas, rois: target.rois }, { score: 0.5 });
    expect(found.map(({ label }) => label).sort((a, b) => a - b)).toEqual([4, 17]);
    for (const { label, box } of found) box.forEach((v, k) => expect(v).toBeCloseTo(objects[(label === 4 ? 0 : 4) + k], 9));
  });

  it("label everything background when there is no object", () => {
    const empty = sampleRegions(proposals, [], [], seeded(1), { count: 8 });
    expect([...empty.labels]).toEqual(Array(8).fill(0));
    expect(empty.deltas.every((v) => v === 0)).toBe(true);
    expect([...bestObjects(proposals, []).best]).toEqual(Array(61).fill(-1));
  });

  it("keep no more than the limit, the best ones, and 100 when none is stated", () => {
    // 121 small boxes that never touch, the later the better.
    const rois = Array.from({ length: 121 }, (_, i) => [
      10 * (i % 11),
      10 * Math.floor(i / 11),
      10 * (i % 11) + 8,
      10 * Math.floor(i / 11) + 8,
    ]);
    const scores = rois.map((_, i) => (i + 1) / 200);
    const found = (options: { limit?: number }) => decodeRegions({ scores, rois: rois.flat() }, { score: 0.001, ...options });
    expect(found({ limit: 2 }).map(({ box }) => box)).toEqual([rois[120], rois[119]]);
    expect(found({})).toHaveLength(100);
  });

  it("take RoIs as they are without deltas, and refuse lengths that do not fit", () => {
    expect(decodeRegions({ scores: [0.9], rois: [10, 10, 30, 30] }, { score: 0.1 })).toEqual([
      { label: 0, score: 0.9, box: [10, 10, 30, 30] },
    ]);
    expect(() => decodeRegions({ scores: [0.9], deltas: [1], rois: [10, 10, 30, 30] }, { score: 0.1 })).toThrow(EngineInputError);
    expect(() => sampleRegions([], [], [], seeded(1))).toThrow(EngineInputError);
  });
});

describe("ridgeRegression", () => {
  it("returns 1.5 for the worked example and the true line for a tiny penalty", () => {
    const one = ridgeRegression([-1, 1], [-3, 3], 2, 2);
    expect(one.weights[0]).toBeCloseTo(1.5, 12);
    expect(one.bias[0]).toBeCloseTo(0, 12);
    const random = seeded("ridge");
    const x = Array.from({ length: 60 }, () => random.normal());
    const y = Array.from({ length: 20 }, (_, i) => [2 * x[3 * i] - x[3 * i + 2] + 5, x[3 * i + 1]]).flat();
    const { weights, bias } = ridgeRegression(x, y, 20, 1e-9);
    [2, 0, -1, 0, 1, 0].forEach((w, i) => expect(weights[i]).toBeCloseTo(w, 6));
    [5, 0].forEach((b, i) => expect(bias[i]).toBeCloseTo(b, 6));
  });

  it("refuses no rows and a penalty of 0", () => {
    expect(() => ridgeRegression([], [], 0, 1)).toThrow(EngineInputError);
    expect(() => ridgeRegression([1], [1], 1, 0)).toThrow(EngineInputError);
  });
});
