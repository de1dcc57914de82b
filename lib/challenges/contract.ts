import type { ZodType } from "zod";
import type { Banding } from "./band";
import type { Text } from "./text";

export const LEVELS = [1, 2, 3, 4, 5] as const;
/** Difficulty, 1 (first meeting) to 5 (mastery). */
export type Level = (typeof LEVELS)[number];

/** Whether an answer can be graded yet. "Not ready" is never "wrong"; `missing` becomes the label of the primary button. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly missing: Text };

/** One separately judged piece of an answer. Its index in `parts` is stable for a given instance. */
export interface Part {
  /** What the part is about: a box id, a cell, a knob. Boards use it to find the thing on the picture. */
  readonly id: string;
  readonly label: Text;
  readonly correct: boolean;
  /** Points for this part, 0 ≤ earned ≤ total. */
  readonly earned: number;
  readonly total: number;
  /** What went wrong and why, shown under the picture. Absent when correct and nothing is worth saying. */
  readonly note?: Text;
}

/**
 * The verdict on one answer.
 * `earned` and `total` are integers, 0 ≤ earned ≤ total, total > 0. Penalties are already inside `earned`.
 * `steps` is the engine's own trace, which the Replay plays.
 * `misconceptions` are ids from the topic's list that this answer reveals.
 */
export interface Grade<S = unknown> {
  readonly earned: number;
  readonly total: number;
  readonly parts: readonly Part[];
  readonly steps: readonly S[];
  readonly misconceptions: readonly string[];
  /** One sentence that explains the verdict on exactly this answer. */
  readonly summary: Text;
}

/**
 * What a seed and a level draw, in two halves that never mix: `view` is all that a learner may see and travels to the browser,
 * `truth` is what only the grader knows. A kind whose answer follows from the picture alone has `truth: null`.
 */
export interface Instance<V, T> {
  readonly view: V;
  readonly truth: T;
}

/**
 * What is kept of an earlier version, so that what was issued and answered under it can still be graded. Its instances have
 * today's shape, or `generate` brings them to it.
 */
export interface EarlierVersion<V, T, A, S = unknown> {
  /** Draws as that version did. */
  generate(seed: string, level: Level): Instance<V, T>;
  /** That version's own rules, where they were right and today's ask something else. Absent: today's rules mend them. */
  grade?(instance: Instance<V, T>, answer: A): Grade<S>;
}

/** One step of the way to an instance's solution. */
export interface HintStep<A> {
  /** The step and why, with this instance's own numbers. */
  readonly text: Text;
  /** The empty answer with this step alone carried out: it does not pass. */
  readonly answer: A;
}

/**
 * Three hints, each of which costs a star (`counted` of score.ts). What is asked and the rule are told from the view alone and depend on
 * nothing that the prompt does not state, so neither can carry a truth; the step is worked out for this very instance.
 */
export interface HintLadder<V, T, A> {
  asked(view: V): Text;
  rule(view: V): Text;
  step(instance: Instance<V, T>): HintStep<A>;
}

/**
 * A challenge: a handful of pure, synchronous functions over plain JSON. The same code runs in the page's engine worker
 * and in the server's grading threads.
 *
 * V = what a learner may see, T = what only the grader knows, A = answer, S = replay step.
 */
export interface Challenge<V, T, A, S = unknown> {
  /** kebab-case, equal to its folder's name; never reused. */
  readonly kind: string;
  /** The topic folder it stands in. */
  readonly topic: string;
  /** Bumped whenever `generate` or `grade` changes (golden.json holds it), so that issued instances are never judged by other rules. */
  readonly version: number;
  /** Earlier versions by number. One that is not here keeps the scores it gave, and its open practice instances are drawn anew. */
  readonly versions?: Readonly<Record<number, EarlierVersion<V, T, A, S>>>;
  readonly title: Text;
  /** What the learner trains, as a review card names it: "Find the boxes that survive NMS". */
  readonly skill: Text;
  /** Strict schema of an answer: unknown keys refused, every array bounded, every number finite. */
  readonly answerSchema: ZodType<A>;
  /**
   * The smallest allowed `slack` of an instance: the distance of every decision (an IoU, a score gap, a threshold) from
   * the point where it would flip. Far above float32 noise (1e-5), so that every backend reaches the same verdict.
   */
  readonly margin: number;
  /** The score 0–100 that `empty(view)` gets from `grade`, by the rules of this challenge. Usually 0. */
  readonly emptyScore: number;
  /** Must be false to ship: every board is playable by keyboard alone. */
  readonly needsPointer: false;

  /** The same seed and level give the same instance everywhere. Uses `seeded` of the engine; rejects knife-edge draws. */
  generate(seed: string, level: Level): Instance<V, T>;
  /** The task in one sentence, with this instance's numbers. */
  prompt(view: V): Text;
  /** The answer a board starts with. Valid by `answerSchema`. */
  empty(view: V): A;
  /** Is the answer complete (and inside the picture, of the right length…)? Called before every grade, on both sides. */
  check(view: V, answer: A): Readiness;
  /** For who is stuck: texts only, so a change raises no version. */
  readonly hints: HintLadder<V, T, A>;
  /** A perfect answer: `grade(instance, solve(instance))` earns everything. */
  solve(instance: Instance<V, T>): A;
  /** Grades any answer that passes `answerSchema`, also an empty one. */
  grade(instance: Instance<V, T>, answer: A): Grade<S>;
  /** How far the nearest decision of this instance is from flipping; always ≥ margin. Infinity when all is integer. */
  slack(instance: Instance<V, T>): number;
  /**
   * Boxes whose pairwise IoU decides the grade: the engine worker computes the matrix on the chosen TF.js backend and
   * compares it with the plain one, so a broken GPU is noticed. Flat xyxy pixels. Omit where no IoU is involved.
   */
  evidence?(instance: Instance<V, T>): { readonly a: readonly number[]; readonly b: readonly number[] };
  /** What makes its seeds unequal, so that a class's results are seen by it. Kept with what was issued; a change raises no version. */
  readonly band?: Banding<Instance<V, T>>;
}

/** Identity with inference, so that a challenge file states its types once. */
export function defineChallenge<V, T, A, S>(challenge: Challenge<V, T, A, S>): Challenge<V, T, A, S> {
  return challenge;
}
