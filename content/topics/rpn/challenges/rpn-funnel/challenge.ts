import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { josa } from "@/lib/words";
import { drawView, MARGIN } from "./draw";
import { hints } from "./hints";
import { earnedBy, funnel, proposalsOf, rulesOf, shorterSide, slackOf, type Answer, type FunnelBox, type View } from "./instance";
import { rivals } from "./rivals";
import { two } from "./words";

export type { Answer, FunnelBox, View } from "./instance";

/** The funnel's stages, then the rounds of NMS. */
export type Step =
  | { readonly type: "limit"; readonly fall: readonly string[] }
  | { readonly type: "decode" }
  | { readonly type: "small"; readonly fall: readonly string[] }
  | { readonly type: "pick"; readonly id: string; readonly score: number }
  | { readonly type: "compare"; readonly by: string; readonly id: string; readonly iou: number; readonly suppressed: boolean };

function stepsOf(view: View): Step[] {
  const { beyond, small, entered, rounds } = funnel(view, rulesOf(view));
  const ids = (boxes: readonly FunnelBox[]) => boxes.map(({ id }) => id);
  return [
    ...(view.before === null ? [] : [{ type: "limit", fall: ids(beyond) } as const]),
    { type: "decode" },
    ...(view.smallest === null ? [] : [{ type: "small", fall: ids(small) } as const]),
    ...rounds.flatMap(({ picked, score, compared }): Step[] => [
      { type: "pick", id: entered[picked].id, score },
      ...compared
        .filter(({ iou }) => iou > 0)
        .map(({ index, iou, suppressed }): Step => ({ type: "compare", by: entered[picked].id, id: entered[index].id, iou, suppressed })),
    ]),
  ];
}

/** Why each box stays or falls, said to somebody who took it otherwise. */
function whyOf(view: View): (box: FunnelBox) => Text {
  const { beyond, small, entered, rounds } = funnel(view, rulesOf(view));
  const { before, smallest, threshold } = view;
  return (box) => {
    if (beyond.includes(box))
      return {
        ko: `점수로 ${before}등 안에 들지 못해서 NMS에 들어가지 못해요.`,
        en: `it is not among the best ${before} by score and never gets to NMS.`,
      };
    if (small.includes(box))
      return {
        ko: `짧은 변이 ${shorterSide(box.box)}픽셀, ${smallest}픽셀보다 짧아서 떨어져요.`,
        en: `its shorter side is ${shorterSide(box.box)} pixels, below ${smallest}, so it falls.`,
      };
    const fall = rounds.flatMap(({ picked, compared }) =>
      compared.filter(({ index, suppressed }) => suppressed && entered[index] === box).map(({ iou }) => ({ by: entered[picked].id, iou })),
    )[0];
    return fall
      ? {
          ko: `옮겨 간 상자끼리 재면 ${josa(fall.by, "과/와")} IoU ${two(fall.iou)}, ${threshold}보다 커서 지워져요.`,
          en: `decoded, its IoU with ${fall.by} is ${two(fall.iou)}, above ${threshold}, so it falls.`,
        }
      : {
          ko: `남은 상자 가운데 IoU가 ${threshold}보다 크게 겹치는 것이 없어서 남아요.`,
          en: `no kept box overlaps it by more than ${threshold}, so it stays.`,
        };
  };
}

/** Which anchors become proposals? 30 points of 100 are taken for each box kept wrongly or missed, so that one ignored stage does not pass. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "rpn-funnel",
  topic: "rpn",
  version: 1,
  title: { ko: "후보의 깔때기", en: "The proposal funnel" },
  skill: { ko: "RPN의 상자 가운데 후보로 남을 것을 골라요", en: "Find the boxes that the RPN proposes" },
  band: { measure: { ko: "상자 수", en: "boxes" }, of: ({ view }) => countBand(view.boxes.length, 3) },
  answerSchema: z.strictObject({ keep: z.array(z.string().regex(/^[A-Z]$/)).max(26) }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawView(seed, level), truth: null }),
  prompt: ({ before, smallest, threshold }) => ({
    ko: `RPN이 점수를 매긴 앵커 가운데 후보로 남을 것을 모두 골라 보세요. ${before === null ? "" : `점수가 높은 ${before}개만 들어가고, `}${smallest === null ? "" : `옮겨 간 뒤 한 변이 ${smallest}픽셀보다 짧으면 떨어지고, `}NMS는 IoU가 ${threshold}보다 큰 상자를 지워요.`,
    en: `Which of the scored anchors become proposals? ${before === null ? "" : `Only the best ${before} by score go in; `}${smallest === null ? "" : `decoded boxes with a side below ${smallest} pixels fall; `}NMS drops what overlaps a kept box by an IoU above ${threshold}.`,
  }),
  empty: () => ({ keep: [] }),
  hints,
  solve: ({ view }) => ({ keep: proposalsOf(view).sort() }),
  check: ({ boxes }, { keep }) => {
    if (keep.length === 0) return { ready: false, missing: { ko: "남을 상자를 골라요", en: "Choose what is left" } };
    if (new Set(keep).size !== keep.length || keep.some((id) => !boxes.some((box) => box.id === id)))
      return { ready: false, missing: { ko: "그림에 있는 상자만 한 번씩 골라요", en: "Choose boxes of this picture, each once" } };
    return { ready: true };
  },
  grade({ view }, { keep }) {
    const right = proposalsOf(view);
    const why = whyOf(view);
    const chosen = new Set(keep);
    const parts = view.boxes.map((box): Part => {
      const correct = right.includes(box.id) === chosen.has(box.id);
      return {
        id: box.id,
        label: { ko: `상자 ${box.id}`, en: `Box ${box.id}` },
        correct,
        earned: 0,
        total: 0,
        note: correct ? undefined : why(box),
      };
    });
    const slips = parts.filter(({ correct }) => !correct).length;
    const same = (ids: readonly string[]) => ids.length === chosen.size && ids.every((id) => chosen.has(id));
    return {
      // Without a single box nothing was answered.
      earned: keep.length === 0 ? 0 : earnedBy(view, keep),
      total: 100,
      parts,
      steps: stepsOf(view),
      misconceptions: slips === 0 ? [] : believersOf(rivals.beliefs, view, (played) => same(played.keep)),
      summary:
        slips === 0
          ? { ko: `후보 ${right.length}개를 모두 찾았어요.`, en: `You found all ${right.length} proposals and nothing else.` }
          : {
              ko: `후보는 ${right.length}개예요: ${right.join(", ")}. ${slips}개를 달리 보았어요.`,
              en: `${right.length} are left: ${right.join(", ")}. You took ${slips} otherwise.`,
            },
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view: { boxes } }) => {
    const flat = boxes.flatMap(({ box }) => [...box]);
    return { a: flat, b: flat };
  },
});
