import type { HintLadder } from "@/lib/challenges/contract";
import { josa } from "@/lib/words";
import { type Answer, traceOf, type View } from "./instance";
import { cutLogit, pairName, reasonOf, rulesOf } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ suppress }) => ({
    ko: `한 짝은 앵커 하나와 클래스 하나예요. 칸마다 따로 예, 아니요를 정해요. 한 앵커에서 두 짝이 ${suppress ? "검출될" : "남을"} 수도 있고 하나도 없을 수도 있어요.`,
    en: `A pair is one anchor and one class. Each cell gets a yes or no of its own: an anchor may ${suppress ? "end as two detections" : "have two pairs that stay"}, or none.`,
  }),
  rule: (view) => {
    const { ko, en } = rulesOf(view);
    const bound = cutLogit(view.cut);
    return {
      ko: `${ko} 시그모이드는 σ(x) = 1 ÷ (1 + e⁻ˣ)이고, 로짓 ${bound}에서 ${josa(String(view.cut), "이/가")} 돼요. 그보다 큰 로짓만 보면 돼요.`,
      en: `${en} The sigmoid σ(x) = 1 ÷ (1 + e⁻ˣ) reaches ${view.cut} at a logit of ${bound}: larger logits are all that matter.`,
    };
  },
  // A pair that falls shows most; the answer begins with the highest one, which always stays.
  step({ view }) {
    const { hot, found } = traceOf(view);
    const best = found.reduce((a, b) => (b.p > a.p ? b : a));
    const fallen = hot.find((pair) => !found.some(({ id }) => id === pair.id));
    const say = (pair: typeof best) => ({ name: pairName(view, pair), why: reasonOf(view, pair.row, pair.k) });
    const [first, then] = [say(best), fallen ? say(fallen) : null];
    return {
      text: {
        ko: `${first.name.ko}: ${first.why.ko}${then ? ` 그런데 ${then.name.ko}: ${then.why.ko}` : ""}`,
        en: `${first.name.en}: ${first.why.en}${then ? ` But ${then.name.en}: ${then.why.en}` : ""}`,
      },
      answer: { pairs: [best.id] },
    };
  },
};
