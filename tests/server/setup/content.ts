/** A topic small enough to know every answer by heart: the routes' services in tests. */
import { defineChallenge, defineTopic, seal, type Level } from "@/lib/challenges";
import * as z from "@/lib/challenges/schema";
import { seeded } from "@/lib/engine/random";
import { defineQuestions } from "@/lib/questions";
import { inlineGrader } from "@/lib/server/grading/inline";
import { SECRET, secretSealed } from "./secret";
import type { Services } from "@/lib/server/catalog";

const both = (text: string) => ({ ko: text, en: text });

interface Sums {
  readonly a: number;
  readonly b: number;
}
interface Answer {
  readonly sum: number | null;
  readonly product: number | null;
}

/** Two numbers; one point for their sum, one for their product. */
const challenge = defineChallenge<Sums, null, Answer, never>({
  kind: "two-numbers",
  topic: "numbers",
  version: 3,
  title: both("Two numbers"),
  skill: both("Add and multiply"),
  answerSchema: z.strictObject({ sum: z.number().int().nullable(), product: z.number().int().nullable() }),
  margin: 0,
  emptyScore: 0,
  needsPointer: false,
  generate(seed: string, level: Level) {
    const random = seeded(`${seed}/${level}`);
    return { view: { a: random.int(2, 9 * level), b: random.int(2, 9 * level) }, truth: null };
  },
  prompt: ({ a, b }) => both(`${a} and ${b}`),
  empty: () => ({ sum: null, product: null }),
  hints: {
    asked: () => both("two numbers"),
    rule: () => both("add, multiply"),
    step: ({ view: { a, b } }) => ({ text: both(`${a} + ${b} = ${a + b}`), answer: { sum: a + b, product: null } }),
  },
  solve: ({ view: { a, b } }) => ({ sum: a + b, product: a * b }),
  check: (_view, answer) =>
    answer.sum === null || answer.product === null
      ? { ready: false, missing: { ko: "둘 다 채워 주세요", en: "Fill in both" } }
      : { ready: true },
  grade({ view: { a, b } }, answer) {
    const parts = [
      { id: "sum", label: both("sum"), correct: answer.sum === a + b, earned: answer.sum === a + b ? 1 : 0, total: 1 },
      { id: "product", label: both("product"), correct: answer.product === a * b, earned: answer.product === a * b ? 1 : 0, total: 1 },
    ];
    return {
      earned: parts.reduce((sum, p) => sum + p.earned, 0),
      total: 2,
      parts,
      steps: [],
      misconceptions: parts[0].correct ? [] : ["slip"],
      summary: both("done"),
    };
  },
  slack: () => Number.POSITIVE_INFINITY,
});

const sealed = seal(challenge);
export const KIND = challenge.kind;
export const VERSION = challenge.version;
export const TOPIC = challenge.topic;

/** The perfect answer to an instance. */
export const perfect = (seed: string, level: Level): Answer => challenge.solve(challenge.generate(seed, level));
/** Half right: score 50, one star, below the passing score. */
export const half = (seed: string, level: Level): Answer => ({ ...perfect(seed, level), product: -1 });
/** All wrong. */
export const wrong: Answer = { sum: -1, product: -1 };

const topic = defineTopic({
  id: TOPIC,
  version: 1,
  track: "detection",
  order: 1,
  title: both("Numbers"),
  summary: both("Two numbers."),
  prerequisites: [],
  misconceptions: [{ id: "slip", claim: both("a slip"), correction: both("count again") }],
  references: [],
});

const questions = defineQuestions(
  Array.from({ length: 12 }, (_, i) => ({
    form: "choice" as const,
    id: `question-${i + 1}`,
    prompt: both(`${i} + 1?`),
    options: [
      { id: "right", text: both(String(i + 1)), correct: true as const },
      { id: "wrong", text: both(String(i)), misconception: "slip" },
    ],
    explanation: both("Count."),
  })),
);

/** Every kind of these tests. */
export const kinds = { [KIND]: sealed, [SECRET]: secretSealed };

export const services: Services = {
  catalog: { kinds, topics: [topic], questions: { [TOPIC]: questions } },
  grader: inlineGrader(kinds),
};
