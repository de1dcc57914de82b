import { describe, expect, it } from "vitest";
import { LEVELS, PASS_SCORE, scoreOf } from "@/lib/challenges";
import { challenge as kind, type Instance } from "./challenge";
import { fallenAbove, otherClassAbove, survivorsOf } from "./instance";
import { flat } from "@/tests/topics/flat";
import { RIVALS } from "./rivals";

const challenge = flat(kind);

/**
 * Worked by hand, boxes 100 wide and 100 high on one line, t = 0.5:
 *   A x 0–100 .90 · B x 20–120 .80 (IoU with A 80/120 = .667) · C x 45–145 .70 (with A 55/145 = .379, with B 75/125 = .600)
 *   D as A but of another class, .60 · E x 220–320 .45, alone.
 * A is kept and drops B; C's only heavy overlap is with the fallen B, so C stays; D is another class; E is alone.
 */
const instance: Instance = {
  width: 360,
  height: 270,
  sprites: [
    { cls: "dog", box: [0, 0, 100, 100], flip: false },
    { cls: "dog", box: [220, 0, 320, 100], flip: false },
  ],
  threshold: 0.5,
  boxes: [
    { id: "A", cls: "dog", box: [0, 0, 100, 100], score: 0.9 },
    { id: "B", cls: "dog", box: [20, 0, 120, 100], score: 0.8 },
    { id: "C", cls: "dog", box: [45, 0, 145, 100], score: 0.7 },
    { id: "D", cls: "cat", box: [0, 0, 100, 100], score: 0.6 },
    { id: "E", cls: "dog", box: [220, 0, 320, 100], score: 0.45 },
  ],
};
const grade = (...keep: string[]) => challenge.grade(instance, { keep });
const noteOn = (id: string, ...keep: string[]) => grade(...keep).parts.find((p) => p.id === id)?.note;

describe("nms-survivors", () => {
  it("keeps A, C, D and E of the hand-worked line", () => {
    expect(survivorsOf(instance)).toEqual(["A", "C", "D", "E"]);
    expect(challenge.solve(instance)).toEqual({ keep: ["A", "C", "D", "E"] });
    expect(scoreOf(grade("A", "C", "D", "E"))).toBe(100);
    expect(grade("A", "C", "D", "E").misconceptions).toEqual([]);
    // The closest same-class IoU is C with B: 75/125 = .6. That of C with A is 55/145 = .379.
    expect(challenge.slack(instance)).toBeCloseTo(0.1, 12);
  });

  it("gives a point per survivor and takes one per box kept wrongly", () => {
    expect(grade("A", "C")).toMatchObject({ earned: 2, total: 4 });
    expect(grade("A", "B", "C")).toMatchObject({ earned: 1, total: 4 });
    expect(grade("B")).toMatchObject({ earned: 0, total: 4 });
    expect(grade()).toMatchObject({ earned: 0, total: 4 });
  });

  it("says why each wrong box is wrong, with the IoU that decides", () => {
    expect(noteOn("B", "A", "B", "D", "E")?.en).toBe("its IoU with A is 0.67, above 0.5, so it falls.");
    expect(noteOn("C", "A", "B", "D", "E")?.en).toBe(
      "its IoU with B is 0.60, but B had fallen before. The fallen suppress nobody, so it survives.",
    );
    expect(noteOn("D", "A", "C", "E")?.en).toBe(
      "its IoU with A is 1.00, but their classes differ (dog, cat). They are never compared, so it survives.",
    );
    expect(noteOn("E", "A", "C", "D")?.en).toBe("no kept dog box overlaps it by more than 0.5, so it survives.");
    expect(noteOn("A", "A")).toBeUndefined();
  });

  it("names the wrong procedure when an answer is exactly its outcome", () => {
    expect(grade("A").misconceptions).toEqual(["only-the-best"]);
    expect(grade("A", "D", "E").misconceptions).toEqual(["fallen-still-suppress"]);
    expect(grade("A", "C", "E").misconceptions).toEqual(["across-classes"]);
    expect(grade("A", "B", "C", "D").misconceptions).toEqual(["threshold-is-score"]);
    expect(grade("A", "B", "D").misconceptions).toEqual(["overlap-survives"]);
    expect(grade("A", "E").misconceptions).toEqual(["one-per-object"]);
  });

  it("looks at each wrong box when no procedure explains the whole answer", () => {
    expect(grade("A", "B", "D", "E").misconceptions).toContain("fallen-still-suppress");
    expect(grade("A", "C").misconceptions).toEqual(["across-classes"]);
    expect(grade("A", "B", "C").misconceptions).toContain("high-score-survives");
  });

  it("replays the engine's own rounds", () => {
    expect(grade("A").steps).toEqual([
      { type: "pick", id: "A", score: 0.9 },
      { type: "compare", by: "A", id: "B", iou: 80 / 120, suppressed: true },
      { type: "compare", by: "A", id: "C", iou: 55 / 145, suppressed: false },
      { type: "pick", id: "C", score: 0.7 },
      { type: "pick", id: "D", score: 0.6 },
      { type: "pick", id: "E", score: 0.45 },
    ]);
  });

  it("is not ready without a choice, nor with boxes that are not there or chosen twice", () => {
    const view = challenge.view(instance);
    expect(challenge.check(view, { keep: [] }).ready).toBe(false);
    expect(challenge.check(view, { keep: ["Z"] }).ready).toBe(false);
    expect(challenge.check(view, { keep: ["A", "A"] }).ready).toBe(false);
    expect(challenge.check(view, { keep: ["A"] }).ready).toBe(true);
  });
});

describe("the pictures of nms-survivors", () => {
  const SEEDS = 300;
  const passes = (drawn: Instance, keep: string[]) => scoreOf(challenge.grade(drawn, { keep })) >= PASS_SCORE;

  it.each(LEVELS)("cannot be passed at level %i by a wrong procedure that the level is about", (level) => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const drawn = challenge.generate(`rival-${seed}`, level);
      const rival = (id: keyof typeof RIVALS) => passes(drawn, RIVALS[id](drawn));
      expect(rival("only-the-best") || rival("threshold-is-score") || rival("overlap-survives")).toBe(false);
      if (level >= 4) expect(rival("fallen-still-suppress") || rival("one-per-object")).toBe(false);
      if (level === 3 || level === 5) expect(rival("across-classes")).toBe(false);
      if (level === 5 && drawn.threshold !== 0.5) expect(rival("always-half")).toBe(false);
      expect(scoreOf(challenge.grade(drawn, { keep: drawn.boxes.map((b) => b.id) }))).toBeLessThan(50);
    }
  });

  it("show from level 4 on a survivor under a fallen box, at levels 3 and 5 one under a box of another class", () => {
    for (let seed = 0; seed < 60; seed++) {
      for (const level of LEVELS.filter((l) => l >= 3)) {
        const drawn = challenge.generate(`row-${seed}`, level);
        const kept = new Set(survivorsOf(drawn));
        const survivors = drawn.boxes.filter((b) => kept.has(b.id));
        if (level >= 4) expect(survivors.some((b) => fallenAbove(drawn, kept, b))).toBe(true);
        if (level !== 4) expect(survivors.some((b) => otherClassAbove(drawn, kept, b))).toBe(true);
      }
    }
  });

  it("use every threshold of a level about as often", () => {
    const counts = new Map<number, number>();
    for (let seed = 0; seed < SEEDS; seed++) {
      const { threshold } = challenge.generate(`t-${seed}`, 5);
      counts.set(threshold, (counts.get(threshold) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([0.3, 0.4, 0.5, 0.6, 0.7]);
    for (const count of counts.values()) expect(count).toBeGreaterThan(SEEDS / 10);
  });
});
