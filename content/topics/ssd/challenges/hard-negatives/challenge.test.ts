import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf, type Level } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { positivesOf, truthOf } from "./instance";
import { beliefs, rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/** By loss: 8 ignored, 1, 2 positive, 3, 4, 5, 6, 7. One positive at 3:1 leaves room for 1, 3 and 4. */
const HAND: View = {
  ratio: 3,
  shows: "loss",
  boxes: [
    { label: "negative", value: 310 },
    { label: "positive", value: 250 },
    { label: "negative", value: 190 },
    { label: "negative", value: 120 },
    { label: "negative", value: 105 },
    { label: "negative", value: 40 },
    { label: "negative", value: 9 },
    { label: "ignored", value: 350 },
  ],
};
const whole = (view: View) => ({ view, truth: null });
const scored = (kept: readonly number[], view = HAND) => scoreOf(challenge.grade(whole(view), { kept }));
const belief = (id: string, view = HAND) => beliefs.find(({ misconception }) => misconception === id)?.play(view)?.kept;

describe("hard-negatives on a list worked by hand", () => {
  it("keeps the three with the largest loss, and neither positive nor ignored ones", () => {
    expect(truthOf(HAND)).toEqual([1, 3, 4]);
    expect(scored([1, 3, 4])).toBe(100);
  });

  it("takes half a share for one too few and a third for one too many", () => {
    expect(scored([1, 3])).toBe(50);
    expect(scored([1, 3, 4, 5])).toBe(67);
    expect(scored([1, 3, 5])).toBe(17);
    expect(scored([])).toBe(0);
  });

  it.each([
    ["easy-negatives", [5, 6, 7]],
    ["all-negatives-count", [1, 3, 4, 5, 6, 7]],
    ["positives-are-mined", [1, 2, 3]],
    ["positives-counted-in", [1, 3]],
    ["fixed-cut", [1, 3, 4, 5]],
    ["ignored-are-mined", [1, 3, 8]],
  ] as const)("has %s keep %j", (id, kept) => {
    expect(belief(id)).toEqual(kept);
    expect(challenge.grade(whole(HAND), { kept }).misconceptions).toContain(id);
  });

  it("reads a probability the other way round: the smallest is the hardest", () => {
    const boxes = HAND.boxes.map(({ label }, i) => ({ label, value: [4, 8, 15, 30, 35, 67, 91, 3][i] }));
    const view: View = { ...HAND, shows: "p", boxes };
    expect(truthOf(view)).toEqual([1, 3, 4]);
    expect(belief("large-p-is-hard", view)).toEqual([5, 6, 7]);
    expect(belief("fixed-cut", view)).toEqual([1, 3, 4, 5]);
  });

  it("says why a box is kept or not", () => {
    const { parts } = challenge.grade(whole(HAND), { kept: [2, 5, 8] });
    expect(parts[0].note?.en).toContain("number 1 of the negatives by difficulty. It is kept");
    expect(parts[1].note?.en).toContain("Box 2 is a positive");
    expect(parts[4].note?.en).toContain("It is not kept: there is room for 3 × 1 = 3");
    expect(parts[7].note?.ko).toContain("8번은 제외된 상자라서");
  });
});

describe.each(LEVELS)("hard-negatives at level %i", (level: Level) => {
  const views = Array.from({ length: 60 }, (_, seed) => challenge.generate(`held ${seed}`, level).view);

  it("asks for one thing more than the level before, in numbers that vary", () => {
    expect(new Set(views.map(({ shows }) => shows))).toEqual(new Set([level === 5 ? "p" : "loss"]));
    expect(new Set(views.map(({ ratio }) => ratio))).toEqual(new Set(level >= 4 ? [2, 4, 5] : [3]));
    expect(new Set(views.map((view) => positivesOf(view) === 1))).toEqual(new Set([level === 1]));
    expect(new Set(views.map(({ boxes }) => boxes.some(({ label }) => label === "ignored")))).toEqual(new Set([level >= 3]));
    expect(new Set(views.map(({ boxes }) => boxes.length)).size).toBeGreaterThan(3);
    for (const view of views) {
      expect(truthOf(view)).toHaveLength(view.ratio * positivesOf(view));
      const values = view.boxes.map(({ value }) => value).sort((a, b) => a - b);
      expect(Math.min(...values.slice(1).map((value, i) => value - values[i]))).toBeGreaterThanOrEqual(2);
    }
  });
});
