import { ordering } from "@/lib/challenges/answers";
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

export interface OrderAsk {
  readonly prompt: Text;
  /** Three to ten, in the right order. */
  readonly items: readonly Item[];
  /** Whole wrong orders that a misconception gives. */
  readonly wrong: readonly Belief<readonly string[]>[];
  readonly explanation: Text;
}

/** Things to be put in order. */
export interface OrderQuestion extends QuestionBase<"order"> {
  readonly asks: Drawable<OrderAsk>;
  /** What the first and the last place mean: "first", "largest". */
  readonly ends: { readonly first: Text; readonly last: Text };
}

export interface OrderView extends QuestionView<"order"> {
  readonly items: readonly Item[];
  readonly ends: OrderQuestion["ends"];
}

export interface OrderTruth extends QuestionTruth {
  /** Ids from first to last. */
  readonly order: readonly string[];
  readonly wrong: readonly Belief<readonly string[]>[];
}

export interface OrderAnswer {
  readonly order: readonly string[];
}

const MOST = 10;
const idsOf = (items: readonly Item[]) => items.map(({ id }) => id);
const placeId = (index: number) => `item-${index + 1}`;
const pointsFor = (right: readonly string[], order: readonly string[]) =>
  ordering.points({
    ids: right,
    rank: (id) => right.indexOf(id),
    order,
    label: (id) => ({ ko: id, en: id }),
  });

/** Pairs in order less pairs turned round (Kendall's τ, never below 0): chance earns nothing. One slip of neighbours among five passes. */
export const order: Form<OrderQuestion, OrderView, OrderTruth, OrderAnswer> = {
  form: "order",
  schema: z.strictObject({ order: ordering.schema(slug, MOST) }),
  draw({ asks, ends }, seed) {
    const { prompt, items, wrong, explanation } = asked(asks, seed);
    const inOrder = idsOf(items);
    // What lies on the table at the start earns nothing.
    const start = shuffled(items, seed, (list) => pointsFor(inOrder, idsOf(list)).earned > 0);
    // A thing is called by where it lies at the start: the names it was written with ("a", "b", "c") may tell the order.
    const nameOf = (id: string) => placeId(start.findIndex((item) => item.id === id));
    const truth: OrderTruth = {
      order: inOrder.map(nameOf),
      wrong: wrong.map((belief) => ({ ...belief, said: belief.said.map(nameOf) })),
      explanation,
    };
    return { view: { form: "order", prompt, items: start.map(({ id, text }) => ({ id: nameOf(id), text })), ends }, truth };
  },
  empty: ({ items }) => ({ order: idsOf(items) }),
  check: (view, answer) => ordering.check(idsOf(view.items), answer.order),
  solve: ({ truth }) => ({ order: truth.order }),
  grade({ truth }, answer) {
    const score = scoreOf(pointsFor(truth.order, answer.order));
    return { score, misconceptions: score === 100 ? [] : heldBy(truth.wrong, (said) => said.join() === answer.order.join()) };
  },
  reveal: ({ view, truth }) => joined(truth.order.map((id) => textOf(view.items, id))),
};

const textOf = (items: readonly Item[], id: string): Text => items.find((item) => item.id === id)?.text ?? { ko: id, en: id };
const joined = (texts: readonly Text[]): Text => ({
  ko: texts.map(({ ko }) => ko).join(" → "),
  en: texts.map(({ en }) => en).join(" → "),
});
