import { describe, expect, it } from "vitest";
import { fractionOf, hundredths, isKo, points, shown } from "./measures";

describe("fractionOf", () => {
  it("keeps IoU and GIoU exact", () => {
    expect(fractionOf("iou", [0, 0, 10, 10], [5, 0, 15, 10])).toEqual({ top: 50, bottom: 150 });
    expect(fractionOf("giou", [0, 0, 1, 1], [2, 0, 3, 1])).toEqual({ top: -2, bottom: 6 });
    // A gap of eight: |C| = 10, the union 2, nothing shared.
    expect(hundredths(fractionOf("giou", [0, 0, 1, 1], [9, 0, 10, 1]))).toBe(-80);
  });
});

describe("points", () => {
  it("falls evenly from one tolerance to three, both ways", () => {
    const third = { top: 1, bottom: 3 };
    expect([33, 28, 38, 43, 47, 49, 58, 74].map((value) => points(value, third, 5))).toEqual([10, 9, 10, 5, 1, 0, 0, 0]);
    // 1/3 − 0.28 is 5.33 hundredths: just outside the tolerance.
    expect(points(25, { top: 1, bottom: 5 }, 5)).toBe(10);
  });
});

describe("words", () => {
  it("writes numbers with a true minus and the fitting Korean ending", () => {
    expect(shown(-33)).toBe("−0.33");
    expect(isKo(shown(71))).toBe("0.71이에요");
    expect(isKo(shown(25))).toBe("0.25예요");
    expect(isKo(1600)).toBe("1600이에요");
  });
});
