import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf, type Level } from "@/lib/challenges";
import { boxAt, iou } from "@/lib/engine/boxes";
import { matchSsd } from "@/lib/engine/match";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { bestOfMaps, boxesOf, highest, overlapsOf, truthOf, type Answer } from "./instance";
import { beliefs, rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand on maps of 3×3 and 1×1 cells, scales 80, 160 and 320: squares of 80 and √(80 · 160) = 113.1, then of 160 and 226.3.
 * A is the 80 px box of the 3×3 map's first cell, centred at (50, 50). B is 150 px about the middle, well inside the coarse map's box. C is 40 px in
 * a corner's cell: a quarter of the 80 px box about it, so no box overlaps it by half.
 */
const HAND: View = {
  sides: [3, 1],
  scales: [80, 160, 320],
  objects: [
    { cls: "cat", box: [10, 10, 90, 90], flip: false },
    { cls: "dog", box: [75, 75, 225, 225], flip: false },
    { cls: "bird", box: [230, 230, 270, 270], flip: false },
  ],
  asks: "best",
};
const ALL: View = { ...HAND, asks: "all" };
const COUNT: View = { ...HAND, asks: "count" };
const whole = (view: View) => ({ view, truth: null });
const scored = (view: View, answer: Answer) => scoreOf(challenge.grade(whole(view), answer));
const belief = (id: string, view: View) => beliefs.find(({ misconception }) => misconception === id)?.play(view);

describe("ssd-which-map on a picture worked by hand", () => {
  it("finds each object's best map by IoU", () => {
    const [a, b, c] = bestOfMaps(HAND);
    expect(a[0]).toBe(1);
    expect(b[1]).toBeCloseTo(150 ** 2 / 160 ** 2, 12);
    // B against the 113.1 px square about the same centre.
    expect(b[0]).toBeCloseTo((80 * 160) / 150 ** 2, 12);
    expect(c[0]).toBeCloseTo(1600 / 6400, 12);
    expect(truthOf(HAND).maps).toEqual([[0], [1], [0]]);
  });

  it("finds every map with a positive, the best box below 0.5 among them, and counts negatives", () => {
    const { maps, positives, total, kept } = truthOf(COUNT);
    // Both squares of a map and the lying and standing shape overlap a square of the map's scale by more than half.
    expect(maps).toEqual([[0], [0, 1], [0]]);
    expect(total).toBe(40);
    expect(positives[2]).toBe(1);
    const all = positives.reduce((sum, each) => sum + each, 0);
    expect(kept).toBe(Math.min(3 * all, 40 - all));
  });

  it("takes 60 for a wrong map of two, and a wrong one's share of several", () => {
    expect(scored(HAND, { maps: [[0], [1], [0]], kept: null })).toBe(100);
    expect(scored(HAND, { maps: [[0], [0], [0]], kept: null })).toBe(40);
    expect(scored(ALL, { maps: [[0], [0, 1], [0]], kept: null })).toBe(100);
    // Half an object of three: 1 − 1.6 · ½ ÷ 3.
    expect(scored(ALL, { maps: [[0], [1], [0]], kept: null })).toBe(73);
    expect(scored(ALL, { maps: [[0], [0, 1], []], kept: null })).toBe(47);
    expect(scored(COUNT, { maps: [[0], [0, 1], [0]], kept: 3 })).toBe(70);
  });

  it.each<[string, View, Answer["maps"]]>([
    ["fine-map-large-objects", HAND, [[1], [0], [1]]],
    ["finest-for-all", HAND, [[0], [0], [0]]],
    ["one-box-an-object", ALL, [[0], [1], [0]]],
    [
      "every-map-answers",
      ALL,
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    ],
    ["half-is-needed", ALL, [[0], [0, 1], []]],
  ])("has %s answer so", (id, view, maps) => {
    expect(belief(id, view)?.maps).toEqual(maps);
    expect(challenge.grade(whole(view), { maps, kept: null }).misconceptions).toContain(id);
  });

  it("takes an object for a square of its longer, or its shorter, side", () => {
    const long: View = { ...HAND, objects: [{ cls: "person", box: [60, 30, 130, 190], flip: false }] };
    expect(belief("long-side-decides", long)?.maps).toEqual(
      truthOf({ ...long, objects: [{ ...long.objects[0], box: [15, 30, 175, 190] }] }).maps,
    );
    expect(belief("short-side-decides", long)?.maps).toEqual(
      truthOf({ ...long, objects: [{ ...long.objects[0], box: [60, 75, 130, 145] }] }).maps,
    );
  });

  it("says which objects are open, and refuses answers that do not fit", () => {
    const missing = (view: View, answer: Answer) => {
      const ready = challenge.check(view, answer);
      return ready.ready ? "" : ready.missing.en;
    };
    expect(missing(HAND, challenge.empty(HAND))).toBe("Still open: A, B, C");
    expect(missing(HAND, { maps: [[0], [0, 1], [0]], kept: null })).toBe("The answer does not fit the picture");
    expect(missing(ALL, { maps: [[2], [0], [0]], kept: null })).toBe("The answer does not fit the picture");
    expect(missing(COUNT, { maps: [[0], [0], []], kept: null })).toBe("Enter how many negatives are kept");
    expect(missing(COUNT, { maps: [[0], [0], []], kept: 4 })).toBe("");
  });
});

describe.each(LEVELS)("ssd-which-map at level %i", (level: Level) => {
  const views = Array.from({ length: 40 }, (_, seed) => challenge.generate(`held ${seed}`, level).view);

  it("has the maps of the engine's own boxes and matching, whatever shortcut the drawing takes", () => {
    for (const view of views) {
      const { boxes, mapOf } = boxesOf(view);
      const truth = truthOf(view);
      const all = view.objects.map(({ box }) => mapOf.map((_, i) => iou(box, boxAt(boxes, i))));
      bestOfMaps(view).forEach((best, g) =>
        best.forEach((value, map) => expect(value).toBeCloseTo(Math.max(...all[g].filter((_, i) => mapOf[i] === map)), 9)),
      );
      if (level <= 3) expect(truth.maps).toEqual(all.map((ious) => [mapOf[highest(ious)]]));
      else {
        const { matches } = matchSsd(
          boxes,
          view.objects.flatMap(({ box }) => [...box]),
        );
        expect(truth.positives).toEqual(view.objects.map((_, g) => Array.from(matches).filter((object) => object === g).length));
        // What the board lists is told apart to two digits.
        for (const list of overlapsOf(view)) for (const each of list) expect(Math.abs(each.iou - 0.5)).toBeGreaterThanOrEqual(0.02);
      }
    }
  });

  it("asks for one thing more than the level before, in counts that vary", () => {
    expect(new Set(views.map(({ asks }) => asks))).toEqual(new Set([level === 5 ? "count" : level === 4 ? "all" : "best"]));
    expect(new Set(views.map(({ sides }) => sides.length))).toEqual(new Set([[2, 3, 3, 4, 4][level - 1]]));
    expect(new Set(views.map(({ objects }) => objects.length)).size).toBeGreaterThan(1);
    expect(new Set(views.map((view) => JSON.stringify(truthOf(view).maps.flat().sort()))).size).toBeGreaterThan(3);
    const long = views
      .flatMap(({ objects }) => objects)
      .filter(({ box: [x1, y1, x2, y2] }) => Math.max((x2 - x1) / (y2 - y1), (y2 - y1) / (x2 - x1)) > 1.7);
    expect(long.length > 0).toBe(level >= 3);
    if (level < 4) return;
    for (const view of views) {
      const poor = bestOfMaps(view).filter((best) => Math.max(...best) < 0.5);
      expect(poor.length).toBeGreaterThan(0);
      const { positives, total, kept } = truthOf(view);
      const count = positives.reduce((sum, each) => sum + each, 0);
      // There is always background enough.
      if (level === 5) expect([kept, kept === total - count]).toEqual([3 * count, false]);
    }
  });
});
