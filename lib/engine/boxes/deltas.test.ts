import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeCenter,
  decodeDeltas,
  decodeYoloAnchor,
  decodeYoloCell,
  DELTA_CLIP,
  encodeCenter,
  encodeDeltas,
  encodeYoloCell,
  ROI_HEAD_WEIGHTS,
  RPN_WEIGHTS,
  weightsOfVariances,
} from "./deltas";
import type { BoxXYXY } from "./types";

const side = fc.integer({ min: 4, max: 800 }).map((k) => k / 4);
const corner = fc.integer({ min: -800, max: 800 }).map((k) => k / 4);
const box: fc.Arbitrary<BoxXYXY> = fc.tuple(corner, corner, side, side).map(([x, y, w, h]) => [x, y, x + w, y + h]);
const inside: fc.Arbitrary<BoxXYXY> = fc
  .tuple(fc.integer({ min: 0, max: 1791 }), fc.integer({ min: 0, max: 1791 }), side, side)
  .map(([x, y, w, h]) => [x / 4 - w / 2, y / 4 - h / 2, x / 4 + w / 2, y / 4 + h / 2]);

function close(actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 6) {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(actual[i]).toBeCloseTo(expected[i], digits);
}

describe("box deltas", () => {
  it("gives the worked numbers of the docstring", () => {
    close(encodeDeltas([10, 10, 90, 70], [0, 0, 100, 50]), [0, 0.3, -0.22314, 0.18232], 5);
    expect(DELTA_CLIP).toBeCloseTo(4.135166556742356, 14);
  });

  it("decodes what it encoded, under any weights", () => {
    const weights = fc.constantFrom(RPN_WEIGHTS, ROI_HEAD_WEIGHTS, weightsOfVariances([0.1, 0.1, 0.2, 0.2]));
    fc.assert(
      fc.property(fc.array(fc.tuple(box, box), { maxLength: 8 }), weights, (pairs, w) => {
        const boxes = pairs.flatMap(([b]) => [...b]);
        const anchors = pairs.flatMap(([, a]) => [...a]);
        // Sides here differ at most 200-fold, so the clamp is lifted.
        close(decodeDeltas(encodeDeltas(boxes, anchors, w), anchors, w, Infinity), boxes, 6);
      }),
    );
  });

  it("reads SSD's variances as the weights 10, 10, 5, 5", () => {
    close(weightsOfVariances([0.1, 0.1, 0.2, 0.2]), ROI_HEAD_WEIGHTS, 12);
    const anchors = [0, 0, 100, 50];
    const target = [10, 10, 90, 70];
    close(encodeDeltas(target, anchors, weightsOfVariances([0.1, 0.1, 0.2, 0.2])), [0, 3, -1.1157, 0.9116], 4);
  });

  it("clamps a wild dw at ln(1000/16) by default, and not when the clamp is lifted", () => {
    const clamped = decodeDeltas([0, 0, 50, 0], [0, 0, 16, 16]);
    expect(clamped[2] - clamped[0]).toBeCloseTo(1000, 9);
    const free = decodeDeltas([0, 0, 5, 0], [0, 0, 16, 16], RPN_WEIGHTS, Infinity);
    expect(free[2] - free[0]).toBeCloseTo(16 * Math.exp(5), 9);
  });

  it("decodes k boxes an anchor when there are 4k codes", () => {
    const out = decodeDeltas([0, 0, 0, 0, 1, 0, 0, 0], [0, 0, 10, 10]);
    close(out, [0, 0, 10, 10, 10, 0, 20, 10]);
  });

  it("names the row that cannot be encoded", () => {
    expect(() => encodeDeltas([0, 0, 0, 5], [0, 0, 1, 1])).toThrow(/^boxes\[0\]: must have sides above 0/);
    expect(() => encodeDeltas([0, 0, 1, 1], [0, 0, -1, 1])).toThrow(/^anchors\[0\]/);
    expect(() => encodeDeltas([0, 0, 1, 1], [])).toThrow(/^anchors: must have length 4/);
    expect(() => decodeDeltas([0, 0, 0, 0], [0, 0, 1, 1, 0, 0, 1, 1])).toThrow(/^codes: /);
  });
});

describe("YOLO's cell form", () => {
  it("gives the worked numbers of the docstring", () => {
    const cell = encodeYoloCell([116, 116, 156, 146], 448, 448, 7);
    expect([cell.row, cell.column]).toEqual([2, 2]);
    close(cell.code, [0.125, 0.046875, 0.0892857, 0.0669643], 6);
    close(decodeYoloAnchor([0, 0, 0, 0], 3, 2, 7, [0.2, 0.1]), [0.5, 0.357143, 0.2, 0.1], 6);
  });

  it("decodes what it encoded", () => {
    fc.assert(fc.property(inside, (b) => close(decodeYoloCell(encodeYoloCell(b, 448, 448, 7), 448, 448, 7), b, 9)));
  });

  it("gives a centre on the far edge to the last cell, and refuses one outside", () => {
    const cell = encodeYoloCell([438, 438, 458, 458], 448, 448, 7);
    expect([cell.row, cell.column, cell.code[0]]).toEqual([6, 6, 1]);
    expect(() => encodeYoloCell([500, 0, 600, 10], 448, 448, 7)).toThrow(/^box: must have its centre inside/);
  });
});

describe("CenterNet's form", () => {
  it("gives the worked numbers of the docstring", () => {
    const code = encodeCenter([21, 23.5, 48.5, 61.75], 4);
    expect(code).toEqual({ x: 8, y: 10, offset: [0.6875, 0.65625], size: [6.875, 9.5625] });
  });

  it("decodes what it encoded", () => {
    fc.assert(fc.property(box, (b) => close(decodeCenter(encodeCenter(b, 4), 4), b, 9)));
  });
});
