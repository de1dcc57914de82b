import { describe, expect, it } from "vitest";
import { believersOf, nobodyEarns, nobodyPasses, type Belief } from "./rivals";
import { PASS_SCORE } from "./score";

interface View {
  readonly dot: number;
}

/** Beliefs about where a dot stands; an answer is worth what it says. */
const belief = (
  misconception: string,
  levels: Belief<View, number>["levels"],
  play: (view: View) => number | null,
): Belief<View, number> => ({
  misconception,
  levels,
  play,
});
const worth = (answer: number) => answer;
const at = (dot: number): View => ({ dot });

describe("nobodyPasses", () => {
  const reads = belief("reads-off", [1, 2], ({ dot }) => dot);
  const silent = belief("no-answer", [1], () => null);

  it("refuses an instance from the pass mark of one believer on, whoever else fails", () => {
    const fails = belief("always-zero", [1], () => 0);
    expect(nobodyPasses([fails, reads], at(PASS_SCORE - 1), 1, worth)).toBe(true);
    expect(nobodyPasses([fails, reads], at(PASS_SCORE), 1, worth)).toBe(false);
    expect(nobodyPasses([reads, fails], at(100), 1, worth)).toBe(false);
  });

  it("asks only those whom the level is about", () => {
    expect(nobodyPasses([reads], at(100), 2, worth)).toBe(false);
    expect(nobodyPasses([reads], at(100), 3, worth)).toBe(true);
  });

  it("lets those pass who are spared, and nobody else", () => {
    expect(nobodyPasses([reads], at(100), 1, worth, ["reads-off"])).toBe(true);
    expect(nobodyPasses([reads], at(100), 1, worth, ["no-answer"])).toBe(false);
  });

  it("takes a belief that leads to no answer as one that does not pass", () => {
    const everything = () => 100;
    expect(nobodyPasses([silent], at(100), 1, everything)).toBe(true);
    expect(nobodyPasses([], at(100), 1, everything)).toBe(true);
  });
});

describe("nobodyEarns", () => {
  it("refuses the first star, whoever else has none", () => {
    expect(nobodyEarns([0, 49], worth)).toBe(true);
    expect(nobodyEarns([0, 50], worth)).toBe(false);
    expect(nobodyEarns([100, 0], worth)).toBe(false);
    expect(nobodyEarns([], worth)).toBe(true);
  });
});

describe("believersOf", () => {
  it("names everybody who would have given this very answer, and nobody who gives none", () => {
    const beliefs = [
      belief("same", [1], ({ dot }) => dot),
      belief("next", [1], ({ dot }) => dot + 1),
      belief("silent", [1], () => null),
      belief("twin", [2], ({ dot }) => dot),
    ];
    expect(believersOf(beliefs, at(4), (played) => played === 4)).toEqual(["same", "twin"]);
    expect(believersOf(beliefs, at(4), (played) => played === 5)).toEqual(["next"]);
    expect(believersOf(beliefs, at(4), () => true)).toEqual(["same", "next", "twin"]);
  });
});
