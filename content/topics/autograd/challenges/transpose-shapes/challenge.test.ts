import { describe, expect, it } from "vitest";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

const instance = (level: 1 | 2 | 3 | 4 | 5, seed = "hand") => challenge.generate(seed, level);

describe("transpose-shapes", () => {
  it("has one layer of each layout, in either order", () => {
    const first = Array.from({ length: 40 }, (_, i) =>
      instance(1, `order-${i}`)
        .view.layers.map(({ layout }) => layout)
        .join(),
    );
    expect(new Set(first)).toEqual(new Set(["out-in,in-out", "in-out,out-in"]));
  });

  it("counts a product in full where both layers are right, and little where one is", () => {
    const drawn = instance(2);
    const right = challenge.solve(drawn);
    const i = drawn.view.asks.findIndex(({ of }) => of === "y");
    const spoiled = { picks: right.picks.map((pick, k) => (k === 2 * i ? (pick ?? 0) ^ 1 : pick)) };
    const { earned, total, parts } = challenge.grade(drawn, spoiled);
    expect(total - earned).toBe(7);
    expect(parts[i].correct).toBe(false);
    expect(parts[i].note?.en).toContain("y₁ = x₁ · W₁");
  });

  it("has all sizes equal at level 5, and two layers in a row from level 4", () => {
    const { layers, chained } = instance(5).view;
    expect(new Set(layers.flatMap(({ n, inputs, outputs }) => [n, inputs, outputs])).size).toBe(1);
    expect([chained, instance(4).view.chained, instance(3).view.chained]).toEqual([true, true, false]);
    const [one, two] = instance(4).view.layers;
    expect([one.n, one.outputs]).toEqual([two.n, two.inputs]);
  });

  it("waits for every factor", () => {
    const drawn = instance(1);
    expect(challenge.check(drawn.view, challenge.empty(drawn.view)).ready).toBe(false);
    expect(challenge.check(drawn.view, { picks: [] }).ready).toBe(false);
  });
});
