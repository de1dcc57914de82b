import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { binsOf, gridOf, marksOf, RIGHT, roiRanges, roundedOf, winnersBy, winnersOf } from "./instance";
import { rivals } from "./rivals";
import { misstepsOf } from "./steps";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand, 6 × 5 cells at stride 8, RoI (6, 3)–(35, 29): .75 → 1, .375 → 0, 4.375 → 4, 3.625 → 4: cells x 1–4, y 0–4.
 * Along x n = 4, bins 1–2 and 3–4; along y n = 5, bins ⌊0⌋ to ⌈2.5⌉ − 1 = 0–2 and ⌊2.5⌋ to 4 = 2–4: row 2 belongs to both.
 */
const view: View = {
  columns: 6,
  rows: 5,
  // prettier-ignore
  values: [
    90,  3, 12,  7, 20, 91,
    11, 31,  5,  9, 28, 92,
    13, 40,  8, 60,  2, 93,
    14, 21, 33, 16, 10, 94,
    15, 17, 18, 41, 55, 95,
  ],
  stride: 8,
  bins: 2,
  rois: [[6, 3, 35, 29]],
  gradients: [],
};
const whole = { view, truth: null };
const back: View = {
  ...view,
  rois: [view.rois[0], [6, 3, 19, 20]],
  gradients: [
    [1, 2, 3, 4],
    [5, 6, 7, 8],
  ],
};
const grade = (...grid: number[]) => challenge.grade(whole, { grid, marks: [] });

describe("roi-pool", () => {
  it("pools the hand-worked RoI as worked by hand", () => {
    expect(roundedOf(view, view.rois[0])).toEqual({ x: [1, 4], y: [0, 4] });
    expect(binsOf(view, view.rois[0]).map(({ xs, ys }) => [...xs, ...ys])).toEqual([
      [1, 3, 0, 3],
      [3, 5, 0, 3],
      [1, 3, 2, 5],
      [3, 5, 2, 5],
    ]);
    expect(gridOf(view)).toEqual([40, 60, 40, 60]);
  });

  it("sends each gradient to its winner, and adds up what two bins or two RoIs send to one cell", () => {
    // RoI B is (.75, .375)–(2.375, 2.5): cells x 1–2, y 0–3, bins of 1 × 2 cells: maxima 31, 12, 40, 33.
    expect(winnersOf(back)[1].map((cell) => view.values[cell])).toEqual([31, 12, 40, 33]);
    expect(marksOf(back)).toEqual([
      { cell: 2, sum: 6 },
      { cell: 7, sum: 5 },
      { cell: 13, sum: 1 + 3 + 7 },
      { cell: 15, sum: 2 + 4 },
      { cell: 20, sum: 8 },
    ]);
  });

  it("agrees with the formula of the prompt in everything it draws", () => {
    for (const level of LEVELS)
      for (let seed = 0; seed < 200; seed++) {
        const { view: drawn } = challenge.generate(`formula-${seed}`, level);
        expect(winnersOf(drawn)).toEqual(drawn.rois.map((roi) => winnersBy(drawn, roi, RIGHT)));
        for (const roi of drawn.rois) {
          const { xs, ys } = roiRanges(drawn, roi);
          const { x, y } = roundedOf(drawn, roi);
          expect([xs[0], xs[1] - 1, ys[0], ys[1] - 1]).toEqual([...x, ...y]);
        }
      }
  });

  it("counts right numbers, and says where the number that was taken stands", () => {
    expect(scoreOf(grade(40, 60, 40, 60))).toBe(100);
    const wrong = grade(40, 60, 33, 60);
    expect(scoreOf(wrong)).toBe(75);
    expect(wrong.parts[2].note?.en).toBe("The bin has x 1–2, y 2–4; the largest there is 40. Your 33 stands at x 2, y 3.");
  });

  it("takes a right cell away for each one too many, and gives nothing for another sum", () => {
    const score = (...marks: [number, number][]) =>
      challenge.grade({ view: back, truth: null }, { grid: [], marks: marks.map(([cell, sum]) => ({ cell, sum })) }).earned;
    expect(score([2, 6], [7, 5], [13, 11], [15, 6], [20, 8])).toBe(5);
    expect(score([2, 6], [7, 5], [13, 10], [15, 6], [20, 8])).toBe(4);
    expect(score([2, 6], [7, 5], [0, 1])).toBe(1);
  });

  it("names the wrong way whose very answer it is", () => {
    // Bins that never share: y 0–1 and 2–4.
    expect(grade(31, 28, 40, 60).misconceptions).toEqual(["bins-never-share"]);
    // Corners floored: cells x 0–4, y 0–3: bins x 0–2 and 2–4, y 0–1 and 2–3.
    expect(grade(90, 28, 40, 60).misconceptions).toEqual(["corners-floored"]);
  });

  it("waits for every number and every sum, on cells of the map", () => {
    const ready = (of: View, grid: (number | null)[], marks: { cell: number; sum: number | null }[]) =>
      challenge.check(of, { grid, marks }).ready;
    expect(ready(view, [1, 2, 3, null], [])).toBe(false);
    expect(ready(view, [1, 2, 3], [])).toBe(false);
    expect(ready(view, [1, 2, 3, 4], [])).toBe(true);
    expect(ready(back, [], [])).toBe(false);
    expect(ready(back, [], [{ cell: 30, sum: 1 }])).toBe(false);
    expect(ready(back, [], [{ cell: 3, sum: null }])).toBe(false);
    expect(ready(back, [], [{ cell: 3, sum: 1 }])).toBe(true);
  });

  it("marks in the replay where the answer goes another way", () => {
    const { steps } = grade(40, 60, 33, 60);
    expect(steps.map(({ type }) => type)).toEqual(["roi", "bin", "bin", "bin", "bin"]);
    expect(misstepsOf(view, { grid: [40, 60, 33, 60], marks: [] }, steps)).toEqual([3]);
    const answer = { grid: [], marks: [{ cell: 0, sum: 4 }] };
    const other = challenge.grade({ view: back, truth: null }, answer);
    expect(other.steps.at(-1)).toEqual({ type: "extra", cells: [0] });
    expect(misstepsOf(back, answer, other.steps)).toHaveLength(6);
  });

  it("draws RoIs that end beyond the map at level 4, of winners that are shared at level 5, and counts that differ", () => {
    const draws = (level: 4 | 5) => Array.from({ length: 60 }, (_, i) => challenge.generate(`counts-${i}`, level).view);
    for (const drawn of draws(4)) {
      const { xs, ys } = roiRanges(drawn, drawn.rois[0]);
      expect(xs[1] > drawn.columns || ys[1] > drawn.rows).toBe(true);
    }
    expect(new Set(draws(5).map((drawn) => marksOf(drawn).length)).size).toBeGreaterThan(2);
  });
});
