import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BoxXYXY } from "../boxes";
import { cocoSummary, evaluateCoco, evaluateVoc, hitsOf, matchDetections, type Detection, type GroundTruth } from ".";

const gt = (box: BoxXYXY, image = 0, label = 0): GroundTruth => ({ image, label, box });
const det = (box: BoxXYXY, score: number, image = 0, label = 0): Detection => ({ image, label, box, score });
const verdicts = (g: GroundTruth[], d: Detection[], options = {}) => matchDetections(g, d, options)[0].ranked.map((m) => m.verdict);

const box = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
  .map(([x, y, w, h]): BoxXYXY => [x, y, x + w, y + h]);
const where = { image: fc.integer({ min: 0, max: 2 }), label: fc.integer({ min: 0, max: 2 }), box };
const truths = fc.array(fc.record(where), { maxLength: 8 });
const answers = fc.array(fc.record({ ...where, score: fc.integer({ min: 0, max: 50 }) }), { maxLength: 14 });

describe("matchDetections", () => {
  it("calls the second detection of an object a false positive and names the object", () => {
    const [{ ranked, positives }] = matchDetections([gt([0, 0, 10, 10])], [det([0, 0, 10, 9], 0.8), det([0, 0, 10, 10], 0.9)]);
    expect(positives).toBe(1);
    expect(ranked).toEqual([
      { detection: 1, verdict: "true positive", object: 0, iou: 1 },
      { detection: 0, verdict: "false positive", object: 0, iou: 0.9 },
    ]);
  });

  it("counts an IoU of exactly 0.5 as a match (codes), and not when strict (the paper's words)", () => {
    const [g, d] = [[gt([0, 0, 10, 10])], [det([0, 0, 10, 5], 0.9)]];
    expect(verdicts(g, d)).toEqual(["true positive"]);
    expect(verdicts(g, d, { strict: true })).toEqual(["false positive"]);
  });

  it("finds an IoU of 0.4667 with inclusive pixels where continuous ones give 0.4286", () => {
    // 10 × 10 boxes shifted by 4: 6/14 continuous, 77/165 = 0.4667 with a pixel more on each side.
    const [g, d] = [[gt([0, 0, 10, 10])], [det([4, 0, 14, 10], 0.9)]];
    expect(matchDetections(g, d)[0].ranked[0].iou).toBeCloseTo(60 / 140, 12);
    expect(matchDetections(g, d, { pixels: "inclusive" })[0].ranked[0].iou).toBeCloseTo(77 / 165, 12);
    expect(verdicts(g, d, { iouThreshold: 0.45 })).toEqual(["false positive"]);
    expect(verdicts(g, d, { iouThreshold: 0.45, pixels: "inclusive" })).toEqual(["true positive"]);
  });

  it("lets a detection take its second-best object under COCO's rule and not under VOC's", () => {
    // Two heavily overlapping objects; both detections fit the first one best.
    const g = [gt([0, 0, 10, 10]), gt([0, 0, 10, 12])];
    const d = [det([0, 0, 10, 10], 0.9), det([0, 0, 10, 10], 0.8)];
    expect(verdicts(g, d, { rule: "voc" })).toEqual(["true positive", "false positive"]);
    expect(verdicts(g, d, { rule: "coco" })).toEqual(["true positive", "true positive"]);
  });

  it("gives a detection to an object that counts before one that does not, however well that fits, under COCO's rule alone", () => {
    const g = [{ ...gt([0, 0, 10, 10]), difficult: true }, gt([0, 0, 10, 12])];
    const [match] = matchDetections(g, [det([0, 0, 10, 10], 0.9)], { rule: "coco" })[0].ranked;
    expect(match).toMatchObject({ verdict: "true positive", object: 1 });
    expect(match.iou).toBeCloseTo(100 / 120, 12);
    expect(verdicts(g, [det([0, 0, 10, 10], 0.9)], { rule: "voc" })).toEqual(["ignored"]);
    // The object that does not count is left for the next detection, and takes one only.
    const three = [det([0, 0, 10, 10], 0.9), det([0, 0, 10, 10], 0.8), det([0, 0, 10, 10], 0.7)];
    expect(verdicts(g, three, { rule: "coco" })).toEqual(["true positive", "ignored", "false positive"]);
    // Too far from the one that counts, it goes to the other.
    expect(verdicts(g, [det([0, 0, 10, 10], 0.9)], { rule: "coco", iouThreshold: 0.9 })).toEqual(["ignored"]);
  });

  it("keeps images and classes apart", () => {
    const g = [gt([0, 0, 10, 10], 0, 0)];
    expect(matchDetections(g, [det([0, 0, 10, 10], 0.9, 1, 0)])[0].ranked[0]).toMatchObject({ verdict: "false positive", object: null });
    const [first, second] = matchDetections(g, [det([0, 0, 10, 10], 0.9, 0, 1)]);
    expect(first).toMatchObject({ label: 0, positives: 1, ranked: [] });
    expect(second).toMatchObject({ label: 1, positives: 0 });
  });

  it("neither asks for a difficult object nor punishes finding it, however often", () => {
    const g = [{ ...gt([0, 0, 10, 10]), difficult: true }, gt([20, 0, 30, 10])];
    const d = [det([0, 0, 10, 10], 0.9), det([0, 0, 10, 10], 0.8), det([20, 0, 30, 10], 0.7)];
    const [matches] = matchDetections(g, d);
    expect(matches.positives).toBe(1);
    expect(matches.ranked.map((m) => m.verdict)).toEqual(["ignored", "ignored", "true positive"]);
    expect(hitsOf(matches)).toEqual([true]);
  });

  it("keeps the caller's order between equal scores and equal overlaps", () => {
    const [{ ranked }] = matchDetections([gt([0, 0, 10, 10]), gt([0, 0, 10, 10])], [det([0, 0, 10, 10], 1), det([0, 0, 10, 10], 1)], {
      rule: "coco",
    });
    expect(ranked.map((m) => [m.detection, m.object])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("gives each object to at most one detection, never below the threshold, whatever the scene", () => {
    fc.assert(
      fc.property(
        truths,
        answers,
        fc.constantFrom("voc" as const, "coco" as const),
        fc.constantFrom(0.3, 0.5, 0.75),
        (g, d, rule, iouThreshold) => {
          const found = matchDetections(g, d, { rule, iouThreshold }).flatMap((c) => c.ranked);
          expect(found.map((m) => m.detection).sort((a, b) => a - b)).toEqual(d.map((_, i) => i));
          const right = found.filter((m) => m.verdict === "true positive");
          expect(new Set(right.map((m) => m.object)).size).toBe(right.length);
          for (const m of right) {
            expect(m.iou).toBeGreaterThanOrEqual(iouThreshold);
            expect([g[m.object!].image, g[m.object!].label]).toEqual([d[m.detection].image, d[m.detection].label]);
          }
        },
      ),
    );
  });

  it("leaves its arguments as they were and names the entry that does not fit", () => {
    const g = Object.freeze([Object.freeze(gt([0, 0, 10, 10]))]);
    const d = Object.freeze([Object.freeze(det([0, 0, 9, 10], 0.9))]);
    matchDetections(g, d);
    expect(() => matchDetections(g, [det([0, 0, NaN, 1], 0.5)])).toThrow("detections[0].box");
    expect(() => matchDetections(g, [det([0, 0, 1, 1], NaN)])).toThrow("detections[0].score");
    expect(() => matchDetections([gt([0, 0, 1, 1], 0.5)], d)).toThrow("groundTruth[0].image");
    expect(() => matchDetections([gt([0, 0, 1, 1], 0, NaN)], d)).toThrow("groundTruth[0].label");
    expect(() => matchDetections(g, d, { iouThreshold: 0 })).toThrow("iouThreshold");
  });
});

describe("evaluateVoc", () => {
  it("gives AP 0.694805 and 0.664286 for the ranking T T F T F F T F of 5 objects", () => {
    const g = Array.from({ length: 5 }, (_, i) => gt([20 * i, 0, 20 * i + 10, 10]));
    const away: BoxXYXY = [0, 50, 10, 60];
    const order = [0, 1, null, 2, null, null, 3, null];
    const d = order.map((object, i) => det(object === null ? away : g[object].box, 1 - i / 10));
    const { map11, mapAll, perClass } = evaluateVoc(g, d);
    expect(map11).toBeCloseTo(0.694805, 6);
    expect(mapAll).toBeCloseTo(0.664286, 6);
    expect(perClass[0].positives).toBe(5);
    expect(evaluateCoco(g, d).AP50).toBeCloseTo(0.66761, 6);
  });

  it("leaves classes without objects out of the mean, and has none when no class has objects", () => {
    const d = [det([0, 0, 10, 10], 0.9, 0, 7)];
    expect(evaluateVoc([], d)).toEqual({ perClass: {}, map11: null, mapAll: null });
    const { perClass, mapAll } = evaluateVoc([gt([0, 0, 10, 10])], [...d, det([0, 0, 10, 10], 0.9)]);
    expect(Object.keys(perClass)).toEqual(["0"]);
    expect(mapAll).toBe(1);
  });

  it("does not depend on the order of the lists when scores differ", () => {
    fc.assert(
      fc.property(truths, answers, (g, d) => {
        const ranked = d.map((one, i) => ({ ...one, score: one.score + i / 100 }));
        expect(evaluateVoc(g, ranked.toReversed()).mapAll).toBe(evaluateVoc(g, ranked).mapAll);
      }),
    );
  });

  it("never falls when a detection that exactly finds a missing object is added below all others", () => {
    fc.assert(
      fc.property(truths, answers, (g, d) => {
        fc.pre(g.length > 0);
        const before = evaluateVoc(g, d);
        const after = evaluateVoc(g, [...d, det(g[0].box, -1, g[0].image, g[0].label)]);
        expect(after.mapAll!).toBeGreaterThanOrEqual(before.mapAll! - 1e-12);
        expect(after.map11!).toBeGreaterThanOrEqual(before.map11! - 1e-12);
      }),
    );
  });
});

describe("evaluateCoco", () => {
  it("halves AP for a false positive ranked first, with recall 0 at one detection and 1 at ten", () => {
    const { AP, averageRecall } = evaluateCoco([gt([6, 12, 16, 22])], [det([56, 62, 66, 72], 0.95), det([6, 12, 16, 22], 0.9)]);
    expect(AP).toBeCloseTo(0.5, 12);
    expect(averageRecall).toEqual([0, 1, 1]);
  });

  it("counts an IoU of 0.8125 at the seven thresholds up to 0.8", () => {
    const found = evaluateCoco([gt([6, 12, 16, 22])], [det([6, 12, 16, 20.125], 0.9)]);
    expect(found.AP).toBeCloseTo(0.7, 12);
    expect(found.apPerIou).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0, 0]);
    expect(found.AP75).toBe(1);
  });

  it("holds AP50 and AP75 at their thresholds, lies in [0, 1], and recalls more with more detections an image", () => {
    fc.assert(
      fc.property(truths, answers, (g, d) => {
        fc.pre(g.length > 0);
        const { AP, AP50, AP75, apPerIou, averageRecall } = evaluateCoco(g, d);
        expect(AP50).toBe(apPerIou[0]);
        expect(AP75).toBe(apPerIou[5]);
        expect(AP!).toBeLessThanOrEqual(1 + 1e-12);
        expect(AP!).toBeGreaterThanOrEqual(0);
        expect(averageRecall[0]!).toBeLessThanOrEqual(averageRecall[1]!);
        expect(averageRecall[1]!).toBeLessThanOrEqual(averageRecall[2]!);
      }),
    );
  });

  it("has no number for what has no objects, and none for a threshold that was not asked for", () => {
    expect(evaluateCoco([], [det([0, 0, 1, 1], 1)])).toEqual({
      AP: null,
      AP50: null,
      AP75: null,
      apPerIou: [],
      apPerClass: {},
      averageRecall: [null, null, null],
    });
    expect(evaluateCoco([gt([0, 0, 10, 10])], [], { iouThresholds: [0.6] })).toMatchObject({ AP: 0, AP50: null });
    expect(() => evaluateCoco([], [], { iouThresholds: [] })).toThrow("iouThresholds");
    expect(() => evaluateCoco([], [], { maxDetections: [] })).toThrow("maxDetections");
  });

  it("splits by size: a small and a large object each count in their own number only", () => {
    const g = [gt([0, 0, 20, 20]), gt([100, 100, 300, 300])];
    const d = [det([0, 0, 20, 20], 0.9)];
    const all = cocoSummary(g, d);
    expect(all).toMatchObject({ APsmall: 1, APmedium: null, APlarge: 0, ARsmall: 1, ARmedium: null, ARlarge: 0, AR100: 0.5 });
    expect(Object.keys(all)).toHaveLength(12);
  });

  it("does not punish detections outside a size for finding nothing in it", () => {
    const g = [gt([0, 0, 20, 20])];
    const d = [det([200, 200, 400, 400], 0.95), det([0, 0, 20, 20], 0.9)];
    expect(evaluateCoco(g, d, { area: "small" }).AP).toBeCloseTo(1, 12);
    expect(evaluateCoco(g, d).AP).toBeCloseTo(0.5, 12);
  });
});
