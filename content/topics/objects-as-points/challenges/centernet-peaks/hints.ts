import type { HintLadder } from "@/lib/challenges/contract";
import { josa } from "@/lib/words";
import { neighboursOf, topOf, truthOf, valueOf, type Answer, type View } from "./instance";
import { peakName, rulesOf, shown } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ maps, keep, decode }) => ({
    ko: `CenterNet은 히트맵에서 봉우리만 물체로 봐요. ${maps.length > 1 ? "지도 두 장에서 " : ""}봉우리인 칸에 표시해 보세요.${keep === null ? "" : " 다 남는 것은 아니에요."}${decode ? " 상자도 하나 놓아요." : ""}`,
    en: `CenterNet takes nothing but the peaks of a heat map for objects. Mark the peaks${maps.length > 1 ? " of both maps" : ""}.${keep === null ? "" : " Not all of them stay."}${decode ? " Place a box as well." : ""}`,
  }),
  rule(view) {
    const { ko, en } = rulesOf(view);
    const box = view.decode
      ? {
          ko: ` 가운데는 (열 + 오프셋) × ${view.decode.stride}, 크기는 칸 수 × ${view.decode.stride}픽셀이에요.`,
          en: ` The centre is at (column + offset) × ${view.decode.stride}, the size is cells × ${view.decode.stride} pixels.`,
        }
      : { ko: "", en: "" };
    return { ko: `${ko} 모서리로 닿는 칸도 이웃이에요.${box.ko}`, en: `${en} Cells that touch at a corner are neighbours, too.${box.en}` };
  },
  step({ view }) {
    const top = topOf(view);
    const name = peakName(view, top);
    const value = shown(valueOf(view, top));
    const around = neighboursOf(view, top).length;
    return {
      text: {
        ko: `가장 큰 값은 ${name.ko}의 ${josa(value, "이에요/예요")}. 이웃 ${around}칸이 모두 그보다 작으니 봉우리예요. 이제 다른 칸도 이렇게 견줘 보세요. 봉우리는 모두 ${truthOf(view).length}개 남아요.`,
        en: `The largest value is ${value}: ${name.en.toLowerCase()}. All of its ${around} neighbours are smaller, so it is a peak. Compare other cells alike; ${truthOf(view).length} peaks are left in all.`,
      },
      answer: { peaks: [top], box: null },
    };
  },
};
