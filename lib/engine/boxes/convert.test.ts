import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipBox, clipBoxes, removeSmall } from "./clip";
import {
  convertBoxes,
  convertBoxesInto,
  cxcywhToXywh,
  cxcywhToXyxy,
  pixelsToUnit,
  scaleBoxes,
  unitToPixels,
  xywhToCxcywh,
  xywhToXyxy,
  xyxyToCxcywh,
  xyxyToXywh,
  type BoxFormat,
} from "./convert";

const formats: BoxFormat[] = ["xyxy", "xywh", "cxcywh"];
const quarters = fc.array(
  fc.integer({ min: -4000, max: 4000 }).map((k) => k / 4),
  { minLength: 0, maxLength: 40 },
);
const batch = quarters.map((list) => list.slice(0, list.length - (list.length % 4)));

describe("conversion between box formats", () => {
  it("gives the worked numbers of the docstrings", () => {
    expect(xyxyToXywh([10, 20, 40, 60])).toEqual([10, 20, 30, 40]);
    expect(xyxyToCxcywh([10, 20, 40, 60])).toEqual([25, 40, 30, 40]);
    expect(xywhToXyxy([10, 20, 30, 40])).toEqual([10, 20, 40, 60]);
    expect(xywhToCxcywh([10, 20, 30, 40])).toEqual([25, 40, 30, 40]);
    expect(cxcywhToXyxy([25, 40, 30, 40])).toEqual([10, 20, 40, 60]);
    expect(cxcywhToXywh([25, 40, 30, 40])).toEqual([10, 20, 30, 40]);
    expect(unitToPixels([0.5, 0.5, 0.25, 0.5], 640, 480)).toEqual([320, 240, 160, 240]);
    expect(pixelsToUnit([320, 240, 160, 240], 640, 480)).toEqual([0.5, 0.5, 0.25, 0.5]);
    expect([...convertBoxes([10, 20, 40, 60], "xyxy", "cxcywh")]).toEqual([25, 40, 30, 40]);
    expect([...scaleBoxes([1, 2, 3, 4], 10, 100)]).toEqual([10, 200, 30, 400]);
  });

  it("comes back to the same numbers from every format to every other", () => {
    fc.assert(
      fc.property(batch, fc.constantFrom(...formats), fc.constantFrom(...formats), (boxes, from, to) => {
        const before = boxes.slice();
        const there = convertBoxes(boxes, from, to);
        expect([...convertBoxes(there, to, from)]).toEqual(boxes.map((v) => v + 0));
        expect(boxes).toEqual(before);
      }),
    );
  });

  it("writes over the input only when it is handed in as the output", () => {
    const own = Float32Array.from([10, 20, 40, 60]);
    expect(convertBoxesInto(own, "xyxy", "xywh", own)).toBe(own);
    expect([...own]).toEqual([10, 20, 30, 40]);
  });

  it("names what is wrong", () => {
    expect(() => convertBoxes([1, 2, 3], "xyxy", "xywh")).toThrow(/^boxes: must hold 4 numbers a box/);
    expect(() => convertBoxes([1, 2, 3, 4], "yxyx" as BoxFormat, "xywh")).toThrow(/^from: /);
    expect(() => convertBoxesInto([1, 2, 3, 4], "xyxy", "xywh", new Float64Array(3))).toThrow(/^out: /);
    expect(() => unitToPixels([0, 0, 1, 1], 0, 10)).toThrow(/^imageWidth: /);
  });
});

describe("clipping", () => {
  it("cuts to the image and finds the boxes still large enough", () => {
    expect(clipBox([-5, 10, 700, 60], 640, 480)).toEqual([0, 10, 640, 60]);
    const clipped = clipBoxes([-5, 10, 700, 60, 650, 0, 700, 10], 640, 480);
    expect([...clipped]).toEqual([0, 10, 640, 60, 640, 0, 640, 10]);
    expect(removeSmall(clipped, 1)).toEqual([0]);
  });

  it("keeps a box whose shorter side equals the minimum", () => {
    expect(removeSmall([0, 0, 16, 16, 0, 0, 15, 40], 16)).toEqual([0]);
  });

  it("returns an empty list for no boxes", () => {
    expect(clipBoxes([], 10, 10)).toHaveLength(0);
    expect(removeSmall([], 1)).toEqual([]);
  });

  it("refuses an image without a side and a negative minimum", () => {
    expect(() => clipBoxes([0, 0, 1, 1], 10, 0)).toThrow(/^imageHeight: /);
    expect(() => removeSmall([0, 0, 1, 1], -1)).toThrow(/^minSize: /);
  });
});
