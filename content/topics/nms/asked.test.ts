import { describe, expect, it } from "vitest";
import { drawQuestion } from "@/lib/questions";
import { questions } from "./questions";

const promptOf = (id: string, seed: string): string => {
  const question = questions.find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return drawQuestion(question, seed).view.prompt.en;
};
/** The three overlaps A–B, B–C and A–C that a prompt states. */
const stated = (prompt: string, pattern: RegExp): readonly [number, number, number] => {
  const [ab, bc, ac] = (pattern.exec(prompt) ?? []).slice(1).map(Number);
  return [ab, bc, ac];
};
/** 1 − IoU is a distance, so no way round by the third box is shorter: boxes with overlaps that break this do not exist. */
const together = ([ab, bc, ac]: readonly [number, number, number]): boolean =>
  [
    [ab, bc, ac],
    [bc, ac, ab],
    [ac, ab, bc],
  ].every(([one, other, third]) => 1 - third <= 1 - one + (1 - other) + 1e-9);

describe("the overlaps that a question states", () => {
  it.each(Array.from({ length: 50 }, (_, i) => `worked-${i}`))("can be those of three boxes, and A spares C: %s", (seed) => {
    const overlaps = stated(promptOf("worked-nms", seed), /A–B (0\.\d+), B–C (0\.\d+), A–C (0\.\d+)/);
    expect(together(overlaps)).toBe(true);
    expect([overlaps[0] > 0.5, overlaps[1] > 0.5, overlaps[2] < 0.5]).toEqual([true, true, true]);
  });

  it("can be those of three boxes where the order decides", () => {
    const [both, ac] = stated(promptOf("order-matters", "seed"), /have IoU (\.\d+); A and C have (\.\d+)/);
    expect(together([both, both, ac])).toBe(true);
  });

  it("leave room for A to have dropped B in the chain", () => {
    const [bc, ac] = stated(promptOf("chain", "seed"), /has IoU (\.\d+) with B and (\.\d+) with A/);
    const threshold = 0.5;
    expect(together([threshold + 0.05, bc, ac])).toBe(true);
  });
});
