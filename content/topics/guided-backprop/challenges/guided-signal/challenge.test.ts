import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { flat } from "@/tests/topics/flat";
import { challenge as kind, openCells, type Instance } from "./challenge";

const challenge = flat(kind);

/**
 * Worked by hand. Signal (−2, 3, −1, 4), forward (1, 2, −3, −4):
 * gradient passes cells 0 and 1, the deconvnet 1 and 3, guided 1 alone (arXiv:1412.6806, figure 1).
 */
const one: Instance = { side: 2, rule: "guided", signal: [-2, 3, -1, 4], gates: [{ forward: [1, 2, -3, -4], weights: null }] };
/** The same above a second ReLU with forward (1, 1, 1, 1); a weight −1 at cell 1 turns the only guided signal negative. */
const two = (weight: number): Instance => ({
  ...one,
  gates: [
    { forward: [1, 2, -3, -4], weights: [1, weight, 1, 1] },
    { forward: [1, 1, 1, 1], weights: null },
  ],
});

describe("guided-signal", () => {
  it("opens the cells of the hand-worked grid for each rule", () => {
    expect((["gradient", "deconvnet", "guided"] as const).map((rule) => openCells({ ...one, rule }))).toEqual([[0, 1], [1, 3], [1]]);
    expect(openCells(two(1))).toEqual([1]);
    expect(openCells(two(-1))).toEqual([]);
    expect(openCells({ ...two(-1), rule: "gradient" })).toEqual([0, 1]);
  });

  it("gives a point for each open cell, takes one for each closed one, and names the rule that was used instead", () => {
    const plain: Instance = { ...one, rule: "gradient" };
    expect(scoreOf(challenge.grade(plain, { cells: [0, 1] }))).toBe(100);
    expect(challenge.grade(plain, { cells: [0, 2] })).toMatchObject({ earned: 0, total: 2, misconceptions: [] });
    const other = challenge.grade(plain, { cells: [3, 1] });
    expect(other).toMatchObject({ earned: 0, misconceptions: ["one-gate"] });
    expect(other.summary.en).toContain("the deconvnet");
  });

  it("says which gate closed", () => {
    const { parts } = challenge.grade(one, { cells: [0, 3] });
    expect(parts.map(({ note }) => note?.en)).toEqual([
      "the signal that arrives is -2: closed.",
      "Both the forward input and the signal are positive: it passes.",
      undefined,
      "the forward input is -4: closed.",
    ]);
    expect(challenge.grade(two(-1), { cells: [1] }).parts[1].note?.en).toBe("At the lower ReLU the signal that arrives is -3: closed.");
  });

  it("draws grids on which no other rule is right by chance, at every level", () => {
    for (const level of LEVELS) {
      for (let n = 0; n < 40; n++) {
        const instance = challenge.generate(`draw ${n}`, level);
        const answers = (["gradient", "deconvnet", "guided"] as const).map((rule) => openCells({ ...instance, rule }).join());
        expect(new Set(answers).size).toBe(3);
        expect([...instance.signal, ...instance.gates.flatMap(({ forward }) => forward)]).not.toContain(0);
      }
    }
  });
});
