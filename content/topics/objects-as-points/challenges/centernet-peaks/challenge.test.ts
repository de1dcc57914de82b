import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf, type Level } from "@/lib/challenges";
import { exp } from "@/lib/engine/exact";
import { decodeCenterMaps } from "@/lib/engine/match";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, keptOf, type View } from "./challenge";
import { HILLS, SIGMAS } from "./draw";
import golden from "./golden.json";
import { placeOf, trueBox, truthOf, valueOf } from "./instance";
import { beliefs, rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand on 5×5 cells with a cut of .3. In the first map .90 at cell 6 is a peak, .80 at cell 12 touches it at a corner, .50 at
 * cell 24 is a peak, .20 at cell 4 a maximum below the cut. In the second .70 at cell 6 and .60 at cell 8 are peaks with .45 between.
 */
const row = (...values: number[]) => values;
const HAND: View = {
  side: 5,
  cut: 30,
  maps: [
    [...row(40, 50, 10, 5, 20), ...row(50, 90, 60, 5, 5), ...row(10, 60, 80, 10, 5), ...row(5, 5, 10, 10, 35), ...row(5, 5, 5, 35, 50)],
    [...row(5, 35, 10, 20, 5), ...row(35, 70, 45, 60, 20), ...row(5, 35, 10, 20, 5), ...row(5, 5, 5, 5, 5), ...row(5, 5, 5, 5, 5)],
  ],
  classes: ["cat", "dog"],
  keep: null,
  decode: null,
};
/** Of four peaks the best three; at cell 6 a box of 2 × 3 cells, offset (.25, .75), stride 16. */
const FIFTH: View = {
  ...HAND,
  keep: 3,
  decode: {
    stride: 16,
    numbers: [
      { cell: 6, offset: [25, 75], size: [20, 30] },
      { cell: 7, offset: [80, 20], size: [30, 15] },
    ],
    start: [4, 4, 24, 24],
  },
};
const [A6, A12, A24, B6, B8] = [6, 12, 24, 31, 33];
const whole = (view: View) => ({ view, truth: null });
const grade = (
  view: View,
  peaks: readonly number[],
  box: View["decode"] extends null ? null : readonly [number, number, number, number] | null = null,
) => challenge.grade(whole(view), { peaks, box });
const play = (id: string, view: View) => beliefs.find(({ misconception }) => misconception === id)?.play(view);

describe("centernet-peaks on maps worked by hand", () => {
  it("finds the peaks, class by class, and of them the best", () => {
    expect(truthOf(HAND)).toEqual([A6, A24, B6, B8]);
    expect(truthOf(FIFTH)).toEqual([A6, B6, B8]);
    expect(keptOf(FIFTH).all).toEqual([A6, A24, B6, B8]);
  });

  it("takes 30 points for each that is missed or wrong, and gives none without a hit", () => {
    expect(grade(HAND, [A6, A24, B6, B8]).earned).toBe(100);
    expect(grade(HAND, [A6, A24, B6]).earned).toBe(70);
    expect(grade(HAND, [A6, A12, A24, B6]).earned).toBe(40);
    expect(grade(HAND, [A12]).earned).toBe(0);
    expect(grade(HAND, [A6, A12, A24, B6, B8]).parts.find(({ id }) => id === String(A12))?.note?.en).toContain("row 2, column 2 has 0.90");
    expect(grade(HAND, [A6, 4, A24, B6, B8]).parts.find(({ id }) => id === "4")?.note?.en).toContain("below the threshold of 0.30");
  });

  it("reads the box at the highest peak: a third of the points", () => {
    // Centre (1.25, 1.75) · 16 = (20, 28), 32 × 48 pixels.
    expect(trueBox(FIFTH)).toEqual([4, 4, 36, 52]);
    expect(grade(FIFTH, truthOf(FIFTH), [4, 4, 36, 52]).earned).toBe(100);
    expect(grade(FIFTH, truthOf(FIFTH), [20, 28, 52, 76]).earned).toBe(67);
    expect(grade(FIFTH, [A6, B6], [4, 4, 36, 52]).earned).toBe(70);
    expect(grade(FIFTH, truthOf(FIFTH), [5, 4, 37, 52]).misconceptions).toEqual([]);
  });

  it.each<[string, readonly number[]]>([
    ["one-per-class", [A6, B6]],
    ["four-neighbours", [A6, A12, A24, B6, B8]],
    ["classes-compete", [A6, A24, B8]],
    ["one-per-blob", [A6, A24, B6]],
    ["highest-cells", [A6, A12, B6, 7]],
  ])("has %s mark so", (id, peaks) => {
    expect([...(play(id, HAND)?.peaks ?? [])].sort((a, b) => a - b)).toEqual([...peaks].sort((a, b) => a - b));
  });

  it("has any-maximum mark what is below the cut as well", () => {
    expect(play("any-maximum", HAND)?.peaks).toEqual(expect.arrayContaining([4, A6, A24, B6, B8]));
    expect(play("any-maximum", HAND)?.peaks).not.toContain(A12);
  });

  it.each<[string, readonly number[]]>([
    ["cell-is-centre", [8, 0, 40, 48]],
    ["offset-moves-cell", [0, 8, 32, 56]],
    ["point-is-corner", [20, 28, 52, 76]],
    // (2.8, 1.2) · 16 = (44.8, 19.2), 48 × 24 pixels.
    ["beside-will-do", [21, 7, 69, 31]],
  ])("has %s place its box so", (id, box) => {
    expect(play(id, FIFTH)).toEqual({ peaks: truthOf(FIFTH), box });
    expect(grade(FIFTH, truthOf(FIFTH), box as [number, number, number, number]).misconceptions).toContain(id);
  });

  it("says what is missing, and refuses what does not fit", () => {
    const missing = (view: View, peaks: readonly number[], box: readonly [number, number, number, number] | null = null) => {
      const ready = challenge.check(view, { peaks, box });
      return ready.ready ? "" : ready.missing.en;
    };
    expect(missing(HAND, [])).toBe("Mark the peaks");
    expect(missing(HAND, [50])).toBe("The answer does not fit the maps");
    expect(missing(FIFTH, [6])).toBe("Move the box");
    expect(missing(FIFTH, [6], [0, 0, 90, 40])).toBe("The box leaves the picture");
    expect(missing(FIFTH, [6], [0, 0, 40, 40])).toBe("");
  });
});

describe("the table of hills", () => {
  it("is exp(−d²/2σ²) in hundredths", () => {
    HILLS.forEach((values, i) =>
      values.forEach((value, distance) => expect(value).toBe(Math.round(100 * exp(-distance / (2 * SIGMAS[i] * SIGMAS[i]))))),
    );
  });
});

describe.each(LEVELS)("centernet-peaks at level %i", (level: Level) => {
  const views = Array.from({ length: 60 }, (_, seed) => challenge.generate(`held ${seed}`, level).view);

  it("has the peaks and the box of the engine's own decoding", () => {
    for (const view of views) {
      const cells = view.side * view.side;
      const [offset, size] = [new Float64Array(2 * cells), new Float64Array(2 * cells)];
      for (const { cell, offset: o, size: s } of view.decode?.numbers ?? [])
        for (const k of [0, 1]) [offset[k * cells + cell], size[k * cells + cell]] = [o[k] / 100, s[k] / 10];
      const found = decodeCenterMaps(
        { heatmap: view.maps.flat(), offset, size, classes: view.maps.length, height: view.side, width: view.side },
        view.decode?.stride ?? 4,
        view.keep ?? 100,
      ).filter(({ score }) => score >= view.cut);
      expect(found.map(({ score }) => score)).toEqual(
        truthOf(view)
          .map((peak) => valueOf(view, peak))
          .sort((a, b) => b - a),
      );
      if (view.decode) expect(found[0].box).toEqual(trueBox(view));
    }
  });

  it("asks for one thing more than the level before, in counts that vary", () => {
    expect(new Set(views.map(({ maps }) => maps.length))).toEqual(new Set([level >= 3 ? 2 : 1]));
    expect(new Set(views.map(({ keep }) => keep !== null))).toEqual(new Set([level === 5]));
    expect(new Set(views.map((view) => truthOf(view).length)).size).toBeGreaterThan(1);
    expect(new Set(views.map(({ cut }) => cut)).size).toBe(2);
    for (const view of views) {
      const peaks = truthOf(view).map((peak) => placeOf(view, peak).cell);
      expect(peaks.length - new Set(peaks).size > 0).toBe(level >= 3);
      if (view.keep !== null) expect(keptOf(view).all.length).toBeGreaterThan(view.keep);
      expect(scoreOf(challenge.grade(whole(view), challenge.solve(whole(view))))).toBe(100);
    }
  });
});
