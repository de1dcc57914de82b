import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import { hungarianTrace } from "@/lib/engine/match";
import { letter } from "@/lib/words";
import { drawInstance, MARGIN } from "./draw";
import { hints } from "./hints";
import {
  costsOf,
  LEFT_OUT,
  MOST_OBJECTS,
  MOST_QUERIES,
  pointsOf,
  slackOf,
  totalOf,
  truthOf,
  without,
  type Answer,
  type View,
} from "./instance";
import { beliefs } from "./rivals";
import { reasonOf, RULE, shown } from "./words";

export type { Answer, View } from "./instance";

/** A round of the Hungarian method: an object comes, wants its cheapest query, and others move over until all have one. */
export interface Step {
  readonly object: number;
  readonly shows: "wish" | "settled";
  /** Whom each object has, before the wish or after all have moved; null: it has not come yet. */
  readonly query: readonly (number | null)[];
  /** What each query costs beyond its table, in hundredths, because others want it. */
  readonly price: readonly number[];
  /** The costs of all pairs so far, in hundredths. */
  readonly total: number;
}

function stepsOf(view: View): Step[] {
  const costs = costsOf(view);
  const { steps } = hungarianTrace(costs.flat(), view.objects.length, view.queries.length);
  const settled = steps.map(({ entering, pairs, columnDual, total }): Step => {
    const query = view.objects.map((_, object) => pairs.find(([row]) => row === object)?.[1] ?? null);
    // −0 would not come back from JSON as it went.
    return { object: entering, shows: "settled", query, price: columnDual.map((dual) => (dual === 0 ? 0 : -dual)), total };
  });
  return settled.flatMap((step, i): Step[] => {
    const before = settled[i - 1];
    const wish: Step = {
      object: step.object,
      shows: "wish",
      query: before?.query ?? view.objects.map(() => null),
      price: before?.price ?? view.queries.map(() => 0),
      total: before?.total ?? 0,
    };
    return [wish, step];
  });
}

/** Which query answers for which object: DETR's matching of least total cost, drawn by hand. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "detr-matching",
  topic: "detr",
  version: 1,
  title: { ko: "가장 싼 짝짓기", en: "The cheapest matching" },
  skill: { ko: "DETR의 질의와 물체를 가장 적은 비용으로 이어요", en: "Match DETR's queries to objects at least cost" },
  answerSchema: z.strictObject({
    query: z
      .array(
        z
          .number()
          .int()
          .min(0)
          .max(MOST_QUERIES - 1)
          .nullable(),
      )
      .min(1)
      .max(MOST_OBJECTS)
      .readonly(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt(view) {
    const parts = view.shown === "parts";
    return {
      ko: `물체마다 질의를 하나씩, 비용의 합이 가장 작게 이어 보세요. 한 질의는 한 물체만 맡아요. ${RULE.ko}. ${parts ? "표에는 p, L1, GIoU가 있어요. " : ""}남은 질의는 ‘물체 없음’을 배워요. 합이 가장 작은 값보다 커질수록 점수가 줄어요.`,
      en: `Give each object one query so that the costs add up to as little as possible; a query answers for one object at most. ${RULE.en.replace(/^c/, "C")}. ${parts ? "The table has p, L1 and GIoU. " : ""}Queries left over are taught “no object”. The further your total lies above the least one, the fewer points.`,
    };
  },
  empty: (view) => ({ query: view.objects.map(() => null) }),
  hints,
  solve: ({ view }) => ({ query: truthOf(view) }),
  check(view, { query }) {
    if (query.length !== view.objects.length || query.some((q) => q !== null && q >= view.queries.length))
      return { ready: false, missing: { ko: "답이 그림과 맞지 않아요", en: "The answer does not fit the picture" } };
    const open = query.flatMap((q, i) => (q === null ? [letter(i)] : []));
    if (open.length > 0)
      return { ready: false, missing: { ko: `질의가 없는 물체: ${open.join(", ")}`, en: `No query yet: ${open.join(", ")}` } };
    const twice = query.find((q, i) => query.indexOf(q) !== i);
    if (typeof twice !== "number") return { ready: true };
    return {
      ready: false,
      missing: { ko: `질의 ${twice + 1}에 물체가 둘이에요`, en: `Query ${twice + 1} has two objects` },
    };
  },
  grade({ view }, answer) {
    const truth = truthOf(view);
    const costs = costsOf(view);
    const given = without(answer.query);
    const parts = truth.map((right, i): Part => {
      const correct = given[i] === right;
      return {
        id: letter(i),
        label: { ko: `물체 ${letter(i)}`, en: `Object ${letter(i)}` },
        correct,
        earned: correct ? 1 : 0,
        total: 1,
        note: correct ? undefined : reasonOf(view, i),
      };
    });
    const [total, best] = [totalOf(costs, answer.query), totalOf(costs, truth)];
    const points = pointsOf(view, answer);
    const said = JSON.stringify(answer.query);
    const same = (played: Answer) => JSON.stringify(played.query) === said;
    const left = given.filter((q) => q === null).length;
    const paid = {
      ko: left > 0 ? ` (질의가 없는 물체는 ${shown(LEFT_OUT)})` : "",
      en: left > 0 ? ` (an object without a query costs ${shown(LEFT_OUT)})` : "",
    };
    return {
      ...points,
      parts,
      steps: stepsOf(view),
      misconceptions: total === best ? [] : believersOf(beliefs, view, same),
      summary:
        total === best
          ? { ko: `합 ${shown(best)}. 이보다 싼 짝짓기는 없어요.`, en: `A total of ${shown(best)}: no matching is cheaper.` }
          : {
              ko: `이은 짝의 합은 ${shown(total)}${paid.ko}, 가장 작은 합은 ${shown(best)}. ${shown(total - best)}만큼 비싸요.`,
              en: `Your pairs cost ${shown(total)}${paid.en}, the cheapest matching ${shown(best)}: ${shown(total - best)} too much.`,
            },
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view: { objects, queries } }) => ({
    a: objects.flatMap(({ box }) => [...box]),
    b: queries.flatMap(({ box }) => [...box]),
  }),
});
