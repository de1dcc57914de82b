import { selection } from "@/lib/challenges/answers";
import { countBand } from "@/lib/challenges/band";
import { defineChallenge } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { josa, num } from "@/lib/words";
import { generate, MARGIN, slackOf } from "./draw";
import { judged } from "./grading";
import { hints } from "./hints";
import { cellsOf, rightDesign, rightPlaces, type Answer, type Truth, type View } from "./instance";
import { rivals } from "./rivals";
import { stepsOf, type Step } from "./steps";
import { FILL_WORDS, logit } from "./words";

export type { Answer, View } from "./instance";

const MISSING: Text = { ko: "조각과 보폭을 정해요", en: "Set patch and stride" };

function promptOf(view: View): Text {
  if (view.task === "design") {
    const { side, budget, smallest, largest } = view;
    return {
      ko: `${side}×${side} 그림을 조각으로 가리며 훑어요. 조각은 ${smallest}–${largest}픽셀, 모든 픽셀이 한 번은 가려져야 하고, 가린 그림은 ${josa(num(budget), "을/를")} 넘을 수 없어요. 이 조건에서 보폭을 가장 작게 해 보세요.`,
      en: `A patch is slid over a ${side}×${side} picture. It may be ${smallest}–${largest} pixels wide, every pixel has to be covered once at least, and there may be no more than ${num(budget)} hidden pictures. Within that, make the stride as small as you can.`,
    };
  }
  const { label, value, count, other } = view;
  const name = CLASS_NAMES[VOC_CLASSES[label]];
  const asked: Record<typeof view.task, Text> = {
    single: {
      ko: `회색 조각(16픽셀, 보폭 16)으로 한 곳씩 가렸을 때의 로짓이 칸에 있어요. 맵에서 가장 뜨거운 ${count}곳을 골라요.`,
      en: `Each cell has the logit with a grey patch there (16 pixels, stride 16). Mark the ${count} hottest places of the map.`,
    },
    mean: {
      ko: `그림의 40×40 부분만 회색 조각(16픽셀, 보폭 8)으로 아홉 번 가렸고, 그때의 로짓이 표에 있어요. 맵에서 가장 뜨거운 8픽셀 블록 ${count}개를 골라요. 맵의 값은 블록을 덮은 조각들의 평균 감소예요.`,
      en: `On a piece of 40×40 pixels a grey patch (16 pixels, stride 8) was put nine times; the table has the logits. Mark the ${count} hottest blocks of 8 pixels. The map’s value is the mean drop over the patches that cover a block.`,
    },
    both: {
      ko: `그림의 80×80 부분이에요. 칸의 위는 회색, 아래는 ${FILL_WORDS[other ?? "grey"].ko} 조각(16픽셀, 보폭 16)으로 가렸을 때의 로짓이에요. 어느 색으로 가려도 뜨거운 ${count}곳, 곧 둘 가운데 작은 감소가 가장 큰 곳을 골라요.`,
      en: `A part of 80×80 pixels. In each cell: the logit under a grey patch, below it under ${other === "mean" ? "one of the picture’s mean colour" : `a ${FILL_WORDS[other ?? "grey"].en} one`} (16 pixels, stride 16). Mark the ${count} places that are hot under both: where the smaller of the two drops is largest.`,
    },
    joint: {
      ko: `조각 A–F로 하나씩, 둘씩 가렸을 때의 감소가 표에 있어요(회색, 16픽셀). 셋을 한꺼번에 가려 점수를 가장 많이 떨어뜨리려면 어느 셋일까요?`,
      en: `The table has the drops with one or two of the patches A–F in place (grey, 16 pixels). Which three, all at once, make the score fall most?`,
    },
  };
  const { ko, en } = asked[view.task];
  return {
    ko: `“${name.ko}”의 로짓은 가리지 않으면 ${josa(logit(value), "이에요/예요")}. 감소 = 가리지 않은 로짓 − 가린 로짓. ${ko}`,
    en: `The logit of “${name.en}” is ${logit(value)} without a patch, and drop = that − the logit under a patch. ${en}`,
  };
}

/** Reads a map of drops, and plans one. */
export const challenge = defineChallenge<View, Truth, Answer, Step>({
  kind: "occlusion-budget",
  topic: "occlusion",
  version: 1,
  title: { ko: "가리기의 예산", en: "Occlusion on a budget" },
  skill: { ko: "가린 점수를 읽고 가리기를 계획해요", en: "Read hidden scores and plan an occlusion map" },
  answerSchema: z.strictObject({
    places: selection.schema(z.number().int().min(0).max(48), 49),
    patch: z.number().int().min(0).max(64).nullable(),
    stride: z.number().int().min(1).max(64).nullable(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,
  band: {
    measure: { ko: "고를 곳", en: "places to mark" },
    of: ({ view }) => (view.task === "design" ? countBand(view.budget, 100) : countBand(view.count, 1)),
  },

  generate,
  prompt: promptOf,
  empty: () => ({ places: selection.empty, patch: null, stride: null }),
  hints,
  solve({ view, truth }) {
    if (view.task !== "design") return { places: rightPlaces(view, truth), patch: null, stride: null };
    const right = rightDesign(view);
    return { places: [], patch: right?.patch ?? null, stride: right?.stride ?? null };
  },
  check: (view, { places, patch, stride }) =>
    view.task === "design"
      ? patch === null || stride === null
        ? { ready: false, missing: MISSING }
        : { ready: true }
      : selection.check(cellsOf(view), places, { least: view.count, most: view.count }),
  grade(instance, answer) {
    const { view, truth } = instance;
    const points = judged(view, truth, answer);
    const whole = points.earned === points.total;
    const mine = JSON.stringify([[...answer.places].sort((a, b) => a - b), answer.patch, answer.stride]);
    const hits = points.parts.filter(({ earned }) => earned > 0).length;
    return {
      ...points,
      steps: stepsOf(instance, answer),
      misconceptions: whole
        ? []
        : believersOf(rivals.beliefs, view, ({ places, patch, stride }) => JSON.stringify([places, patch, stride]) === mine),
      summary:
        view.task === "design"
          ? whole
            ? { ko: "조건을 모두 지키는 가장 촘촘한 계획이에요.", en: "The finest plan that keeps all the conditions." }
            : { ko: `조건 네 가지 가운데 ${hits}가지를 지켰어요.`, en: `${hits} of the 4 conditions are kept.` }
          : { ko: `${view.count}곳 가운데 ${hits}곳이 맞아요.`, en: `${hits} of ${view.count} places are right.` },
    };
  },
  slack: slackOf,
});
