import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import type { Random } from "@/lib/engine/random";
import { heldBy, type Belief, type Form, type QuestionBase, type QuestionTruth, type QuestionView } from "../contract";
import { randomOf } from "../draw";
import { slug } from "../slug";

export interface MistakeAsk {
  readonly prompt: Text;
  /** The worked solution, four lines or more. Each is right, or follows rightly from those before it, except for one. */
  readonly lines: readonly Text[];
  /** Index of the line that does not follow. */
  readonly slip: number;
  /** Lines that look wrong to who holds a misconception, by index. */
  readonly wrong: readonly Belief<number>[];
  readonly explanation: Text;
}

/** A worked solution with one wrong step. Which step goes wrong is drawn, never fixed. */
export interface MistakeQuestion extends QuestionBase<"mistake"> {
  readonly asks: (random: Random) => MistakeAsk;
}

export interface MistakeView extends QuestionView<"mistake"> {
  readonly lines: readonly Text[];
}

export interface MistakeTruth extends QuestionTruth {
  readonly slip: number;
  readonly wrong: readonly Belief<number>[];
}

export interface MistakeAnswer {
  /** "line-1" is the first. */
  readonly line: string | null;
}

export const lineId = (index: number): string => `line-${index + 1}`;

/** One line is wrong: all or nothing. */
export const mistake: Form<MistakeQuestion, MistakeView, MistakeTruth, MistakeAnswer> = {
  form: "mistake",
  schema: z.strictObject({ line: slug.nullable() }),
  draw({ asks }, seed) {
    const { prompt, lines, slip, wrong, explanation } = asks(randomOf(seed, "asks"));
    return { view: { form: "mistake", prompt, lines }, truth: { slip, wrong, explanation } };
  },
  empty: () => ({ line: null }),
  check: ({ lines }, { line }) =>
    lines.some((_, i) => lineId(i) === line)
      ? { ready: true }
      : { ready: false, missing: { ko: "틀린 줄을 골라요", en: "Choose the wrong line" } },
  solve: ({ truth }) => ({ line: lineId(truth.slip) }),
  grade: ({ truth }, { line }) => ({
    score: line === lineId(truth.slip) ? 100 : 0,
    misconceptions: line === lineId(truth.slip) ? [] : heldBy(truth.wrong, (said) => lineId(said) === line),
  }),
  reveal: () => null,
};
