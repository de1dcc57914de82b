import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  area,
  areas,
  enclosing,
  giou,
  intersection,
  intersectionArea,
  iou,
  iouLegacy,
  pairwiseGiou,
  pairwiseGiouInto,
  pairwiseIou,
  pairwiseIouInto,
  unionArea,
  unionPieces,
} from "./overlap";
import type { BoxXYXY } from "./types";

const quarter = fc.integer({ min: -400, max: 400 }).map((k) => k / 4);
const length = fc.integer({ min: 0, max: 200 }).map((k) => k / 4);
const box: fc.Arbitrary<BoxXYXY> = fc.tuple(quarter, quarter, length, length).map(([x, y, w, h]) => [x, y, x + w, y + h]);

describe("overlap of two boxes", () => {
  it("gives the worked numbers of the docstrings", () => {
    expect(area([10, 20, 40, 60])).toBe(1200);
    expect(iou([0, 0, 10, 10], [5, 0, 15, 10])).toBeCloseTo(1 / 3, 12);
    expect(iou([0, 0, 2, 2], [1, 1, 3, 3])).toBeCloseTo(1 / 7, 12);
    expect(unionArea([0, 0, 10, 10], [5, 0, 15, 10])).toBe(150);
    expect(intersection([0, 0, 10, 10], [5, 0, 15, 10])).toEqual([5, 0, 10, 10]);
    expect(enclosing([0, 0, 1, 1], [2, 0, 3, 1])).toEqual([0, 0, 3, 1]);
    expect(giou([0, 0, 1, 1], [2, 0, 3, 1])).toBeCloseTo(-1 / 3, 12);
    expect(giou([0, 0, 1, 1], [9, 0, 10, 1])).toBeCloseTo(-0.8, 12);
  });

  it("differs from the legacy inclusive-pixel IoU on the same two boxes", () => {
    expect(iou([0, 0, 10, 10], [5, 0, 15, 10])).toBeCloseTo(0.33333, 5);
    expect(iouLegacy([0, 0, 10, 10], [5, 0, 15, 10])).toBeCloseTo(0.375, 12);
  });

  it("returns null for boxes that only touch", () => {
    expect(intersection([0, 0, 10, 10], [10, 0, 20, 10])).toBeNull();
    expect(intersection([0, 0, 10, 10], [10, 10, 20, 20])).toBeNull();
  });

  it("returns 0 for empty and inside-out boxes", () => {
    expect(iou([5, 5, 5, 5], [5, 5, 5, 5])).toBe(0);
    expect(giou([5, 5, 5, 5], [5, 5, 5, 5])).toBe(0);
    expect(area([10, 10, 0, 0])).toBe(0);
    expect(iou([10, 10, 0, 0], [0, 0, 10, 10])).toBe(0);
  });

  it("names the argument that is not finite", () => {
    expect(() => iou([0, 0, NaN, 10], [0, 0, 10, 10])).toThrow(/^a: /);
    expect(() => iou([0, 0, 10, 10], [0, 0, Infinity, 10])).toThrow(/^b: /);
    expect(() => pairwiseIou([0, 0, 1], [0, 0, 1, 1])).toThrow(/^a: must hold 4 numbers a box/);
    expect(() => pairwiseIou([0, 0, 1, 1], [0, 0, 1, 1, 0, 0, 1, NaN])).toThrow(/^b\[1\]\[3\]/);
    expect(() => pairwiseIouInto([0, 0, 1, 1], [0, 0, 1, 1], new Float32Array(2))).toThrow(/^out: must have length 1/);
  });

  it("is symmetric, in [0, 1], and 1 for a box with itself", () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const value = iou(a, b);
        expect(value).toBe(iou(b, a));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(iou(a, a)).toBe(area(a) > 0 ? 1 : 0);
      }),
    );
  });

  it("keeps GIoU in [−1, 1] and never above IoU", () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const value = giou(a, b);
        expect(value).toBeGreaterThanOrEqual(-1);
        expect(value).toBeLessThanOrEqual(iou(a, b) + 1e-12);
      }),
    );
  });

  it("cuts a union into pieces that add up to its area and do not overlap", () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const pieces = unionPieces(a, b);
        expect(pieces.length).toBeLessThanOrEqual(4);
        expect(pieces.reduce((sum, piece) => sum + area(piece), 0)).toBeCloseTo(unionArea(a, b), 9);
        pieces.forEach((p, i) => pieces.slice(i + 1).forEach((q) => expect(intersectionArea(p, q)).toBe(0)));
      }),
    );
  });
});

describe("pairwise overlap", () => {
  it("agrees with the single-pair functions in float64 and, rounded once, in float32", () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 6 }), fc.array(box, { maxLength: 6 }), (as, bs) => {
        const a = Float64Array.from(as.flat());
        const b = Float64Array.from(bs.flat());
        const before = [...a, ...b];
        const ious = pairwiseIou(a, b);
        const gious = pairwiseGiou(a, b);
        const ious32 = pairwiseIouInto(a, b, new Float32Array(as.length * bs.length));
        const gious32 = pairwiseGiouInto(new Float32Array(a), new Float32Array(b), new Float32Array(as.length * bs.length));
        as.forEach((p, i) =>
          bs.forEach((q, j) => {
            const k = i * bs.length + j;
            expect(ious[k]).toBe(iou(p, q));
            expect(gious[k]).toBeCloseTo(giou(p, q), 12);
            expect(ious32[k]).toBe(Math.fround(ious[k]));
            expect(gious32[k]).toBe(Math.fround(gious[k]));
          }),
        );
        expect([...a, ...b]).toEqual(before);
        expect([...areas(a)]).toEqual(as.map(area));
      }),
    );
  });
});
