import type { HintLadder } from "@/lib/challenges/contract";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { an, josa } from "@/lib/words";
import { matchesOf, perfect, type Answer, type View } from "./judging";
import { marksOf, reasonOf } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ cls, match, objects }) => {
    const { ko, en } = CLASS_NAMES[cls];
    const difficult = marksOf({ objects }).length > 2;
    return {
      ko: `먼저 ${josa(ko, "이/가")} 아닌 검출을 빼요. 남은 검출은 점수가 높은 것부터 두 가지만 확인해요. IoU가 ${match} 이상인 ${ko} 물체가 있나요? 그 물체를 앞의 검출이 이미 찾지는 않았나요? ${difficult ? "‘어려움’ 물체의 것이면 빼고 세요. " : ""}AP는 찾은 수가 아니라 찾아야 할 물체의 수로 나눠요.`,
      en: `Leave out what is no ${en} detection. Go through the others, best score first, with two questions: is there ${an(en)} that it overlaps with an IoU of ${match} or more, and has an earlier detection found that one already? ${difficult ? "Skip what finds a “difficult” object. " : ""}The AP is divided by the objects there are to find, not by those found.`,
    };
  },
  rule: ({ match, objects }) => ({
    ko: `같은 클래스의 물체와 IoU가 ${match} 이상이고 그 물체를 더 높은 점수로 찾은 검출이 없을 때만 TP예요. AP는 TP마다 ‘그 재현율 이상에서 가장 높은 정밀도’를 더해 찾아야 할 물체의 수로 나눠요. 놓친 물체도 그 수에 들어가요.${marksOf({ objects }).length > 2 ? " 어려운 물체는 그 수에 들어가지 않고, 그것을 찾은 검출은 없는 셈 쳐요." : ""}`,
    en: `A detection is a TP only if its IoU with an object of its class is ${match} or more and nothing with a better score has found that object. For the AP, add up at each TP the best precision at this recall or a later one, and divide by the objects to be found, missed ones included.${marksOf({ objects }).length > 2 ? " Difficult objects are not among these, and a detection that finds one is left out." : ""}`,
  }),
  step({ view }) {
    const right = perfect(view);
    // The first detection that is wrong, or not counted, is what the ranking turns on.
    const { ranked } = matchesOf(view);
    const at = Math.max(
      0,
      ranked.findIndex(({ verdict }) => verdict !== "true positive"),
    );
    const index = ranked[at].detection;
    const { id, score } = view.detections[index];
    const reason = reasonOf(view, index);
    return {
      text: {
        ko: `순위 ${at + 1}번째는 점수가 ${score.toFixed(2)}인 ${josa(id, "이에요/예요")}. ${reason.ko}`,
        en: `Number ${at + 1} of the ranking is ${id} (score ${score.toFixed(2)}): ${reason.en}`,
      },
      answer: {
        ranked: right.ranked.slice(0, at + 1),
        marks: view.detections.map((_, i) => (i === index ? right.marks[i] : null)),
        ap: null,
      },
    };
  },
};
