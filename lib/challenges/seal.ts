import { running, type Phase } from "./crash";
import { scoreOf, starsOf, xpOf } from "./score";
import type { Challenge, Grade, Instance, Level } from "./contract";
import type { Text } from "./text";

/** What became of an answer. */
export type Verdict =
  | { readonly status: "malformed"; readonly field: string; readonly problem: string }
  | { readonly status: "unready"; readonly missing: Text }
  | { readonly status: "graded"; readonly score: number; readonly stars: 0 | 1 | 2 | 3; readonly xp: number; readonly grade: Grade };

/** An instance whose types are closed over: plain JSON, drawn by the same kind and version that it is given back to. */
export type SealedInstance = Instance<unknown, unknown>;

/** A challenge with its types closed over: what a registry of all kinds can hold without casts. */
export interface SealedChallenge {
  readonly kind: string;
  readonly topic: string;
  readonly version: number;
  readonly title: Text;
  readonly skill: Text;
  readonly margin: number;
  instance(seed: string, level: Level): SealedInstance;
  solution(seed: string, level: Level): unknown;
  /** The perfect answer to a stored instance of this kind and version. */
  solutionOf(instance: SealedInstance): unknown;
  /** The band of a stored instance; null where the kind has none. */
  bandOf(instance: SealedInstance): string | null;
  /** The third hint for a stored instance of this kind and version. */
  stepOf(instance: SealedInstance): Text;
  slack(seed: string, level: Level): number;
  evidence(seed: string, level: Level): { readonly a: readonly number[]; readonly b: readonly number[] } | null;
  /** Parses, checks and grades an untrusted answer to the instance of (seed, level). */
  judge(seed: string, level: Level, answer: unknown): Verdict;
  /** The same for a stored instance, which needs no seed. */
  judgeInstance(instance: SealedInstance, level: Level, answer: unknown): Verdict;
  /** The earlier versions that are kept, by number. */
  readonly earlier: Readonly<Record<number, Pick<SealedChallenge, "instance" | "judgeInstance">>>;
}

/** Closes a typed challenge over its own types. Answers are parsed by its schema; instances are its own JSON, come back. */
export function seal<V, T, A, S>(challenge: Challenge<V, T, A, S>): SealedChallenge {
  const own = (instance: SealedInstance) => instance as Instance<V, T>;
  const inPhase = <R>(phase: Phase, run: () => R): R => running(challenge.kind, phase, run);
  const drawBy = (rules: Pick<typeof challenge, "generate">) => (seed: string, level: Level) =>
    inPhase("generate", () => rules.generate(seed, level));
  const judgeBy =
    (rules: Pick<typeof challenge, "grade">) =>
    (instance: SealedInstance, level: Level, answer: unknown): Verdict => {
      const parsed = challenge.answerSchema.safeParse(answer);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        return { status: "malformed", field: ["answer", ...issue.path].join("."), problem: issue.message };
      }
      const readiness = inPhase("check", () => challenge.check(own(instance).view, parsed.data));
      if (!readiness.ready) return { status: "unready", missing: readiness.missing };
      const grade = inPhase("grade", () => rules.grade(own(instance), parsed.data));
      const score = scoreOf(grade);
      return { status: "graded", score, stars: starsOf(score), xp: xpOf(score, level), grade };
    };
  const solutionOf = (instance: SealedInstance) => inPhase("solve", () => challenge.solve(own(instance)));
  const generate = drawBy(challenge);
  const judgeInstance = judgeBy(challenge);
  return {
    kind: challenge.kind,
    topic: challenge.topic,
    version: challenge.version,
    title: challenge.title,
    skill: challenge.skill,
    margin: challenge.margin,
    instance: generate,
    solution: (seed, level) => solutionOf(generate(seed, level)),
    solutionOf,
    bandOf: (instance) => inPhase("generate", () => challenge.band?.of(own(instance)) ?? null),
    stepOf: (instance) => inPhase("solve", () => challenge.hints.step(own(instance)).text),
    slack: (seed, level) => challenge.slack(challenge.generate(seed, level)),
    evidence(seed, level) {
      const pairs = challenge.evidence?.(challenge.generate(seed, level)) ?? null;
      return pairs === null || pairs.a.length === 0 || pairs.b.length === 0 ? null : pairs;
    },
    judge: (seed, level, answer) => judgeInstance(generate(seed, level), level, answer),
    judgeInstance,
    earlier: Object.fromEntries(
      Object.entries(challenge.versions ?? {}).map(([version, kept]) => [
        version,
        { instance: drawBy(kept), judgeInstance: judgeBy({ grade: kept.grade ?? challenge.grade }) },
      ]),
    ),
  };
}
