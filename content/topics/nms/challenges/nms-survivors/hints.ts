import type { HintLadder } from "@/lib/challenges/contract";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { josa, list, type Locale } from "@/lib/words";
import { traceOf, type Answer, type Instance } from "./instance";

export const hints: HintLadder<Instance, null, Answer> = {
  asked: () => ({
    ko: "NMS가 다 끝난 뒤에도 남아 있는 상자를 모두 골라요. 지워질 상자를 고르면 찾은 상자에서 하나씩 깎여요.",
    en: "Choose every box that is still there once NMS has finished. Each chosen box that falls cancels one you found.",
  }),
  rule: ({ threshold, boxes }) => {
    const several = new Set(boxes.map(({ cls }) => cls)).size > 1;
    return {
      ko: `점수가 가장 높은 상자를 남기고, 그 상자와 잰 IoU가 ${threshold}보다 큰 상자를 지워요. 그다음 남은 상자 가운데 점수가 가장 높은 것으로 되풀이해요. 이미 지워진 상자는 아무것도 지우지 못해요.${several ? " 클래스가 다르면 서로 지우지 않아요." : ""}`,
      en: `Keep the box with the best score and drop every box whose IoU with it is above ${threshold}. Go on with the best of those that are left. A box that has fallen drops nothing.${several ? " Boxes of different classes never drop each other." : ""}`,
    };
  },
  // The round that shows most: whose box suppresses the most others, the first among equals.
  step({ view }) {
    const { boxes } = view;
    const falls = (round: ReturnType<typeof traceOf>[number]) => round.compared.filter(({ suppressed }) => suppressed);
    const round = traceOf(view).reduce((most, next) => (falls(next).length > falls(most).length ? next : most));
    const { id, cls, score } = boxes[round.picked];
    const fallen = (locale: Locale) =>
      list(
        falls(round).map(({ index, iou }) => `${boxes[index].id}(IoU ${iou.toFixed(2)})`.replace("(", locale === "ko" ? "(" : " (")),
        locale,
      );
    const none = falls(round).length === 0;
    return {
      text: {
        ko: `그때까지 남은 ${CLASS_NAMES[cls].ko} 상자 가운데 ${id}의 점수(${score.toFixed(2)})가 가장 높아서 살아남아요. ${none ? `${josa(id, "과/와")} 임계값보다 많이 겹치는 상자는 없어요.` : `${josa(id, "과/와")} 많이 겹치는 ${josa(fallen("ko"), "은/는")} 지워져요.`}`,
        en: `Of the ${CLASS_NAMES[cls].en} boxes that are left by then, ${id} has the best score (${score.toFixed(2)}) and survives. ${none ? `No box overlaps ${id} by more than the threshold.` : `It overlaps ${fallen("en")} by more than the threshold: dropped.`}`,
      },
      answer: { keep: [id] },
    };
  },
};
