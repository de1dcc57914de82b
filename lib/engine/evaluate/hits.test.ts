import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { iou, type BoxXYXY } from "../boxes";
import { markHits } from "./hits";

const object: BoxXYXY = [0, 0, 10, 10];

describe("markHits", () => {
  it("marks the better of two detections of one object and lists the best first", () => {
    const found = markHits(
      [{ label: 3, box: object }],
      [
        { label: 3, box: object, score: 0.4, note: "late" },
        { label: 3, box: [0, 0, 10, 9], score: 0.9, note: "early" },
      ],
    );
    expect(found.map(({ note, hit }) => [note, hit])).toEqual([
      ["early", true],
      ["late", false],
    ]);
  });

  it("wants the class and an IoU of 0.5, and looks only at the object that is overlapped most", () => {
    const hit = (label: number, box: BoxXYXY) => markHits([{ label: 3, box: object }], [{ label, box, score: 1 }])[0].hit;
    expect(hit(3, [0, 0, 10, 5])).toBe(true);
    expect(hit(3, [0, 0, 10, 4.9])).toBe(false);
    expect(hit(4, object)).toBe(false);
    const twice = markHits(
      [
        { label: 0, box: object },
        { label: 0, box: [0, 0, 10, 12] },
      ],
      [
        { label: 0, box: object, score: 0.9 },
        { label: 0, box: object, score: 0.8 },
      ],
    );
    expect(twice.map((one) => one.hit)).toEqual([true, false]);
  });

  it("finds nothing where there is nothing, and leaves its arguments as they were", () => {
    expect(markHits([{ label: 0, box: object }], [])).toEqual([]);
    expect(markHits([], Object.freeze([{ label: 0, box: object, score: 1 }]))).toEqual([{ label: 0, box: object, score: 1, hit: false }]);
  });

  it("never marks more than the objects, whatever the scene, and only what overlaps one of its class by half", () => {
    const box = fc
      .tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .map(([x, y, w, h]): BoxXYXY => [x, y, x + w, y + h]);
    const label = fc.nat(1);
    fc.assert(
      fc.property(
        fc.array(fc.record({ label, box }), { maxLength: 6 }),
        fc.array(fc.record({ label, box, score: fc.nat(20) }), { maxLength: 10 }),
        (objects, detections) => {
          const hits = markHits(objects, detections).filter(({ hit }) => hit);
          expect(hits.length).toBeLessThanOrEqual(objects.length);
          for (const found of hits) expect(objects.some((one) => one.label === found.label && iou(one.box, found.box) >= 0.5)).toBe(true);
        },
      ),
    );
  });
});
