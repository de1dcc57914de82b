import { describe, expect, it } from "vitest";
import { challenge } from "./challenge";
import { captionOf, mineOf, stepsOf } from "./replaySteps";

const { view } = challenge.generate("replay", 3);
const right = challenge.solve({ view, truth: null });

describe("the replay of focal-gamma", () => {
  it("runs γ from 0 to the learner's, on to a right one, and ends with both right", () => {
    const steps = stepsOf(view, { gamma: 50, alpha: 5 });
    expect(steps[0]).toMatchObject({ gamma: 0, alpha: null, place: "start" });
    expect(steps[mineOf(steps)]).toMatchObject({ gamma: 50, alpha: 5, place: "yours" });
    expect(steps[steps.length - 1]).toMatchObject({ ...right, place: "right", broken: [] });
    const before = steps.slice(0, mineOf(steps)).map(({ gamma }) => gamma);
    expect(before).toEqual([...before].sort((a, b) => a - b));
    expect(steps.length).toBeLessThan(25);
  });

  it("lets each group shrink or grow so that the shares stay a whole", () => {
    for (const { shares } of stepsOf(view, right)) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
  });

  it("names the limit that breaks, in both languages, and says so when none does", () => {
    const steps = stepsOf(view, { gamma: 0, alpha: 50 });
    expect(captionOf(view, steps[0], true, "en")).toMatch(/^γ 0\.0 \(cross-entropy\): the easy background still has/);
    expect(captionOf(view, steps[0], true, "ko")).toContain("γ가 더 커야 해요.");
    // The solution is nobody's answer.
    const shown = stepsOf(view, right);
    expect(shown.map((step) => captionOf(view, step, false, "en")).join(" ")).not.toContain("your answer");
    expect(shown.map((step) => captionOf(view, step, true, "en")).join(" ")).toContain("your answer");
    const last = captionOf(view, steps[steps.length - 1], true, "en");
    expect(last).toContain("every limit holds");
    expect(last).toContain("a right answer");
    expect(last).toMatch(/Easy background has [\d.]+% of the background\.$/);
  });
});
