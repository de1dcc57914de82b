import type { HintLadder } from "@/lib/challenges/contract";
import { josa, num } from "@/lib/words";
import { mined, type Answer, type View } from "./instance";
import { measureOf, roomText, shown } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: () => ({
    ko: "배경 상자가 너무 많아서 모두 배우지는 않아요. 물체 상자의 수에 맞춰, 많이 틀린 배경만 골라 배워요.",
    en: "There is far too much background to learn from all of it. Only what the network gets most wrong is taught, in proportion to the boxes of objects.",
  }),
  rule: ({ ratio, shows }) => ({
    ko: `먼저 양성을 세어 ${josa(num(ratio), "을/를")} 곱해요. 그만큼의 음성을, ${shows === "p" ? "확률이 작은 것부터" : "손실이 큰 것부터"} 골라요. 양성은 고르지 않아요.`,
    en: `Count the positives and multiply by ${num(ratio)}. Take that many negatives, ${shows === "p" ? "the smallest probability" : "the largest loss"} first. Positives are not chosen.`,
  }),
  step({ view }) {
    const [number] = mined(view);
    const { value } = view.boxes[number - 1];
    const measure = measureOf(view);
    return {
      text: {
        ko: `남을 음성은 ${roomText(view)}개예요. 가장 어려운 것은 ${num(number)}번, ${josa(measure.ko, "이/가")} ${josa(shown(value), "이에요/예요")}.`,
        en: `There is room for ${roomText(view)}. The hardest negative is box ${num(number)}, with a ${measure.en} of ${shown(value)}.`,
      },
      answer: { kept: [number] },
    };
  },
};
