import type { Readiness } from "@/lib/challenges/contract";
import { PASS_SCORE } from "@/lib/challenges/score";
import type * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import type { Random } from "@/lib/engine/random";

/** What every question has, whatever its form. */
export interface QuestionBase<F extends string> {
  readonly form: F;
  /** kebab-case, unique in the topic, never reused. */
  readonly id: string;
  /** Raised when what it draws or how it judges changes, so that a page and its server never speak of two instances. Default 1. */
  readonly version?: number;
}

/** Written once, or drawn anew for each review: from `random` alone and with + − × ÷ √ only, so that page and server agree. */
export type Drawable<T> = T | ((random: Random) => T);

/** What a learner may see. Plain JSON; says nothing of what is right. */
export interface QuestionView<F extends string> {
  readonly form: F;
  readonly prompt: Text;
}

/** What only the grader knows. Plain JSON. */
export interface QuestionTruth {
  /** Why the right answer is right, in one to three sentences. Shown after answering. */
  readonly explanation: Text;
}

/** A question as it is drawn for one review. */
export interface Drawn<V, T> {
  readonly view: V;
  readonly truth: T;
}

/** An answer judged. From PASS_SCORE on it counts as known. */
export interface QuestionGrade {
  /** Whole, 0–100. */
  readonly score: number;
  /** Ids of the misconceptions that yield this very answer; two that yield the same are both named. */
  readonly misconceptions: readonly string[];
  /** What the question's author says to this very answer; absent where nothing. */
  readonly feedback?: readonly Text[];
}

/** Something said to whoever gives the answer `on`. */
export interface Remark<S> {
  readonly on: S;
  readonly feedback: Text;
}

/** What is said of an answer, to be spread into its grade: nothing where nobody wrote anything. */
export function feedbackOn<S>(remarks: readonly Remark<S>[], given: (on: S) => boolean): Pick<QuestionGrade, "feedback"> {
  const said = remarks.filter(({ on }) => given(on)).map(({ feedback }) => feedback);
  return said.length === 0 ? {} : { feedback: said };
}

export const known = ({ score }: QuestionGrade): boolean => score >= PASS_SCORE;

/** A form of questions: pure functions over plain JSON, the same in the browser and on the server. One folder a form. */
export interface Form<Q extends QuestionBase<string>, V extends QuestionView<string>, T extends QuestionTruth, A> {
  readonly form: Q["form"];
  /** Of an answer: strict and bounded. */
  readonly schema: z.ZodType<A>;
  /** The instance that `seed` gives; lists are shuffled with it. */
  draw(question: Q, seed: string): Drawn<V, T>;
  /** An answer as the card starts. It never passes. */
  empty(view: V): A;
  check(view: V, answer: A): Readiness;
  /** The perfect answer. */
  solve(drawn: Drawn<V, T>): A;
  /** Judges an answer that `check` takes. */
  grade(drawn: Drawn<V, T>, answer: A): QuestionGrade;
  /** The right answer in words, for who missed it; null where the card itself shows it in place. */
  reveal(drawn: Drawn<V, T>): Text | null;
}

export interface Item {
  /** A slug: "sort", "a", "12". */
  readonly id: string;
  readonly text: Text;
}

/** A wrong answer by name: who gives `said` holds `misconception`. */
export interface Belief<S> {
  readonly misconception: string;
  readonly said: S;
}

/** The misconceptions among `beliefs` whose answer this is. */
export const heldBy = <S>(beliefs: readonly Belief<S>[], same: (said: S) => boolean): readonly string[] => [
  ...new Set(beliefs.filter(({ said }) => same(said)).map(({ misconception }) => misconception)),
];
