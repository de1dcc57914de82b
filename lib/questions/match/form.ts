import { matching } from "@/lib/challenges/answers";
import * as z from "@/lib/challenges/schema";
import { scoreOf } from "@/lib/challenges/score";
import type { Text } from "@/lib/challenges/text";
import {
  heldBy,
  type Belief,
  type Drawable,
  type Form,
  type Item,
  type QuestionBase,
  type QuestionTruth,
  type QuestionView,
} from "../contract";
import { asked, shuffled } from "../draw";
import { slug } from "../slug";

/** Pairs of one question. */
const MOST = 10;
type Pair = readonly [left: string, right: string | null];

export interface MatchAsk {
  readonly prompt: Text;
  /** Two to ten. */
  readonly lefts: readonly Item[];
  /** The partner of the i-th left thing stands i-th; those behind them have none. */
  readonly rights: readonly Item[];
  /** Single wrong pairs [left, right] that a misconception gives. */
  readonly wrong: readonly Belief<readonly [left: string, right: string]>[];
  readonly explanation: Text;
}

/** Things to be joined, one to one. */
export interface MatchQuestion extends QuestionBase<"match"> {
  readonly asks: Drawable<MatchAsk>;
}

export interface MatchView extends QuestionView<"match"> {
  readonly lefts: readonly Item[];
  readonly rights: readonly Item[];
}

export interface MatchTruth extends QuestionTruth {
  readonly pairs: readonly (readonly [left: string, right: string])[];
  readonly wrong: MatchAsk["wrong"];
}

export interface MatchAnswer {
  readonly pairs: readonly Pair[];
}

const ids = (items: readonly Item[]) => items.map(({ id }) => id);
const partnerIn = (pairs: readonly Pair[], left: string) => pairs.find(([one]) => one === left)?.[1] ?? null;

/** Each right pair earns its share. Below four pairs all must be right to pass; with four or more one may be wrong where a right is left over. */
export const match: Form<MatchQuestion, MatchView, MatchTruth, MatchAnswer> = {
  form: "match",
  schema: z.strictObject({ pairs: matching.schema(slug, slug, { most: MOST, oneToOne: false }) }),
  draw({ asks }, seed) {
    const { prompt, lefts, rights, wrong, explanation } = asked(asks, seed);
    return {
      view: { form: "match", prompt, lefts, rights: shuffled(rights, seed, (order) => order.every((item, i) => item === rights[i])) },
      truth: { pairs: lefts.map(({ id }, i) => [id, rights[i].id] as const), wrong, explanation },
    };
  },
  empty: () => ({ pairs: [] }),
  check(view, { pairs }) {
    const ready = matching.check(ids(view.lefts), ids(view.rights), pairs);
    const twice = new Set(pairs.map(([, right]) => right)).size < pairs.length;
    // Told, not undone: a list that is walked through by arrow keys passes over partners that stand elsewhere.
    return ready.ready && twice ? { ready: false, missing: { ko: "짝은 한 번씩만 써요", en: "Use each partner once" } } : ready;
  },
  solve: ({ truth }) => ({ pairs: truth.pairs }),
  grade({ truth }, { pairs }) {
    const score = scoreOf(
      matching.points({
        lefts: truth.pairs.map(([left]) => left),
        truth: (left) => partnerIn(truth.pairs, left),
        pairs,
        label: (left) => ({ ko: left, en: left }),
      }),
    );
    return { score, misconceptions: heldBy(truth.wrong, ([left, right]) => partnerIn(pairs, left) === right) };
  },
  // The card shows each partner in its place.
  reveal: () => null,
};
