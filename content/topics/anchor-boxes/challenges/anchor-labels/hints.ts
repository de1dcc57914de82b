import type { HintLadder, HintStep } from "@/lib/challenges/contract";
import { IGNORED } from "@/lib/engine/match";
import { josa, letter } from "@/lib/words";
import { labelAll, NEGATIVE, POSITIVE, type Answer, type View } from "./labelling";
import { reasonOf } from "./reasons";

/** The label of one anchor and why: of one that the best-anchor rule saves, else of an ignored one, else of the first. */
function step(view: View): HintStep<Answer> {
  const truth = labelAll(view);
  const rescued = truth.matches.findIndex((match, a) => match >= 0 && truth.maxIou[a] < POSITIVE);
  const told = rescued >= 0 ? rescued : Math.max(0, truth.matches.indexOf(IGNORED));
  const reason = reasonOf(truth, told, view.objects.length);
  return {
    text: {
      ko: `앵커 ${josa(letter(told), "을/를")} 볼게요. ${reason.ko}`,
      en: `Take anchor ${letter(told)}. ${reason.en}`,
    },
    answer: { labels: view.anchors.map((_, a) => (a === told ? truth.matches[told] : null)) },
  };
}

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ objects }) => ({
    ko: `학습할 때 앵커마다 붙이는 이름표를 정해요. 물체를 배울 앵커는 양성, 배경을 배울 앵커는 음성, 애매해서 배우지 않을 앵커는 무시예요.${objects.length > 1 ? " 양성이면 어느 물체를 맡는지도 골라요." : ""}`,
    en: `Say what each anchor is for in training: positive learns an object, negative learns background, ignored is unclear and learns nothing.${objects.length > 1 ? " A positive one also needs its object." : ""}`,
  }),
  rule: ({ objects }) => ({
    ko: `가장 높은 IoU가 ${POSITIVE} 이상이면 양성, ${NEGATIVE}보다 낮으면 음성, 그 사이는 무시예요. 다만 물체마다 IoU가 가장 높은 앵커는 ${POSITIVE}에 못 미쳐도 양성이고, 똑같이 높은 앵커가 여럿이면 모두 양성이에요.${objects.length > 1 ? " 양성 앵커는 자기와 가장 많이 겹치는 물체를 맡아요." : ""}`,
    en: `Highest IoU of at least ${POSITIVE}: positive. Below ${NEGATIVE}: negative. In between: ignored. But each object's best anchor is positive even below ${POSITIVE}, and so are all that tie with it.${objects.length > 1 ? " A positive anchor belongs to the object it overlaps most." : ""}`,
  }),
  step: ({ view }) => step(view),
};
