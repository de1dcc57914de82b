import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { giou, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { rivals } from "./rivals";
import { brokenRule } from "./rules";
import type { Task } from "./task";

describeContract(challenge, { rivals, golden, topic });

const HAND: Task = {
  width: 400,
  height: 300,
  rule: "move",
  objects: [{ cls: "sheep", box: [100, 100, 200, 200], flip: false }],
  targets: [{ object: 0, measure: "iou", hundredths: 50 }],
  start: [290, 6, 390, 106],
  // Equal squares at IoU 1/2 share 2/3 of a side: 67 of 100 pixels give 6700 / 13300 = 0.504.
  example: [133, 100, 233, 200],
  tolerance: 4,
};

const { example, ...view } = HAND;
const graded = (box: BoxXYXY) => challenge.grade({ view, truth: { example } }, { box });

describe("iou-draw on a task worked by hand", () => {
  it("wants two thirds of the square shared for an IoU of one half", () => {
    expect(scoreOf(graded(example))).toBe(100);
    expect(iou([100, 100, 200, 200], [133, 100, 233, 200])).toBeCloseTo(0.5038, 4);
  });

  it("gives nothing for half the square shared, and names the idea", () => {
    const grade = graded([150, 100, 250, 200]);
    // 1/3 is 16.7 hundredths off: more than three tolerances.
    expect(grade.earned).toBe(0);
    expect(grade.misconceptions).toEqual(["half-overlap"]);
  });

  it("waits for a box, and for one that keeps to the rule", () => {
    expect(challenge.check(view, { box: null }).ready).toBe(false);
    expect(challenge.check(view, { box: [133, 100, 240, 200] })).toEqual({
      ready: false,
      missing: { ko: "크기는 바꿀 수 없어요", en: "The size must stay as it was" },
    });
    expect(graded([133, 100, 240, 200]).earned).toBe(0);
    expect(challenge.check(view, { box: example }).ready).toBe(true);
  });

  it("hides the example from the learner", () => {
    expect(Object.keys(challenge.generate("hidden", 2).view)).not.toContain("example");
  });

  it("replays the learner's own box before a right one", () => {
    const { steps } = graded([150, 100, 250, 200]);
    expect(steps.map(({ shows }) => shows)).toEqual(["areas", "shared", "union", "verdict", "example"]);
  });
});

describe("brokenRule", () => {
  const frame = {
    width: 400,
    height: 300,
    objects: [HAND.objects[0], { cls: "dog" as const, box: [220, 100, 300, 200] as const, flip: false }],
    start: HAND.start,
  };
  it("judges each rule at its edge", () => {
    expect(brokenRule({ ...frame, rule: "contain" }, [100, 100, 200, 200])).toBeNull();
    expect(brokenRule({ ...frame, rule: "contain" }, [101, 90, 210, 210])).not.toBeNull();
    expect(brokenRule({ ...frame, rule: "inside" }, [100, 120, 200, 200])).toBeNull();
    expect(brokenRule({ ...frame, rule: "inside" }, [100, 120, 201, 200])).not.toBeNull();
    expect(brokenRule({ ...frame, rule: "avoid" }, [100, 100, 220, 200])).toBeNull();
    expect(brokenRule({ ...frame, rule: "avoid" }, [100, 100, 221, 200])).not.toBeNull();
    expect(brokenRule({ ...frame, rule: "apart" }, [200, 100, 260, 200])).toBeNull();
    expect(brokenRule({ ...frame, rule: "apart" }, [199, 100, 260, 200])).not.toBeNull();
    expect(brokenRule({ ...frame, rule: "free" }, [0, 0, 7, 60])).not.toBeNull();
  });
});

describe.each(LEVELS)("iou-draw at level %i", (level) => {
  it("draws tasks that can be met, for 300 seeds", () => {
    for (let seed = 0; seed < 300; seed++) {
      const { view: task, truth } = challenge.generate(String(seed), level);
      for (const { object, measure, hundredths } of task.targets) {
        const value = (measure === "iou" ? iou : giou)(task.objects[object].box, truth.example);
        expect(Math.abs(100 * value - hundredths)).toBeLessThanOrEqual(0.5 + 1e-9);
      }
    }
  });
});
