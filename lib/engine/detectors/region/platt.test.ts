import { describe, expect, it } from "vitest";
import { EngineInputError } from "../../errors";
import { linearRows, probabilities, storedTensor } from "./linear";
import { plattScaling } from "./platt";

const tensor = (shape: number[], data: number[]) => ({ shape, data: Float64Array.from(data) });

describe("plattScaling", () => {
  it("returns ln 2 and 0 for one positive at 1 and one negative at −1", () => {
    const { a, b } = plattScaling([1, -1], [true, false]);
    expect(a).toBeCloseTo(Math.LN2, 6);
    expect(b).toBeCloseTo(0, 6);
  });

  it("gives probabilities that sum to the smoothed number of positives", () => {
    const scores = Array.from({ length: 200 }, (_, i) => Math.sin(i * 7) * 2);
    const positive = scores.map((s, i) => s + Math.cos(i * 3) > 1);
    const { a, b } = plattScaling(scores, positive);
    const plus = positive.filter(Boolean).length;
    const wanted = (plus * (plus + 1)) / (plus + 2) + (200 - plus) / (200 - plus + 2);
    expect(a).toBeGreaterThan(0);
    expect(scores.reduce((sum, s) => sum + 1 / (1 + Math.exp(-(a * s + b))), 0)).toBeCloseTo(wanted, 4);
  });

  it("refuses no scores", () => expect(() => plattScaling([], [])).toThrow(EngineInputError));
});

describe("linearRows", () => {
  it("multiplies rows by rows, and probabilities are each class's logistic", () => {
    expect([...linearRows([1, 2], 1, tensor([1, 2], [3, 4]), tensor([1], [5]))]).toEqual([16]);
    expect([...probabilities([0, 1], tensor([2, 2], [1, 0, 2, -2]))]).toEqual([0.5, 0.5]);
  });

  it("refuses tensors that are missing or of another shape", () => {
    expect(() => storedTensor({}, "svm", [1])).toThrow(EngineInputError);
    expect(() => linearRows([1], 1, tensor([1, 2], [3, 4]), tensor([1], [5]))).toThrow(EngineInputError);
  });
});
