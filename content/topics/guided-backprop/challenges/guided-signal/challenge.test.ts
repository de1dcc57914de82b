import { describe, expect, it } from "vitest";
import { describeContract } from "@/tests/contract/describeContract";
import { scoreOf } from "@/lib/challenges";
import type { ReluRule } from "@/lib/engine/nets/types";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { rivals } from "./rivals";
import { below, openCells, type Gate, type View } from "./way";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand. Signal (−2, 3, −1, 4), forward (1, 2, −3, −4):
 * gradient passes cells 0 and 1, the deconvnet 1 and 3, guided 1 alone (arXiv:1412.6806, figure 1).
 */
const gate: Gate = { forward: [1, 2, -3, -4], weights: null, adds: false };
const one = (...rules: ReluRule[]): View => ({ side: 2, rules, signal: [-2, 3, -1, 4], gates: [gate] });
/** The same above a second ReLU with forward (1, 1, 1, 1); a weight −1 at cell 1 turns the only guided signal negative. */
const two = (weight: number, adds = false): View => ({
  ...one("guided", "gradient"),
  gates: [
    { ...gate, weights: [1, weight, 1, 1], adds },
    { forward: [1, 1, 1, 1], weights: null, adds: false },
  ],
});
const graded = (view: View, ...cells: number[][]) => challenge.grade({ view, truth: null }, { cells });

describe("guided-signal", () => {
  it("opens the cells of the hand-worked grid for each rule", () => {
    const open = (view: View, rule: ReluRule) => openCells(view, rule);
    expect((["gradient", "deconvnet", "guided"] as const).map((rule) => open(one(), rule))).toEqual([[0, 1], [1, 3], [1]]);
    expect(open(two(1), "guided")).toEqual([1]);
    expect(open(two(-1), "guided")).toEqual([]);
    expect(open(two(-1), "gradient")).toEqual([0, 1]);
  });

  it("adds the right neighbour where paths fork, within the row", () => {
    expect(below(2, [5, -2, 0, 7], { ...gate, weights: [-1, 1, 1, 1], adds: true })).toEqual([-7, -2, 7, 7]);
    // Guided: 3 leaves cell 1 alone; cell 0 gets it too, as the neighbour's.
    expect(openCells(two(1, true), "guided")).toEqual([0, 1]);
  });

  it("takes a right cell away for each wrong one, rule by rule, and weighs the rules alike", () => {
    const view = one("gradient", "guided");
    expect(scoreOf(graded(view, [0, 1], [1]))).toBe(100);
    expect(graded(view, [0, 2], [1])).toMatchObject({ earned: 12, total: 24, misconceptions: [] });
    expect(graded(view, [0, 1], [2])).toMatchObject({ earned: 12, total: 24 });
  });

  it("names the belief that gives exactly this answer, and no other", () => {
    const view = one("gradient", "guided");
    expect(graded(view, [1, 3], [1, 3]).misconceptions).toEqual(["one-gate"]);
    expect(graded(view, [0, 1], [0, 1]).misconceptions).toEqual(["it-is-the-gradient"]);
    // Nearly the same: one cell less than the belief would mark.
    expect(graded(view, [1, 3], [1]).misconceptions).toEqual([]);
  });

  it("says which gate closed", () => {
    const notes = (view: View, ...cells: number[][]) => graded(view, ...cells).parts.map(({ note }) => note?.en);
    expect(notes(one("guided", "gradient"), [0, 3], [0, 1]).slice(0, 4)).toEqual([
      "the signal that arrives is −2: closed.",
      "Both the forward input and the signal are positive: it passes.",
      undefined,
      "the forward input is −4: closed.",
    ]);
    expect(notes(two(-1), [1], [0, 1])[1]).toBe("At the lower ReLU the signal that arrives is −3: closed.");
  });
});
