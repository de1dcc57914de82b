import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf, type Level } from "@/lib/challenges";
import { focalGradientAt, focalLossAt } from "@/lib/engine/losses";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { budgetOf, rightGammas, weightOf, type View } from "./instance";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand at γ 0, 1 and 2, values: one place at pₜ 0.9 has 0.105361, 0.0105361, 0.00105361; at 0.5 it has 0.693147, 0.346574,
 * 0.173287. 1,000 easy places beside 40 hard ones: 105.361 of 133.087 (79.2%), 10.5361 of 24.399 (43.2%), 1.05361 of 7.98509 (13.2%).
 */
const view: View = {
  quantity: "value",
  groups: [
    { id: "flat", count: 1000, pt: 900 },
    { id: "alike", count: 40, pt: 500 },
    { id: "unsure", count: 10, pt: 500 },
  ],
  limits: { easy: 450, keep: null, objects: null, wrong: null },
};
const grade = (of: View, gamma: number | null, alpha: number | null = null) => challenge.grade({ view: of, truth: null }, { gamma, alpha });

describe("focal-gamma", () => {
  it("weighs one place as the engine does", () => {
    for (const pt of [20, 104, 500, 900, 995]) {
      for (const gamma of [0, 5, 20, 50]) {
        expect(weightOf(pt, gamma, "value")).toBeCloseTo(focalLossAt(pt / 1000, gamma / 10), 12);
        expect(weightOf(pt, gamma, "gradient")).toBeCloseTo(focalGradientAt(pt / 1000, gamma / 10), 12);
      }
    }
  });

  it("shares out as the hand-worked row says", () => {
    expect(budgetOf(view, 0, null).easy).toBeCloseTo(105.361 / 133.087, 4);
    expect(budgetOf(view, 10, null).easy).toBeCloseTo(10.5361 / 24.399, 4);
    expect(budgetOf(view, 20, null).easy).toBeCloseTo(1.05361 / 7.98509, 4);
    expect(budgetOf(view, 10, null).keep).toBe(0.5);
    // Objects: 10 · 0.346574 = 3.46574 of 27.86474; with α = 0.8 four times as heavy against the background: 13.86296 of 38.26196.
    expect(budgetOf(view, 10, null).objects).toBeCloseTo(3.46574 / 27.86474, 4);
    expect(budgetOf(view, 10, 80).objects).toBeCloseTo(13.86296 / 38.26196, 4);
    expect(budgetOf(view, 10, 80).shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("takes the smallest γ and three steps more where nothing caps it", () => {
    expect(rightGammas(view)).toEqual([10, 11, 12, 13]);
    expect([9, 10, 13, 14, 15].map((gamma) => grade(view, gamma).earned)).toEqual([33, 100, 100, 33, 0]);
    expect(scoreOf(grade(view, null))).toBe(0);
  });

  it("says in the verdict which limit is broken, and that a γ was too large where every limit holds", () => {
    const strict = { ...view, limits: { ...view.limits, keep: 400, objects: [100, 200] as const } };
    expect(grade(view, 50).summary.en).toContain("It keeps the limit but is too large: the smallest γ");
    expect(grade(view, 50).summary.ko).toContain("한도는 지켰지만 너무 커요.");
    const { en } = grade(strict, 20, 95).summary;
    expect(en).toContain("The unsure objects keep only 25.0%");
    expect(en).not.toContain("easy background");
    // At another γ the objects have another share: which way α must go from here would mislead.
    expect(en).not.toContain("α must");
    expect(grade(strict, 10, 95).summary.en).toMatch(/The objects have [\d.]+%: too much, α must be smaller/);
    expect(grade(view, 10).summary.en).toBe("The right γ is 1.0 to 1.3.");
  });

  it("stops at the cap of the unsure objects: at least 40% are left up to γ 1.3, since 0.5^1.3 = 0.406", () => {
    expect(rightGammas({ ...view, limits: { ...view.limits, keep: 400 } })).toEqual([10, 11, 12, 13]);
    expect(rightGammas({ ...view, limits: { ...view.limits, keep: 450 } })).toEqual([10, 11]);
  });

  it("gives half an answer less than half of the points, and a bonus for both", () => {
    const both: View = { ...view, limits: { easy: 450, keep: 450, objects: [320, 400], wrong: null } };
    expect(grade(both, 10, 80)).toMatchObject({ earned: 100, misconceptions: [] });
    expect(grade(both, 10, 20).earned).toBe(45);
    expect(grade(both, 40, 80).earned).toBeLessThan(50);
  });

  it("names who mirrors α and who measures values instead of gradients", () => {
    const instance = challenge.generate("names", 4);
    const { gamma, alpha } = challenge.solve(instance);
    expect(challenge.grade(instance, { gamma, alpha: 100 - (alpha ?? 0) }).misconceptions).toContain("alpha-lifts-the-rare");
    const asValues = rivals.beliefs.find(({ misconception }) => misconception === "value-is-gradient")?.play(instance.view);
    expect(asValues?.gamma).toBeLessThan(gamma ?? 0);
    expect(challenge.grade(instance, asValues ?? { gamma: null, alpha: null }).misconceptions).toContain("value-is-gradient");
  });

  it("never says what the groups add up to: the view has counts, pₜ and limits alone", () => {
    expect(Object.keys(challenge.generate("hidden", 5).view).sort()).toEqual(["groups", "limits", "quantity"]);
    expect(Object.keys(challenge.generate("hidden", 5).view.groups[0]).sort()).toEqual(["count", "id", "pt"]);
  });
});

describe("the populations of focal-gamma", () => {
  const SEEDS = 300;
  const viewsAt = (level: Level) => Array.from({ length: SEEDS }, (_, i) => challenge.generate(`population-${i}`, level).view);

  it.each(LEVELS)("have at level %i four right γs in a row, spread over the knob", (level) => {
    const smallest = viewsAt(level).map((each) => {
      const right = rightGammas(each);
      expect(right).toEqual([0, 1, 2, 3].map((more) => right[0] + more));
      return right[0];
    });
    // Six stretches of the knob, none of them the usual one.
    const stretches = [3, 9, 15, 21, 27, 33].map((from) => smallest.filter((gamma) => gamma >= from && gamma < from + 6).length);
    for (const count of stretches) expect(count).toBeLessThan(SEEDS / 3);
    for (const count of stretches.slice(0, 5)) expect(count).toBeGreaterThan(SEEDS / 12);
  });

  it("ask at level 5 for less γ than the unsure objects alone would allow", () => {
    for (const each of viewsAt(5)) {
      const right = rightGammas(each);
      const without = rightGammas({ ...each, limits: { ...each.limits, wrong: null } });
      expect(without[without.length - 1]).toBeGreaterThanOrEqual(right[right.length - 1] + 10);
    }
  });
});
