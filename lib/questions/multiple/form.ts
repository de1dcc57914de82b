import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { feedbackOn, type Form, type Item, type QuestionBase, type QuestionTruth, type QuestionView, type Remark } from "../contract";
import { shuffled } from "../draw";
import { slug } from "../slug";

export interface CreditedOption extends Item {
  /** What choosing it adds, in points of 100; below zero it takes. Those above zero make 100 together. */
  readonly credit: number;
  readonly misconception?: string;
  /** Said to whoever chose it. */
  readonly feedback?: Text;
}

/** Several of a few. Option order is drawn. */
export interface MultipleQuestion extends QuestionBase<"multiple"> {
  readonly prompt: Text;
  readonly options: readonly CreditedOption[];
  readonly explanation: Text;
}

export interface MultipleView extends QuestionView<"multiple"> {
  readonly options: readonly Item[];
}

export interface MultipleTruth extends QuestionTruth {
  readonly credits: readonly { readonly option: string; readonly credit: number }[];
  readonly beliefs: readonly { readonly option: string; readonly misconception: string }[];
  readonly remarks: readonly Remark<string>[];
}

export interface MultipleAnswer {
  readonly options: readonly string[];
}

const MOST = 20;

/** Points of what was chosen are added up, from 0 to 100. A third is written as 33.33333: three of them are all. */
const sumOf = ({ credits }: MultipleTruth, chosen: readonly string[]): number =>
  Math.round(
    Math.min(
      100,
      Math.max(
        0,
        credits.reduce((sum, { option, credit }) => sum + (chosen.includes(option) ? credit : 0), 0),
      ),
    ),
  );

export const multiple: Form<MultipleQuestion, MultipleView, MultipleTruth, MultipleAnswer> = {
  form: "multiple",
  schema: z.strictObject({
    options: z
      .array(slug)
      .max(MOST)
      .refine((options) => new Set(options).size === options.length)
      .readonly(),
  }),
  draw({ prompt, options, explanation }, seed) {
    return {
      view: { form: "multiple", prompt, options: shuffled(options, seed).map(({ id, text }) => ({ id, text })) },
      truth: {
        credits: options.map(({ id, credit }) => ({ option: id, credit })),
        beliefs: options.flatMap(({ id, misconception }) => (misconception === undefined ? [] : [{ option: id, misconception }])),
        remarks: options.flatMap(({ id, feedback }) => (feedback === undefined ? [] : [{ on: id, feedback }])),
        explanation,
      },
    };
  },
  empty: () => ({ options: [] }),
  check({ options }, { options: chosen }) {
    const offered = chosen.every((id) => options.some((option) => option.id === id));
    return chosen.length > 0 && offered
      ? { ready: true }
      : { ready: false, missing: { ko: "하나 이상 골라요", en: "Choose at least one" } };
  },
  solve: ({ truth }) => ({ options: truth.credits.filter(({ credit }) => credit > 0).map(({ option }) => option) }),
  grade({ truth }, { options }) {
    const held = truth.beliefs.filter(({ option }) => options.includes(option)).map(({ misconception }) => misconception);
    return {
      score: sumOf(truth, options),
      misconceptions: [...new Set(held)],
      ...feedbackOn(truth.remarks, (on) => options.includes(on)),
    };
  },
  // The card marks each option in its place.
  reveal: () => null,
};
