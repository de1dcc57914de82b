import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BoxXYXY } from "../boxes";
import { errorSplit, FALSE_POSITIVE_TYPES, type Detection, type ErrorType, type GroundTruth } from ".";

const gt = (box: BoxXYXY, label = 0, image = 0): GroundTruth => ({ image, label, box });
const det = (box: BoxXYXY, score: number, label = 0, image = 0): Detection => ({ image, label, box, score });
const object = gt([0, 0, 10, 10]);
const types = (g: GroundTruth[], d: Detection[]) => errorSplit(g, d).detections.map((e) => e.type);

describe("errorSplit", () => {
  it.each<[string, Detection, string]>([
    ["its class at IoU 0.3", det([0, 0, 10, 3], 0.9), "localisation"],
    ["another class at IoU 0.9", det([0, 0, 10, 9], 0.9, 1), "class"],
    ["another class at IoU 0.3", det([0, 0, 10, 3], 0.9, 1), "both"],
    ["nothing at IoU 0.1 or above", det([0, 0, 10, 0.9], 0.9), "background"],
    ["an empty place", det([50, 50, 60, 60], 0.9), "background"],
    ["its class at IoU 0.9", det([0, 0, 10, 9], 0.9), "true positive"],
  ])("calls a detection of %s: %s", (_, detection, type) => {
    expect(types([object], [detection])).toEqual([type]);
  });

  it("calls the second detection of an object a duplicate", () => {
    expect(types([object], [det([0, 0, 10, 9], 0.8), det([0, 0, 10, 10], 0.9)])).toEqual(["duplicate", "true positive"]);
  });

  it("puts the edges where it says: 0.5 finds, 0.1 is localisation, below it background", () => {
    expect(types([object], [det([0, 0, 10, 5], 0.9)])).toEqual(["true positive"]);
    expect(types([object], [det([0, 0, 10, 4.99], 0.9)])).toEqual(["localisation"]);
    expect(types([object], [det([0, 0, 10, 1], 0.9)])).toEqual(["localisation"]);
    expect(types([object], [det([0, 0, 10, 0.99], 0.9)])).toEqual(["background"]);
  });

  it("calls an object missed only when no localisation or class error points at it", () => {
    const far = gt([50, 50, 60, 60]);
    const near = errorSplit([object, far], [det([0, 0, 10, 3], 0.9)]);
    expect(near.missed).toEqual([1]);
    expect(near.counts).toEqual({ localisation: 1, class: 0, duplicate: 0, background: 0, both: 0, missed: 1 });
    expect(errorSplit([object, far], [det([0, 0, 10, 10], 0.9, 1)]).missed).toEqual([1]);
    expect(errorSplit([object, far], [det([0, 0, 10, 3], 0.9, 1)]).missed).toEqual([0, 1]);
  });

  it("says how much mAP each cause costs: everything when it is the only error", () => {
    const only = (d: Detection[]) => errorSplit([object], d);
    expect(only([det([0, 0, 10, 3], 0.9)])).toMatchObject({ map: 0, gain: { localisation: 1, missed: 0 } });
    expect(only([det([0, 0, 10, 10], 0.9, 1)])).toMatchObject({ map: 0, gain: { class: 1, missed: 0 } });
    expect(only([])).toMatchObject({ map: 0, gain: { missed: 1, falseNegatives: 1 } });
    const behind = only([det([50, 50, 60, 60], 0.95), det([0, 0, 10, 10], 0.9)]);
    expect(behind.map).toBeCloseTo(0.5, 12);
    expect(behind.gain.background).toBeCloseTo(0.5, 12);
    expect(behind.gain.falsePositives).toBeCloseTo(0.5, 12);
  });

  it("mends one detection an object, the best-scored one, and drops the others", () => {
    const split = errorSplit([object], [det([0, 0, 10, 3], 0.9), det([0, 0, 10, 4], 0.8)]);
    expect(split.counts.localisation).toBe(2);
    expect(split.gain.localisation).toBeCloseTo(1, 12);
  });

  it("has no mAP and no gain without objects", () => {
    expect(errorSplit([], [det([0, 0, 1, 1], 1)])).toMatchObject({ map: null, counts: { background: 1 }, gain: { background: 0 } });
  });

  it("accounts for every detection and object once, and mending never lowers mAP, whatever the scene", () => {
    const box = fc
      .tuple(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 2, max: 10 }),
        fc.integer({ min: 2, max: 10 }),
      )
      .map(([x, y, w, h]): BoxXYXY => [x, y, x + w, y + h]);
    const where = { image: fc.integer({ min: 0, max: 1 }), label: fc.integer({ min: 0, max: 2 }), box };
    fc.assert(
      fc.property(
        fc.array(fc.record(where), { maxLength: 8 }),
        fc.array(fc.record({ ...where, score: fc.integer({ min: 0, max: 50 }) }), { maxLength: 14 }),
        (g, d) => {
          const split = errorSplit(g, d);
          const right = split.detections.filter((e) => e.type === "true positive").length;
          const wrong = FALSE_POSITIVE_TYPES.reduce((sum, type) => sum + split.counts[type], 0);
          expect(right + wrong).toBe(d.length);
          expect(split.detections.map((e) => e.detection)).toEqual(d.map((_, i) => i));
          const pointed = new Set(split.detections.filter((e) => e.type === "localisation" || e.type === "class").map((e) => e.object));
          const found = new Set(split.detections.filter((e) => e.type === "true positive").map((e) => e.object));
          g.forEach((_, i) => expect(split.missed.includes(i)).toBe(!found.has(i) && !pointed.has(i)));
          for (const key of Object.keys(split.gain) as ErrorType[]) {
            expect(split.gain[key]).toBeGreaterThanOrEqual(-1e-12);
            expect((split.map ?? 0) + split.gain[key]).toBeLessThanOrEqual(1 + 1e-12);
          }
          // Taking out all false positives is worth at least as much as taking out one type of them.
          for (const type of ["duplicate", "background", "both"] as const) {
            expect(split.gain.falsePositives).toBeGreaterThanOrEqual(split.gain[type] - 1e-12);
          }
        },
      ),
    );
  });

  it("refuses thresholds in the wrong order", () => {
    expect(() => errorSplit([], [], { foreground: 0.3, background: 0.4 })).toThrow("background");
  });
});
