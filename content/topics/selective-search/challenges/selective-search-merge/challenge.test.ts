import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { momentsOf, ratedPairs, segmentsOf, truthOf } from "./instance";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand, 6 × 2 tiles: A, B, C, D are columns of 4, 2, 2 and 4 tiles from left to right, yellow (0) or orange (1).
 *   A 4 yellow · B 1 yellow, 1 orange · C 2 orange · D 3 yellow, 1 orange
 * Colour: A–B .5, B–C .5, C–D .25, A–D .75 (they do not touch).
 * Size: A–B 1 − 6/12 = .5, B–C 1 − 4/12 = .667, C–D .5. Fill is 1 for neighbours. B–C merge first: .5 + .667 = 1.167.
 */
const view: View = {
  columns: 6,
  rows: 2,
  segments: [0, 0, 1, 2, 3, 3, 0, 0, 1, 2, 3, 3],
  colours: [0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 1],
  measures: ["colour", "size"],
  merges: 2,
};
const whole = { view, truth: null };
const grade = (...merges: string[][]) => challenge.grade(whole, { merges });

describe("selective-search-merge", () => {
  it("rates the pairs of the hand-worked row as worked by hand", () => {
    const pairs = ratedPairs(view, segmentsOf(view));
    const of = (name: string) => pairs.find(({ pair }) => pair.join("") === name);
    expect(of("AB")).toMatchObject({ touching: true, values: { colour: 0.5, size: 0.5, fill: 1 } });
    expect(of("BC")?.total).toBeCloseTo(0.5 + 2 / 3, 12);
    expect(of("CD")?.values.colour).toBe(0.25);
    expect(of("AD")).toMatchObject({ touching: false, values: { colour: 0.75, fill: 1 - (12 - 8) / 12 } });
  });

  it("merges B and C first, then the region of both with the neighbour that is more alike", () => {
    // BC is 1 yellow and 3 orange of 4: with A .25 + 1 − 8/12, with D .5 + 1 − 8/12.
    expect(truthOf(view)).toEqual([
      ["B", "C"],
      ["BC", "D"],
    ]);
    expect(challenge.slack(whole)).toBeCloseTo(0.5 + 2 / 3 - 1, 12);
  });

  it("counts right merges up to the first wrong one, whichever way a pair is named", () => {
    expect(scoreOf(grade(["C", "B"], ["D", "BC"]))).toBe(100);
    expect(scoreOf(grade(["B", "C"], ["A", "BC"]))).toBe(50);
    expect(scoreOf(grade(["A", "B"], ["C", "D"]))).toBe(0);
  });

  it("says what parts the pair that was taken from the right one, or that it does not touch", () => {
    expect(grade(["A", "B"], []).parts[0].note?.en).toBe(
      "A and B: 0.50 + 0.50 = 1.00. B and C: 0.50 + 0.67 = 1.17. What parts them is size (0.50 against 0.67).",
    );
    expect(grade(["A", "D"], []).parts[0].note?.en).toContain("A and D do not touch");
    expect(grade(["A", "B"], ["C", "D"]).parts[1].note?.en).toContain("An earlier merge differs");
  });

  it("names the wrong way whose very answer it is", () => {
    const alone = { view: { ...view, measures: ["colour"] as const, merges: 1 }, truth: null };
    expect(challenge.grade(alone, { merges: [["A", "D"]] }).misconceptions).toEqual(["alike-anywhere"]);
    expect(grade(["B", "C"], ["A", "BC"]).misconceptions).toEqual(["small-first"]);
  });

  it("waits for every pair, of regions that are there by then", () => {
    const ready = (...merges: string[][]) => challenge.check(view, { merges }).ready;
    expect(ready([])).toBe(false);
    expect(ready(["B", "C"])).toBe(false);
    expect(ready(["B", "C"], ["B", "D"])).toBe(false);
    expect(ready(["B", "B"], ["C", "D"])).toBe(false);
    expect(ready(["B", "C"], ["BC", "D"])).toBe(true);
  });

  it("shows the learner's pair in the replay before the right one merges", () => {
    const { steps } = grade(["A", "B"], []);
    expect(steps.map(({ type }) => type)).toEqual(["pair", "pair", "pair", "yours", "merge", "pair", "pair", "merge"]);
    expect(steps[4]).toMatchObject({ made: "BC", box: [2, 0, 4, 2], names: ["A", "BC", "D"] });
  });

  it("draws pictures in which every segment can be told apart and hit", () => {
    for (const level of LEVELS)
      for (let seed = 0; seed < 40; seed++) {
        const { view: drawn } = challenge.generate(`hit-${seed}`, level);
        for (const [i] of segmentsOf(drawn).entries()) expect(drawn.segments.filter((own) => own === i).length).toBeGreaterThanOrEqual(6);
        expect(momentsOf(drawn)[0].pairs.length).toBeGreaterThanOrEqual(5);
      }
  });
});
