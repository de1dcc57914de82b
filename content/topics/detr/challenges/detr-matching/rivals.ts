import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import { costsOf, greedyOf, matchingOf, type Answer, type View, type Weights } from "./instance";

/** Whoever counts these parts alone, and matches perfectly by them. */
const by =
  (weights: Weights) =>
  (view: View): Answer => ({ query: matchingOf(costsOf(view, weights)) });

const cheapest = (row: readonly number[], free: (query: number) => boolean): number =>
  row.reduce((best, cost, query) => (free(query) && (best < 0 || cost < row[best]) ? query : best), -1);

/** Objects take the cheapest query that is still free, one after another. */
export function inTurn(view: View, order: readonly number[]): Answer {
  const costs = costsOf(view);
  const query = view.objects.map(() => -1);
  for (const object of order) query[object] = cheapest(costs[object], (q) => !query.includes(q));
  return { query };
}

const forwards = (view: View): number[] => view.objects.map((_, i) => i);
export const backwards = (view: View): number[] => forwards(view).reverse();

export const beliefs: readonly Belief<View, Answer>[] = [
  {
    misconception: "nearest-query",
    levels: LEVELS,
    play: (view) => ({ query: costsOf(view).map((row) => cheapest(row, () => true)) }),
  },
  { misconception: "best-pair-first", levels: [2, 3, 4, 5], play: (view) => ({ query: greedyOf(costsOf(view)) }) },
  { misconception: "first-come", levels: [2, 3, 4, 5], play: (view) => inTurn(view, forwards(view)) },
  { misconception: "overlap-decides", levels: [3, 4, 5], play: by({ cls: 0, l1: 0, giou: 1 }) },
  { misconception: "class-decides", levels: [4, 5], play: by({ cls: 1, l1: 0, giou: 0 }) },
  { misconception: "parts-weigh-alike", levels: [5], play: by({ cls: 1, l1: 1, giou: 1 }) },
];

const area = ([x1, y1, x2, y2]: readonly [number, number, number, number]) => (x2 - x1) * (y2 - y1);
const ranked = (boxes: readonly (readonly [number, number, number, number])[]): number[] =>
  boxes.map((_, i) => i).sort((a, b) => area(boxes[b]) - area(boxes[a]));

/** By number, from either end. */
const constants = ({ objects, queries }: View): Answer[] =>
  queries.flatMap((_, from) =>
    [1, queries.length - 1].map((step) => ({ query: objects.map((_each, i) => (from + step * i) % queries.length) })),
  );

/** The largest object takes the largest box, and so on. */
export function bySize({ objects, queries }: View): Answer {
  const [large, boxes] = [ranked(objects.map(({ box }) => box)), ranked(queries.map(({ box }) => box))];
  return { query: objects.map((_, i) => boxes[large.indexOf(i)]) };
}

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants,
    commonest: { notPlayable: "a query can be used once, so that no answer is right for several objects" },
    quota: bySize,
    startingValues: { notPlayable: "every object is open at first, and open ones cannot be sent" },
  },
});
