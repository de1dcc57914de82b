import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVELS, type Level } from "./contract";
import { counted, hintsOf, nextLevel, PASS_SCORE, scoreOf, starsOf, xpOf, type Hints } from "./score";

const levels = fc.constantFrom<Level>(...LEVELS);
const scores = fc.integer({ min: 0, max: 100 });

describe("scoreOf", () => {
  it("is the share that was earned, in whole percent", () => {
    expect(scoreOf({ earned: 0, total: 7 })).toBe(0);
    expect(scoreOf({ earned: 7, total: 7 })).toBe(100);
    expect(scoreOf({ earned: 2, total: 3 })).toBe(67);
    expect(scoreOf({ earned: 1, total: 3 })).toBe(33);
  });
});

describe("starsOf", () => {
  it.each([
    [0, 0],
    [49, 0],
    [50, 1],
    [74, 1],
    [75, 2],
    [94, 2],
    [95, 3],
    [100, 3],
  ])("gives a score of %i exactly %i stars", (score, stars) => {
    expect(starsOf(score)).toBe(stars);
  });

  it("gives the second star where a challenge counts as passed", () => {
    expect(starsOf(PASS_SCORE)).toBe(2);
    expect(starsOf(PASS_SCORE - 1)).toBe(1);
  });
});

const hintCounts = fc.constantFrom<Hints>(0, 1, 2, 3);

describe("counted", () => {
  it.each<[number, Hints, number]>([
    [100, 0, 100],
    [100, 1, 94],
    [96, 2, 74],
    [100, 3, 49],
    [94, 1, 94],
    [60, 1, 60],
    [50, 3, 49],
    [0, 3, 0],
  ])("counts %i after %i hints as %i", (score, hints, counts) => {
    expect(counted(score, hints)).toBe(counts);
  });

  it("takes exactly the next star out of reach with each hint, and never gives any", () => {
    fc.assert(
      fc.property(scores, hintCounts, (score, hints) => {
        expect(starsOf(counted(score, hints))).toBe(Math.min(starsOf(score), 3 - hints));
        expect(counted(score, hints)).toBeLessThanOrEqual(score);
      }),
    );
  });
});

describe("hintsOf", () => {
  it.each([
    [-1, 0],
    [0, 0],
    [2, 2],
    [2.4, 2],
    [9, 3],
  ])("reads %d as %i hints", (value, hints) => expect(hintsOf(value)).toBe(hints));
});

describe("xpOf", () => {
  it("is ten a level scaled by the score, and half as much again when perfect", () => {
    expect(xpOf(80, 2)).toBe(16);
    expect(xpOf(99, 2)).toBe(20);
    expect(xpOf(100, 2)).toBe(30);
    expect(xpOf(100, 5)).toBe(75);
  });

  it("is nothing below the first star", () => {
    expect(xpOf(49, 5)).toBe(0);
    expect(xpOf(50, 5)).toBe(25);
  });

  it("never falls when score or level rise", () => {
    fc.assert(
      fc.property(scores, scores, levels, levels, (a, b, low, high) => {
        fc.pre(low <= high);
        expect(xpOf(Math.min(a, b), low)).toBeLessThanOrEqual(xpOf(Math.max(a, b), high));
      }),
    );
  });
});

describe("nextLevel", () => {
  const record = (...entries: [level: Level, score: number][]) => entries.map(([level, score]) => ({ level, score }));

  it("begins at the first level", () => {
    expect(nextLevel([])).toBe(1);
  });

  it("goes up after two scores of 90 or more at the current level, not after one, and not at 89", () => {
    expect(nextLevel(record([2, 90], [2, 90]))).toBe(3);
    expect(nextLevel(record([2, 100]))).toBe(2);
    expect(nextLevel(record([2, 89], [2, 100]))).toBe(2);
    expect(nextLevel(record([2, 100], [2, 89]))).toBe(2);
  });

  it("goes down after two scores below 50 at the current level, not after one, and not at 50", () => {
    expect(nextLevel(record([3, 49], [3, 49]))).toBe(2);
    expect(nextLevel(record([3, 0]))).toBe(3);
    expect(nextLevel(record([3, 50], [3, 0]))).toBe(3);
    expect(nextLevel(record([3, 0], [3, 50]))).toBe(3);
  });

  it("looks at the two newest scores of the level that was played last, whatever lies between", () => {
    expect(nextLevel(record([2, 95], [4, 10], [2, 95]))).toBe(3);
    expect(nextLevel(record([2, 95], [3, 95]))).toBe(2);
    expect(nextLevel(record([2, 95], [2, 95], [2, 10]))).toBe(3);
    expect(nextLevel(record([2, 10], [2, 10], [2, 95]))).toBe(1);
  });

  it("stays within the five levels", () => {
    expect(nextLevel(record([5, 100], [5, 100]))).toBe(5);
    expect(nextLevel(record([4, 100], [4, 100]))).toBe(5);
    expect(nextLevel(record([1, 0], [1, 0]))).toBe(1);
    expect(nextLevel(record([2, 0], [2, 0]))).toBe(1);
  });

  it("moves by one level at most, over any record", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ level: levels, score: scores }), { minLength: 1, maxLength: 8 }), (recent) => {
        const next = nextLevel(recent);
        expect(LEVELS).toContain(next);
        expect(Math.abs(next - recent[0].level)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
