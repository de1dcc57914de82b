import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf, type Level } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { overlapsOf, RULES, type Label } from "./instance";
import { beliefs, rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand. Dogs: 1 (0,0)–(100,100). Cat: 2 (60,0)–(160,100), which meets the dog in 40 of 160 columns: .25.
 *   A the dog's true box: 1, .25 · B 55 of its columns: .55 · C 40: .4 · D 70: .7, and 10 of the cat's · E the cat's true box: .25, 1
 *   F columns 40–140: .43 of the dog, .67 of the cat · G far off.
 */
const HAND: View = {
  width: 480,
  height: 320,
  cls: "dog",
  other: "cat",
  stages: ["tuning", "svm", "regressor"],
  table: true,
  objects: [
    { cls: "dog", box: [0, 0, 100, 100], flip: false },
    { cls: "cat", box: [60, 0, 160, 100], flip: false },
  ],
  boxes: [
    [0, 0, 100, 100],
    [0, 0, 55, 100],
    [0, 0, 40, 100],
    [0, 0, 70, 100],
    [60, 0, 160, 100],
    [40, 0, 140, 100],
    [300, 0, 400, 100],
  ],
};
const P: Label = "positive";
const O: Label = "other";
const B: Label = "background";
const X: Label = "out";
const RIGHT: Label[][] = [
  [P, P, B, P, O, O, B],
  [P, X, X, X, B, X, B],
  [P, X, X, P, X, X, X],
];
const whole = (view: View) => ({ view, truth: null });
const belief = (id: string, view: View) => beliefs.find(({ misconception }) => misconception === id)?.play(view)?.labels;

describe("rcnn-labels on a picture worked by hand", () => {
  it("labels each box for each training", () => {
    expect(overlapsOf(HAND).map(({ own, other }) => [Number(own.toFixed(2)), Number(other.toFixed(2))])).toEqual([
      [1, 0.25],
      [0.55, 0],
      [0.4, 0],
      [0.7, 0.06],
      [0.25, 1],
      [0.43, 0.67],
      [0, 0],
    ]);
    expect(challenge.solve(whole(HAND)).labels).toEqual(RIGHT);
    expect(scoreOf(challenge.grade(whole(HAND), { labels: RIGHT }))).toBe(100);
    expect(challenge.slack(whole(HAND))).toBeCloseTo(0.05, 12);
  });

  it("has its bounds at 0.5, 0.3 and 0.6, and belongs to the class that a box overlaps more", () => {
    const label = (own: number, other = 0) => [RULES.tuning({ own, other }), RULES.svm({ own, other }), RULES.regressor({ own, other })];
    expect([0.29, 0.31, 0.49, 0.51, 0.59, 0.61, 0.99, 1].map((own) => label(own))).toEqual([
      [B, B, X],
      [B, X, X],
      [B, X, X],
      [P, X, X],
      [P, X, X],
      [P, X, P],
      [P, X, P],
      [P, P, P],
    ]);
    expect(label(0.2, 0.51)).toEqual([O, B, X]);
    expect(label(0.2, 0.49)).toEqual([B, B, X]);
    expect(label(0.65, 0.7)).toEqual([O, X, P]);
  });

  it("takes seven tenths for whole boxes and three for labels above a half", () => {
    const change = (stage: number, box: number, label: Label) =>
      RIGHT.map((list, s) => list.map((old, b) => (s === stage && b === box ? label : old)));
    // Six of seven whole: .6; 20 of 21 labels: .3 · (40/21 − 1) = .271.
    const slip = challenge.grade(whole(HAND), { labels: change(2, 1, P) });
    expect(scoreOf(slip)).toBe(87);
    expect(slip.summary.en).toContain("6 of 7 boxes, and 20 of 21 labels in all.");
    expect(slip.summary.en).toContain("87 points");
    // Every box has one wrong label: 14 of 21 labels, .3 · ⅓.
    const everywhere = RIGHT.map((list, s) => (s === 2 ? list.map((label) => (label === P ? X : P)) : list));
    expect(scoreOf(challenge.grade(whole(HAND), { labels: everywhere }))).toBe(10);
    expect(challenge.grade(whole(HAND), challenge.empty(HAND)).earned).toBe(0);
  });

  it("takes three right labels for a wrong one where there is one training", () => {
    const one: View = { ...HAND, other: null, objects: HAND.objects.slice(0, 1), stages: ["svm"] };
    const right: Label[] = [P, X, X, X, B, X, B];
    expect(challenge.solve(whole(one)).labels).toEqual([right]);
    const slip = challenge.grade(whole(one), { labels: [[...right.slice(0, 6), X]] });
    expect(slip.earned).toBe(3);
    expect(slip.summary.en).toBe("6 of 7 right. Each wrong label takes 3 right ones away, so only 3 of 7 count.");
    expect(challenge.grade(whole(one), { labels: [[X, X, X, X, B, B, B]] }).earned).toBe(0);
  });

  it.each<[string, Label[][]]>([
    ["one-threshold", [RIGHT[0], [P, P, B, P, B, B, B], [P, P, B, P, B, B, B]]],
    [
      "rpn-thresholds",
      [
        [P, X, X, P, O, X, B],
        [P, X, X, P, B, X, B],
        [P, X, X, P, B, X, B],
      ],
    ],
    ["one-positive-an-object", [[P, B, B, B, O, B, B], RIGHT[1], RIGHT[2]]],
    ["svm-positives-from-half", [RIGHT[0], [P, P, X, P, B, X, B], RIGHT[2]]],
    ["no-grey-zone", [RIGHT[0], [P, B, B, B, B, B, B], RIGHT[2]]],
    ["regressor-learns-from-all", [RIGHT[0], RIGHT[1], [P, P, X, P, X, X, X]]],
    [
      "any-class-counts",
      [
        [P, P, B, P, P, P, B],
        [P, X, X, X, P, X, B],
        [P, X, X, P, P, P, X],
      ],
    ],
    ["other-class-left-out", [[P, P, B, P, X, X, B], [P, X, X, X, X, X, B], RIGHT[2]]],
  ])("has %s answer so, and names it", (id, labels) => {
    expect(belief(id, HAND)).toEqual(labels);
    expect(challenge.grade(whole(HAND), { labels }).misconceptions).toEqual([id]);
  });

  it("says what is missing, and refuses labels that a stage does not know", () => {
    const missing = (labels: (Label | null)[][]) => {
      const ready = challenge.check(HAND, { labels });
      return ready.ready ? "" : ready.missing.en;
    };
    expect(missing(challenge.empty(HAND).labels.map((list) => [...list]))).toBe("Label 21 more");
    expect(missing([RIGHT[0], RIGHT[1], [...RIGHT[2].slice(0, 6), null]])).toBe("Label 1 more");
    expect(missing([RIGHT[0], RIGHT[0], RIGHT[2]])).toBe("The labels do not fit the picture");
    expect(missing([RIGHT[0]])).toBe("The labels do not fit the picture");
    expect(missing([[P], RIGHT[1], RIGHT[2]])).toBe("The labels do not fit the picture");
  });
});

describe.each(LEVELS)("rcnn-labels at level %i", (level: Level) => {
  it("holds what the level is about, in counts that vary", () => {
    const counts = new Set<string>();
    let crossed = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { view } = challenge.generate(String(seed), level);
      const overlaps = overlapsOf(view);
      counts.add(
        challenge
          .solve(whole(view))
          .labels.map((list) => [P, O, B].map((label) => list.filter((each) => each === label).length).join())
          .join(";"),
      );
      expect(view.stages.length).toBe(level < 3 ? 1 : 3);
      expect(view.table).toBe(level < 5);
      expect(view.other === null).toBe(level < 4);
      expect(overlaps.some(({ own }) => own === 1)).toBe(level > 1);
      expect(overlaps.some(({ own }) => own >= 0.3 && own < 1)).toBe(true);
      if (level > 2) expect(overlaps.filter(({ own }) => own > 0.5 && own < 0.6).length).toBeGreaterThanOrEqual(2);
      // The other class's true box, left out of this class's SVM because it covers one of its objects.
      if (overlaps.some(({ own, other }) => other === 1 && own >= 0.3)) crossed++;
    }
    expect(counts.size).toBeGreaterThan(4);
    if (level > 3) {
      expect(crossed).toBeGreaterThan(30);
      expect(crossed).toBeLessThan(90);
    }
  });
});
