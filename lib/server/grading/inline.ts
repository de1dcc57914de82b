import { judging } from "@/lib/challenges/judging";
import type { Grader } from "./grader";
import type { SealedChallenge } from "@/lib/challenges/seal";

/** Grades in the calling thread, with the given registry. For tests and scripts. */
export function inlineGrader(kinds: Readonly<Record<string, SealedChallenge>>): Grader {
  const { draw, judge, rejudge, solve, hint } = judging(kinds);
  return {
    draw: async (task) => draw(task),
    judge: async (task) => judge(task),
    rejudge: async (tasks) => rejudge(tasks),
    solve: async (task) => solve(task),
    hint: async (task) => hint(task),
  };
}
