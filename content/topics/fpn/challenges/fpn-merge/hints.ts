import type { HintLadder } from "@/lib/challenges/contract";
import { valuesOf, type Answer, type View } from "./instance";
import { askedName, reasonOf } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ laterals }) =>
    laterals.length === 1
      ? {
          ko: "글자가 적힌 칸마다, 위에서 내려온 값과 옆의 값을 찾아 더해요.",
          en: "For each cell with a letter, find what comes down to it and what lies beside it, and add them.",
        }
      : {
          ko: "한 층씩 내려가요. 위 두 층을 먼저 더하고, 그 합이 다시 아래로 내려와요.",
          en: "Go down level by level: add the upper two first; that sum then comes down further.",
        },
  rule: ({ weights }) => ({
    ko: `위의 한 칸은 아래의 2×2칸에 똑같이 베껴져요.${weights === null ? "" : " 옆의 지도는 먼저 채널마다 무게를 곱해 더해요."} 그리고 같은 자리의 값을 그대로 더해요.`,
    en: `A cell above is copied to 2×2 cells below.${weights === null ? "" : " The lateral map first has its channels multiplied by their weights and added."} Then what lies at the same place is added.`,
  }),
  step({ view }) {
    const [first] = valuesOf(view);
    const [name, reason] = [askedName(view, 0), reasonOf(view, 0)];
    return {
      text: { ko: `${name.ko}. ${reason.ko}`, en: `${name.en}. ${reason.en}` },
      answer: { values: view.asked.map((_, i) => (i === 0 ? first : null)) },
    };
  },
};
