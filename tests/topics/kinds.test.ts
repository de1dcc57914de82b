import { describe, expect, it } from "vitest";
import { AWAITING_CONTRACT } from "../../scripts/gen";
import { typedKinds } from "./typedKinds";
import { kinds } from "@/content/_generated/kinds";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { digestInstances } from "@/lib/challenges/digest";

const SEEDS = 100;

/** The same value after every number went through float32, as a GPU would see it. */
function throughFloat32(value: unknown): unknown {
  if (typeof value === "number") return Math.fround(value);
  if (Array.isArray(value)) return value.map(throughFloat32);
  if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, throughFloat32(v)]));
  return value;
}

/** Every property name anywhere in a JSON value. */
function keysOf(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const v of value) keysOf(v, into);
  else if (value !== null && typeof value === "object") {
    for (const [key, v] of Object.entries(value)) {
      into.add(key);
      keysOf(v, into);
    }
  }
  return into;
}

// Every other kind runs the whole contract beside its own code.
const awaiting = typedKinds().filter(({ kind }) => AWAITING_CONTRACT.includes(kind));

describe.each(awaiting)("challenge kind $kind", (challenge) => {
  it("stands in the folder that its names say", () => {
    expect(kinds[challenge.kind].topic).toBe(challenge.topic);
    expect(challenge.needsPointer).toBe(false);
    for (const text of [challenge.title, challenge.skill]) {
      expect(text.ko.trim()).not.toBe("");
      expect(text.en.trim()).not.toBe("");
    }
  });

  it.each(LEVELS)(`keeps its promises over ${SEEDS} seeds at level %i`, (level) => {
    for (let i = 0; i < SEEDS; i++) {
      const seed = String(i);
      const at = `${challenge.kind}, seed ${seed}, level ${level}`;
      const instance = challenge.generate(seed, level);
      const before = JSON.stringify(instance);
      const slack = challenge.slack(instance);
      expect(slack, `${at}: a decision stands closer to its threshold than the margin`).toBeGreaterThanOrEqual(challenge.margin);

      const solution = challenge.solve(instance);
      expect(challenge.answerSchema.safeParse(solution).success, `${at}: the perfect answer breaks the schema`).toBe(true);
      const { view } = instance;
      expect(challenge.check(view, solution).ready, `${at}: the perfect answer is not ready`).toBe(true);
      expect(scoreOf(challenge.grade(instance, solution)), `${at}: the perfect answer`).toBe(100);

      const empty = challenge.empty(view);
      expect(challenge.answerSchema.safeParse(empty).success, `${at}: the empty answer breaks the schema`).toBe(true);
      const grade = challenge.grade(instance, empty);
      expect(scoreOf(grade), `${at}: the empty answer`).toBe(challenge.emptyScore);
      expect(
        Number.isInteger(grade.earned) &&
          Number.isInteger(grade.total) &&
          grade.earned >= 0 &&
          grade.total > 0 &&
          grade.earned <= grade.total,
        `${at}: points are not integers in range`,
      ).toBe(true);

      const rounded = throughFloat32(instance) as typeof instance;
      expect(scoreOf(challenge.grade(rounded, solution)), `${at}: the truth flips under float32`).toBe(100);
      expect(JSON.stringify(instance), `${at}: a function changed its instance`).toBe(before);
      if (i % 50 === 0) expect(JSON.stringify(challenge.generate(seed, level)), `${at}: not the same twice`).toBe(before);
    }
  });

  it("shows the learner nothing that names the truth", () => {
    for (const level of LEVELS) {
      for (let i = 0; i < 20; i++) {
        const instance = challenge.generate(`leak-${i}`, level);
        const keys = [...keysOf(instance.view)];
        expect(keys.filter((key) => /truth|solution|solve|expected|correct|answer|optimum|best|survivor|verdict/i.test(key))).toEqual([]);
      }
    }
  });

  it("gives well-formed verdicts for hostile answers", () => {
    const hostile: unknown[] = [
      null,
      1,
      "x",
      [],
      {},
      { __proto__: null, score: 100 },
      { score: 100, answer: {} },
      [NaN],
      Array(10000).fill(0),
    ];
    for (const answer of hostile) {
      const verdict = kinds[challenge.kind].judge("1", 1, answer);
      expect(["malformed", "unready"]).toContain(verdict.status);
    }
  });

  it("has a stable digest, which the browser test compares with Chromium's", () => {
    expect(digestInstances(kinds[challenge.kind], 0, 20, 3)).toBe(digestInstances(kinds[challenge.kind], 0, 20, 3));
  });
});
