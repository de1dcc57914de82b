import type { HintLadder } from "@/lib/challenges/contract";
import { josa, letter, num } from "@/lib/words";
import { highest, POSITIVE, RATIO, bestOfMaps, truthOf, type Answer, type View } from "./instance";
import { reasonOf } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ asks }) => ({
    ko:
      asks === "best"
        ? "지도마다 기본 상자의 크기가 정해져 있어요. 물체와 크기와 모양이 가장 닮은 상자가 어느 지도에 있는지 찾아요."
        : "학습할 때 물체의 정답을 배울 기본 상자가 어느 지도에 있는지 모두 찾아요. 한 물체가 여러 지도에 있을 수 있어요.",
    en:
      asks === "best"
        ? "Each map has default boxes of its own size. Find the map with the box that is most like the object in size and shape."
        : "Find all maps with default boxes that are taught this object. One object may be on several maps.",
  }),
  rule: ({ asks }) => ({
    ko:
      asks === "best"
        ? "칸이 촘촘한 지도의 상자는 작고, 성긴 지도의 상자는 커요. 긴 물체는 긴 변이나 짧은 변 하나가 아니라 넓이와 모양을 함께 봐요."
        : `IoU가 0.5 이상인 상자는 모두 양성이에요. 그런 상자가 없는 물체도 가장 잘 겹치는 상자 하나는 가져요.${asks === "count" ? ` 양성을 모두 세어 ${josa(num(RATIO), "을/를")} 곱해요.` : ""}`,
    en:
      asks === "best"
        ? "A map of many cells has small boxes, one of few cells large ones. Judge a long object by area and shape together, not by one side."
        : `All boxes from an IoU of 0.5 on are positive. An object without any still has its best box.${asks === "count" ? ` Count all positives and multiply by ${RATIO}.` : ""}`,
  }),
  step({ view }) {
    const { maps } = truthOf(view);
    // Where several maps are asked for, an object that no box overlaps by half shows most.
    const poor = bestOfMaps(view).findIndex((best) => best[highest(best)] < POSITIVE);
    const told = view.asks === "best" ? 0 : Math.max(0, poor);
    const { ko, en } = reasonOf(view, told);
    return {
      text: { ko: `물체 ${letter(told)}부터 봐요. ${ko}`, en: `Begin with ${letter(told)}. ${en}` },
      answer: { maps: maps.map((each, i) => (i === told ? each : null)), kept: null },
    };
  },
};
