import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { drawInstance, MARGIN } from "./draw";
import { hints } from "./hints";
import {
  CLASSES,
  costOf,
  decoded,
  MOST_ROWS,
  pairId,
  pairIds,
  pointsOf,
  PYRAMID,
  slackOf,
  traceOf,
  type Answer,
  type Points,
  type PyramidLevel,
  type View,
} from "./instance";
import { beliefs } from "./rivals";
import { pairName, reasonOf, rulesOf } from "./words";

export type { Answer, View } from "./instance";

export type Step =
  /** A row's logits go through the sigmoid: these of its classes stay. */
  | { readonly type: "cut"; readonly row: number; readonly kept: readonly number[] }
  /** A pyramid level passes on its best pairs. */
  | { readonly type: "limit"; readonly level: PyramidLevel; readonly passed: readonly string[]; readonly dropped: readonly string[] }
  | { readonly type: "pick"; readonly id: string; readonly p: number }
  | { readonly type: "compare"; readonly by: string; readonly id: string; readonly iou: number; readonly suppressed: boolean };

function stepsOf(view: View): Step[] {
  const { hot, passed, rounds } = traceOf(view);
  const has = (list: typeof hot, id: string) => list.some((pair) => pair.id === id);
  return [
    ...view.rows.map((_, row): Step => ({ type: "cut", row, kept: hot.filter((pair) => pair.row === row).map(({ k }) => k) })),
    ...(view.limit === null
      ? []
      : PYRAMID.flatMap((level): Step[] => {
          const own = hot.filter(({ row }) => view.rows[row].level === level).map(({ id }) => id);
          if (own.length === 0) return [];
          return [{ type: "limit", level, passed: own.filter((id) => has(passed, id)), dropped: own.filter((id) => !has(passed, id)) }];
        })),
    ...rounds.flatMap(({ picked, score, compared }): Step[] => [
      { type: "pick", id: passed[picked].id, p: score },
      ...compared
        .filter(({ iou }) => iou > 0)
        .map(({ index, iou, suppressed }): Step => ({ type: "compare", by: passed[picked].id, id: passed[index].id, iou, suppressed })),
    ]),
  ];
}

function summaryOf(view: View, found: number, { hits, extra, missing, earned }: Points): Text {
  if (extra + missing === 0) return { ko: `${found}개를 모두, 그것만 골랐어요.`, en: `You chose all ${found} and nothing else.` };
  const ko = `${view.suppress ? "검출" : "남는 짝"} ${found}개 가운데 ${hits}개를 찾았고, 더 고른 짝이 ${extra}개예요.`;
  const en = `You found ${hits} of ${found} ${view.suppress ? "detections" : "pairs that stay"} and chose ${extra} too many.`;
  if (hits === 0) return { ko: `${ko} 찾은 것이 없어서 0점이에요.`, en: `${en} Without one found there are no points.` };
  return {
    ko: `${ko} 틀린 곳 하나에 ${costOf(view)}점씩 깎여서 ${earned}점이에요.`,
    en: `${en} ${extra + missing === 1 ? `That slip takes ${costOf(view)} points` : `These ${extra + missing} slips take ${costOf(view)} points each`}: ${earned} ${earned === 0 ? "remain" : "are left"}.`,
  };
}

/** Which pairs of anchor and class become detections: a sigmoid for each, the cut, the best of each level, NMS. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "retina-decode",
  topic: "retinanet",
  version: 1,
  title: { ko: "로짓에서 검출까지", en: "From logits to detections" },
  skill: { ko: "RetinaNet의 로짓에서 검출될 짝을 골라요", en: "Decode RetinaNet's logits into detections" },
  band: { measure: { ko: "앵커 수", en: "anchors" }, of: ({ view }) => countBand(view.rows.length, 2) },
  answerSchema: z.strictObject({
    pairs: z
      .array(z.string().regex(/^[A-H]\/[a-z]{3,12}$/))
      .max(MOST_ROWS * CLASSES)
      .readonly(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt(view) {
    const { ko, en } = rulesOf(view);
    const cost = costOf(view);
    return {
      ko: `RetinaNet의 앵커 ${view.rows.length}개가 클래스마다 로짓을 냈어요. ${view.suppress ? "검출이 되는" : "남는"} 짝(앵커와 클래스)을 모두 골라 보세요. ${ko} 틀리거나 빠진 짝마다 ${cost}점이 깎여요.`,
      en: `${view.rows.length} anchors of a RetinaNet gave a logit for each class. Choose every pair of anchor and class that ${view.suppress ? "becomes a detection" : "stays"}. ${en} Each wrong or missing pair costs ${cost} points.`,
    };
  },
  empty: () => ({ pairs: [] }),
  hints,
  solve: ({ view }) => {
    const found = decoded(view);
    return { pairs: pairIds(view).filter((id) => found.includes(id)) };
  },
  check(view, { pairs }) {
    if (pairs.length === 0) return { ready: false, missing: { ko: "짝을 골라요", en: "Choose pairs" } };
    const known = pairIds(view);
    if (new Set(pairs).size !== pairs.length || pairs.some((id) => !known.includes(id)))
      return { ready: false, missing: { ko: "표에 있는 짝만 한 번씩 골라요", en: "Choose pairs of this table, each once" } };
    return { ready: true };
  },
  grade({ view }, answer) {
    const found = decoded(view);
    const chosen = new Set(answer.pairs);
    const points = pointsOf(view, found, answer);
    const parts = view.rows.flatMap((_, row) =>
      view.classes.map((_cls, k): Part => {
        const id = pairId(view, row, k);
        const right = found.includes(id);
        const correct = right === chosen.has(id);
        return {
          id,
          label: pairName(view, { row, k }),
          correct,
          earned: right && correct ? 1 : 0,
          total: right ? 1 : 0,
          note: correct ? undefined : reasonOf(view, row, k),
        };
      }),
    );
    const same = (pairs: readonly string[]) => pairs.length === chosen.size && pairs.every((id) => chosen.has(id));
    return {
      earned: points.earned,
      total: 100,
      parts,
      steps: stepsOf(view),
      misconceptions: same(found) ? [] : believersOf(beliefs, view, (played) => same(played.pairs)),
      summary: summaryOf(view, found.length, points),
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view: { rows } }) => {
    const flat = rows.flatMap(({ box }) => [...box]);
    return { a: flat, b: flat };
  },
});
