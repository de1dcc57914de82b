import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { smoothL1 } from "@/lib/engine/losses";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { billsOf, isRight, MINUS_LOG, minusLog, smooth } from "./instance";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

const roi = (object: number, iou: number | null, probabilities: number[], errors: number[]) => ({
  object,
  iou,
  probabilities,
  errors,
  box: null,
});

/** λ = 2; the objects' losses: A .36 + 2 · (.125 + 2.5) = 5.61, B .69 (background), C .92 + 2 · (.02 + 1) = 2.96, D 0 (not drawn). */
const view: View = {
  asked: "all",
  lambda: 2,
  rois: [roi(1, 50, [2, 7, 1], [5, -30]), roi(2, 49, [5, 2, 3], [4, 20]), roi(2, 80, [4, 2, 4], [-2, 15]), roi(1, 9, [8, 1, 1], [9, 25])],
};
const whole = { view, truth: null };
const grade = (...losses: number[]) => challenge.grade(whole, { losses });

describe("two-losses", () => {
  it("bills the hand-worked table as worked by hand", () => {
    expect(billsOf(view).map(({ due }) => due)).toEqual([5610, 690, 2960, 0]);
    expect(billsOf({ ...view, asked: "box" }).map(({ due }) => due)).toEqual([2625, 0, 1020, 0]);
    expect(scoreOf(grade(561, 69, 296, 0))).toBe(100);
  });

  it("bends errors and takes logarithms as the engine does", () => {
    for (let x = -30; x <= 30; x++) expect(smooth(x) / 1000).toBeCloseTo(smoothL1([x / 10], [0]).loss, 9);
    MINUS_LOG.forEach((hundredths, i) => expect(hundredths).toBe(Math.round(-100 * Math.log((i + 1) / 10))));
    expect(minusLog(7)).toBe(36);
  });

  it("takes what lies within .03, or within 3% of a larger loss", () => {
    expect([isRight(690, 66), isRight(690, 72), isRight(690, 65), isRight(690, 73)]).toEqual([true, true, false, false]);
    expect([isRight(5610, 577), isRight(5610, 579), isRight(0, 3), isRight(0, 4)]).toEqual([true, false, true, false]);
  });

  it("says what a RoI pays and why", () => {
    const { parts } = grade(0, 0, 0, 100);
    expect(parts[0].note?.en).toBe(
      "Its IoU is 0.5 or more, so it is an object. The dog has probability 0.7; the loss is 0.36 + 2 × (0.125 + 2.50) = 5.61.",
    );
    expect(parts[1].note?.en).toContain("Background pays for its class alone: −log 0.5 = 0.69.");
    expect(parts[3].note?.en).toBe("Its IoU is below 0.1: it is not drawn, and its loss is 0.");
  });

  it("names the wrong way whose very answer it is, however it was rounded", () => {
    // λ forgotten: .36 + 2.625 and .92 + 1.02.
    expect(grade(299, 69, 194, 0).misconceptions).toEqual(["lambda-is-one"]);
    expect(grade(298, 69, 194, 0).misconceptions).toEqual(["lambda-is-one"]);
    // D taught background: −log .8.
    expect(grade(561, 69, 296, 22).misconceptions).toEqual(["rest-is-background"]);
  });

  it("waits for every loss", () => {
    expect(challenge.check(view, { losses: [1, 2, 3, null] }).ready).toBe(false);
    expect(challenge.check(view, { losses: [1, 2, 3] }).ready).toBe(false);
    expect(challenge.check(view, { losses: [1, 2, 3, 4] }).ready).toBe(true);
  });

  it("draws shares that add up to one, counts that differ, and IoUs off the limits", () => {
    for (const level of LEVELS) {
      const drawn = Array.from({ length: 60 }, (_, i) => challenge.generate(`counts-${i}`, level).view);
      expect(new Set(drawn.map(({ rois }) => rois.length)).size).toBeGreaterThan(1);
      for (const { rois } of drawn)
        for (const { probabilities, iou } of rois) {
          expect([0, 10]).toContain(probabilities.reduce((a, b) => a + b, 0));
          if (iou !== null) for (const limit of [10, 50]) expect(Math.abs(iou - limit)).toBeGreaterThanOrEqual(3);
        }
    }
  });
});
