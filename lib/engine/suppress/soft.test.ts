import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nms } from "./nms";
import { softNms, softNmsFactor, softNmsTrace, type SoftNmsOptions } from "./soft";

const scene = fc.array(
  fc
    .tuple(fc.nat(12), fc.nat(12), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 20 }))
    .map(([x, y, w, h, s]) => ({ box: [x, y, x + w, y + h], score: s / 20 })),
  { maxLength: 30 },
);
const options = fc.constantFrom<SoftNmsOptions>(
  { method: "linear", iouThreshold: 0.3 },
  { method: "linear", iouThreshold: 0, scoreThreshold: 0 },
  { method: "gaussian", sigma: 0.5 },
  { method: "gaussian", sigma: 0.1, scoreThreshold: 0.2 },
);

describe("soft NMS", () => {
  it("gives the worked numbers: 0.9 at IoU 0.6 becomes 0.36 (linear) or 0.43808 (Gaussian, σ 0.5)", () => {
    const boxes = [0, 0, 10, 10, 0, 0, 10, 6];
    const linear = softNms(boxes, [1, 0.9], { method: "linear", iouThreshold: 0.3 });
    expect(linear.keep).toEqual([0, 1]);
    expect(linear.scores[1]).toBeCloseTo(0.36, 12);
    expect(softNms(boxes, [1, 0.9], { method: "gaussian", sigma: 0.5 }).scores[1]).toBeCloseTo(0.438077, 6);
    expect(softNmsFactor(0.6, { method: "gaussian" })).toBeCloseTo(0.486752, 6);
  });

  it("rescores from an IoU equal to the threshold on", () => {
    const half = [0, 0, 10, 10, 0, 0, 10, 5];
    expect(softNms(half, [1, 0.8], { method: "linear", iouThreshold: 0.5 }).scores).toEqual([1, 0.4]);
    expect(softNms(half, [1, 0.8], { method: "linear", iouThreshold: 0.51 }).scores).toEqual([1, 0.8]);
  });

  it("picks the next box by its rescored score", () => {
    const boxes = [0, 0, 10, 10, 0, 0, 10, 9, 50, 50, 60, 60];
    expect(softNms(boxes, [0.9, 0.8, 0.5], { method: "linear", iouThreshold: 0.5 }).keep).toEqual([0, 2, 1]);
    expect(nms(boxes, [0.9, 0.8, 0.5], 0.5)).toEqual([0, 2]);
  });

  it("rescores only inside the class when classes are given", () => {
    const same = [0, 0, 10, 10, 0, 0, 10, 10];
    const result = softNms(same, [0.9, 0.8], { method: "linear", iouThreshold: 0.5, classes: [1, 2] });
    expect(result).toEqual({ keep: [0, 1], scores: [0.9, 0.8] });
  });

  it("drops a box whose score falls below the score threshold", () => {
    const same = [0, 0, 10, 10, 0, 0, 10, 10];
    const steps = softNmsTrace(same, [0.9, 0.8], { method: "linear", iouThreshold: 0.5 });
    expect(steps).toHaveLength(1);
    expect(steps[0].rescored).toEqual([{ index: 1, iou: 1, before: 0.8, after: 0, dropped: true }]);
  });

  it("never raises a score, takes boxes in falling order, and agrees with its trace", () => {
    fc.assert(
      fc.property(scene, options, (items, chosen) => {
        const boxes = items.flatMap((item) => item.box);
        const scores = items.map((item) => item.score);
        const { keep, scores: after } = softNms(boxes, scores, chosen);
        const steps = softNmsTrace(boxes, scores, chosen);
        expect(steps.map((step) => step.picked)).toEqual(keep);
        expect(steps.map((step) => step.score)).toEqual(after);
        keep.forEach((index, k) => {
          expect(after[k]).toBeLessThanOrEqual(scores[index]);
          if (k > 0) expect(after[k]).toBeLessThanOrEqual(after[k - 1]);
        });
        expect(new Set(keep).size).toBe(keep.length);
      }),
    );
  });

  it("names what is wrong", () => {
    expect(() => softNms([0, 0, 1, 1], [-0.5], { method: "linear" })).toThrow(/^scores\[0\]: must not be negative/);
    expect(() => softNms([0, 0, 1, 1], [0.5], { method: "gaussian", sigma: 0 })).toThrow(/^sigma: /);
    expect(() => softNms([0, 0, 1, 1], [0.5], { method: "hard" as "linear" })).toThrow(/^method: /);
  });
});
