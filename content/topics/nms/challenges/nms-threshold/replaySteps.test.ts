import { describe, expect, it } from "vitest";
import { stepAt, type Instance } from "./instance";
import { captionOf, troubleAt } from "./replaySteps";

/** A and C are the best boxes of two dogs (IoU 40/160 = .25), B doubles A (80/120 = .667). */
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
const pairs = (hundredths: number) => troubleAt(instance, stepAt(instance, hundredths)).map(({ kind, a, b }) => `${kind} ${a.id}${b.id}`);

describe("the replay of nms-threshold", () => {
  it("names the pair behind a lost and behind a doubled object, and none where all is well", () => {
    expect(pairs(20)).toEqual(["lost AC"]);
    expect(pairs(50)).toEqual([]);
    expect(pairs(70)).toEqual(["doubled AB"]);
  });

  it("says what a threshold does, and which one was the learner's", () => {
    expect(captionOf(instance, stepAt(instance, 20), true, "en")).toBe(
      "t = 0.20 (your answer): 1 lost, 0 kept more than once. A drops its neighbour's C.",
    );
    expect(captionOf(instance, stepAt(instance, 70), false, "ko")).toBe(
      "t = 0.70: 사라진 물체 0개, 겹쳐 남은 물체 1개. A와 B가 함께 남아요.",
    );
    expect(captionOf(instance, stepAt(instance, 50), false, "en")).toBe("t = 0.50: every object is kept once.");
  });
});
