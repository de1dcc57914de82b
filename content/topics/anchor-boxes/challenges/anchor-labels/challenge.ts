import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { BACKGROUND, IGNORED } from "@/lib/engine/match";
import { labelAll, NEGATIVE, PENALTY, pointsOf, POSITIVE, slackOf, type Answer, type Labels, type View } from "./labelling";
import { beliefs } from "./rivals";
import { letter } from "@/lib/words";
import { hints } from "./hints";
import { reasonOf } from "./reasons";
import { drawInstance, MARGIN } from "./scenes";

export { labelAll } from "./labelling";
export { labelName } from "./reasons";
export type { Answer, View } from "./labelling";

/** First the thresholds, anchor by anchor; then each object takes its best anchors; then the result. */
export type Step =
  | {
      readonly kind: "threshold";
      readonly anchor: number;
      readonly object: number;
      readonly iou: number;
      readonly labels: readonly (number | null)[];
    }
  | {
      readonly kind: "rescue";
      readonly object: number;
      readonly anchors: readonly number[];
      readonly iou: number;
      readonly changed: readonly number[];
      readonly labels: readonly (number | null)[];
    }
  | { readonly kind: "result"; readonly labels: readonly (number | null)[] };

function stepsOf(instance: View, { matches, maxIou, own, rescues }: Labels): Step[] {
  const labels: (number | null)[] = instance.anchors.map(() => null);
  const steps: Step[] = instance.anchors.map((_, anchor) => {
    labels[anchor] = maxIou[anchor] >= POSITIVE ? own[anchor] : maxIou[anchor] < NEGATIVE ? BACKGROUND : IGNORED;
    return { kind: "threshold", anchor, object: own[anchor], iou: maxIou[anchor], labels: [...labels] };
  });
  rescues.forEach(({ iou, anchors }, object) => {
    const changed = anchors.filter((a) => labels[a] !== matches[a]);
    for (const a of anchors) labels[a] = matches[a];
    steps.push({ kind: "rescue", object, anchors, iou, changed, labels: [...labels] });
  });
  return [...steps, { kind: "result", labels: [...matches] }];
}

/** Label anchors for training a region proposal network: positive, negative or ignored, with the best-anchor rule. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "anchor-labels",
  topic: "anchor-boxes",
  version: 2,
  title: { ko: "앵커 이름표 붙이기", en: "Label the anchors" },
  skill: { ko: "앵커를 양성, 음성, 무시로 나눠요", en: "Sort anchors into positive, negative and ignored" },
  band: { measure: { ko: "앵커 수", en: "anchors" }, of: ({ view }) => countBand(view.anchors.length, 2) },
  answerSchema: z.strictObject({ labels: z.array(z.number().int().min(IGNORED).max(2).nullable()).min(1).max(12).readonly() }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt: ({ anchors, objects, table }) => ({
    ko: `앵커 ${anchors.length}개가 전부라고 하고, 각각 양성·음성·무시 이름표를 붙여 보세요.${objects.length > 1 ? " 양성이면 어느 물체의 것인지도 골라요." : ""}${table ? "" : " IoU는 눈으로 어림해요."} 틀린 이름표 하나는 맞은 이름표 셋을 지워요.`,
    en: `Suppose these ${anchors.length} anchors are all there are. Label each positive, negative or ignored.${objects.length > 1 ? " For a positive one, say for which object." : ""}${table ? "" : " Judge the IoUs by eye."} A wrong label takes three right ones away.`,
  }),
  empty: ({ anchors }) => ({ labels: anchors.map(() => null) }),
  hints,
  solve: ({ view }) => ({ labels: labelAll(view).matches }),
  check({ anchors, objects }, { labels }) {
    if (labels.length !== anchors.length || labels.some((label) => label !== null && label >= objects.length)) {
      return { ready: false, missing: { ko: "이름표가 앵커와 맞지 않아요", en: "The labels do not fit the anchors" } };
    }
    const open = labels.filter((label) => label === null).length;
    return open === 0
      ? { ready: true }
      : {
          ready: false,
          missing: { ko: `${open}개 더 이름표를 붙여요`, en: open === 1 ? "Label 1 more anchor" : `Label ${open} more anchors` },
        };
  },
  grade({ view: instance }, { labels }) {
    const truth = labelAll(instance);
    const count = instance.objects.length;
    const parts = truth.matches.map((match, a): Part => {
      const label = labels[a] ?? null;
      const correct = label === match;
      return {
        id: `anchor-${a}`,
        label: { ko: `앵커 ${letter(a)}`, en: `Anchor ${letter(a)}` },
        correct,
        earned: correct ? 1 : 0,
        total: 1,
        note: correct ? undefined : reasonOf(truth, a, count),
      };
    });
    const same = (other: Answer) => other.labels.every((label, a) => label === labels[a]);
    const all = { labels: truth.matches };
    const earned = pointsOf(truth.matches, { labels });
    return {
      earned,
      total: parts.length,
      parts,
      steps: stepsOf(instance, truth),
      misconceptions: same(all) ? [] : believersOf(beliefs, instance, same),
      summary: summaryOf(truth, parts, earned),
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view: { objects, anchors } }) => ({ a: objects.flatMap(({ box }) => [...box]), b: anchors.flatMap((box) => [...box]) }),
});

function summaryOf({ matches, maxIou }: Labels, parts: readonly Part[], earned: number): Text {
  const right = parts.filter(({ correct }) => correct).length;
  // Why the points are fewer than the right labels.
  const taken: Text =
    earned === right
      ? { ko: "", en: "" }
      : {
          ko: ` 틀린 이름표 하나가 맞은 이름표 ${PENALTY}개를 지워서 ${earned > 0 ? `${earned}개만 점수가 돼요` : "점수가 남지 않아요"}.`,
          en: ` Each wrong label takes ${PENALTY} right ones away, so ${earned > 0 ? `only ${earned} of ${matches.length} ${earned === 1 ? "counts" : "count"}` : "no points are left"}.`,
        };
  const positives = matches.filter((match) => match >= 0).length;
  const rescued = matches.filter((match, a) => match >= 0 && maxIou[a] < POSITIVE).length;
  const ignored = matches.filter((match) => match === IGNORED).length;
  return {
    ko: `${matches.length}개 가운데 ${right}개를 맞혔어요.${taken.ko} 양성은 ${positives}개${rescued > 0 ? `(그중 ${rescued}개는 어떤 물체에게 가장 좋은 앵커라서)` : ""}, 무시는 ${ignored}개예요.`,
    en: `${right} of ${matches.length} right.${taken.en} ${positives} positive${rescued > 0 ? ` (${rescued} of them as the best anchor of an object)` : ""}, ${ignored} ignored.`,
  };
}
