import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { challenge, hasChain, survivorsOf, type Instance } from "./challenge";

/**
 * Worked by hand, boxes 100 wide and 100 high on one line, t = 0.5:
 *   A x 0–100 .90 · B x 20–120 .80 (IoU with A 80/120 = .667) · C x 45–145 .70 (with A 55/145 = .379, with B 75/125 = .600)
 *   D as A but of another class, .60 · E x 220–320 .50, alone.
 * A is kept and drops B; C's only heavy overlap is with the fallen B, so C stays; D is another class; E is alone.
 */
const instance: Instance = {
  width: 360,
  height: 270,
  sprites: [],
  threshold: 0.5,
  boxes: [
    { id: "A", cls: "dog", box: [0, 0, 100, 100], score: 0.9 },
    { id: "B", cls: "dog", box: [20, 0, 120, 100], score: 0.8 },
    { id: "C", cls: "dog", box: [45, 0, 145, 100], score: 0.7 },
    { id: "D", cls: "cat", box: [0, 0, 100, 100], score: 0.6 },
    { id: "E", cls: "dog", box: [220, 0, 320, 100], score: 0.5 },
  ],
};
const grade = (...keep: string[]) => challenge.grade(instance, { keep });

describe("nms-survivors", () => {
  it("keeps A, C, D and E of the hand-worked line", () => {
    expect(survivorsOf(instance)).toEqual(["A", "C", "D", "E"]);
    expect(hasChain(instance)).toBe(true);
    expect(scoreOf(grade("A", "C", "D", "E"))).toBe(100);
    expect(grade("A", "C", "D", "E").misconceptions).toEqual([]);
  });

  it("gives a point per survivor and takes one per box kept wrongly", () => {
    expect(grade("A", "C")).toMatchObject({ earned: 2, total: 4 });
    expect(grade("A", "B", "C")).toMatchObject({ earned: 1, total: 4 });
    expect(grade("B")).toMatchObject({ earned: 0, total: 4 });
    expect(grade()).toMatchObject({ earned: 0, total: 4 });
  });

  it("says why each wrong box is wrong, with its IoU", () => {
    const parts = grade("A", "B", "D", "E").parts;
    expect(parts.find((p) => p.id === "B")?.note?.en).toBe("its IoU with A is 0.67, above 0.5, so it falls.");
    expect(parts.find((p) => p.id === "C")?.note?.en).toContain("survives");
  });

  it("names the misconception that an answer shows", () => {
    expect(grade("A").misconceptions).toContain("only-the-best");
    expect(grade("A", "D", "E").misconceptions).toEqual(["fallen-still-suppress"]);
    expect(grade("A", "C", "E").misconceptions).toEqual(["across-classes"]);
    expect(grade("A", "B", "C", "D").misconceptions).toContain("threshold-is-score");
    expect(grade("A", "B", "C", "D", "E").misconceptions).toContain("high-score-survives");
  });

  it("replays the engine's own rounds", () => {
    expect(grade("A").steps.slice(0, 3)).toEqual([
      { type: "pick", id: "A", score: 0.9 },
      { type: "compare", by: "A", id: "B", iou: 80 / 120, suppressed: true },
      { type: "compare", by: "A", id: "C", iou: 55 / 145, suppressed: false },
    ]);
  });

  it("is not ready without a choice, nor with boxes that are not there or chosen twice", () => {
    const view = challenge.view(instance);
    expect(challenge.check(view, { keep: [] }).ready).toBe(false);
    expect(challenge.check(view, { keep: ["Z"] }).ready).toBe(false);
    expect(challenge.check(view, { keep: ["A", "A"] }).ready).toBe(false);
    expect(challenge.check(view, { keep: ["A"] }).ready).toBe(true);
  });

  it("has a chain in every instance of levels 4 and 5", () => {
    for (const level of LEVELS.filter((l) => l >= 4)) {
      for (let seed = 0; seed < 50; seed++) expect(hasChain(challenge.generate(String(seed), level))).toBe(true);
    }
  });
});
