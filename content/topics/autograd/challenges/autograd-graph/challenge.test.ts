import { describe, expect, it } from "vitest";
import { scoreOf } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { graphOf } from "../../expression";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/** p = a × b, q = p − a, L = q × c at a = 2, b = 3, c = 4: ∂L/∂q 4, ∂L/∂p 4, ∂L/∂a −4 + 12. */
const nodes = graphOf("p = a*b; q = p - a; q*c", { a: 2, b: 3, c: 4, d: 1 });
const view: View = {
  nodes,
  asked: ["c", "q", "p", "b", "a"].map((name) => ({ of: "total", node: nodes.findIndex((node) => node.name === name) })),
};
const grade = (...values: number[]) => challenge.grade({ view, truth: null }, { values });

describe("autograd-graph", () => {
  it("is answered as worked by hand", () => {
    expect(challenge.solve({ view, truth: null }).values).toEqual([4, 4, 4, 8, 8]);
    expect(scoreOf(grade(4, 4, 4, 8, 8))).toBe(100);
  });

  it("weighs the node that is used twice, and says how its sum comes about", () => {
    const wrong = grade(4, 4, 4, 8, 12);
    expect(wrong.misconceptions).toEqual(["fan-out-overwrites"]);
    expect([wrong.earned, wrong.total]).toEqual([6, 10]);
    expect(wrong.parts[4].note?.en).toBe("It comes from q, p. ∂L/∂a = 4 × (−1) + 4 × 3 = 8.");
  });

  it("names other beliefs by their very answer", () => {
    expect(grade(4, 4, 4, 8, 16).misconceptions).toEqual(["minus-forgotten"]);
    expect(grade(4, 4, 1, 2, 2).misconceptions).toEqual(["upstream-forgotten"]);
  });

  it("keeps gates away from their bend", () => {
    for (let seed = 0; seed < 60; seed++)
      for (const level of [4, 5] as const) expect(challenge.slack(challenge.generate(`bend-${seed}`, level))).toBeGreaterThanOrEqual(1);
  });

  it("waits for every number", () => {
    expect(challenge.check(view, { values: [4, 4, 4, 8, null] }).ready).toBe(false);
    expect(challenge.check(view, { values: [4] }).ready).toBe(false);
  });
});
