import { describe, expect, it } from "vitest";
import { LEVELS, PASS_SCORE, scoreOf, seal, type Challenge, type Instance, type Level, type Topic } from "@/lib/challenges";
import { goldenOf, type Golden } from "@/lib/challenges/golden";
import type { Rivals } from "@/lib/challenges/rivals";
import { leaksOf } from "./leaks";
import { MOST_PASSES, RIVAL_SEEDS, rivalTable } from "./rivalTable";
import { isThorough } from "./thorough";

/** Seeds a level at a push; all of them weekly, and in CI for kinds whose folder changed. */
const PUSH = 100;
const THOROUGH = 1000;

/** Milliseconds for one level of a kind that draws slowly, looked at thoroughly on a busy machine. */
const PATIENCE = 600_000;

const seedsFor = (kind: string): number => (isThorough(kind) ? THOROUGH : PUSH);

/** The same value after every number went through float32, as a GPU would see it. */
function throughFloat32<X>(value: X): X {
  const walk = (v: unknown): unknown => {
    if (typeof v === "number") return Math.fround(v);
    if (Array.isArray(v)) return v.map(walk);
    return v !== null && typeof v === "object" ? Object.fromEntries(Object.entries(v).map(([k, child]) => [k, walk(child)])) : v;
  };
  return walk(value) as X;
}

const HOSTILE: readonly unknown[] = [
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

/** A sampled rate may lie this far above another one by chance: three standard deviations of 200 coin throws at the limit. */
const NOISE = 3 * Math.sqrt((MOST_PASSES * (1 - MOST_PASSES)) / RIVAL_SEEDS);

/** Everything a challenge kind promises. Each kind's own test file calls it once; `rivals.ts` and `golden.json` stand beside it. */
export function describeContract<V, T, A, S>(
  challenge: Challenge<V, T, A, S>,
  { rivals, golden, topic }: { readonly rivals: Rivals<V, A>; readonly golden: Golden; readonly topic: Topic },
): void {
  const sealed = seal(challenge);
  const seeds = seedsFor(challenge.kind);
  // Drawing is what costs: every test looks at the same instances.
  const known = new Map<string, Instance<V, T>>();
  const draw = (level: Level, i: number): Instance<V, T> => {
    const name = `${level}/${i}`;
    const instance = known.get(name) ?? challenge.generate(String(i), level);
    known.set(name, instance);
    return instance;
  };

  describe(`${challenge.kind} keeps the contract`, () => {
    it("says what it is in both languages", () => {
      expect(challenge.topic).toBe(topic.id);
      expect(challenge.needsPointer).toBe(false);
      for (const text of [challenge.title, challenge.skill]) {
        expect(text.ko.trim()).not.toBe("");
        expect(text.en.trim()).not.toBe("");
      }
    });

    it.each(LEVELS)(
      `keeps its promises over ${seeds} seeds at level %i`,
      (level) => {
        for (let i = 0; i < seeds; i++) {
          const seed = String(i);
          const at = `${challenge.kind}, seed ${seed}, level ${level}`;
          const instance = draw(level, i);
          const before = JSON.stringify(instance);
          const { view } = instance;
          expect(JSON.parse(before), `${at}: the instance is not plain JSON`).toEqual(instance);
          expect(challenge.slack(instance), `${at}: a decision stands closer to its threshold than the margin`).toBeGreaterThanOrEqual(
            challenge.margin,
          );

          const solution = challenge.solve(instance);
          expect(challenge.answerSchema.safeParse(solution).success, `${at}: the perfect answer breaks the schema`).toBe(true);
          expect(challenge.check(view, solution).ready, `${at}: the perfect answer is not ready`).toBe(true);
          const perfect = challenge.grade(instance, solution);
          expect(scoreOf(perfect), `${at}: the perfect answer`).toBe(100);
          expect(perfect.misconceptions, `${at}: the perfect answer shows a misconception`).toEqual([]);

          const empty = challenge.empty(view);
          expect(challenge.answerSchema.safeParse(empty).success, `${at}: the empty answer breaks the schema`).toBe(true);
          const grade = challenge.grade(instance, empty);
          expect(scoreOf(grade), `${at}: the empty answer`).toBe(challenge.emptyScore);
          const { earned, total } = grade;
          expect(
            Number.isInteger(earned) && Number.isInteger(total) && earned >= 0 && total > 0 && earned <= total,
            `${at}: points are not integers in range`,
          ).toBe(true);

          expect(scoreOf(challenge.grade(throughFloat32(instance), solution)), `${at}: the truth flips under float32`).toBe(100);
          expect(JSON.stringify(instance), `${at}: a function changed its instance`).toBe(before);
          expect(i % 50 === 0 ? JSON.stringify(challenge.generate(seed, level)) : before, `${at}: not the same twice`).toBe(before);
        }
      },
      PATIENCE,
    );

    it.each(LEVELS)("shows the learner no place that tells the answer, at level %i", (level) => {
      const pairs = Array.from({ length: 100 }, (_, i) => {
        const instance = draw(level, i);
        return { view: instance.view, solution: challenge.solve(instance) };
      });
      expect(leaksOf(pairs)).toEqual([]);
    });

    it.each(LEVELS)("has a ladder of hints whose step shows this instance and does not pass alone, at level %i", (level) => {
      const { asked, rule, step } = challenge.hints;
      /** What the first two hints said under a prompt. */
      const told = new Map<string, string>();
      const steps = new Map<string, number>();
      for (let i = 0; i < seeds; i++) {
        const at = `${challenge.kind}, seed ${i}, level ${level}`;
        const instance = draw(level, i);
        const before = JSON.stringify(instance);
        const { view } = instance;
        const shown = step(instance);
        const texts = [asked(view), rule(view), shown.text];
        for (const { ko, en } of texts) {
          expect(ko, `${at}: a hint without Korean`).toMatch(/[가-힣]/);
          expect(en, `${at}: a hint without English`).toMatch(/[a-z]/);
          expect(`${ko} ${en}`, `${at}: a value that is none`).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
        }
        expect(new Set(texts.map(({ en }) => en)).size, `${at}: hints that say the same`).toBe(texts.length);

        // Whatever the picture, under the same prompt the same is said: nothing of an answer can be in it.
        const prompt = JSON.stringify(challenge.prompt(view));
        const first = JSON.stringify(texts.slice(0, 2));
        expect(told.get(prompt) ?? first, `${at}: what is asked or the rule says more than the prompt`).toBe(first);
        told.set(prompt, first);

        const words = JSON.stringify(shown.text);
        steps.set(words, (steps.get(words) ?? 0) + 1);
        expect(challenge.answerSchema.safeParse(shown.answer).success, `${at}: the step alone breaks the schema`).toBe(true);
        expect(shown.answer, `${at}: the step does nothing`).not.toEqual(challenge.empty(view));
        const bound = level === 1 ? 100 : PASS_SCORE;
        expect(scoreOf(challenge.grade(instance, shown.answer)), `${at}: the step alone is too much`).toBeLessThan(bound);
        expect(JSON.stringify(instance), `${at}: a hint changed its instance`).toBe(before);
        expect(JSON.stringify(step(instance)), `${at}: not the same twice`).toBe(JSON.stringify(shown));
      }
      expect(Math.max(...steps.values()), "one step stands for most instances").toBeLessThanOrEqual(seeds / 2);
    });

    it("gives well-formed verdicts for hostile answers", () => {
      for (const answer of HOSTILE) expect(["malformed", "unready"]).toContain(sealed.judge("1", 1, answer).status);
    });

    it("grades a stored instance as it grades the seed's", () => {
      const stored = JSON.parse(JSON.stringify(sealed.instance("stored", 2))) as ReturnType<typeof sealed.instance>;
      const answer = sealed.solution("stored", 2);
      expect(sealed.judgeInstance(stored, 2, answer)).toEqual(sealed.judge("stored", 2, answer));
      expect(sealed.solutionOf(stored)).toEqual(answer);
    });

    it("names a band that is short, and few of them, where its seeds are told apart at all", () => {
      const bands = Array.from({ length: 40 }, (_, seed) => LEVELS.map((level) => sealed.bandOf(sealed.instance(`${seed}`, level)))).flat();
      const named = [...new Set(bands)].map((band) => (band === null ? "none" : /^−?[\d.]+(–[\d.]+)?$/.test(band) ? "a band" : band));
      expect([...new Set(named)]).toEqual([challenge.band === undefined ? "none" : "a band"]);
      expect(new Set(bands).size, "so many bands that none has enough students").toBeLessThanOrEqual(8);
    });

    it("draws and judges as its version says (golden.json)", () => {
      const recorded = golden.versions[String(challenge.version)];
      expect(recorded, `golden.json has no version ${challenge.version}: npm run gen:golden`).toBeDefined();
      const now = goldenOf(challenge, rivals);
      expect(now.instances, "generate changed: raise the version, then npm run gen:golden").toEqual(recorded.instances);
      expect(now.grades, "grade changed: raise the version, then npm run gen:golden").toEqual(recorded.grades);
    });
  });

  describe(`${challenge.kind} is passed by nobody who should not`, () => {
    const table = rivalTable(challenge, rivals, draw);

    it("has a misconception of the topic's list that fails at each level", () => {
      const known = topic.misconceptions.map(({ id }) => id);
      for (const { misconception } of rivals.beliefs) expect(known).toContain(misconception);
      for (const level of LEVELS) expect(rivals.beliefs.filter(({ levels }) => levels.includes(level)).length).toBeGreaterThan(0);
    });

    it.each(table.filter((row) => row.notPlayable === undefined))("$rival fails where it must", ({ rival, rates, levels }) => {
      for (const level of levels) expect(rates[level - 1], `${rival} at level ${level}`).toBeLessThanOrEqual(MOST_PASSES);
      const at = levels.map((level) => rates[level - 1]);
      at.slice(1).forEach((rate, i) =>
        expect(rate, `${rival} passes more often at level ${levels[i + 1]} than at ${levels[i]}`).toBeLessThanOrEqual(at[i] + NOISE),
      );
    });

    it("names the misconception of whoever plays one and fails", () => {
      for (const level of LEVELS) {
        for (let i = 0; i < 40; i++) {
          const instance = draw(level, i);
          const played = rivals.beliefs
            .filter(({ levels }) => levels.includes(level))
            .flatMap((belief) => {
              const answer = belief.play(instance.view);
              return answer === null ? [] : [{ id: belief.misconception, answer }];
            });
          for (const { id, answer } of played) {
            const grade = challenge.grade(instance, answer);
            // Two beliefs with one answer cannot be told apart: both are named, or none.
            const twins = played.filter((other) => JSON.stringify(other.answer) === JSON.stringify(answer)).map((other) => other.id);
            const named = twins.filter((twin) => grade.misconceptions.includes(twin)).length;
            const fair = scoreOf(grade) >= PASS_SCORE || (twins.length === 1 ? named === 1 : named === 0 || named === twins.length);
            expect(fair, `${challenge.kind}, seed ${i}, level ${level}: ${id} named ${grade.misconceptions.join(", ") || "nothing"}`).toBe(
              true,
            );
          }
        }
      }
    });
  });
}
