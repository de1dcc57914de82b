import fc from "fast-check";
import { expect, it } from "vitest";
import { efficienciesWithout, weightsWithout } from "./leaveOneOut";
import { efficiencyOf, weightOf } from "./statistics";

const without = <T>(list: readonly T[], left: number): T[] => list.filter((_, i) => i !== left);
const marks = fc.oneof(fc.constantFrom(0, 50, 100), fc.integer({ min: 0, max: 100 }));
const close = (got: readonly (number | null)[], wanted: readonly (number | null)[]) => {
  expect(got.map((each) => each === null)).toEqual(wanted.map((each) => each === null));
  got.forEach((each, i) => expect(each ?? 0).toBeCloseTo(wanted[i] ?? 0, 6));
};

it("efficiency without each student is the one of the others, summed anew", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(marks, fc.double({ min: 0, max: 100, noNaN: true })), { minLength: 3, maxLength: 30 }), (pairs) => {
      const [x, rest] = [pairs.map(([own]) => own), pairs.map(([, other]) => Math.round(other * 3) / 3)];
      close(
        efficienciesWithout(x, rest),
        x.map((_, left) => efficiencyOf(without(x, left), without(rest, left))),
      );
    }),
  );
});

it("weight without each student is the one of the others, summed anew", () => {
  fc.assert(
    fc.property(fc.array(fc.array(marks, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 30 }), (rows) => {
      close(
        weightsWithout(rows, 1),
        rows.map((_, left) => weightOf(without(rows, left), 1)),
      );
    }),
  );
});
