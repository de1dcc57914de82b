import type { Grader } from "./grader";
import type { SealedChallenge } from "@/lib/challenges/seal";

/** Grades in the calling thread, with the given registry. For tests and scripts. */
export function inlineGrader(kinds: Readonly<Record<string, SealedChallenge>>): Grader {
  return {
    judge: async (kind, seed, level, answer) => {
      const challenge = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
      if (!challenge) throw new Error(`No challenge kind "${kind}" in the registry`);
      return challenge.judge(seed, level, answer);
    },
  };
}
