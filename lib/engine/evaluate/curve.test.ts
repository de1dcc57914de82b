import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderEnvelope, averagePrecision, interpolatedAp, precisionEnvelope, precisionRecall, type ApRule } from ".";

const RULES: readonly ApRule[] = ["11-point", "all-point", "101-point"];
const golden = precisionRecall([true, true, false, true, false, false, true, false], 5);

/** Ranked answers, and at least as many objects as hits. */
const ranked = fc
  .array(fc.boolean(), { maxLength: 25 })
  .chain((hits) => fc.tuple(fc.constant(hits), fc.integer({ min: Math.max(1, hits.filter(Boolean).length), max: 30 })));

describe("average precision", () => {
  it("of T T F T F F T F with 5 objects is 0.694805, 0.664286 and 0.667610 under the three rules", () => {
    expect(averagePrecision(golden, "11-point")).toBeCloseTo(0.694805, 6);
    expect(averagePrecision(golden, "all-point")).toBeCloseTo(0.664286, 6);
    expect(averagePrecision(golden, "101-point")).toBeCloseTo(0.66761, 6);
  });

  it("gives three different answers for the same list: the rule must be named", () => {
    expect(new Set(RULES.map((rule) => averagePrecision(golden, rule).toFixed(4))).size).toBe(3);
  });

  it("counts 3 of 10 as recall 0.3 when compared exactly, and not when 3 · 0.1 is compared in floating point", () => {
    // Three hits, then nothing: recall stops at 3/10, the fourth of eleven points.
    const curve = precisionRecall([true, true, true], 10);
    expect(0.1 * 3).toBeGreaterThan(3 / 10);
    expect(interpolatedAp(curve, 11)).toBeCloseTo(4 / 11, 12);
    expect(interpolatedAp(curve, 11, "double")).toBeCloseTo(3 / 11, 12);
  });

  it("counts 7 of 10 as recall 0.7 of the 101 points when compared exactly, and not in floating point", () => {
    const curve = precisionRecall(new Array<boolean>(7).fill(true), 10);
    expect(averagePrecision(curve, "101-point")).toBeCloseTo(71 / 101, 12);
    expect(averagePrecision(curve, "101-point", "double")).toBeCloseTo(70 / 101, 12);
  });

  it("lies in [0, 1], is 0 without hits and 1 when every object is found before any false positive", () => {
    fc.assert(
      fc.property(ranked, ([hits, positives]) => {
        for (const rule of RULES) {
          const ap = averagePrecision(precisionRecall(hits, positives), rule);
          expect(ap).toBeGreaterThanOrEqual(0);
          expect(ap).toBeLessThanOrEqual(1 + 1e-12);
          expect(
            averagePrecision(
              precisionRecall(
                hits.map(() => false),
                positives,
              ),
              rule,
            ),
          ).toBe(0);
          const perfect = [...new Array<boolean>(positives).fill(true), false, false];
          expect(averagePrecision(precisionRecall(perfect, positives), rule)).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it("never falls when a false positive becomes a hit, when one is taken out, or when a hit is added at the end", () => {
    fc.assert(
      fc.property(ranked, fc.nat(), ([hits, positives], pick) => {
        const room = positives + 1; // one more object, so that one more hit fits
        const wrong = hits.flatMap((hit, i) => (hit ? [] : [i]));
        for (const rule of RULES) {
          const before = averagePrecision(precisionRecall(hits, room), rule) - 1e-12;
          expect(averagePrecision(precisionRecall([...hits, true], room), rule)).toBeGreaterThanOrEqual(before);
          if (wrong.length === 0) continue;
          const at = wrong[pick % wrong.length];
          expect(averagePrecision(precisionRecall(hits.with(at, true), room), rule)).toBeGreaterThanOrEqual(before);
          expect(averagePrecision(precisionRecall(hits.toSpliced(at, 1), room), rule)).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  it("does not change when false positives are added behind the last hit", () => {
    fc.assert(
      fc.property(ranked, ([hits, positives]) => {
        for (const rule of RULES) {
          const longer = precisionRecall([...hits, false, false], positives);
          expect(averagePrecision(longer, rule)).toBeCloseTo(averagePrecision(precisionRecall(hits, positives), rule), 12);
        }
      }),
    );
  });
});

describe("the precision–recall curve", () => {
  it("of T F T with 2 objects has precision 1, 1/2, 2/3, recall 1/2, 1/2, 1 and the envelope 1, 2/3, 2/3", () => {
    const curve = precisionRecall([1, 0, 1], 2);
    expect([...curve.precision]).toEqual([1, 1 / 2, 2 / 3]);
    expect([...curve.recall]).toEqual([1 / 2, 1 / 2, 1]);
    expect([...precisionEnvelope(curve)]).toEqual([1, 2 / 3, 2 / 3]);
    expect([...curve.precision]).toEqual([1, 1 / 2, 2 / 3]);
    expect(areaUnderEnvelope(curve)).toBeCloseTo(5 / 6, 12);
  });

  it("refuses more hits than objects, no objects at all, and an unknown rule", () => {
    expect(() => precisionRecall([true, true], 1)).toThrow("hits");
    expect(() => precisionRecall([], 0)).toThrow("positives");
    expect(() => averagePrecision(golden, "10-point" as ApRule)).toThrow("rule");
    expect(() => interpolatedAp(golden, 1)).toThrow("points");
  });
});
