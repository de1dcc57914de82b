import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { seeded } from "../random";
import { svmAccuracy, svmDecision, svmObjective, trainLinearSvm, type SvmLoss } from ".";

function blobs(seed: number, n: number, d: number, gap: number) {
  const random = seeded(seed);
  const y = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1));
  const data = y.flatMap((label) => Array.from({ length: d }, () => label * gap + random.normal()));
  return { x: { shape: [n, d], data }, y };
}

describe("svmDecision and svmObjective", () => {
  it("scores w·x + b", () => {
    expect([...svmDecision({ weights: Float64Array.of(2, -1), bias: 0.5 }, { shape: [1, 2], data: [1, 3] })]).toEqual([-0.5]);
  });

  it("costs C · n at zero weights, and counts the bias in the norm", () => {
    const x = { shape: [2, 1], data: [1, -1] };
    expect(svmObjective({ weights: new Float64Array(1), bias: 0 }, x, [1, -1], { C: 3, loss: "hinge" })).toBe(6);
    // ½(1 + 4) + hinge 0 for (1·1 + 2 = 3) and 2 for −(−1 + 2) = −1.
    expect(svmObjective({ weights: Float64Array.of(1), bias: 2 }, x, [1, -1], { loss: "hinge" })).toBe(4.5);
    expect(svmObjective({ weights: Float64Array.of(1), bias: 2 }, x, [1, -1])).toBe(6.5);
  });
});

describe("trainLinearSvm", () => {
  it("finds w = 1, b = 0 for two points at ±1", () => {
    const { weights, bias, converged } = trainLinearSvm({ shape: [2, 1], data: [1, -1] }, [1, -1], { loss: "hinge", tolerance: 1e-9 });
    expect(weights[0]).toBeCloseTo(1, 6);
    expect(bias).toBeCloseTo(0, 6);
    expect(converged).toBe(true);
  });

  it("raises the dual at every pass and closes the gap to the primal", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom<SvmLoss>("hinge", "squared_hinge"),
        fc.constantFrom(0.1, 1, 5),
        fc.constantFrom(0, 0.7),
        (seed, loss, C, gap) => {
          const { x, y } = blobs(seed, 24, 3, gap);
          const { trace, converged, alpha, ...model } = trainLinearSvm(x, y, { loss, C, seed, tolerance: 1e-6, maxEpochs: 20_000 });
          expect(converged).toBe(true);
          trace.forEach((step, i) => {
            expect(step.dual).toBeLessThanOrEqual(step.primal + 1e-9);
            if (i > 0) expect(step.dual).toBeGreaterThanOrEqual(trace[i - 1].dual - 1e-9);
          });
          const last = trace[trace.length - 1];
          expect(last.primal - last.dual).toBeLessThan(1e-3 * (1 + last.primal));
          expect(last.primal).toBeCloseTo(svmObjective(model, x, y, { loss, C }), 10);
          for (const a of alpha) expect(a >= 0 && (loss === "squared_hinge" || a <= C)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("beats nearby weights", () => {
    const { x, y } = blobs(5, 40, 2, 0.8);
    const found = trainLinearSvm(x, y, { tolerance: 1e-8 });
    const best = svmObjective(found, x, y);
    fc.assert(
      fc.property(fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -0.5, max: 0.5, noNaN: true }))), ([a, b, c]) => {
        const other = { weights: Float64Array.of(found.weights[0] + a, found.weights[1] + b), bias: found.bias + c };
        expect(svmObjective(other, x, y)).toBeGreaterThanOrEqual(best - 1e-7);
      }),
    );
  });

  it("separates what can be separated and repeats itself for the same seed", () => {
    const { x, y } = blobs(9, 60, 4, 3);
    const first = trainLinearSvm(x, y, { seed: 1 });
    expect(svmAccuracy(first, x, y)).toBe(1);
    expect(trainLinearSvm(x, y, { seed: 1 })).toEqual(first);
  });

  it("names labels and settings that do not fit", () => {
    const x = { shape: [2, 1], data: [1, 2] };
    expect(() => trainLinearSvm(x, [0, 1])).toThrow(/y\[0\]/);
    expect(() => trainLinearSvm(x, [1])).toThrow(EngineInputError);
    expect(() => trainLinearSvm(x, [1, -1], { C: 0 })).toThrow(/C/);
    expect(() => trainLinearSvm({ shape: [0, 1], data: [] }, [])).toThrow(/x/);
    expect(() => svmDecision({ weights: new Float64Array(2), bias: 0 }, x)).toThrow(/weights/);
  });
});
