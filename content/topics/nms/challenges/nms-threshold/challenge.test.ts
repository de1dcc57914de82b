import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { challenge, rightChoices, stepAt, type Instance } from "./challenge";

/**
 * Worked by hand, 100 high. Two dogs side by side at x 0–100 and 60–160: their best boxes A and C overlap by 40/160 = .25.
 * B is A moved by 20 (IoU with A 80/120 = .667, with C 60/140 = .429).
 * t < .25 loses the second dog; .25 < t < .667 keeps each once; t > .667 keeps B as well.
 */
const instance: Instance = {
  width: 360,
  height: 270,
  sprites: [
    { cls: "dog", box: [0, 0, 100, 100], flip: false },
    { cls: "dog", box: [60, 0, 160, 100], flip: false },
  ],
  boxes: [
    { id: "A", cls: "dog", box: [0, 0, 100, 100], score: 0.9 },
    { id: "B", cls: "dog", box: [20, 0, 120, 100], score: 0.8 },
    { id: "C", cls: "dog", box: [60, 0, 160, 100], score: 0.7 },
  ],
  objects: [0, 0, 1],
};

describe("nms-threshold", () => {
  it("finds 0.3 to 0.65 right for the hand-worked pair (0.25 lies on a choice and is not drawn)", () => {
    expect(stepAt(instance, 20).kept).toEqual(["A"]);
    expect(stepAt(instance, 50).kept).toEqual(["A", "C"]);
    expect(stepAt(instance, 70).kept).toEqual(["A", "B", "C"]);
    expect(rightChoices(instance)).toEqual([25, 30, 35, 40, 45, 50, 55, 60, 65]);
    expect(challenge.slack(instance)).toBeLessThan(challenge.margin);
  });

  it("gives a point per object kept once and names the wrong idea", () => {
    expect(challenge.grade(instance, { hundredths: 50 })).toMatchObject({ earned: 2, total: 2, misconceptions: [] });
    expect(challenge.grade(instance, { hundredths: 90 })).toMatchObject({ earned: 1, total: 2, misconceptions: ["higher-drops-more"] });
    expect(challenge.grade(instance, { hundredths: 5 })).toMatchObject({ earned: 1, total: 2, misconceptions: ["lower-is-safer"] });
    expect(scoreOf(challenge.grade(instance, { hundredths: null }))).toBe(0);
  });

  it("refuses thresholds that cannot be chosen", () => {
    for (const hundredths of [0, 100, 7, 50.5, NaN, "50"]) expect(challenge.answerSchema.safeParse({ hundredths }).success).toBe(false);
    expect(challenge.check(challenge.view(instance), { hundredths: null }).ready).toBe(false);
  });

  it("draws pictures in which both ends of the slider fail", () => {
    for (const level of LEVELS) {
      for (let seed = 0; seed < 20; seed++) {
        const drawn = challenge.generate(String(seed), level);
        expect(stepAt(drawn, 5).perObject).toContain(0);
        expect(Math.max(...stepAt(drawn, 95).perObject)).toBeGreaterThan(1);
      }
    }
  });

  it("does not tell which box belongs to which object", () => {
    expect(Object.keys(challenge.view(instance))).not.toContain("objects");
  });
});
