import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf, type Level } from "@/lib/challenges";
import { flat } from "@/tests/topics/flat";
import { challenge as kind, labelAll, type Instance } from "./challenge";

const challenge = flat(kind);

/**
 * Object 1: (0,0)–(100,100). A covers 80 of its 100 columns: 0.8. B half of them: 0.5. C a tenth: 0.1.
 * Object 2: (200,0)–(300,100). D covers 40 columns: 0.4, its best. E 20: 0.2.
 */
const HAND: Instance = {
  width: 480,
  height: 320,
  table: true,
  objects: [
    { cls: "sheep", box: [0, 0, 100, 100], flip: false },
    { cls: "sofa", box: [200, 0, 300, 100], flip: false },
  ],
  anchors: [
    [0, 0, 80, 100],
    [0, 0, 50, 100],
    [0, 0, 10, 100],
    [200, 0, 240, 100],
    [280, 0, 300, 100],
  ],
};
const TRUTH = [0, -2, -1, 1, -1];

describe("anchor-labels on a scene worked by hand", () => {
  it("labels by 0.7 and 0.3 and saves the best anchor of the second object", () => {
    const { matches, maxIou } = labelAll(HAND);
    expect(matches).toEqual(TRUTH);
    expect(maxIou).toEqual([0.8, 0.5, 0.1, 0.4, 0.2]);
    expect(challenge.slack(HAND)).toBeCloseTo(0.1, 12);
  });

  it("gives two points a label and one for the wrong object", () => {
    expect(scoreOf(challenge.grade(HAND, { labels: TRUTH }))).toBe(100);
    expect(challenge.grade(HAND, { labels: [1, -2, -1, 1, -1] }).earned).toBe(9);
    expect(challenge.grade(HAND, { labels: [-1, -2, -1, 1, -1] }).earned).toBe(8);
  });

  it("names the forgotten rules", () => {
    const ideas = (labels: number[]) => challenge.grade(HAND, { labels }).misconceptions;
    expect(ideas([0, -2, -1, -2, -1])).toEqual(["forgets-rescue"]);
    expect(ideas([0, -1, -1, 1, -1])).toEqual(["forgets-ignored"]);
    expect(ideas([0, 0, -1, 1, -1])).toEqual(["half-is-enough"]);
    const two: Instance = { ...HAND, anchors: [...HAND.anchors, [0, 0, 100, 90]] };
    expect(challenge.grade(two, { labels: [-2, -2, -1, 1, -1, 0] }).misconceptions).toEqual(["one-anchor-one-object"]);
  });

  it("gives a rescued anchor to the object it overlaps most", () => {
    // F is object 2's best (0.4) but shares more with object 3, which has a better anchor G.
    const near: Instance = {
      ...HAND,
      objects: [
        HAND.objects[0],
        { cls: "sofa", box: [200, 0, 300, 100], flip: false },
        { cls: "cat", box: [240, 0, 340, 100], flip: false },
      ],
      anchors: [HAND.anchors[0], [250, 0, 330, 100], [240, 0, 340, 110]],
    };
    const { matches, own, rescues } = labelAll(near);
    expect(rescues[1].anchors).toEqual([2]);
    expect(own[2]).toBe(2);
    expect(matches).toEqual([0, 2, 2]);
    expect(challenge.grade(near, { labels: [0, 2, 1] }).misconceptions).toEqual(["rescuer-owns"]);
  });

  it("replays thresholds, then rescues, then the result", () => {
    const { steps } = challenge.grade(HAND, { labels: TRUTH });
    expect(steps.map(({ kind }) => kind)).toEqual([...Array(5).fill("threshold"), "rescue", "rescue", "result"]);
    expect(steps[6]).toMatchObject({ object: 1, anchors: [3], changed: [3] });
    expect(steps[7].labels).toEqual(TRUTH);
  });

  it("counts the labels that are missing", () => {
    expect(challenge.check(HAND, { labels: [0, null, -1, null, -1] })).toEqual({
      ready: false,
      missing: { ko: "2개 더 이름표를 붙여요", en: "Label 2 more anchors" },
    });
    expect(challenge.check(HAND, { labels: [0] }).ready).toBe(false);
    expect(challenge.check(HAND, { labels: [2, -2, -1, 1, -1] }).ready).toBe(false);
  });
});

describe.each(LEVELS)("anchor-labels at level %i", (level: Level) => {
  it("keeps clear of every threshold and stays the same after float32, for 300 seeds", () => {
    let ties = 0;
    for (let seed = 0; seed < 300; seed++) {
      const instance = challenge.generate(String(seed), level);
      expect(challenge.slack(instance)).toBeGreaterThanOrEqual(level === 5 ? 0.05 : challenge.margin);
      const answer = challenge.solve(instance);
      expect(scoreOf(challenge.grade(instance, answer))).toBe(100);
      expect(scoreOf(challenge.grade(instance, challenge.empty(instance)))).toBe(0);
      expect(answer.labels.filter((label) => label === -2).length).toBeGreaterThan(0);
      expect(instance.anchors.every((box) => box.every(Number.isInteger))).toBe(true);
      const float32: Instance = { ...instance, anchors: instance.anchors.map((box) => box.map(Math.fround) as unknown as typeof box) };
      expect(challenge.solve(float32)).toEqual(answer);
      if (labelAll(instance).rescues.some(({ anchors }) => anchors.length > 1)) ties++;
    }
    expect(ties).toBe(level === 4 ? 300 : 0);
  });
});
