import type { HintLadder } from "@/lib/challenges/contract";
import { josa, list, ordinal } from "@/lib/words";
import { momentsOf, type Answer, type View } from "./instance";
import { measureWords, pairWords, sumOf } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ merges }) =>
    merges === 1
      ? { ko: "다음에 하나로 합쳐질 두 영역을 골라요.", en: "Choose the two regions that become one next." }
      : {
          ko: "합칠 두 영역을 고르고, 합쳐진 그림에서 다시 골라요. 한 번 어긋나면 그 뒤로는 다른 영역이라 점수가 되지 않아요.",
          en: "Choose two regions, merge them, and choose again in the picture that is left. After a wrong merge the regions are others, so nothing after it counts.",
        },
  rule: ({ measures, merges }) => ({
    ko: `닿아 있는 짝만 견줘요. 짝마다 ${josa(measureWords(measures, "ko"), "을/를")} ${measures.length > 1 ? "더해서 합이" : "재서 값이"} 가장 큰 둘이 합쳐져요.${merges > 1 ? " 합쳐진 영역은 크기도 색도 새로워서, 이웃과의 값을 다시 재요." : ""}`,
    en: `Only pairs that touch are compared. The pair with the largest ${measures.length > 1 ? `sum of ${measureWords(measures, "en")}` : "colour value"} merges.${merges > 1 ? " The new region has a size and colours of its own, so its values are worked out anew." : ""}`,
  }),
  step({ view }) {
    const [{ pairs }] = momentsOf(view);
    const [best] = pairs;
    if (view.merges > 1)
      return {
        text: {
          ko: `${ordinal(1, "ko")} 합치기는 ${josa(pairWords(best.pair).ko, "이에요/예요")}: ${sumOf(best, view.measures)}.`,
          en: `The first merge is ${pairWords(best.pair).en}: ${sumOf(best, view.measures)}.`,
        },
        answer: { merges: [best.pair, []] },
      };
    // The one of the two with fewer neighbours leaves fewer pairs to compare.
    const around = (name: string) =>
      pairs.flatMap(({ pair }) => (pair.includes(name) ? pair.filter((other) => other !== name) : [])).sort();
    const [name] = [...best.pair].sort((a, b) => around(a).length - around(b).length);
    return {
      text: {
        ko: `둘 중 하나는 ${josa(name, "이에요/예요")}. ${josa(name, "과/와")} 닿은 영역은 ${josa(list(around(name), "ko"), "이에요/예요")}.`,
        en: `One of the two is ${name}. It touches ${list(around(name), "en")}.`,
      },
      answer: { merges: [[name]] },
    };
  },
};
