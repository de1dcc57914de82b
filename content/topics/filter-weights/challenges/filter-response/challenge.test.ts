import { describe, expect, it } from "vitest";
import { describeContract } from "@/tests/contract/describeContract";
import { scoreOf } from "@/lib/challenges";
import { createNetwork, forward } from "@/lib/engine/nets";
import { nodeContext } from "@/scripts/tasks/context";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { answerOf, dot, equationsOf, RIGHT, slidTo, turned, valuesOf, windowAt } from "./instance";
import { OWN_KERNELS } from "./own";
import { rivals } from "./rivals";
import { findings, productsSaid } from "./words";

describeContract(challenge, { rivals, golden, topic });

const EDGE = [-1, 0, 1, -1, 0, 1, -1, 0, 1];
const base: View = { task: "pick", kernel: [EDGE], bias: 0, patches: [], map: [], asked: [], responses: [] };
const belief = (id: string) => rivals.beliefs.find(({ misconception }) => misconception === id);
const grade = (view: View, order: number[], values: (number | null)[] = []) => challenge.grade({ view, truth: null }, { order, values });

describe("a response", () => {
  // 0 and 9 beside each other: 3 · 9. The same pattern on 4 and 5: 3 · 1.
  const sharp = [0, 4, 9, 0, 4, 9, 0, 4, 9];
  const faint = [4, 4, 5, 4, 4, 5, 4, 4, 5];

  it("is products place by place, added up over the channels", () => {
    expect(dot([EDGE], [sharp])).toBe(27);
    expect(dot([EDGE], [faint])).toBe(3);
    expect(dot([EDGE, [0, 0, 0, 0, 2, 0, 0, 0, 0]], [faint, sharp])).toBe(3 + 8);
    expect(dot([EDGE], [sharp], { ...RIGHT, laid: turned })).toBe(-27);
    expect(productsSaid([[-2, 0, 0, 0, 3, 0, 0, 0, -1]], [sharp])).toBe("−2·0 + 3·4 − 1·9");
  });

  it("slides by two, with 0 outside of the map", () => {
    expect(windowAt(0)).toEqual([-1, -1, -1, -1, 0, 1, -1, 5, 6]);
    expect(windowAt(4)).toEqual([6, 7, 8, 11, 12, 13, 16, 17, 18]);
    const view: View = { ...base, task: "slide", map: Array.from({ length: 25 }, (_, i) => i % 5), bias: -2, asked: [0, 4, 8] };
    // At the first cell two rows and two columns lie on the map: (1 + 1) − 0, less 2. In the middle 3 · (3 − 1) − 2. At the last −(3 + 3) − 2.
    expect(view.asked.map((cell) => slidTo(view, cell))).toEqual([0, 4, -8]);
    expect(valuesOf(view)).toEqual([0, 4, 0]);
  });

  it("tells weights, one after the other", () => {
    const view: View = {
      ...base,
      task: "weights",
      kernel: [[null, 0, 1, null, 0, 1, -1, 0, 1]],
      bias: 5,
      patches: [[[1, 0, 0, 2, 0, 0, 0, 0, 9]], [[2, 0, 0, 0, 0, 1, 0, 0, 0]]],
      asked: [0, 3],
      responses: [11, 4],
    };
    // The second leaves A alone: 4 − 5 − 1 = −2 = 2 A. Then 11 − 5 − 9 = −3 = A + 2 B.
    expect(valuesOf(view)).toEqual([-1, -1]);
    expect(findings(view)).toEqual([
      { weight: 0, patch: 1, rest: -2, factor: 2 },
      { weight: 1, patch: 0, rest: -2, factor: 2 },
    ]);
    expect(equationsOf(view)[0]).toEqual({ factors: [1, 2], rest: -3 });
    expect(grade(view, [], [1, 1]).misconceptions).toEqual(["sign-does-not-count"]);
  });

  it("is what the engine's convolution gives, with stride 2, bias and ReLU", () => {
    for (let seed = 0; seed < 30; seed++) {
      const { view } = challenge.generate(`engine-${seed}`, 4);
      const net = createNetwork({
        inputShape: [1, 5, 5],
        layers: [
          { type: "conv", name: "conv", out: 1, kernel: 3, stride: 2, pad: 1 },
          { type: "relu", name: "relu" },
        ],
        weights: { conv: { weight: { shape: [1, 1, 3, 3], data: Float64Array.from(view.kernel[0], (w) => w ?? 0) }, bias: [view.bias] } },
      });
      const { output } = forward(net, { shape: [1, 5, 5], data: Float64Array.from(view.map) });
      expect(view.asked.map((cell) => output.data[cell])).toEqual(valuesOf(view));
    }
  });
});

describe("filter-response", () => {
  it("gives less than a star for a patch that is nearly the loudest, and names who took it for a reason", () => {
    for (let seed = 0; seed < 40; seed++) {
      const { view } = challenge.generate(`near-${seed}`, 1);
      const right = answerOf(view)?.order[0];
      for (const i of view.patches.keys()) if (i !== right) expect(scoreOf(grade(view, [i]))).toBeLessThan(50);
      const bright = belief("bright-kernel-fires-on-bright")?.play(view)?.order ?? [];
      expect(grade(view, [...bright]).misconceptions).toContain("bright-kernel-fires-on-bright");
    }
  });

  it("lets a strong weak match beat a faint good one at level 3", () => {
    for (let seed = 0; seed < 40; seed++) {
      const { view } = challenge.generate(`rank-${seed}`, 3);
      expect(scoreOf(grade(view, [...(belief("contrast-does-not-count")?.play(view)?.order ?? [])]))).toBeLessThan(75);
    }
  });

  it("can be found step by step at level 5, weight for weight", () => {
    for (let seed = 0; seed < 60; seed++) {
      const { view } = challenge.generate(`steps-${seed}`, 5);
      expect(findings(view)).toHaveLength(view.asked.length);
      expect(findings(view).map(({ weight, rest, factor }) => [weight, rest / factor])).toEqual(
        findings(view).map(({ weight }) => [weight, valuesOf(view)?.[weight]]),
      );
      expect(view.responses.every((response) => response > 0)).toBe(true);
    }
  });

  it("has kernels of our own that are the classifier's, in grey", async () => {
    const { layers } = await nodeContext().models.network("classifier");
    const first = layers[0];
    if (first.type !== "conv") throw new Error("the first layer is a convolution");
    const grey = Array.from({ length: 16 }, (_, k) =>
      Array.from({ length: 9 }, (_, i) => [0, 1, 2].reduce((sum, c) => sum + first.weight[(k * 3 + c) * 9 + i], 0)),
    );
    const whole = grey.map((nine) => {
      const most = Math.max(...nine.map(Math.abs));
      return nine.map((weight) => Math.round((4 * weight) / most) || 0);
    });
    expect(whole.filter((_, k) => k !== 3 && k !== 11)).toEqual(OWN_KERNELS);
    const strongest = grey.map((nine) => Math.max(...nine.map(Math.abs)));
    expect([3, 11].every((k) => strongest.every((most, other) => other === 3 || other === 11 || most > 2 * strongest[k]))).toBe(true);
  });
});
