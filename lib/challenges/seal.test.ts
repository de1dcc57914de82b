import { describe, expect, it } from "vitest";
import { hash32 } from "@/lib/engine/random";
import { defineChallenge, LEVELS, type Challenge, type Level } from "./contract";
import { digestInstances } from "./digest";
import { goldenOf } from "./golden";
import { perfectPlay, type Hands } from "./keyboard";
import { defineRivals } from "./rivals";
import * as z from "./schema";
import { seal } from "./seal";

const both = (text: string) => ({ ko: text, en: text });

type View = { readonly dot: number };
type Truth = { readonly side: "left" | "right" };
type Answer = { readonly side: "left" | "right" | null; readonly marks: readonly number[] };

/** A dot on a line of 10 · level; the grader knows the side, and a point comes for each of the marks that stands on the dot. */
const dots: Challenge<View, Truth, Answer, string> = defineChallenge<View, Truth, Answer, string>({
  kind: "dots",
  topic: "lines",
  version: 7,
  title: both("Dots"),
  skill: both("Tell the side of a dot"),
  answerSchema: z.strictObject({ side: z.enum(["left", "right"]).nullable(), marks: z.array(z.number().int()).max(3) }),
  margin: 0.25,
  emptyScore: 0,
  needsPointer: false,
  generate: (seed, level) => {
    const dot = hash32(seed) % (10 * level);
    return { view: { dot }, truth: { side: dot < 5 * level ? "left" : "right" } };
  },
  prompt: ({ dot }) => both(`the dot at ${dot}`),
  empty: () => ({ side: null, marks: [] }),
  check: (_view, { side }) => (side === null ? { ready: false, missing: both("Choose a side") } : { ready: true }),
  hints: {
    asked: () => both("a side"),
    rule: () => both("look where the dot is"),
    step: ({ view }) => ({ text: both(`a mark at ${view.dot}`), answer: { side: null, marks: [view.dot] } }),
  },
  solve: ({ view, truth }) => ({ side: truth.side, marks: [view.dot, view.dot, view.dot] }),
  grade: ({ view, truth }, { side, marks }) => {
    const right = side === truth.side;
    const hits = marks.filter((mark) => mark === view.dot).length;
    return {
      earned: (right ? 1 : 0) + hits,
      total: 4,
      parts: [{ id: "side", label: both("side"), correct: right, earned: right ? 1 : 0, total: 1 }],
      steps: ["looked"],
      misconceptions: right ? [] : ["mirrored"],
      summary: both("done"),
    };
  },
  slack: ({ view }) => Math.abs(view.dot - 4.5),
});
const sealed = seal(dots);
const at = (dot: number, side: Truth["side"]) => ({ view: { dot }, truth: { side } });

describe("seal", () => {
  it("keeps what a kind says of itself", () => {
    expect(sealed).toMatchObject({
      kind: "dots",
      topic: "lines",
      version: 7,
      title: both("Dots"),
      skill: both("Tell the side of a dot"),
      margin: 0.25,
    });
  });

  it("draws, solves and measures the instance of a seed", () => {
    const instance = dots.generate("a", 3);
    expect(sealed.instance("a", 3)).toEqual(instance);
    expect(sealed.solution("a", 3)).toEqual(dots.solve(instance));
    expect(sealed.solutionOf(at(2, "right"))).toEqual({ side: "right", marks: [2, 2, 2] });
    expect(sealed.stepOf(at(2, "right"))).toEqual(both("a mark at 2"));
    expect(sealed.slack("a", 3)).toBe(Math.abs(instance.view.dot - 4.5));
  });

  it("has evidence only where a kind has", () => {
    expect(sealed.evidence("a", 1)).toBeNull();
    const withBoxes = seal({ ...dots, evidence: ({ view }) => ({ a: [view.dot], b: [1] }) });
    expect(withBoxes.evidence("a", 3)).toEqual({ a: [dots.generate("a", 3).view.dot], b: [1] });
    const withoutPairs = seal({ ...dots, evidence: ({ view }) => ({ a: [view.dot], b: [] }) });
    expect(withoutPairs.evidence("a", 3)).toBeNull();
  });

  it("grades the perfect answer whole, with stars and XP of its level", () => {
    const verdict = sealed.judge("a", 2, sealed.solution("a", 2));
    expect(verdict).toMatchObject({ status: "graded", score: 100, stars: 3, xp: 30, grade: { earned: 4, steps: ["looked"] } });
  });

  it("grades a stored instance as it stands, whatever a seed would draw", () => {
    const half = { side: "left", marks: [9, 1] };
    expect(sealed.judgeInstance(at(9, "left"), 4, half)).toMatchObject({ status: "graded", score: 50, stars: 1, xp: 20 });
    expect(sealed.judgeInstance(at(9, "right"), 4, half)).toMatchObject({
      status: "graded",
      score: 25,
      stars: 0,
      xp: 0,
      grade: { misconceptions: ["mirrored"] },
    });
  });

  it("calls an answer malformed by the field that is, down to its place in a list", () => {
    const judged = (answer: unknown) => sealed.judge("a", 1, answer);
    expect(judged(null)).toMatchObject({ status: "malformed", field: "answer" });
    expect(judged({ side: "up", marks: [] })).toMatchObject({ status: "malformed", field: "answer.side" });
    const problem = judged({ side: "left", marks: [1, 2.5] });
    expect(problem).toMatchObject({ status: "malformed", field: "answer.marks.1" });
    expect(problem).toHaveProperty("problem", expect.stringMatching(/\S/));
  });

  it("says what is missing instead of grading, also when the answer is worth points already", () => {
    expect(sealed.judge("a", 1, { side: null, marks: [dots.generate("a", 1).view.dot] })).toEqual({
      status: "unready",
      missing: both("Choose a side"),
    });
  });
});

describe("digestInstances", () => {
  const digest = (from: number, count: number, level: Level = 1) => digestInstances(sealed, from, count, level);

  it("is eight hexadecimal digits that any other seed, count or level changes", () => {
    const all = [digest(0, 10), digest(1, 10), digest(0, 11), digest(0, 10, 2), digest(0, 0)];
    for (const one of all) expect(one).toMatch(/^[0-9a-f]{8}$/);
    expect(new Set(all).size).toBe(all.length);
    expect(digest(0, 0)).toBe("00000000");
  });

  it("is the hash of one instance after the other", () => {
    const one = hash32(`0:${JSON.stringify(dots.generate("3", 1))}`);
    expect(digest(3, 1)).toBe(one.toString(16).padStart(8, "0"));
    expect(digest(3, 2)).toBe(
      hash32(`${one}:${JSON.stringify(dots.generate("4", 1))}`)
        .toString(16)
        .padStart(8, "0"),
    );
  });
});

describe("goldenOf", () => {
  const rivals = defineRivals<View, Answer>({
    beliefs: [{ misconception: "mirrored", levels: [1], play: ({ dot }) => ({ side: "left", marks: [dot + 1] }) }],
    blind: {
      constants: { notPlayable: "in this test" },
      commonest: { notPlayable: "in this test" },
      quota: { notPlayable: "in this test" },
      startingValues: { notPlayable: "in this test" },
    },
  });
  const golden = goldenOf(dots, rivals);
  const changed = (change: Partial<typeof dots>) => goldenOf({ ...dots, ...change }, rivals);
  const regraded = (change: (grade: ReturnType<typeof dots.grade>, answer: Answer) => object) =>
    changed({ grade: (instance, answer) => ({ ...dots.grade(instance, answer), ...change(dots.grade(instance, answer), answer) }) });

  it("has a hash of the instances and one of the grades for each level, all of them different", () => {
    for (const hashes of [golden.instances, golden.grades]) {
      expect(Object.keys(hashes)).toEqual(LEVELS.map(String));
      for (const hash of Object.values(hashes)) expect(hash).toMatch(/^[0-9a-f]{8}$/);
    }
    expect(new Set([...Object.values(golden.instances), ...Object.values(golden.grades)]).size).toBe(10);
  });

  it("is the same for ever: files of old versions were written with it", () => {
    const hashes = (of: (seed: string) => unknown) => {
      let hash = 0;
      for (let i = 0; i < 20; i++) hash = hash32(`${hash}:${JSON.stringify(of(`golden-${i}`))}`);
      return hash.toString(16).padStart(8, "0");
    };
    expect(golden.instances["2"]).toBe(hashes((seed) => dots.generate(seed, 2)));
    expect(golden.grades["2"]).toBe(
      hashes((seed) => {
        const instance = dots.generate(seed, 2);
        const { dot } = instance.view;
        return [dots.solve(instance), dots.empty({ dot }), { side: "left" as const, marks: [dot + 2] }].map((answer) => {
          const { earned, total, parts, misconceptions } = dots.grade(instance, answer);
          return [earned, total, parts.map((part) => [part.id, part.correct, part.earned, part.total]), misconceptions];
        });
      }),
    );
  });

  it("changes with what is drawn, with points, parts and misconceptions, and not with texts", () => {
    expect(changed({ generate: (seed, level) => dots.generate(`${seed} `, level) }).instances).not.toEqual(golden.instances);
    expect(regraded(({ earned }) => ({ earned: Math.min(earned, 3) })).grades).not.toEqual(golden.grades);
    expect(regraded(() => ({ misconceptions: [] })).grades).not.toEqual(golden.grades);
    expect(regraded(({ parts }) => ({ parts: parts.map((part) => ({ ...part, total: 2 })) })).grades).not.toEqual(golden.grades);
    expect(regraded(() => ({ summary: both("otherwise"), steps: [] }))).toEqual(golden);
  });

  it("changes when only a rival's answer is judged otherwise", () => {
    const lenient = regraded(({ earned }, { marks }) => ({ earned: marks.length === 1 ? 4 : earned }));
    expect(lenient.grades).not.toEqual(golden.grades);
    expect(lenient.instances).toEqual(golden.instances);
  });
});

describe("perfectPlay", () => {
  it("hands the view and the perfect answer of the instance to the kind's keys", async () => {
    const pressed: unknown[] = [];
    const hands = { press: async (key: string) => void pressed.push(key) } as Hands;
    const play = perfectPlay(dots, async ({ press }, view, answer) => {
      await press(`${view.dot} ${answer.side}`);
    });
    await play(hands, "a", 5);
    const { view, truth } = dots.generate("a", 5);
    expect(pressed).toEqual([`${view.dot} ${truth.side}`]);
  });
});
