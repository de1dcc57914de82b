import { describe, expect, it } from "vitest";
import { LEVELS, PASS_SCORE, scoreOf, type Level } from "@/lib/challenges";
import { detrCost, detrMatch } from "@/lib/engine/match";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { costsOf, fractions, greedyOf, matchingOf, partsOf, pointsOf, reachOf, totalOf, truthOf, twoCheapest, without } from "./instance";
import { backwards, beliefs, inTurn, rivals } from "./rivals";
import { sumText, totalText } from "./words";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand on 200 pixels. A (20 % wide and high) has its centre at (.30, .50), B (as large) at (.60, .50).
 * Query 1 is A's very box and says .5 for both classes; query 2 lies .10 left of A (L1 .1; overlap 10 of 30: GIoU .33) and says .4 for A;
 * query 3 lies .3 below B (L1 .3; a fifth of the hull is empty: GIoU −.2) and says .2 for B.
 */
const HAND: View = {
  objects: [
    { cls: "dog", box: [40, 80, 80, 120], flip: false },
    { cls: "cat", box: [100, 80, 140, 120], flip: false },
  ],
  queries: [
    { box: [40, 80, 80, 120], p: [50, 50] },
    { box: [20, 80, 60, 120], p: [40, 10] },
    { box: [100, 140, 140, 180], p: [5, 20] },
  ],
  shown: "parts",
};
const whole = (view: View) => ({ view, truth: null });

describe("detr-matching on a picture worked by hand", () => {
  it("has p, L1 and GIoU in hundredths, and costs of −p + 5·L1 − 2·GIoU", () => {
    expect(fractions(HAND.objects[0].box)).toEqual([30, 50, 20, 20]);
    expect(partsOf(HAND, 0, 0)).toEqual({ p: 50, l1: 0, giou: 100 });
    expect(partsOf(HAND, 1, 0)).toEqual({ p: 40, l1: 10, giou: 33 });
    // 10 of 50 columns lie between the boxes: GIoU = 0 − .2.
    expect(partsOf(HAND, 0, 1)).toEqual({ p: 50, l1: 30, giou: -20 });
    expect(partsOf(HAND, 2, 1)).toEqual({ p: 20, l1: 30, giou: -20 });
    expect(costsOf(HAND)).toEqual([
      [-250, -56, 431],
      [140, 256, 170],
    ]);
    expect(sumText(HAND, 0, 1)).toBe("−0.50 + 5 × 0.30 + 2 × 0.20");
  });

  it("finds that B, which would rather have query 1, gives way", () => {
    expect(truthOf(HAND)).toEqual([0, 2]);
    expect(twoCheapest(costsOf(HAND))).toEqual([-80, 6]);
    // With two objects nothing is earned from 1.6 times that gap of 0.86 on, and from 1 at most.
    expect(reachOf(costsOf(HAND))).toBe(100);
    expect(pointsOf(HAND, { query: [0, 2] }).earned).toBe(1000);
    expect(pointsOf(HAND, { query: [1, 2] }).earned).toBe(0);
    expect(totalText(HAND, { query: [0, 2] })).toBe("−2.50 + 1.70 = −0.80");
    expect(totalText(HAND, { query: [null, null] })).toBe("");
    const grade = challenge.grade(whole(HAND), { query: [1, 0] });
    expect(grade.parts.map(({ correct }) => correct)).toEqual([false, false]);
    expect(grade.summary.en).toBe("Your pairs cost 0.84, the cheapest matching −0.80: 1.64 too much.");
  });

  it("counts a query once, and charges 4 for an object without one", () => {
    expect(without([0, 0, null, 1])).toEqual([0, null, null, 1]);
    expect(totalOf(costsOf(HAND), [0, 0])).toBe(-250 + 400);
    expect(challenge.grade(whole(HAND), { query: [0, 0] }).misconceptions).toEqual(["nearest-query"]);
  });

  it("comes with an object at a time, and with prices for what several want", () => {
    const { steps } = challenge.grade(whole(HAND), challenge.solve(whole(HAND)));
    expect(steps.map(({ object, shows, total }) => [object, shows, total])).toEqual([
      [0, "wish", 0],
      [0, "settled", -250],
      [1, "wish", -250],
      [1, "settled", -80],
    ]);
    // B would pay 1.40 at query 1 and takes 1.70: so query 1 costs .30 more at least.
    expect(steps[3]).toMatchObject({ query: [0, 2], price: [30, 0, 0] });
  });

  it("says what is open or given twice, and refuses what does not fit", () => {
    const missing = (query: readonly (number | null)[]) => {
      const ready = challenge.check(HAND, { query });
      return ready.ready ? "" : ready.missing.en;
    };
    expect(missing([null, 1])).toBe("No query yet: A");
    expect(missing([1, 1])).toBe("Query 2 has two objects");
    expect(missing([1, 3])).toBe("The answer does not fit the picture");
    expect(missing([0])).toBe("The answer does not fit the picture");
    expect(missing([0, 2])).toBe("");
  });
});

/** Three objects, four queries: the first one is the cheapest for A and for B, and B has nothing else. */
const CHAIN = [
  [10, 40, 300, 300],
  [20, 200, 300, 300],
  [300, 30, 60, 300],
];

describe("a chain of wishes", () => {
  it("is solved by giving way twice, where greed and order fail", () => {
    expect(matchingOf(CHAIN)).toEqual([1, 0, 2]);
    expect(totalOf(CHAIN, [1, 0, 2])).toBe(120);
    // Greed takes 10, then 30, and leaves B with 300.
    expect(greedyOf(CHAIN)).toEqual([0, 2, 1]);
    expect(twoCheapest(CHAIN)[0]).toBe(120);
  });
});

describe.each(LEVELS)("detr-matching at level %i", (level: Level) => {
  const views = Array.from({ length: 60 }, (_, seed) => challenge.generate(`held ${seed}`, level).view);

  it("has the matching of the engine's own detrMatch, with other words for the same costs", () => {
    for (const view of views) {
      const n = view.objects.length;
      // Logits whose softmax has the printed probabilities: the rest is "no object".
      const logits = view.queries.flatMap(({ p }) => [...p, 100 - p.reduce((a, b) => a + b, 0)].map((share) => Math.log(share / 100)));
      const box = (each: { box: View["objects"][number]["box"] }) => fractions(each.box).map((v) => v / 100);
      const input = {
        logits,
        predBoxes: view.queries.flatMap(box),
        targetBoxes: view.objects.flatMap(box),
        targetLabels: view.objects.map((_, i) => i),
      };
      const cost = detrCost(input);
      view.queries.forEach((_, q) =>
        view.objects.forEach((_o, i) => expect(100 * cost[q * n + i]).toBeCloseTo(costsOf(view)[i][q], -0.31)),
      );
      const { queries, targets } = detrMatch(input);
      const said = view.objects.map((_, i) => queries[targets.indexOf(i)]);
      expect(said).toEqual(truthOf(view));
    }
  });

  it("asks for one thing more than the level before, and its order tells nothing", () => {
    for (const view of views) {
      expect(view.shown).toBe(level < 4 ? "cost" : "parts");
      expect([view.objects.length, view.queries.length]).toEqual(
        [
          [2, 4],
          [3, 4],
          [3, 5],
          [4, 6],
          [4, 7],
        ][level - 1],
      );
      const score = (query: readonly (number | null)[]) => scoreOf(pointsOf(view, { query }));
      for (const { levels, play } of beliefs) if (levels.includes(level)) expect(score(play(view)?.query ?? [])).toBeLessThan(PASS_SCORE);
      if (level > 1) expect(score(inTurn(view, backwards(view)).query)).toBeLessThan(PASS_SCORE);
      for (const { p } of view.queries) expect(p.reduce((a, b) => a + b, 0)).toBeLessThan(100);
      for (const { box } of [...view.objects, ...view.queries])
        expect(box.every((v) => Number.isInteger(v) && v >= 0 && v <= 200)).toBe(true);
    }
    // No query's number is the usual answer.
    const first = views.map((view) => truthOf(view)[0]);
    const most = Math.max(...first.map((q) => first.filter((other) => other === q).length));
    expect(most).toBeLessThan(views.length / 2);
  });
});
