/**
 * What a grading thread is asked to do, as plain functions over the registry of kinds: draw an instance, judge an answer to
 * one, solve one. Nothing here throws for a fault of a challenge: a crash is an outcome, so that it costs the learner nothing.
 */
import { CrashError, type Phase } from "./crash";
import type { SealedChallenge, SealedInstance, Verdict } from "./seal";
import { counted, starsOf, xpOf, type Hints } from "./score";
import type { Level } from "./contract";
import type { Text } from "./text";

/** An instance of `kind` as `version` drew it: by its seed, or stored as JSON. */
export interface InstanceRef {
  readonly kind: string;
  readonly version: number;
  readonly level: Level;
  readonly from: { readonly seed: string } | { readonly stored: string };
}

export interface Judgement extends InstanceRef {
  readonly answer: unknown;
}

/** A function of the challenge threw. */
export interface Crash {
  readonly status: "crashed";
  readonly phase: Phase;
  readonly message: string;
}
/** The version that drew the instance is not kept, so a seed leads nowhere and its rules are not known. */
export interface Stale {
  readonly status: "stale";
}

/** A grade without its replay and its words: all that is stored, and small enough to cross threads by the hundred thousand. */
export interface Marks {
  readonly status: "graded";
  readonly score: number;
  readonly stars: 0 | 1 | 2 | 3;
  readonly xp: number;
  readonly earned: number;
  readonly total: number;
  readonly parts: readonly { readonly id: string; readonly correct: boolean; readonly earned: number; readonly total: number }[];
  readonly misconceptions: readonly string[];
}

export type Judged = Exclude<Verdict, { status: "graded" }> | Marks | Crash | Stale;
/** `stored` is the instance as JSON; `view` is the half of it that may travel; `band` is for statistics and may say what the picture does not. */
export type Drawn = { readonly status: "drawn"; readonly stored: string; readonly view: unknown; readonly band: string | null } | Crash;
export type Solved = { readonly status: "solved"; readonly instance: SealedInstance; readonly solution: unknown } | Crash | Stale;

/** The third hint. */
export type Hinted = { readonly status: "hinted"; readonly step: Text } | Crash | Stale;

export interface Judging {
  /** Draws by the current version. */
  draw(task: { readonly kind: string; readonly seed: string; readonly level: Level }): Drawn;
  judge(task: Judgement): Judged;
  /**
   * Judges old attempts again, by rules that are today's word on their version: one that is not kept is stale, also where the
   * instance is stored.
   */
  rejudge(tasks: readonly Judgement[]): Judged[];
  solve(task: InstanceRef): Solved;
  hint(task: InstanceRef): Hinted;
}

type Rules = Pick<SealedChallenge, "instance" | "judgeInstance">;

const STALE: Stale = { status: "stale" };

/** The functions over `kinds`; they throw for a kind that is not there. */
export function judging(kinds: Readonly<Record<string, SealedChallenge>>): Judging {
  const kindNamed = (name: string): SealedChallenge => {
    const challenge = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!challenge) throw new Error(`there is no challenge kind "${name}"`);
    return challenge;
  };
  const keptRules = ({ kind, version }: InstanceRef): Rules | undefined => {
    const challenge = kindNamed(kind);
    return version === challenge.version ? challenge : challenge.earlier[version];
  };
  const instanceOf = (rules: Rules, { from, level }: InstanceRef): SealedInstance =>
    "seed" in from ? rules.instance(from.seed, level) : parseInstance(from.stored);

  const judgeBy = (rules: Rules | undefined, task: Judgement): Judged =>
    rules === undefined
      ? STALE
      : caught((): Judged => {
          const verdict = rules.judgeInstance(instanceOf(rules, task), task.level, task.answer);
          return verdict.status === "graded" ? marksOf(verdict) : verdict;
        });
  /** A stored instance is at hand, whatever has become of its version: today's rules judge it where none were kept. */
  const openRules = (task: InstanceRef): Rules | undefined => keptRules(task) ?? ("stored" in task.from ? kindNamed(task.kind) : undefined);
  return {
    draw: ({ kind, seed, level }) =>
      caught(() => {
        const instance = kindNamed(kind).instance(seed, level);
        const stored = JSON.stringify(instance);
        // The view as the browser will read it: through JSON, as the instance is when it comes back to be graded.
        const read = parseInstance(stored);
        return { status: "drawn", stored, view: read.view, band: kindNamed(kind).bandOf(read) };
      }),
    judge: (task) => judgeBy(openRules(task), task),
    rejudge: (tasks) => tasks.map((task) => judgeBy(keptRules(task), task)),
    solve: (task) => {
      const rules = openRules(task);
      if (rules === undefined) return STALE;
      return caught(() => {
        const instance = instanceOf(rules, task);
        return { status: "solved", instance, solution: kindNamed(task.kind).solutionOf(instance) };
      });
    },
    hint: (task) => {
      const rules = openRules(task);
      if (rules === undefined) return STALE;
      return caught(() => ({ status: "hinted", step: kindNamed(task.kind).stepOf(instanceOf(rules, task)) }));
    },
  };
}

/** What counts of a grade after so many hints: points and parts stay, score, stars and XP go by `counted`. */
export function countedMarks(marks: Marks, hints: Hints, level: Level): Marks {
  const score = counted(marks.score, hints);
  return { ...marks, score, stars: starsOf(score), xp: xpOf(score, level) };
}

function parseInstance(stored: string): SealedInstance {
  return JSON.parse(stored) as SealedInstance;
}

function marksOf({ score, stars, xp, grade }: Extract<Verdict, { status: "graded" }>): Marks {
  const parts = grade.parts.map(({ id, correct, earned, total }) => ({ id, correct, earned, total }));
  return { status: "graded", score, stars, xp, earned: grade.earned, total: grade.total, parts, misconceptions: [...grade.misconceptions] };
}

function caught<R>(run: () => R): R | Crash {
  try {
    return run();
  } catch (error) {
    if (error instanceof CrashError) return { status: "crashed", phase: error.phase, message: error.message };
    throw error;
  }
}
