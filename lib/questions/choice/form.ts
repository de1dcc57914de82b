import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import {
  feedbackOn,
  type Drawn,
  type Form,
  type Item,
  type QuestionBase,
  type QuestionTruth,
  type QuestionView,
  type Remark,
} from "../contract";
import { shuffled } from "../draw";
import { slug } from "../slug";

export interface Option extends Item {
  /** Exactly one option of a question is correct. */
  readonly correct?: true;
  /** Required on every wrong option of a topic: the id of the misconception it reveals. */
  readonly misconception?: string;
  /** Points of 100 that a wrong option still earns; default none. */
  readonly credit?: number;
  /** Said to whoever chose it. */
  readonly feedback?: Text;
}

/** One of a few. Option order is drawn. */
export interface ChoiceQuestion extends QuestionBase<"choice"> {
  readonly prompt: Text;
  readonly options: readonly Option[];
  readonly explanation: Text;
}

export interface ChoiceView extends QuestionView<"choice"> {
  readonly options: readonly Item[];
}

export interface ChoiceTruth extends QuestionTruth {
  readonly right: string;
  /** Misconception of each wrong option. */
  readonly beliefs: readonly { readonly option: string; readonly misconception: string }[];
  /** Wrong options that earn something. */
  readonly partial?: readonly { readonly option: string; readonly credit: number }[];
  readonly remarks?: readonly Remark<string>[];
}

export interface ChoiceAnswer {
  readonly option: string | null;
}

export const choice: Form<ChoiceQuestion, ChoiceView, ChoiceTruth, ChoiceAnswer> = {
  form: "choice",
  schema: z.strictObject({ option: slug.nullable() }),
  draw({ prompt, options, explanation }, seed) {
    const right = options.find((option) => option.correct)?.id;
    if (right === undefined) throw new RangeError("choice: no option is correct");
    const partial = options.flatMap(({ id, credit = 0 }) => (id !== right && credit > 0 ? [{ option: id, credit }] : []));
    const remarks = options.flatMap(({ id, feedback }) => (feedback === undefined ? [] : [{ on: id, feedback }]));
    return {
      view: { form: "choice", prompt, options: shuffled(options, seed).map(({ id, text }) => ({ id, text })) },
      truth: {
        right,
        beliefs: options.flatMap(({ id, misconception }) => (misconception === undefined ? [] : [{ option: id, misconception }])),
        explanation,
        ...(partial.length === 0 ? {} : { partial }),
        ...(remarks.length === 0 ? {} : { remarks }),
      },
    };
  },
  empty: () => ({ option: null }),
  check: ({ options }, { option }) =>
    options.some(({ id }) => id === option) ? { ready: true } : { ready: false, missing: { ko: "하나를 골라요", en: "Choose one" } },
  solve: ({ truth }: Drawn<ChoiceView, ChoiceTruth>) => ({ option: truth.right }),
  grade: ({ truth }, { option }) => ({
    score: option === truth.right ? 100 : Math.round(truth.partial?.find((each) => each.option === option)?.credit ?? 0),
    misconceptions: truth.beliefs.filter((belief) => belief.option === option).map(({ misconception }) => misconception),
    ...feedbackOn(truth.remarks ?? [], (on) => on === option),
  }),
  reveal: () => null,
};
