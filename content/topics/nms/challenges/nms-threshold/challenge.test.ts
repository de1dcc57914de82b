import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { challenge as kind, type Instance } from "./challenge";
import { NARROWEST } from "./draw";
import { flat } from "@/tests/topics/flat";
import { rightChoices, stepAt, windowOf } from "./instance";

const challenge = flat(kind);

/**
 * Worked by hand, 100 high. Two dogs side by side at x 0–100 and 60–160: their best boxes A and C overlap by 40/160 = .25.
 * B is A moved by 20 (IoU with A 80/120 = .667, with C 60/140 = .429). D stands alone with its double E moved by 10
 * (IoU 90/110 = .818).
 * t < .25 loses the second dog; .25 ≤ t < .667 keeps each once; from .667 B stays too; from .818 E as well.
 */
const instance: Instance = {
  width: 360,
  height: 270,
  sprites: [
    { cls: "dog", box: [0, 0, 100, 100], flip: false },
    { cls: "dog", box: [60, 0, 160, 100], flip: false },
    { cls: "dog", box: [220, 0, 320, 100], flip: false },
  ],
  boxes: [
    { id: "A", cls: "dog", box: [0, 0, 100, 100], score: 0.9 },
    { id: "B", cls: "dog", box: [20, 0, 120, 100], score: 0.8 },
    { id: "C", cls: "dog", box: [60, 0, 160, 100], score: 0.7 },
    { id: "D", cls: "dog", box: [220, 0, 320, 100], score: 0.6 },
    { id: "E", cls: "dog", box: [230, 0, 330, 100], score: 0.5 },
  ],
  objects: [0, 0, 1, 2, 2],
};
const grade = (hundredths: number | null) => challenge.grade(instance, { hundredths });

describe("nms-threshold", () => {
  it("keeps what the hand-worked row says on each side of the two edges", () => {
    expect(stepAt(instance, 20).kept).toEqual(["A", "D"]);
    expect(stepAt(instance, 50).kept).toEqual(["A", "C", "D"]);
    expect(stepAt(instance, 70).kept).toEqual(["A", "B", "C", "D"]);
    expect(stepAt(instance, 85).kept).toEqual(["A", "B", "C", "D", "E"]);
    expect(rightChoices(instance)).toEqual([25, 30, 35, 40, 45, 50, 55, 60, 65]);
  });

  it("finds the window between the neighbours' overlap and the duplicates'", () => {
    const [low, high] = windowOf(instance) ?? [];
    expect(low).toBe(40 / 160);
    expect(high).toBe(80 / 120);
  });

  it("refuses to call an IoU that lies on a choice safe", () => {
    // A and C overlap by exactly .25.
    expect(challenge.slack(instance)).toBe(0);
    expect(challenge.slack(instance)).toBeLessThan(challenge.margin);
  });

  it("gives a point per object kept once and takes one per object lost or doubled", () => {
    expect(grade(50)).toMatchObject({ earned: 3, total: 3, misconceptions: [] });
    expect(grade(70)).toMatchObject({ earned: 1, total: 3, misconceptions: ["higher-drops-more"] });
    expect(grade(90)).toMatchObject({ earned: 0, total: 3, misconceptions: ["higher-drops-more"] });
    expect(grade(5)).toMatchObject({ earned: 1, total: 3, misconceptions: ["lower-is-safer"] });
    expect(scoreOf(grade(null))).toBe(0);
  });

  it("names the habit of always answering 0.5 where 0.5 is wrong", () => {
    const near: Instance = {
      ...instance,
      boxes: [instance.boxes[0], { id: "B", cls: "dog", box: [40, 0, 140, 100], score: 0.8 }],
      objects: [0, 0],
      sprites: [instance.sprites[0]],
    };
    // B overlaps A by 60/140 = .429: at .5 the one dog keeps both.
    expect(challenge.grade(near, { hundredths: 50 }).misconceptions).toEqual(["higher-drops-more", "always-half"]);
  });

  it("says in the verdict how much neighbours and duplicates overlap", () => {
    expect(grade(50).summary.en).toBe(
      "Just right. Neighbours overlap by up to 0.25, duplicates by 0.67 or more: any threshold in between keeps every object once.",
    );
    expect(grade(70).summary.en).toContain("Only 2 of 3 were kept once.");
  });

  it("replays every choice with who dropped whom", () => {
    const { steps } = grade(20);
    expect(steps.map((s) => s.hundredths)).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95]);
    expect(steps[3].fallen).toEqual([
      { id: "B", by: "A", iou: 80 / 120 },
      { id: "C", by: "A", iou: 40 / 160 },
      { id: "E", by: "D", iou: 90 / 110 },
    ]);
    expect(steps[3].perObject).toEqual([1, 0, 1]);
  });

  it("refuses thresholds that cannot be chosen", () => {
    for (const hundredths of [0, 100, 7, 50.5, NaN, "50"]) expect(challenge.answerSchema.safeParse({ hundredths }).success).toBe(false);
    expect(challenge.check(challenge.view(instance), { hundredths: null }).ready).toBe(false);
  });

  it("does not tell which box belongs to which object", () => {
    expect(Object.keys(kind.generate("hidden", 2).view).sort()).toEqual(["boxes", "height", "sprites", "width"]);
  });
});

describe("the pictures of nms-threshold", () => {
  const SEEDS = 300;

  it.each(LEVELS)("have at level %i one stretch of right thresholds at least 0.1 wide and fail at both ends of the slider", (level) => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const drawn = challenge.generate(`window-${seed}`, level);
      const [low, high] = windowOf(drawn) ?? [0, 0];
      expect(high - low).toBeGreaterThanOrEqual(NARROWEST);
      expect(rightChoices(drawn)).toEqual(Array.from({ length: 19 }, (_, i) => 5 + 5 * i).filter((h) => h / 100 > low && h / 100 < high));
      expect(stepAt(drawn, 5).perObject).toContain(0);
      expect(Math.max(...stepAt(drawn, 95).perObject)).toBeGreaterThan(1);
    }
  });

  it("do not reward always answering 0.5, and less so the higher the level", () => {
    const rate = (level: (typeof LEVELS)[number]) => {
      let right = 0;
      for (let seed = 0; seed < SEEDS; seed++) if (rightChoices(challenge.generate(`half-${seed}`, level)).includes(50)) right++;
      return right / SEEDS;
    };
    expect(rate(1)).toBeLessThan(0.65);
    expect(rate(5)).toBeLessThan(0.45);
  });
});
