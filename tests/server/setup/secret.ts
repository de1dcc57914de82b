/** A kind whose truth cannot be read off its view, with a version before this one, and a switch that breaks it. */
import { defineChallenge, seal, type Level, type Phase, type SealedChallenge } from "@/lib/challenges";
import { z } from "@/lib/challenges/schema";
import { hash32 } from "@/lib/engine/random";

const both = (text: string) => ({ ko: text, en: text });

interface View {
  readonly digits: number;
}
interface Truth {
  readonly secret: number;
}
interface Answer {
  readonly guess: number;
}

const drawn = (seed: string, level: Level) => ({
  view: { digits: 7 },
  truth: { secret: 1_000_000 + (hash32(`${seed}/${level}`) % 9_000_000) },
});

let broken: Phase | null = null;
/** Makes the given phase throw until it is called with null. */
export function breakSecret(phase: Phase | null): void {
  broken = phase;
}
function mayThrow(phase: Phase): void {
  if (broken === phase) throw new Error(`planted in ${phase}`);
}

export const SECRET = "secret-number";
export const SECRET_VERSION = 2;

const challenge = defineChallenge<View, Truth, Answer, never>({
  kind: SECRET,
  topic: "secrets",
  version: SECRET_VERSION,
  // Version 1 drew numbers that were one higher.
  versions: {
    1: {
      generate: (seed, level) => {
        const { view, truth } = drawn(seed, level);
        return { view, truth: { secret: truth.secret + 1 } };
      },
    },
  },
  title: both("Secret number"),
  skill: both("Guess"),
  answerSchema: z.strictObject({ guess: z.number().int() }),
  margin: 0,
  emptyScore: 0,
  needsPointer: false,
  generate(seed, level) {
    mayThrow("generate");
    return drawn(seed, level);
  },
  prompt: ({ digits }) => both(`${digits} digits`),
  empty: () => ({ guess: 0 }),
  check: () => {
    mayThrow("check");
    return { ready: true };
  },
  hints: {
    asked: () => both("a number"),
    rule: () => both("guess"),
    step: ({ truth }) => {
      mayThrow("solve");
      return { text: both(`it begins with ${String(truth.secret).slice(0, 3)}`), answer: { guess: 0 } };
    },
  },
  solve: ({ truth }) => {
    mayThrow("solve");
    return { guess: truth.secret };
  },
  grade({ truth }, { guess }) {
    mayThrow("grade");
    const correct = guess === truth.secret;
    const earned = correct ? 1 : 0;
    return {
      earned,
      total: 1,
      parts: [{ id: "guess", label: both("guess"), correct, earned, total: 1 }],
      steps: [],
      misconceptions: [],
      summary: both("done"),
    };
  },
  slack: () => Number.POSITIVE_INFINITY,
});

export const secretSealed: SealedChallenge = seal(challenge);
/** The perfect answer to an instance of a seed, by the version that drew it. */
export const secretOf = (seed: string, level: Level, version = SECRET_VERSION): Answer => ({
  guess: drawn(seed, level).truth.secret + (version === 1 ? 1 : 0),
});
