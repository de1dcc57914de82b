/** What is asked of objects and queries, what DETR's cost says of each pair, and what a matching is worth. All in whole hundredths. */
import { giou, type BoxXYXY } from "@/lib/engine/boxes";
import { assign } from "@/lib/engine/match";
import type { SceneObject } from "@/lib/engine/scenes";

/** Width and height of every picture: a hundredth of it is two pixels, so that centres and sizes are whole hundredths. */
export const SIDE = 200;
export const MOST_OBJECTS = 4;
export const MOST_QUERIES = 7;
/** What an object without a query costs, in hundredths. */
export const LEFT_OUT = 400;

export interface Query {
  readonly box: BoxXYXY;
  /** Entry i: its probability, in hundredths, for the class of object i. */
  readonly p: readonly number[];
}

export interface View {
  /** In the order of their letters. */
  readonly objects: readonly SceneObject[];
  /** In the order of their numbers. */
  readonly queries: readonly Query[];
  /** Whether each pair's cost is printed, or the three parts that it is made of. */
  readonly shown: "cost" | "parts";
}

export interface Answer {
  /** Entry i: the query that answers for object i; null is open. */
  readonly query: readonly (number | null)[];
}

/** How much the three parts weigh. */
export interface Weights {
  readonly cls: number;
  readonly l1: number;
  readonly giou: number;
}
const PAPER: Weights = { cls: 1, l1: 5, giou: 2 };

/** The parts of one pair's cost, in hundredths. */
export interface Parts {
  readonly p: number;
  readonly l1: number;
  readonly giou: number;
}

/** Centre, width and height in hundredths of the picture. */
export const fractions = ([x1, y1, x2, y2]: BoxXYXY): readonly number[] =>
  [(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1].map((v) => (100 * v) / SIDE);

export function partsOf({ objects, queries }: Pick<View, "objects" | "queries">, query: number, object: number): Parts {
  const [a, b] = [fractions(queries[query].box), fractions(objects[object].box)];
  return {
    p: queries[query].p[object],
    l1: a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0),
    giou: Math.round(100 * giou(queries[query].box, objects[object].box)),
  };
}

export const costOf = ({ p, l1, giou }: Parts, weights: Weights = PAPER): number => weights.l1 * l1 - weights.cls * p - weights.giou * giou;

/** [objects, queries]: every pair's cost in hundredths. */
export const costsOf = (view: Pick<View, "objects" | "queries">, weights: Weights = PAPER): number[][] =>
  view.objects.map((_, object) => view.queries.map((_each, query) => costOf(partsOf(view, query, object), weights)));

/** The cheapest matching of a table: a query for each object. */
export const matchingOf = (costs: readonly (readonly number[])[]): number[] => [
  ...assign(costs.flat(), costs.length, costs[0]?.length ?? 0).cols,
];

export const truthOf = (view: View): number[] => matchingOf(costsOf(view));

/** A query that was given twice answers for the first object alone. */
export const without = (query: readonly (number | null)[]): (number | null)[] =>
  query.map((q, i) => (q !== null && query.indexOf(q) === i ? q : null));

/** What a matching costs in all, in hundredths. */
export const totalOf = (costs: readonly (readonly number[])[], query: readonly (number | null)[]): number =>
  without(query).reduce<number>((sum, q, object) => sum + (q === null ? LEFT_OUT : costs[object][q]), 0);

/** The cheapest pair of the whole table first, then the cheapest of what is left. */
export function greedyOf(costs: readonly (readonly number[])[]): number[] {
  const query = costs.map(() => -1);
  for (let round = 0; round < costs.length; round++) {
    let best: readonly [number, number] | null = null;
    costs.forEach((row, object) => {
      if (query[object] >= 0) return;
      row.forEach((cost, q) => {
        if (!query.includes(q) && (best === null || cost < costs[best[0]][best[1]])) best = [object, q];
      });
    });
    const [object, q] = best ?? [0, 0];
    query[object] = q;
  }
  return query;
}

/** The cheapest matching and the next cheapest one, in hundredths. */
export function twoCheapest(costs: readonly (readonly number[])[]): readonly [number, number] {
  let [first, second] = [Infinity, Infinity];
  const walk = (object: number, used: number, sum: number) => {
    if (object === costs.length) {
      if (sum < first) [first, second] = [sum, first];
      else if (sum < second) second = sum;
      return;
    }
    costs[object].forEach((cost, q) => {
      if ((used & (1 << q)) === 0) walk(object + 1, used | (1 << q), sum + cost);
    });
  };
  walk(0, 0, 0);
  return [first, second];
}

/**
 * How far above the cheapest total nothing is earned any more: 2.2 times what greed would waste, from .25 to 1. Two objects: 1.6 times what the
 * next cheapest matching wastes.
 */
export function reachOf(costs: readonly (readonly number[])[]): number {
  const best = totalOf(costs, matchingOf(costs));
  const wide = costs.length <= 2 ? 1.6 * (twoCheapest(costs)[1] - best) : 2.2 * (totalOf(costs, greedyOf(costs)) - best);
  return Math.min(100, Math.max(25, Math.round(wide)));
}

/** Of 1,000 points: all of them for the cheapest total, none from `reachOf` above it. */
export function pointsOf(view: View, { query }: Answer): { readonly earned: number; readonly total: number } {
  const costs = costsOf(view);
  const over = totalOf(costs, query) - totalOf(costs, matchingOf(costs));
  return { earned: Math.max(0, Math.round(1000 - (1000 * over) / reachOf(costs))), total: 1000 };
}

/** What the next cheapest matching costs more, in costs. */
export function slackOf(view: View): number {
  const [first, second] = twoCheapest(costsOf(view));
  return (second - first) / 100;
}
