import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { centralDifferences, checkGradient } from ".";

const square = (x: Float64Array) => x[0] * x[0];

describe("centralDifferences", () => {
  it("gives 6 for x² at 3, and one slope for each number", () => {
    expect(centralDifferences(square, [3])[0]).toBeCloseTo(6, 9);
    const slopes = centralDifferences((x) => x[0] * x[1] + Math.sin(x[2]), [2, -5, 0]);
    [-5, 2, 1].forEach((slope, i) => expect(slopes[i]).toBeCloseTo(slope, 8));
  });

  it("has an error that falls a hundredfold when the step falls tenfold", () => {
    const errorAt = (step: number) => Math.abs(centralDifferences((x) => Math.exp(x[0]), [1], step)[0] - Math.E);
    expect(errorAt(1e-1) / errorAt(1e-2)).toBeCloseTo(100, -1);
  });

  it("scales its step with large numbers, where a fixed one would be lost to rounding", () => {
    expect(centralDifferences(square, [1e9])[0] / 2e9).toBeCloseTo(1, 9);
  });

  it("leaves the point as it was and does not hand it to the function", () => {
    const x = Float64Array.of(1, 2);
    centralDifferences((at) => {
      expect(at).not.toBe(x);
      return at[0] + at[1];
    }, x);
    expect([...x]).toEqual([1, 2]);
  });

  it("refuses a step that is none and a function without a finite value beside the point", () => {
    expect(() => centralDifferences(square, [1], 0)).toThrow("step");
    expect(() => centralDifferences((x) => Math.log(x[0]), [0])).toThrow("x[0]");
    expect(() => centralDifferences(() => NaN, [0])).toThrow(EngineInputError);
  });
});

describe("checkGradient", () => {
  it("finds a right gradient right", () => {
    const { absolute, relative } = checkGradient(square, [3], [6]);
    expect(absolute).toBeLessThan(1e-8);
    expect(relative).toBeLessThan(1e-8);
  });

  it("says how far a wrong one is off and where", () => {
    const sum = (x: Float64Array) => x[0] + 10 * x[1] + x[2];
    const { absolute, relative, index } = checkGradient(sum, [0, 0, 0], [1, 10.5, 1]);
    expect(index).toBe(1);
    expect(absolute).toBeCloseTo(0.5, 6);
    expect(relative).toBeCloseTo(0.5 / 10.5, 6);
  });

  it("does not let a gradient that is no number pass", () => {
    const sum = (x: Float64Array) => x[0] + x[1];
    for (const [at, analytic] of [
      [NaN, 1],
      [1, NaN],
    ].entries()) {
      expect(checkGradient(sum, [0, 0], analytic)).toMatchObject({ absolute: NaN, relative: NaN, index: at });
    }
  });

  it("refuses a gradient of another length", () => {
    expect(() => checkGradient(square, [3], [6, 0])).toThrow("analytic");
  });
});
