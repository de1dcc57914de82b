import type { HintLadder } from "@/lib/challenges/contract";
import { iou } from "@/lib/engine/boxes";
import { josa, num } from "@/lib/words";
import { funnel, rulesOf, shorterSide, type Answer, type View } from "./instance";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ shown }) => ({
    ko: `깔때기를 끝까지 지나 남는 상자를 모두 골라요. 물체마다 하나일 까닭은 없어요. ${shown ? "그림을 ‘옮겨 간 상자’로 바꾸면 앵커가 어디로 갔는지 보여요." : "‘IoU를 재요’로 두 상자를 누르면 옮겨 간 상자가 보여요."}`,
    en: `Choose every box that is left at the funnel's end; there may be several an object. ${shown ? "Switch the picture to “Decoded boxes” to see where the anchors have gone." : "Under “measures IoU” the boxes that you tap are drawn where they have gone."}`,
  }),
  rule: ({ before, smallest, threshold }) => ({
    ko: `${before === null ? "" : `점수가 높은 ${before}개 밖은 겹치지 않아도 떨어져요. `}${smallest === null ? "" : `옮겨 간 상자의 짧은 변이 ${smallest}픽셀보다 짧으면 점수와 상관없이 떨어져요. `}남은 것을 점수 순으로 보며, 이미 남긴 상자와 IoU가 ${threshold}보다 크면 지워요. IoU는 앵커가 아니라 옮겨 간 상자로 재요.`,
    en: `${before === null ? "" : `What is not among the best ${before} by score is out, even if it overlaps nothing. `}${smallest === null ? "" : `A decoded box whose shorter side is below ${smallest} pixels falls whatever its score. `}Go through the rest by score and drop what overlaps a kept box by an IoU above ${threshold}. IoUs are those of decoded boxes, not of anchors.`,
  }),
  // What falls that looked safe: too small, beyond the limit, or dropped by the box that drops most.
  step({ view }) {
    const { small, entered, rounds } = funnel(view, rulesOf(view));
    const falls = (round: (typeof rounds)[number]) =>
      round.compared.filter(({ suppressed }) => suppressed).map(({ index }) => entered[index]);
    const most = rounds.reduce((a, b) => (falls(b).length > falls(a).length ? b : a));
    const by = entered[most.picked];
    const fallen = falls(most)[0];
    const tiny = small[0];
    const kept = { keep: [by.id] };
    if (!fallen)
      return {
        text: {
          ko: `상자 ${josa(by.id, "은/는")} 남아요${tiny ? `. ${josa(tiny.id, "은/는")} 짧은 변이 ${shorterSide(tiny.box)}픽셀이라 떨어져요` : ""}.`,
          en: `Box ${by.id} stays${tiny ? `; ${tiny.id}, whose shorter side is ${shorterSide(tiny.box)} pixels, falls` : ""}.`,
        },
        answer: kept,
      };
    const [boxes, anchors] = [iou(by.box, fallen.box), iou(by.anchor, fallen.anchor)].map((value) => num(value, 2));
    return {
      text: {
        ko: `앵커 ${josa(by.id, "과/와")} ${fallen.id}의 IoU는 ${anchors}, 옮겨 간 상자끼리는 ${boxes}. 그래서 ${josa(by.id, "은/는")} 남고 ${josa(fallen.id, "은/는")} 지워져요.`,
        en: `The anchors of ${by.id} and ${fallen.id} have an IoU of ${anchors}, their decoded boxes ${boxes}: ${by.id} stays and ${fallen.id} falls.`,
      },
      answer: kept,
    };
  },
};
