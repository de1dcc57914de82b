import type { HintLadder } from "@/lib/challenges/contract";
import { costsOf, truthOf, type Answer, type View } from "./instance";
import { reasonOf, sumText } from "./words";
import { letter } from "@/lib/words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ shown }) => ({
    ko: `물체마다 다른 질의를 하나씩 이어요. 이은 짝들의 비용을 더한 합이 가장 작아야 해요.${shown === "parts" ? " 표에는 비용을 이루는 세 수가 적혀 있어요." : ""}`,
    en: `Give each object a query of its own so that the costs of the pairs add up to as little as possible.${shown === "parts" ? " The table has the three numbers that a cost is made of." : ""}`,
  }),
  rule: ({ shown }) => ({
    ko: `두 물체가 한 질의를 원하면, 양보했을 때 비용이 덜 늘어나는 쪽이 양보해요. 양보한 물체가 셋째 물체의 질의를 원하면 거기서 또 물어요.${shown === "parts" ? " L1에는 5, GIoU에는 2를 곱해요." : ""}`,
    en: `Where two objects want one query, the one gives way whose cost grows less by it. If it then wants a third object's query, ask there again.${shown === "parts" ? " L1 counts five times, GIoU twice." : ""}`,
  }),
  step({ view }) {
    const truth = truthOf(view);
    const costs = costsOf(view);
    // An object that has to give way shows most.
    const told = Math.max(
      0,
      truth.findIndex((query, object) => costs[object][query] > Math.min(...costs[object])),
    );
    const { ko, en } = reasonOf(view, told);
    const sum = sumText(view, truth[told], told);
    return {
      text: { ko: `${ko} ${letter(told)}: ${sum}`, en: `${en} ${letter(told)}: ${sum}` },
      answer: { query: truth.map((query, object) => (object === told ? query : null)) },
    };
  },
};
