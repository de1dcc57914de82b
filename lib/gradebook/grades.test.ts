import { describe, expect, it } from "vitest";
import { gradeOf, meanShare, percentOf, shareOf, type GradedWork } from "./grades";

const work = (change: Partial<GradedWork> = {}): GradedWork => ({
  ...{ atDue: 0.5, now: 0.75, due: true, closed: false, override: null },
  ...change,
});

describe("what one piece of work counts", () => {
  it.each([
    ["overdue: what it earned by then, and by now", work(), 0.5, 0.75],
    ["open before its due date: nothing yet", work({ due: false }), null, null],
    ["handed in before its due date: counts", work({ due: false, closed: true }), 0.5, 0.75],
    ["never begun and overdue: zero", work({ atDue: 0, now: 0 }), 0, 0],
    ["an instructor's word stands for both", work({ override: { percent: 90 } }), 0.9, 0.9],
    ["an instructor's word counts before the due date", work({ due: false, override: { percent: 0 } }), 0, 0],
    ["excused: counts neither way", work({ override: { percent: null } }), null, null],
    ["not for this student", work({ atDue: null, now: null }), null, null],
  ])("%s", (_, cell, atDue, now) => {
    expect([shareOf(cell, "atDue"), shareOf(cell, "now")]).toEqual([atDue, now]);
  });
});

describe("a grade", () => {
  const of = (...weights: number[]) => weights.map((weight, i) => ({ id: String(i), weight }));

  it("weighs what counts, and leaves out of the divisor what does not", () => {
    const cells = [work({ now: 1 }), work({ now: 0.5 }), work({ override: { percent: null } })];
    expect(gradeOf(of(3, 1, 6), cells, "now")).toEqual({ share: 3.5 / 4, earned: 3.5, weights: 4 });
  });

  it("is null where nothing counts, also where all weights are 0", () => {
    expect(gradeOf([], [], "now").share).toBeNull();
    expect(gradeOf(of(1), [work({ due: false })], "now").share).toBeNull();
    expect(gradeOf(of(0, 0), [work(), work()], "now").share).toBeNull();
  });

  it("does not depend on the order of assignments, nor on a common factor of the weights", () => {
    const cells = [work({ now: 0.1 }), work({ now: 0.8 }), work({ now: 0.4 })];
    const grade = gradeOf(of(1, 2, 5), cells, "now").share!;
    expect(gradeOf(of(5, 2, 1), [...cells].reverse(), "now").share).toBeCloseTo(grade, 12);
    expect(gradeOf(of(10, 20, 50), cells, "now").share).toBeCloseTo(grade, 12);
  });

  it("refuses a row of another length", () => {
    expect(() => gradeOf(of(1), [], "now")).toThrow(/cells: 0 for 1/);
  });
});

it("means are of those who have a share", () => {
  expect(meanShare([1, null, 0.5])).toEqual({ mean: 0.75, n: 2 });
  expect(meanShare([null])).toEqual({ mean: null, n: 0 });
});

it("percents are rounded half up to one decimal", () => {
  expect([percentOf(2 / 3), percentOf(0.9995), percentOf(0)]).toEqual([66.7, 100, 0]);
});
