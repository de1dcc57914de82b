import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import {
  feedbackOn,
  heldBy,
  type Belief,
  type Form,
  type QuestionBase,
  type QuestionTruth,
  type QuestionView,
  type Remark,
} from "../contract";
import { fits, plainest } from "./pattern";

export interface ShortSaid {
  /** "*" in it stands for anything, "\*" for a star. */
  readonly said: string;
  /** Points of 100. At least one answer has all of them. */
  readonly credit: number;
  readonly misconception?: string;
  readonly feedback?: Text;
}

/** A word or a few, typed. */
export interface ShortQuestion extends QuestionBase<"short"> {
  readonly prompt: Text;
  readonly answers: readonly ShortSaid[];
  /** Whether capitals count. Spaces at the ends and in a row never do. */
  readonly caseSensitive: boolean;
  readonly explanation: Text;
}

export interface ShortView extends QuestionView<"short"> {
  readonly caseSensitive: boolean;
}

export interface ShortTruth extends QuestionTruth {
  readonly answers: readonly { readonly said: string; readonly credit: number }[];
  readonly wrong: readonly Belief<string>[];
  readonly remarks: readonly Remark<string>[];
}

export interface ShortAnswer {
  readonly text: string;
}

/** UTF-16 units of an answer. */
export const SHORT_MOST = 200;

/** The answer that gives most among those that `text` fits. */
function bestOf(answers: ShortTruth["answers"], text: string, caseSensitive: boolean) {
  const fitting = answers.filter(({ said }) => fits(text, said, caseSensitive));
  return fitting.sort((one, other) => other.credit - one.credit).at(0);
}

export const short: Form<ShortQuestion, ShortView, ShortTruth, ShortAnswer> = {
  form: "short",
  schema: z.strictObject({ text: z.string().max(SHORT_MOST) }),
  draw: ({ prompt, answers, caseSensitive, explanation }) => ({
    view: { form: "short", prompt, caseSensitive },
    truth: {
      answers: answers.map(({ said, credit }) => ({ said, credit })),
      wrong: answers.flatMap(({ said, misconception }) => (misconception === undefined ? [] : [{ misconception, said }])),
      remarks: answers.flatMap(({ said, feedback }) => (feedback === undefined ? [] : [{ on: said, feedback }])),
      explanation,
    },
  }),
  empty: () => ({ text: "" }),
  check: (_, { text }) => (text.trim() === "" ? { ready: false, missing: { ko: "답을 적어요", en: "Type an answer" } } : { ready: true }),
  solve: ({ truth }) => ({ text: plainest(truth.answers.find(({ credit }) => credit === 100)?.said ?? "") }),
  grade({ view, truth }, { text }) {
    const best = bestOf(truth.answers, text, view.caseSensitive);
    const score = Math.round(Math.max(0, best?.credit ?? 0));
    return {
      score,
      misconceptions: heldBy(truth.wrong, (said) => score < 100 && said === best?.said),
      ...feedbackOn(truth.remarks, (on) => on === best?.said),
    };
  },
  reveal({ truth }) {
    const said = plainest(truth.answers.find(({ credit }) => credit === 100)?.said ?? "");
    return { ko: said, en: said };
  },
};
