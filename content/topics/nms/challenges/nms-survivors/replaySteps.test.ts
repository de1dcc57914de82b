import { describe, expect, it } from "vitest";
import type { Instance, Step } from "./challenge";
import { captionsOf, decisiveStep, roundOf } from "./replaySteps";

const drop = (by: string, id: string, iou: number): Step => ({ type: "compare", by, id, iou, suppressed: true });
const spare = (by: string, id: string, iou: number): Step => ({ type: "compare", by, id, iou, suppressed: false });
const steps: Step[] = [
  { type: "pick", id: "A", score: 0.9 },
  drop("A", "B", 0.7),
  spare("A", "C", 0.3),
  drop("A", "M", 0.6),
  { type: "pick", id: "C", score: 0.5 },
];
const instance: Instance = {
  width: 100,
  height: 100,
  sprites: [],
  threshold: 0.5,
  boxes: ["A", "B", "C", "M"].map((id, i) => ({ id, cls: "dog", box: [0, 0, 9, 9], score: 0.9 - i / 10 })),
};

describe("the replay of nms-survivors", () => {
  it("settles a box where it is kept or dropped, not where it is merely compared", () => {
    expect(["A", "B", "C", "M"].map((id) => decisiveStep(steps, id))).toEqual([0, 1, 4, 3]);
  });

  it("shows what the running round has dropped so far, and nothing of earlier rounds or at the end", () => {
    expect(roundOf(steps, 3).map((s) => s.id)).toEqual(["B"]);
    expect(roundOf(steps, 4)).toEqual([]);
    expect(roundOf(steps, 5)).toEqual([]);
  });

  it("says at each misstep what the learner did, with the particle that fits", () => {
    const ko = captionsOf(instance, steps, new Set(["M", "C"]), new Set(["A", "M"]), "ko");
    expect(ko).toHaveLength(steps.length + 1);
    expect(ko[3]).toBe("A와 M의 IoU는 0.60, 0.5보다 커요. M을 지워요. 여기예요: M을 골랐지만 지워져요.");
    expect(ko[4]).toContain("C를 고르지 않았지만 살아남아요.");
    expect(captionsOf(instance, steps, new Set(), new Set(["A", "C"]), "en")[5]).toBe("Done. 2 of 4 boxes are left: A, C.");
  });
});
