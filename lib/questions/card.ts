import type { Locale } from "@/lib/challenges/text";

/** What the card of a form is given. Before the answer is graded it knows nothing of what is right. */
export interface CardProps<V, T, A> {
  readonly view: V;
  readonly answer: A;
  readonly onChange: (answer: A) => void;
  /** Once it is graded; null before. A graded card takes no more changes. */
  readonly truth: T | null;
  readonly locale: Locale;
  /** Whether the digits choose: where the question is the only one on its page. */
  readonly keys: boolean;
}
