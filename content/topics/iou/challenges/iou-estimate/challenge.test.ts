import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { area, intersectionArea, iou } from "@/lib/engine/boxes";
import { fractionOf } from "../../measures";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type Pair, type View } from "./challenge";
import golden from "./golden.json";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

const pair = (a: Pair["a"], b: Pair["b"], measure: Pair["measure"] = "iou"): Pair => ({ cls: "sheep", flip: false, a, b, measure });
/** Half-shifted squares (1/3), quarter overlap (1/7), a gap (IoU 0, GIoU −1/3). */
const HAND: View = {
  width: 320,
  height: 240,
  tolerance: 5,
  pairs: [
    pair([0, 0, 100, 100], [50, 0, 150, 100]),
    pair([0, 0, 100, 100], [50, 50, 150, 150]),
    pair([0, 0, 100, 100], [200, 0, 300, 100], "giou"),
  ],
};

const graded = (view: View, answer: { guesses: (number | null)[] }) => challenge.grade({ view, truth: null }, answer);
const solved = (view: View) => challenge.solve({ view, truth: null });

describe("iou-estimate on pairs worked by hand", () => {
  it("knows 1/3, 1/7 and −1/3", () => {
    expect(solved(HAND)).toEqual({ guesses: [33, 14, -33] });
    expect(scoreOf(graded(HAND, { guesses: [33, 14, -33] }))).toBe(100);
  });

  it("gives all points within 0.05 of 1/3 and none from 0.15 on", () => {
    const earned = [28, 33, 38, 39, 43, 47, 48, 49, 74].map((guess) => graded(HAND, { guesses: [guess, null, null] }).earned);
    expect(earned).toEqual([9, 10, 10, 9, 5, 1, 0, 0, 0]);
  });

  it("names the idea behind a half, behind a GIoU of zero and behind dividing by the smaller box", () => {
    expect(graded(HAND, { guesses: [50, 14, 0] }).misconceptions).toEqual(["half-overlap", "zero-is-equal"]);
    const small: View = { ...HAND, pairs: [pair([0, 0, 100, 100], [50, 0, 100, 200]), HAND.pairs[1], HAND.pairs[2]] };
    // ∩ = 5000, the two areas are 10,000 each: shared half, IoU 1/3. Then a smaller box: 80×50 sharing 2,000.
    expect(graded(small, { guesses: [50, 14, -33] }).misconceptions).toEqual(["half-overlap"]);
    const smaller: View = { ...HAND, pairs: [pair([0, 0, 100, 100], [60, 0, 140, 50]), HAND.pairs[1], HAND.pairs[2]] };
    expect(solved(smaller).guesses[0]).toBe(17);
    expect(graded(smaller, { guesses: [50, 14, -33] }).misconceptions).toEqual(["over-smaller"]);
  });

  it("names the ideas about gaps and containment", () => {
    const odd: View = {
      ...HAND,
      pairs: [
        pair([0, 0, 100, 100], [110, 0, 210, 100]),
        pair([0, 0, 100, 100], [20, 20, 70, 70]),
        pair([0, 0, 100, 100], [50, 0, 150, 100], "giou"),
      ],
    };
    expect(solved(odd).guesses).toEqual([0, 25, 33]);
    expect(graded(odd, { guesses: [30, 100, 33] }).misconceptions).toEqual(["near-counts", "over-smaller", "inside-is-one"]);
  });

  it("is not ready until every picture has a guess, and says which is open", () => {
    expect(challenge.check(HAND, { guesses: [33, null, null] })).toEqual({
      ready: false,
      missing: { ko: "그림 2, 3을 어림해요", en: "Estimate pictures 2, 3" },
    });
  });
});

describe.each(LEVELS)("iou-estimate at level %i", (level) => {
  it("draws what the level promises for 300 seeds", () => {
    for (let seed = 0; seed < 300; seed++) {
      const { view: instance } = challenge.generate(String(seed), level);
      const nested = instance.pairs.filter(({ a, b }) => intersectionArea(a, b) === Math.min(area(a), area(b))).length;
      const apart = instance.pairs.filter(({ a, b }) => intersectionArea(a, b) === 0).length;
      const asked = instance.pairs.filter(({ measure }) => measure === "giou").length;
      expect([nested, apart, asked]).toEqual(
        [
          [0, 0, 0],
          [0, 0, 0],
          [1, 1, 0],
          [1, 0, 1],
          [1, 1, 2],
        ][level - 1],
      );
      for (const { a, b, measure } of instance.pairs) {
        for (const box of [a, b])
          expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 320 && box[3] <= 240 && box.every(Number.isInteger)).toBe(true);
        const { top, bottom } = fractionOf("iou", a, b);
        expect(top / bottom).toBe(iou(a, b));
        expect(Math.abs(fractionOf(measure, a, b).top)).toBeLessThan(2 ** 46);
      }
    }
  });
});
