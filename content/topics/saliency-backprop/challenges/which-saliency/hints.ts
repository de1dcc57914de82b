import type { HintLadder } from "@/lib/challenges/contract";
import { levelOf, type Answer, type Truth, type View } from "./instance";
import { NAME, namesOf, reasonOf } from "./words";
import { josa } from "@/lib/words";
import type { Method } from "./recording";

/** The method that is easiest to name, for the last hint. */
const EASIEST: readonly Method[] = ["grad-cam", "times-input"];

export const hints: HintLadder<View, Truth, Answer> = {
  asked: (view) => ({
    ko: `맵마다 이름이 하나씩이에요: ${namesOf(view).ko}. 가장 뚜렷한 맵부터 이름을 붙이고 남은 것끼리 견줘요.`,
    en: `Each map has one of these names: ${namesOf(view).en}. Name the plainest first, then compare what is left.`,
  }),
  rule: (view) => {
    if (levelOf(view) > 3)
      return {
        ko: `역전파 한 번이면 평균한 것이 아니에요. 입력을 곱한 맵은 회색 픽셀(입력 0)에서 0에 가까워요.${levelOf(view) === 5 ? " 이 신경망의 적분 기울기라면 합이 점수 차이와 맞아요." : ""}`,
        en: `One pass back averages nothing. A map multiplied by the input is near 0 at the grey pixel, where the input is 0.${levelOf(view) === 5 ? " Integrated gradients of this very network add up to the difference of the scores." : ""}`,
      };
    const extra = {
      1: { ko: "", en: "" },
      2: { ko: " deconvnet은 바탕까지 퍼져요.", en: " The deconvnet spreads over the ground." },
      3: { ko: " 신경망을 보지 않으면 두 클래스의 맵이 똑같아요.", en: " Without a network the maps for both classes are the same." },
    }[levelOf(view) as 1 | 2 | 3];
    return {
      ko: `Grad-CAM은 칸이 크고, 유도 역전파는 두 물체의 윤곽을, Guided Grad-CAM은 고른 물체의 윤곽만 그려요. 기울기 그대로인 현저성은 먼지처럼 흩어져요.${extra.ko}`,
      en: `Grad-CAM is coarse, guided backprop draws both objects' outlines, Guided Grad-CAM only those of the one asked for. Saliency, the plain gradient, is dust.${extra.en}`,
    };
  },
  step({ view, truth }) {
    const i = truth.names.findIndex((name) => EASIEST.includes(name));
    const [map, name] = [view.maps[i], truth.names[i]];
    const reason = reasonOf(view, map, name);
    return {
      text: {
        ko: `맵 ${josa(map.id, "은/는")} ${josa(NAME[name].ko, "이에요/예요")}. ${reason.ko}`,
        en: `Map ${map.id} is ${NAME[name].en}. ${reason.en}`,
      },
      answer: { names: truth.names.map((each, k) => (k === i ? each : null)) },
    };
  },
};
