import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { funnel, proposalsOf, rulesOf, shorterSide, type View } from "./instance";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/**
 * By hand: squares of 100 on one line, the threshold .7. B lies 10 from A: 90 / 110 = .818, so it falls. C lies 30 from A: 70 / 130 = .538,
 * and 20 from B, which has fallen: 80 / 120 = .667. D is 12 wide. E lies by itself but comes sixth with a limit of five; F is beyond all others.
 */
const square = (x: number): readonly [number, number, number, number] => [x, 0, x + 100, 100];
const view: View = {
  width: 360,
  height: 270,
  sprites: [{ cls: "dog", box: [0, 0, 100, 100], flip: false }],
  boxes: [
    { id: "A", anchor: [0, 0, 60, 60], box: square(0), score: 0.9 },
    { id: "B", anchor: [40, 40, 130, 130], box: square(10), score: 0.8 },
    { id: "C", anchor: [2, 2, 62, 62], box: square(30), score: 0.4 },
    { id: "D", anchor: [200, 100, 300, 200], box: [200, 100, 212, 180], score: 0.7 },
    { id: "F", anchor: [230, 0, 330, 100], box: square(240), score: 0.3 },
    { id: "E", anchor: [140, 150, 240, 250], box: [130, 150, 230, 250], score: 0.2 },
  ],
  before: 5,
  smallest: 16,
  threshold: 0.7,
  shown: true,
};
const whole = { view, truth: null };
const graded = (...keep: string[]) => challenge.grade(whole, { keep });
const noteOn = (id: string, ...keep: string[]) => graded(...keep).parts.find((part) => part.id === id)?.note?.en;

describe("rpn-funnel by hand", () => {
  it("keeps A, C and F", () => {
    expect(proposalsOf(view)).toEqual(["A", "C", "F"]);
    const { beyond, small, entered } = funnel(view, rulesOf(view));
    expect([beyond, small, entered].map((boxes) => boxes.map(({ id }) => id))).toEqual([["E"], ["D"], ["A", "B", "C", "F"]]);
    expect(scoreOf(graded("A", "C", "F"))).toBe(100);
  });

  it("takes 30 points for each slip, so that one does not pass", () => {
    expect(scoreOf(graded("A", "C"))).toBe(70);
    expect(scoreOf(graded("A", "B", "C", "F"))).toBe(70);
    expect(scoreOf(graded("A", "B", "F"))).toBe(40);
    expect(scoreOf(graded("B", "D", "E"))).toBe(0);
  });

  it("names the stage that was ignored", () => {
    expect(graded("A", "B", "C", "F").misconceptions).toEqual(["scores-are-enough"]);
    expect(graded("A", "C", "D", "F").misconceptions).toEqual(["small-ones-stay"]);
    expect(graded("A", "C", "E", "F").misconceptions).toEqual(["limit-forgotten"]);
    expect(graded("A", "B", "D").misconceptions).toEqual(["half-score-cut"]);
    expect(graded("A", "F").misconceptions).toEqual(["nms-keeps-few"]);
    // Of the anchors those of A and C overlap: 58 · 58 of 3,836 = .877.
    expect(graded("A", "B", "F").misconceptions).toEqual(["nms-on-anchors"]);
    expect(graded("A", "C", "F").misconceptions).toEqual([]);
  });

  it("says why each box stays or falls", () => {
    expect(noteOn("B", "A", "B", "C", "F")).toBe("decoded, its IoU with A is 0.82, above 0.7, so it falls.");
    expect(noteOn("D", "A", "C", "D", "F")).toBe("its shorter side is 12 pixels, below 16, so it falls.");
    expect(noteOn("E", "A", "C", "E", "F")).toBe("it is not among the best 5 by score and never gets to NMS.");
    expect(noteOn("C", "A", "F")).toBe("no kept box overlaps it by more than 0.7, so it stays.");
  });

  it("replays the stages in their order, then the rounds", () => {
    expect(graded("A").steps.map(({ type }) => type)).toEqual(["limit", "decode", "small", "pick", "compare", "compare", "pick", "pick"]);
  });

  it("is not ready without a choice, nor with boxes that are not there or chosen twice", () => {
    for (const keep of [[], ["Z"], ["A", "A"]]) expect(challenge.check(view, { keep }).ready).toBe(false);
    expect(challenge.check(view, { keep: ["A"] }).ready).toBe(true);
  });
});

describe("the pictures of rpn-funnel", () => {
  it.each(LEVELS)("ask for what level %i is about, and stand on no edge", (level) => {
    for (let seed = 0; seed < 100; seed++) {
      const { view: drawn } = challenge.generate(`about-${seed}`, level);
      const { beyond, small } = funnel(drawn, rulesOf(drawn));
      expect([small.length > 0, beyond.length > 0]).toEqual([level >= 2, level >= 3]);
      expect(drawn.threshold === 0.7).toBe(level <= 3);
      expect(drawn.shown).toBe(level < 5);
      for (const { box } of drawn.boxes) expect(Math.abs(shorterSide(box) - 16)).toBeGreaterThanOrEqual(2);
    }
  });
});
