import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { area, intersectionArea, iou } from "@/lib/engine/boxes";
import { fractionOf } from "../../measures";
import { flat } from "@/tests/topics/flat";
import { challenge as kind, type Instance, type Pair } from "./challenge";

const challenge = flat(kind);

const pair = (a: Pair["a"], b: Pair["b"], measure: Pair["measure"] = "iou"): Pair => ({ cls: "sheep", flip: false, a, b, measure });
/** Half-shifted squares (1/3), quarter overlap (1/7), a gap (IoU 0, GIoU −1/3). */
const HAND: Instance = {
  width: 320,
  height: 240,
  tolerance: 5,
  pairs: [
    pair([0, 0, 100, 100], [50, 0, 150, 100]),
    pair([0, 0, 100, 100], [50, 50, 150, 150]),
    pair([0, 0, 100, 100], [200, 0, 300, 100], "giou"),
  ],
};

describe("iou-estimate on pairs worked by hand", () => {
  it("knows 1/3, 1/7 and −1/3", () => {
    expect(challenge.solve(HAND)).toEqual({ guesses: [33, 14, -33] });
    expect(scoreOf(challenge.grade(HAND, { guesses: [33, 14, -33] }))).toBe(100);
  });

  it("gives 10, 8, 6, 4, 2, 0 points by distance from 1/3", () => {
    const earned = [33, 38, 39, 43, 44, 48, 49, 58, 59, 73, 74].map(
      (guess) => challenge.grade(HAND, { guesses: [guess, null, null] }).earned,
    );
    expect(earned).toEqual([10, 10, 8, 8, 6, 6, 4, 4, 2, 2, 0]);
  });

  it("names the idea behind a half, behind a GIoU of zero and behind dividing by the smaller box", () => {
    expect(challenge.grade(HAND, { guesses: [50, 14, 0] }).misconceptions).toEqual(["half-overlap", "zero-is-equal"]);
    const small: Instance = { ...HAND, pairs: [pair([0, 0, 100, 100], [50, 0, 100, 200]), HAND.pairs[1], HAND.pairs[2]] };
    // ∩ = 5000, the two areas are 10,000 each: shared half, IoU 1/3. Then a smaller box: 80×50 sharing 2,000.
    expect(challenge.grade(small, { guesses: [50, 14, -33] }).misconceptions).toEqual(["half-overlap"]);
    const smaller: Instance = { ...HAND, pairs: [pair([0, 0, 100, 100], [60, 0, 140, 50]), HAND.pairs[1], HAND.pairs[2]] };
    expect(challenge.solve(smaller).guesses[0]).toBe(17);
    expect(challenge.grade(smaller, { guesses: [50, 14, -33] }).misconceptions).toEqual(["over-smaller"]);
  });

  it("names the ideas about gaps and containment", () => {
    const odd: Instance = {
      ...HAND,
      pairs: [
        pair([0, 0, 100, 100], [110, 0, 210, 100]),
        pair([0, 0, 100, 100], [20, 20, 70, 70]),
        pair([0, 0, 100, 100], [50, 0, 150, 100], "giou"),
      ],
    };
    expect(challenge.solve(odd).guesses).toEqual([0, 25, 33]);
    expect(challenge.grade(odd, { guesses: [30, 100, 33] }).misconceptions).toEqual(["near-counts", "inside-is-one"]);
  });

  it("is not ready until every picture has a guess, and says which is open", () => {
    expect(challenge.check(challenge.view(HAND), { guesses: [33, null, null] })).toEqual({
      ready: false,
      missing: { ko: "그림 2, 3도 어림해요", en: "Estimate picture 2, 3 too" },
    });
  });
});

describe.each(LEVELS)("iou-estimate at level %i", (level) => {
  it("draws what the level promises for 300 seeds", () => {
    for (let seed = 0; seed < 300; seed++) {
      const instance = challenge.generate(String(seed), level);
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
      expect(scoreOf(challenge.grade(instance, challenge.solve(instance)))).toBe(100);
      expect(scoreOf(challenge.grade(instance, challenge.empty(challenge.view(instance))))).toBe(0);
    }
  });
});
