import { describe, expect, it } from "vitest";
import { defineChallenge, type EarlierVersion, type Level } from "./contract";
import { countedMarks, judging, type InstanceRef } from "./judging";
import * as z from "./schema";
import { CrashError, type Phase } from "./crash";
import { seal } from "./seal";

const both = (text: string) => ({ ko: text, en: text });

interface View {
  readonly shown: number;
}
interface Truth {
  readonly hidden: number;
}
interface Answer {
  readonly guess: number;
}

const gradeBy =
  (wanted: (truth: Truth) => number) =>
  (instance: { readonly truth: Truth }, { guess }: Answer) => {
    const correct = guess === wanted(instance.truth);
    const earned = correct ? 2 : 1;
    return {
      earned,
      total: 2,
      parts: [{ id: "guess", label: both("guess"), correct, earned, total: 2, note: both("a note") }],
      steps: ["a step"],
      misconceptions: correct ? [] : ["slip"],
      summary: both("done"),
    };
  };
const versions: Readonly<Record<number, EarlierVersion<View, Truth, Answer, string>>> = {
  // Drew higher numbers; graded as today.
  4: { generate: (seed, level) => ({ view: { shown: level }, truth: { hidden: Number(seed) + 100 } }) },
  // Drew as today; asked for the double.
  3: {
    generate: (seed, level) => ({ view: { shown: level }, truth: { hidden: Number(seed) } }),
    grade: gradeBy(({ hidden }) => 2 * hidden),
  },
};

const kindThatThrows = (broken: Phase | null, thrown: unknown = new Error("planted")) => {
  const guard = (phase: Phase) => {
    if (phase === broken) throw thrown;
  };
  return seal(
    defineChallenge<View, Truth, Answer, string>({
      kind: "hidden",
      topic: "numbers",
      version: 5,
      versions,
      title: both("Hidden"),
      skill: both("Guess"),
      answerSchema: z.strictObject({ guess: z.number().int() }),
      margin: 0,
      emptyScore: 50,
      needsPointer: false,
      generate: (seed, level) => {
        guard("generate");
        return { view: { shown: level }, truth: { hidden: Number(seed) } };
      },
      prompt: () => both("guess"),
      empty: () => ({ guess: 0 }),
      check: (_view, { guess }) => {
        guard("check");
        return guess < 0 ? { ready: false, missing: both("a number") } : { ready: true };
      },
      hints: {
        asked: () => both("a number"),
        rule: () => both("guess"),
        step: ({ truth }) => {
          guard("solve");
          return { text: both(`above ${truth.hidden - 1}`), answer: { guess: truth.hidden - 1 } };
        },
      },
      solve: ({ truth }) => {
        guard("solve");
        return { guess: truth.hidden };
      },
      grade: (instance, answer) => {
        guard("grade");
        return gradeBy(({ hidden }) => hidden)(instance, answer);
      },
      slack: () => Number.POSITIVE_INFINITY,
    }),
  );
};

const { draw, judge, rejudge, solve, hint } = judging({ hidden: kindThatThrows(null) });
const level: Level = 2;
const seeded = (version: number): InstanceRef => ({ kind: "hidden", version, level, from: { seed: "7" } });
const stored = (version: number): InstanceRef => ({
  kind: "hidden",
  version,
  level,
  from: { stored: `{"view":{"shown":2},"truth":{"hidden":40}}` },
});

describe("draw", () => {
  it("gives the instance as JSON and the half of it that may travel", () => {
    expect(draw({ kind: "hidden", seed: "7", level })).toEqual({
      status: "drawn",
      stored: `{"view":{"shown":2},"truth":{"hidden":7}}`,
      band: null,
      view: { shown: 2 },
    });
  });
});

describe("judge", () => {
  it("gives the marks of a grade, without its replay and its words", () => {
    expect(judge({ ...seeded(5), answer: { guess: 7 } })).toEqual({
      status: "graded",
      score: 100,
      stars: 3,
      xp: 30,
      earned: 2,
      total: 2,
      parts: [{ id: "guess", correct: true, earned: 2, total: 2 }],
      misconceptions: [],
    });
    expect(judge({ ...seeded(5), answer: { guess: 8 } })).toMatchObject({ score: 50, stars: 1, xp: 10, misconceptions: ["slip"] });
  });

  it.each<[string, InstanceRef, number]>([
    ["a seed of this version", seeded(5), 7],
    ["a seed of one that drew otherwise", seeded(4), 107],
    ["a seed of one that had rules of its own", seeded(3), 14],
    ["a stored instance of this version", stored(5), 40],
    ["a stored instance of one that had rules of its own", stored(3), 80],
    ["a stored instance of one that is not kept", stored(1), 40],
  ])("draws and grades %s by what is kept of it", (_title, ref, right) => {
    expect(judge({ ...ref, answer: { guess: right } })).toMatchObject({ status: "graded", score: 100 });
    expect(judge({ ...ref, answer: { guess: right + 1 } })).toMatchObject({ status: "graded", score: 50 });
  });

  it("knows nothing of a seed whose version is not kept", () => {
    expect(judge({ ...seeded(1), answer: { guess: 7 } })).toEqual({ status: "stale" });
  });

  it("hands on what is wrong with an answer", () => {
    expect(judge({ ...seeded(5), answer: { guess: "7" } })).toMatchObject({ status: "malformed", field: "answer.guess" });
    expect(judge({ ...seeded(5), answer: { guess: -1 } })).toEqual({ status: "unready", missing: both("a number") });
  });

  it("throws for a kind that is not there, also one called as an object's own part", () => {
    for (const kind of ["removed", "constructor"])
      for (const ask of [() => judge({ ...seeded(5), kind, answer: {} }), () => draw({ kind, seed: "7", level })])
        expect(ask).toThrow(`there is no challenge kind "${kind}"`);
  });
});

describe("rejudge", () => {
  it("judges a batch in order, and has no word on a version that is not kept, also where the instance is stored", () => {
    const answers = [seeded(5), stored(4), seeded(3), stored(1), seeded(1)].map((ref) => ({ ...ref, answer: { guess: 40 } }));
    expect(rejudge(answers).map((judged) => ("score" in judged ? judged.score : judged.status))).toEqual([50, 100, 50, "stale", "stale"]);
  });
});

describe("solve", () => {
  it("gives the instance and a perfect answer", () => {
    expect(solve(seeded(4))).toEqual({
      status: "solved",
      instance: { view: { shown: 2 }, truth: { hidden: 107 } },
      solution: { guess: 107 },
    });
    expect(solve(stored(1))).toMatchObject({ solution: { guess: 40 } });
    expect(solve(seeded(1))).toEqual({ status: "stale" });
  });
});

describe("hint", () => {
  it("gives one step of an instance, in words alone", () => {
    expect(hint(seeded(4))).toEqual({ status: "hinted", step: both("above 106") });
    expect(hint(stored(1))).toEqual({ status: "hinted", step: both("above 39") });
    expect(hint(seeded(1))).toEqual({ status: "stale" });
    const broken = judging({ hidden: kindThatThrows("solve") });
    expect(broken.hint(seeded(5))).toEqual({ status: "crashed", phase: "solve", message: 'solve of "hidden" threw: planted' });
  });
});

describe("countedMarks", () => {
  it("caps score, stars and XP and leaves what was graded", () => {
    const marks = { status: "graded", score: 100, stars: 3, xp: 30, earned: 2, total: 2, parts: [], misconceptions: [] } as const;
    expect(countedMarks(marks, 2, 2)).toEqual({ ...marks, score: 74, stars: 1, xp: 15 });
    expect(countedMarks(marks, 0, 2)).toEqual(marks);
  });
});

describe("a crash", () => {
  it.each(["generate", "check", "grade", "solve"] as const)("in %s is an outcome that names its phase", (phase) => {
    const broken = judging({ hidden: kindThatThrows(phase) });
    const crash = { status: "crashed", phase, message: `${phase} of "hidden" threw: planted` };
    const judged = broken.judge({ ...seeded(5), answer: { guess: 7 } });
    expect(judged).toEqual(phase === "solve" ? expect.objectContaining({ status: "graded" }) : crash);
    expect(broken.draw({ kind: "hidden", seed: "7", level })).toEqual(
      phase === "generate" ? crash : expect.objectContaining({ status: "drawn" }),
    );
    expect(broken.solve(seeded(5))).toEqual(
      phase === "generate" || phase === "solve" ? crash : expect.objectContaining({ status: "solved" }),
    );
    expect(broken.rejudge([{ ...seeded(5), answer: { guess: 7 } }])).toEqual([judged]);
  });

  it("tells what was thrown, whatever it was, and keeps it", () => {
    const error = new CrashError("grade", "hidden", "a text");
    expect(error).toMatchObject({ name: "CrashError", phase: "grade", kind: "hidden", cause: "a text" });
    expect(error.message).toBe('grade of "hidden" threw: a text');
    const broken = judging({ hidden: kindThatThrows("grade", "a text") });
    expect(broken.judge({ ...seeded(5), answer: { guess: 7 } })).toMatchObject({ message: 'grade of "hidden" threw: a text' });
  });
});
