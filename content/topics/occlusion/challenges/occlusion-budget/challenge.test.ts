import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { fromPairs, heatOf, judge, patchesOver, rightDesign, rightPlaces, type DesignView, type PlacesView } from "./instance";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

const base: PlacesView = {
  task: "mean",
  scene: 0,
  label: 7,
  value: 500,
  count: 2,
  corner: 0,
  scores: [500, 400, 500, 500, 100, 500, 500, 500, 300],
  other: null,
  second: [],
  cells: [],
  pairs: [],
};
const design: DesignView = { task: "design", side: 112, budget: 120, smallest: 8, largest: 24 };

describe("occlusion-budget", () => {
  it("takes means over one, two or four patches: worked by hand", () => {
    // Drops 0 1 0 / 0 4 0 / 0 0 2: the corner block has 2 alone, the inner ones (1 + 4) ÷ 4, 4 ÷ 4 and (4 + 2) ÷ 4.
    expect(patchesOver(15)).toEqual([8]);
    expect(patchesOver(5)).toEqual([0, 1, 3, 4]);
    const heat = heatOf(base).map((quarters) => quarters / 400);
    expect([heat[15], heat[10], heat[5], heat[6], heat[1], heat[0]]).toEqual([2, 1.5, 1.25, 1.25, 0.5, 0]);
    expect(rightPlaces(base, null)).toEqual([10, 15]);
    const grade = challenge.grade({ view: base, truth: null }, { places: [5, 15], patch: null, stride: null });
    expect(scoreOf(grade)).toBe(0);
    expect(grade.parts[10].note?.en).toBe("Mean drop: (4.00 + 0.00 + 0.00 + 2.00) ÷ 4 = 1.500");
  });

  it("asks for the smaller drop of two colours", () => {
    const view: PlacesView = { ...base, task: "both", count: 1, other: "white", scores: [100, 300, 480], second: [490, 320, 200] };
    expect(heatOf(view).map((quarters) => quarters / 400)).toEqual([0.1, 1.8, 0.2]);
  });

  it("finds the finest stride that reaches the border within the budget: worked by hand", () => {
    // 120 → 10 along a side, 9 strides at most. 112 − 24 = 88 = 8 × 11 is too many; 112 − 16 = 96 = 12 × 8; 112 − 12 = 100 = 10 × 10.
    expect(judge(design, 16, 12)).toEqual({ size: true, covers: true, within: true });
    expect(judge(design, 24, 8)).toEqual({ size: true, covers: true, within: false });
    expect(judge(design, 20, 10)).toEqual({ size: true, covers: false, within: true });
    expect(judge(design, 16, 24).covers).toBe(false);
    expect(rightDesign(design)).toEqual({ patch: 16, stride: 12 });
    const grade = challenge.grade({ view: design, truth: null }, { places: [], patch: 24, stride: 10 });
    expect(grade.earned).toBe(2);
    expect(grade.misconceptions).toEqual(["border-covers-itself"]);
    expect(grade.parts[1].note?.ko).toContain("끝의 8픽셀");
  });

  it("keeps level 5 for sets that pairs tell and single places do not", () => {
    for (let seed = 0; seed < 100; seed++) {
      const { view, truth } = challenge.generate(`pairs-${seed}`, 5);
      if (view.task !== "joint" || !truth) throw new Error("not of this level");
      const right = rightPlaces(view, truth);
      const others = challenge.grade({ view, truth }, { places: right, patch: null, stride: null });
      expect(scoreOf(others)).toBe(100);
      expect(fromPairs(view, right)).toBeGreaterThan(0);
      expect(view.pairs).toHaveLength(15);
    }
  });

  it("draws fast: under 20 ms in the mean", () => {
    for (const level of LEVELS) {
      challenge.generate("warm", level);
      const times = Array.from({ length: 60 }, (_, i) => {
        const begun = performance.now();
        challenge.generate(`time-${i}`, level);
        return performance.now() - begun;
      });
      expect(times.reduce((a, b) => a + b, 0) / times.length).toBeLessThan(20);
    }
  });
});
