import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { areaUnderEnvelope, averagePrecision, precisionEnvelope, precisionRecall } from "@/lib/engine/evaluate";

const lessons = ["ko", "en"].map((locale) => readFileSync(`content/topics/object-detection/lesson.${locale}.mdx`, "utf8"));

describe("the lesson's numbers are the engine's", () => {
  it("T F T T F of 4 objects: the table, and the AP by each definition", () => {
    const curve = precisionRecall([1, 0, 1, 1, 0], 4);
    const two = (values: Iterable<number>) => [...values].map((value) => value.toFixed(2));
    const [precision, envelope] = [two(curve.precision), two(precisionEnvelope(curve))];
    const aps = (["11-point", "all-point", "101-point"] as const).map((rule) => averagePrecision(curve, rule).toFixed(3));
    for (const lesson of lessons) {
      const rows = [...lesson.matchAll(/^\| (\d) \| [TF] \|.*= (\d\.\d\d) \| .* \| (\d\.\d\d) \|$/gm)];
      expect(rows.map(([, , value]) => value)).toEqual(precision);
      expect(rows.map(([, , , value]) => value)).toEqual(envelope);
      expect(lesson).toMatch(new RegExp(aps.map((ap) => ap.replace(".", "\\.")).join(".{1,6}")));
    }
  });

  it("the car park: TPs first 0.9, FPs first about 0.65", () => {
    const hits = [...Array<number>(18).fill(1), ...Array<number>(7).fill(0)];
    expect(areaUnderEnvelope(precisionRecall(hits, 20))).toBeCloseTo(0.9, 12);
    expect(areaUnderEnvelope(precisionRecall([...hits].reverse(), 20))).toBeCloseTo(0.72 * 0.9, 12);
  });
});
