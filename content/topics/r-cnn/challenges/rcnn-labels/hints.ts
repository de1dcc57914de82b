import type { HintLadder } from "@/lib/challenges/contract";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { josa, letter } from "@/lib/words";
import { overlapsOf, truthOf, type Answer, type View } from "./instance";
import { both, reasonOf, ruleOf, shown } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ cls, other, stages }) => {
    const { ko, en } = CLASS_NAMES[cls];
    return {
      ko: `상자마다 ${josa(ko, "을/를")} 배울 때 어떻게 쓰일지 정해요. 물체를 가르치면 양성, 물체가 아님을 가르치면 배경, 이번 학습에 쓰지 않으면 제외예요.${stages.length > 1 ? " 같은 상자라도 학습마다 이름표가 달라요." : ""}${other === null ? "" : ` SVM과 상자 회귀는 ${josa(ko, "과/와")}의 IoU만 봐요.`}`,
      en: `Say what each box is for when a ${en} is learnt: positive teaches the object, background teaches what is none, left out takes no part in this training.${stages.length > 1 ? " One box may have another label in each training." : ""}${other === null ? "" : ` SVM and box regressor look only at the IoU with a ${en}.`}`,
    };
  },
  rule: (view) => both(view.stages.map((stage) => ruleOf(view, stage))),
  step({ view }) {
    const truth = truthOf(view);
    const overlaps = overlapsOf(view);
    // A box that the stages treat differently shows most; with one stage, one that is neither far off nor a true box.
    const told = Math.max(
      0,
      overlaps.findIndex(({ own }) => own >= 0.5 && own < 1),
    );
    const { own, other } = overlaps[told];
    const with2 = view.other === null ? "" : `, ${CLASS_NAMES[view.other].ko} ${shown(other)}`;
    const withEn = view.other === null ? "" : `, ${CLASS_NAMES[view.other].en} ${shown(other)}`;
    const reasons = both(view.stages.map((stage) => reasonOf(view, stage, overlaps[told])));
    return {
      text: {
        ko: `상자 ${josa(letter(told), "을/를")} 볼게요. IoU: ${CLASS_NAMES[view.cls].ko} ${shown(own)}${with2}. ${reasons.ko}`,
        en: `Take box ${letter(told)}. IoU: ${CLASS_NAMES[view.cls].en} ${shown(own)}${withEn}. ${reasons.en}`,
      },
      answer: { labels: truth.map((list) => list.map((label, box) => (box === told ? label : null))) },
    };
  },
};
