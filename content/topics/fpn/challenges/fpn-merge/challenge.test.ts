import { describe, expect, it } from "vitest";
import { scoreOf } from "@/lib/challenges";
import { createNetwork, forward } from "@/lib/engine/nets";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { bilinear, finestOf, nearest, parentOf, pyramidOf, tiled, valuesOf } from "./instance";
import { rivals } from "./rivals";
import { sumsOf } from "./words";

describeContract(challenge, { rivals, golden, topic });

/** Worked by hand: 10 20 / 30 40 over a 4×4 of 1 … 16. Row 1, column 3 copies 20 and has 3 beside it: 23. */
const view: View = {
  top: { side: 2, channels: [[10, 20, 30, 40]] },
  laterals: [{ side: 4, channels: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]] }],
  weights: null,
  asked: [2, 4, 9, 11],
};
const grade = (of: View, ...values: number[]) => challenge.grade({ view: of, truth: null }, { values });

describe("fpn-merge", () => {
  it("enlarges cell by cell, repeats a map and blends it as worked by hand", () => {
    // prettier-ignore
    expect(nearest([10, 20, 30, 40], 2)).toEqual([10, 10, 20, 20, 10, 10, 20, 20, 30, 30, 40, 40, 30, 30, 40, 40]);
    // prettier-ignore
    expect(tiled([10, 20, 30, 40], 2)).toEqual([10, 20, 10, 20, 30, 40, 30, 40, 10, 20, 10, 20, 30, 40, 30, 40]);
    // Row 1: 10, ¾ 10 + ¼ 20 = 12.5 → 13, 17.5 → 18, 20. Row 2, column 2: (90 + 60 + 90 + 40) / 16 = 17.5 → 18.
    expect(bilinear([10, 20, 30, 40], 2).slice(0, 4)).toEqual([10, 13, 18, 20]);
    expect(bilinear([10, 20, 30, 40], 2)[5]).toBe(18);
  });

  it("adds what comes down to what lies beside it", () => {
    expect(valuesOf(view)).toEqual([23, 15, 40, 52]);
    expect([2, 4, 9, 11].map((cell) => parentOf(cell, 4))).toEqual([1, 0, 2, 3]);
  });

  it("weighs the channels of a lateral map, and hands sums further down", () => {
    const two: View = {
      ...view,
      laterals: [{ side: 4, channels: [view.laterals[0].channels[0], Array.from({ length: 16 }, () => 5)] }],
      weights: [2, -1],
    };
    // 20 + 2 · 3 − 5 = 21.
    expect(valuesOf(two)[0]).toBe(21);
    expect(sumsOf(two, 2)).toEqual([
      { name: "1×1", sum: "2 × 3 + (−1) × 5 = 1" },
      { name: "M3", sum: "20 + 1 = 21" },
    ]);
    const down: View = { ...view, laterals: [...view.laterals, { side: 8, channels: [Array.from({ length: 64 }, () => -2)] }], asked: [4] };
    // Row 1, column 5 of 8 copies row 1, column 3 of 4: 23 − 2.
    expect(valuesOf(down)).toEqual([21]);
    expect(pyramidOf(down).map(({ side }) => side)).toEqual([4, 8]);
    expect(grade(down, 1).misconceptions).toEqual(["only-neighbours-meet"]);
  });

  it("is what the engine's network computes, with a 1×1, an upsampling and a sum", () => {
    for (const level of [2, 3, 4] as const)
      for (let seed = 0; seed < 30; seed++) {
        const { view: drawn } = challenge.generate(`engine-${seed}`, level);
        const [own] = drawn.laterals;
        const count = own.channels.length;
        // The top map goes in as its own copy, read off by a strided average, so that one picture feeds both ways.
        const net = createNetwork({
          inputShape: [count + 1, own.side, own.side],
          layers: [
            { type: "conv", name: "pick", out: 1, kernel: 1, inputs: ["input"] },
            { type: "avgpool", name: "top", kernel: 2, inputs: ["pick"] },
            { type: "upsample", name: "up", factor: 2 },
            { type: "conv", name: "lateral", out: 1, kernel: 1, inputs: ["input"] },
            { type: "add", name: "merged", inputs: ["lateral", "up"] },
          ],
          weights: {
            pick: { weight: { shape: [1, count + 1, 1, 1], data: [1, ...own.channels.map(() => 0)] } },
            lateral: { weight: { shape: [1, count + 1, 1, 1], data: [0, ...(drawn.weights ?? [1])] } },
          },
        });
        const data = Float64Array.from([nearest(drawn.top.channels[0], drawn.top.side), ...own.channels].flat());
        const { activations } = forward(net, { shape: [count + 1, own.side, own.side], data });
        expect(finestOf(drawn).sum).toEqual(Array.from(activations.merged.data));
      }
  });

  it("counts right cells, says where a number comes from, and names the belief whose very answer it is", () => {
    expect(scoreOf(grade(view, 23, 15, 40, 52))).toBe(100);
    const wrong = grade(view, 23, 15, 40, 12);
    expect(wrong.earned).toBe(3);
    expect(wrong.parts[3].note?.en).toBe("It copies row 2, column 2 of M4. 40 + 12 = 52.");
    expect(grade(view, 3, 5, 10, 12).misconceptions).toEqual(["lateral-is-enough"]);
    expect(grade(view, 20, 10, 30, 40).misconceptions).toEqual(["larger-of-two", "top-down-carries-resolution"]);
  });

  it("waits for every cell", () => {
    expect(challenge.check(view, { values: [1, 2, 3, null] }).ready).toBe(false);
    expect(challenge.check(view, { values: [1, 2, 3] }).ready).toBe(false);
    expect(challenge.check(view, { values: [1, 2, 3, 4] }).ready).toBe(true);
  });
});
