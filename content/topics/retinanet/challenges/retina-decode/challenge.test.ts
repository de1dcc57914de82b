import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf, type Level } from "@/lib/challenges";
import { iou } from "@/lib/engine/boxes";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type Answer, type View } from "./challenge";
import golden from "./golden.json";
import { decoded, OVERLAP, PYRAMID, traceOf } from "./instance";
import { beliefs, highest, rivals } from "./rivals";
import { captionsOf, decisiveStep, stateAt } from "./replaySteps";
import { cutLogit, reasonOf } from "./words";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand, cut 0.3 (a logit of −0.85), two a level. A and B meet in 80 of 120 columns (IoU 2/3), A and C in 90 of 110 (9/11);
 * D stands apart.
 *   A P4: dog 2.0 (.88), cat −0.5 (.38) · B P5: dog 1.0 (.73) · C P4: cat 0.5 (.62), dog 1.5 (.82) · D P3: none, cow leads with −1.2 (.23)
 */
const HAND: View = {
  width: 480,
  height: 320,
  objects: [{ cls: "dog", box: [0, 0, 100, 100], flip: false }],
  classes: ["dog", "cat", "cow"],
  rows: [
    { id: "A", level: "P4", box: [0, 0, 100, 100], logits: [2, -0.5, -3] },
    { id: "B", level: "P5", box: [20, 0, 120, 100], logits: [1, -2, -4] },
    { id: "C", level: "P4", box: [10, 0, 110, 100], logits: [1.5, 0.5, -3] },
    { id: "D", level: "P3", box: [300, 0, 400, 100], logits: [-3, -4, -1.2] },
  ],
  cut: 0.3,
  limit: 2,
  suppress: true,
  help: "curve",
};
const whole = (view: View) => ({ view, truth: null });
const played = (id: string, view: View) => beliefs.find(({ misconception }) => misconception === id)?.play(view)?.pairs;

describe("retina-decode on anchors worked by hand", () => {
  it("cuts, lets each level pass on its best, and suppresses a class over all levels", () => {
    const { hot, passed } = traceOf(HAND);
    expect(hot.map(({ id }) => id)).toEqual(["A/dog", "A/cat", "B/dog", "C/dog", "C/cat"]);
    // P4 has four hot pairs and passes on the two of dogs; that of C then falls to A, as does B's, which is of another level.
    expect(passed.map(({ id }) => id).sort()).toEqual(["A/dog", "B/dog", "C/dog"]);
    expect(decoded(HAND)).toEqual(["A/dog"]);
    expect(decoded({ ...HAND, limit: 3 })).toEqual(["A/dog", "C/cat"]);
    expect(decoded({ ...HAND, limit: null })).toEqual(["A/dog", "C/cat"]);
    expect(decoded({ ...HAND, limit: null, suppress: false })).toEqual(["A/dog", "A/cat", "B/dog", "C/dog", "C/cat"]);
    expect(challenge.slack(whole(HAND))).toBeCloseTo(0.3 - 1 / (1 + Math.exp(1.2)), 9);
  });

  it.each<[string, string[]]>([
    // Softmax: A dog .92, B dog .95, C dog .73 (cat .27 goes), D cow .82. B then suppresses A and C.
    ["background-is-a-class", ["B/dog", "D/cow"]],
    ["positive-logit-is-yes", ["A/dog", "C/cat"]],
    ["one-class-an-anchor", ["A/dog"]],
    ["nms-within-a-level", ["A/dog", "B/dog", "C/cat"]],
    ["classes-suppress", ["A/dog"]],
    ["every-hot-pair-is-found", ["A/dog", "B/dog", "C/dog", "C/cat"]],
    ["no-limit-a-level", ["A/dog", "C/cat"]],
  ])("has %s answer so", (id, pairs) => {
    expect(played(id, { ...HAND, limit: 3 })).toEqual(pairs);
  });

  it("names a belief by its answer, both where two give the same, none where it is right", () => {
    const grade = (view: View, pairs: string[]) => challenge.grade(whole(view), { pairs });
    expect(grade({ ...HAND, limit: 3 }, ["A/dog", "B/dog", "C/cat"]).misconceptions).toEqual(["nms-within-a-level"]);
    expect(grade({ ...HAND, limit: 3 }, ["A/dog"]).misconceptions).toEqual(["one-class-an-anchor", "classes-suppress"]);
    expect(grade(HAND, ["A/dog"]).misconceptions).toEqual([]);
  });

  it("takes 30 for a slip where NMS runs and 60 where it does not, and gives nothing without a hit", () => {
    const view = { ...HAND, limit: null };
    const score = (each: View, pairs: string[]) => scoreOf(challenge.grade(whole(each), { pairs }));
    expect(score(view, ["A/dog", "C/cat"])).toBe(100);
    expect(score(view, ["A/dog"])).toBe(70);
    expect(score(view, ["A/dog", "B/dog"])).toBe(40);
    expect(score(view, ["B/dog"])).toBe(0);
    expect(challenge.grade(whole(view), { pairs: ["A/dog", "B/dog"] }).summary.en).toBe(
      "You found 1 of 2 detections and chose 1 too many. These 2 slips take 30 points each: 40 are left.",
    );
    expect(score({ ...view, suppress: false }, ["A/dog", "A/cat", "B/dog", "C/dog"])).toBe(40);
  });

  it("says why, with the numbers of this picture", () => {
    const view = { ...HAND, limit: 3 };
    expect(reasonOf(view, 3, 2).en).toBe("σ(−1.2) = 0.23 < 0.3: it does not stay.");
    expect(reasonOf(view, 0, 1).en).toBe("P4 passes on its 3 best, and 3 of its pairs are above σ(−0.5) = 0.38.");
    expect(reasonOf(view, 1, 0).en).toBe("its IoU with A, also dog and higher (0.88), is 0.67 > 0.5: it falls.");
    expect(reasonOf(view, 2, 1).en).toBe("σ(+0.5) = 0.62 ≥ 0.3; A · dog is of another class and drops nothing of this one.");
    expect([0.3, 0.4, 0.6, 0.7].map(cutLogit)).toEqual(["−0.85", "−0.41", "+0.41", "+0.85"]);
  });

  it("refuses pairs that are not in the table, or twice", () => {
    const ready = (pairs: string[]) => challenge.check(HAND, { pairs }).ready;
    expect([ready([]), ready(["A/dog", "A/dog"]), ready(["E/dog"]), ready(["A/bus"]), ready(["A/dog"])]).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it("replays row by row, level by level, comparison by comparison", () => {
    const view = { ...HAND, limit: 3 };
    const { steps } = challenge.grade(whole(view), { pairs: ["A/dog"] });
    expect(steps.map(({ type }) => type)).toEqual(["cut", "cut", "cut", "cut", "limit", "limit", "pick", "compare", "compare", "pick"]);
    expect(decisiveStep(view, steps, "A/cat")).toBe(4);
    expect(decisiveStep(view, steps, "C/cat")).toBe(9);
    expect(stateAt(view, steps, 3, 0, 1)).toBe("alive");
    expect(stateAt(view, steps, 4, 0, 1)).toBe("limited");
    expect([0, 1, 2].map((row) => stateAt(view, steps, 99, row, 0))).toEqual(["alive", "suppressed", "suppressed"]);
    const captions = captionsOf(view, steps, "en");
    expect(captions).toHaveLength(steps.length + 1);
    expect(captions[4]).toBe("P4 passes on its 3 best (A · dog, C · dog and C · cat). A · cat stops here.");
    expect(captions.at(-1)).toBe("Done. 2 detections: A · dog and C · cat.");
  });
});

describe.each(LEVELS)("retina-decode at level %i", (level: Level) => {
  it("holds what the level is about, in counts that vary", () => {
    const counts = new Set<string>();
    const earned = new Map<number, number>();
    for (let seed = 0; seed < 100; seed++) {
      const { view } = challenge.generate(String(seed), level);
      const { hot, passed, found } = traceOf(view);
      counts.add(`${view.rows.length} ${hot.length} ${found.length} ${view.cut}`);
      expect(view.suppress).toBe(level > 2);
      expect(view.limit === null).toBe(level < 4);
      expect(view.help).toBe(level < 3 ? "probability" : level < 5 ? "curve" : "none");
      const twice = view.rows.filter((_, row) => hot.filter((pair) => pair.row === row).length > 1).length;
      if (level === 1) expect(twice).toBe(0);
      else expect(twice).toBeGreaterThan(0);
      expect(passed.length < hot.length).toBe(level > 3);
      // Two boxes are never so near NMS's bound that measuring them would not tell.
      if (view.suppress)
        for (const [i, a] of view.rows.entries())
          for (const b of view.rows.slice(0, i)) expect(Math.abs(iou(a.box, b.box) - OVERLAP)).toBeGreaterThanOrEqual(0.04);
      expect(PYRAMID).toEqual(expect.arrayContaining(view.rows.map((row) => row.level)));
      for (const count of [1, 2, 3, 4, 5, 6, 7]) {
        const answer: Answer = highest(view, count);
        if (scoreOf(challenge.grade(whole(view), answer)) >= 50) earned.set(count, (earned.get(count) ?? 0) + 1);
      }
    }
    expect(counts.size).toBeGreaterThan(12);
    // Whoever always takes the k highest logits, whatever k is, earns in a quarter of the rounds at most.
    for (const [, times] of earned) expect(times).toBeLessThanOrEqual(level < 3 ? 28 : 5);
  });
});
