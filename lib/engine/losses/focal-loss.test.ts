import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGradient } from "../autograd";
import { EngineInputError } from "../errors";
import { biasForPrior, focalGradientAt, focalGradientFacts, focalLossAt, sigmoidCrossEntropy, sigmoidFocalLoss } from ".";

const logit = fc.double({ min: -12, max: 12, noNaN: true });
const pairs = fc.array(fc.tuple(logit, fc.constantFrom(0, 1)), { minLength: 1, maxLength: 12 });
const gammas = fc.constantFrom(0, 0.5, 1, 2, 5);
const alphas = fc.constantFrom(-1, 0.25, 0.5, 0.75);

describe("the focal loss as a function of p_t", () => {
  it.each([
    [0.1, 1.86509, 2.30259],
    [0.5, 0.173287, 0.693147],
    [0.9, 0.00105361, 0.105361],
    [0.968, 3.33e-5, 0.032523],
  ])("is %f → %f with γ 2, beside cross-entropy's %f", (pt, focal, entropy) => {
    expect(focalLossAt(pt, 2)).toBeCloseTo(focal, pt > 0.95 ? 7 : 5);
    expect(focalLossAt(pt, 0)).toBeCloseTo(entropy, 5);
    const { loss } = sigmoidFocalLoss([Math.log(pt / (1 - pt))], [1], { alpha: -1, gamma: 2, reduction: "sum" });
    expect(loss).toBeCloseTo(focalLossAt(pt, 2), 10);
  });

  it("is 100 times below cross-entropy at 0.9 and 1000 times at 1 − 1/√1000 with γ 2", () => {
    expect(focalLossAt(0.9, 0) / focalLossAt(0.9, 2)).toBeCloseTo(100, 9);
    const pt = 1 - 1 / Math.sqrt(1000);
    expect(pt).toBeCloseTo(0.96838, 5);
    expect(focalLossAt(pt, 0) / focalLossAt(pt, 2)).toBeCloseTo(1000, 8);
  });

  it("is never above cross-entropy, for any γ", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1, noNaN: true }), fc.double({ min: 0, max: 8, noNaN: true }), (pt, gamma) => {
        expect(focalLossAt(pt, gamma)).toBeLessThanOrEqual(focalLossAt(pt, 0));
      }),
    );
  });

  it("has a gradient that exceeds cross-entropy's below p_t 0.2976 with γ 2, at most 1.2246 times near 0.104", () => {
    const { crossing, peak, ratio } = focalGradientFacts(2);
    expect(crossing).toBeCloseTo(0.2976, 4);
    expect(peak).toBeCloseTo(0.104, 3);
    expect(ratio).toBeCloseTo(1.2246, 4);
    expect(focalGradientAt(0.2, 2)).toBeGreaterThan(focalGradientAt(0.2, 0));
    expect(focalGradientAt(0.4, 2)).toBeLessThan(focalGradientAt(0.4, 0));
    expect(focalGradientAt(crossing, 2)).toBeCloseTo(focalGradientAt(crossing, 0), 9);
  });

  it.each([
    [0.5, 1.076],
    [1, 1.135],
    [5, 1.394],
  ])("with γ %f has a gradient at most %f times cross-entropy's", (gamma, ratio) => {
    expect(focalGradientFacts(gamma).ratio).toBeCloseTo(ratio, 3);
  });

  it("has the gradient −1.1020 at p_t 0.1 with γ 2, where cross-entropy has −0.9", () => {
    const x = Math.log(0.1 / 0.9);
    expect(sigmoidFocalLoss([x], [1], { alpha: -1 }).gradient[0]).toBeCloseTo(-1.102, 4);
    expect(sigmoidFocalLoss([x], [1], { alpha: -1, gamma: 0 }).gradient[0]).toBeCloseTo(-0.9, 9);
    expect(focalGradientAt(0.1, 2)).toBeCloseTo(1.10202, 5);
  });

  it("refuses what is no probability", () => {
    expect(() => focalLossAt(0, 2)).toThrow("pt");
    expect(() => focalGradientAt(1.2, 2)).toThrow("pt");
    expect(() => focalGradientFacts(0)).toThrow("gamma");
  });
});

describe("the bias of a rare class", () => {
  it("is −4.59512 for a prior of 0.01, and the sigmoid gives the prior back", () => {
    expect(biasForPrior(0.01)).toBeCloseTo(-4.59512, 5);
    expect(1 / (1 + Math.exp(-biasForPrior(0.01)))).toBeCloseTo(0.01, 12);
  });

  it("cuts the loss of 100,000 negatives from 69,315 to 1,005, and with focal loss to 0.0754", () => {
    const zeros = new Float64Array(100_000);
    const started = new Float64Array(100_000).fill(biasForPrior(0.01));
    expect(sigmoidCrossEntropy(zeros, zeros, { reduction: "sum" }).loss).toBeCloseTo(69_315, 0);
    expect(sigmoidCrossEntropy(started, zeros, { reduction: "sum" }).loss).toBeCloseTo(1_005, 0);
    expect(sigmoidFocalLoss(started, zeros, { reduction: "sum" }).loss).toBeCloseTo(0.0754, 4);
  });

  it("refuses a prior of 0 or 1", () => {
    expect(() => biasForPrior(0)).toThrow(EngineInputError);
    expect(() => biasForPrior(1)).toThrow(EngineInputError);
  });
});

describe("sigmoidFocalLoss", () => {
  it("has the gradient that central differences find, for every γ, α and reduction", () => {
    fc.assert(
      fc.property(pairs, gammas, alphas, fc.constantFrom("mean" as const, "sum" as const), (list, gamma, alpha, reduction) => {
        const logits = list.map(([x]) => x);
        const targets = list.map(([, t]) => t);
        const options = { alpha, gamma, reduction };
        const { gradient } = sigmoidFocalLoss(logits, targets, options);
        expect(checkGradient((x) => sigmoidFocalLoss(x, targets, options).loss, logits, gradient).relative).toBeLessThan(1e-6);
      }),
    );
  });

  it("has the gradient that central differences find for targets between 0 and 1", () => {
    fc.assert(
      fc.property(logit, fc.double({ min: 0.01, max: 0.99, noNaN: true }), gammas, (x, t, gamma) => {
        const { gradient } = sigmoidFocalLoss([x], [t], { gamma });
        expect(checkGradient((v) => sigmoidFocalLoss(v, [t], { gamma }).loss, [x], gradient).relative).toBeLessThan(1e-6);
      }),
    );
  });

  it("is binary cross-entropy when γ is 0 and α is off", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const logits = list.map(([x]) => x);
        const targets = list.map(([, t]) => t);
        const focal = sigmoidFocalLoss(logits, targets, { alpha: -1, gamma: 0, reduction: "mean" });
        const plain = sigmoidCrossEntropy(logits, targets);
        expect(focal.loss).toBeCloseTo(plain.loss, 12);
        focal.gradient.forEach((g, i) => expect(g).toBeCloseTo(plain.gradient[i], 12));
      }),
    );
  });

  it("gives finite numbers at logits where the sigmoid is exactly 0 or 1, for every γ", () => {
    for (const gamma of [0, 0.5, 1, 2, 5]) {
      const { losses, gradient } = sigmoidFocalLoss([-800, -800, 800, 800], [1, 0, 1, 0], { alpha: -1, gamma });
      expect([...losses]).toEqual([800, 0, 0, 800]);
      // Where the answer is all wrong, (1 − p_t)^γ is 1 and the slope is cross-entropy's.
      expect([...gradient].map((g) => g + 0)).toEqual([-1, 0, 0, 1]);
    }
  });

  it("weighs positives by α and negatives by 1 − α, and neither when α is below 0", () => {
    const options = { gamma: 0, reduction: "none" } as const;
    const off = sigmoidFocalLoss([0, 0], [1, 0], { ...options, alpha: -1 }).losses;
    const on = sigmoidFocalLoss([0, 0], [1, 0], { ...options, alpha: 0.25 }).losses;
    expect(on[0] / off[0]).toBeCloseTo(0.25, 12);
    expect(on[1] / off[1]).toBeCloseTo(0.75, 12);
  });

  it("leaves its arguments as they were", () => {
    const logits = Float64Array.of(1, -2);
    const targets = Float64Array.of(0, 1);
    sigmoidFocalLoss(logits, targets, { reduction: "mean" });
    expect([...logits, ...targets]).toEqual([1, -2, 0, 1]);
  });

  it("gives 0 for no elements, and names the argument that does not fit", () => {
    expect(sigmoidFocalLoss([], [], { reduction: "mean" }).loss).toBe(0);
    expect(() => sigmoidFocalLoss([1], [])).toThrow("targets");
    expect(() => sigmoidFocalLoss([NaN], [0])).toThrow("logits[0]");
    expect(() => sigmoidFocalLoss([0], [1.5])).toThrow("targets[0]");
    expect(() => sigmoidFocalLoss([0], [1], { gamma: -1 })).toThrow("gamma");
    expect(() => sigmoidFocalLoss([0], [1], { alpha: 2 })).toThrow("alpha");
    expect(() => sigmoidFocalLoss([0], [1], { reduction: "average" as "mean" })).toThrow("reduction");
  });
});
