import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { pow } from "../exact";
import { seeded } from "../random";
import { sigmoidFocalLoss } from ".";
import { focalInPairs, focalOneByOne, SIMD_FROM } from "./focal-kernels";
import { BLOCK, FARTHEST, NEAREST } from "./focal-module";

/** Logits of every size, those next to and beyond the pairs' reach included, with hard and soft targets. */
function drawn(n: number, seed: string) {
  const random = seeded(`focal-kernels/${seed}`);
  const edges = [0, -0, 5e-324, 1e-9, NEAREST, NEAREST / 2, 0.3465735902799726, 0.3465735912322998, 0.8813, FARTHEST, 20.1, 40, 745, 1e300];
  const logits = Float64Array.from(
    { length: n },
    () =>
      (random.chance(0.1) ? random.pick(edges) : random.chance(0.5) ? random.between(0, 9) : pow(10, random.between(-12, 3))) *
      random.pick([-1, 1]),
  );
  const targets = Float64Array.from({ length: n }, () => random.pick([0, 0, 1, random.between(0, 1)]));
  return { logits, targets };
}

const job = (n: number, alpha: number, seed: string) => ({
  ...drawn(n, seed),
  ...{ alpha, gamma: 2, losses: new Float64Array(n), gradient: new Float64Array(n) },
});

describe("two numbers at a time", () => {
  it.each([1, 2, SIMD_FROM, BLOCK - 1, BLOCK, BLOCK + 1, 5 * BLOCK + 7])("gives the bits of one at a time, for %d numbers", (n) => {
    for (const alpha of [-1, 0, 0.25, 1]) {
      const pairs = job(n, alpha, String(n));
      const singly = job(n, alpha, String(n));
      expect(focalInPairs(pairs), "this engine has SIMD").toBe(true);
      focalOneByOne(singly, 0, n);
      expect(pairs.losses).toEqual(singly.losses);
      expect(pairs.gradient).toEqual(singly.gradient);
    }
  });

  it("takes any list of numbers", () => {
    const { logits, targets } = drawn(200, "lists");
    const { losses } = sigmoidFocalLoss(logits, targets);
    expect(sigmoidFocalLoss([...logits], [...targets]).losses).toEqual(losses);
    const single = Float32Array.from(logits.map((x) => Math.fround(x)).filter(Number.isFinite));
    const short = targets.subarray(0, single.length);
    expect(sigmoidFocalLoss(single, short).losses).toEqual(sigmoidFocalLoss(Float64Array.from(single), short).losses);
  });

  it.each([
    ["logits[900]", { logits: NaN }],
    ["logits[900]", { logits: -Infinity }],
    ["targets[900]", { targets: NaN }],
    ["targets[900]", { targets: 1.5 }],
    ["targets[900]", { targets: -0.1 }],
  ])("names %s when it is %o", (argument, wrong: { logits?: number; targets?: number }) => {
    const { logits, targets } = drawn(1000, "wrong");
    logits[900] = wrong.logits ?? logits[900];
    targets[900] = wrong.targets ?? targets[900];
    const refused = () => sigmoidFocalLoss(logits, targets);
    expect(refused).toThrow(EngineInputError);
    expect(refused).toThrow(argument);
  });
});
