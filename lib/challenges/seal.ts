import { scoreOf, starsOf, xpOf } from "./score";
import type { Challenge, Grade, Level } from "./contract";
import type { Text } from "./text";

/** What became of an answer. */
export type Verdict =
  | { readonly status: "malformed"; readonly field: string; readonly problem: string }
  | { readonly status: "unready"; readonly missing: Text }
  | { readonly status: "graded"; readonly score: number; readonly stars: 0 | 1 | 2 | 3; readonly xp: number; readonly grade: Grade };

/** A challenge with its types closed over: what a registry of all kinds can hold without casts. */
export interface SealedChallenge {
  readonly kind: string;
  readonly topic: string;
  readonly version: number;
  readonly title: Text;
  readonly skill: Text;
  readonly margin: number;
  /** JSON of what the learner may see. */
  view(seed: string, level: Level): unknown;
  instance(seed: string, level: Level): unknown;
  solution(seed: string, level: Level): unknown;
  slack(seed: string, level: Level): number;
  evidence(seed: string, level: Level): { readonly a: readonly number[]; readonly b: readonly number[] } | null;
  /** Parses, checks and grades an untrusted answer to the instance of (seed, level). */
  judge(seed: string, level: Level, answer: unknown): Verdict;
}

/** Closes a typed challenge over its own types; the answer is parsed by its schema, so nothing is cast. */
export function seal<I, V, A, S>(challenge: Challenge<I, V, A, S>): SealedChallenge {
  return {
    kind: challenge.kind,
    topic: challenge.topic,
    version: challenge.version,
    title: challenge.title,
    skill: challenge.skill,
    margin: challenge.margin,
    view: (seed, level) => challenge.view(challenge.generate(seed, level)),
    instance: (seed, level) => challenge.generate(seed, level),
    solution: (seed, level) => challenge.solve(challenge.generate(seed, level)),
    slack: (seed, level) => challenge.slack(challenge.generate(seed, level)),
    evidence: (seed, level) => challenge.evidence?.(challenge.generate(seed, level)) ?? null,
    judge(seed, level, answer) {
      const parsed = challenge.answerSchema.safeParse(answer);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        return { status: "malformed", field: ["answer", ...issue.path].join("."), problem: issue.message };
      }
      const instance = challenge.generate(seed, level);
      const readiness = challenge.check(challenge.view(instance), parsed.data);
      if (!readiness.ready) return { status: "unready", missing: readiness.missing };
      const grade = challenge.grade(instance, parsed.data);
      const score = scoreOf(grade);
      return { status: "graded", score, stars: starsOf(score), xp: xpOf(score, level), grade };
    },
  };
}
