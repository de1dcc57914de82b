import type { HintLadder } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import { PART_NAMES, runsOf } from "../../pipeline";
import { truthOf, type Answer, type View } from "./instance";
import { reasonOf } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ sheets, batch }) => {
    const learnt = sheets.some(({ asks }) => asks === "learnt");
    const counted: Text = batch
      ? {
          ko: `그림마다 한 번 일하면 ${batch.pictures}번, 후보마다 일하면 그림마다 ${num(batch.proposals)}번씩이에요.`,
          en: `Once a picture makes ${batch.pictures}; once a proposal makes ${num(batch.proposals)} for each picture.`,
        }
      : {
          ko: "그림 한 장에 한 번 일하는지, 후보 하나하나마다 일하는지, 아예 없는지 골라요.",
          en: "Say whether a part works once for the picture, once for each proposal, or is not there.",
        };
    return {
      ko: `${counted.ko}${learnt ? " 배운다는 것은 학습이 정하는 가중치가 있다는 뜻이에요." : ""}`,
      en: `${counted.en}${learnt ? " Learnt means that it has weights which training sets." : ""}`,
    };
  },
  rule: () => ({
    ko: "차례로 물어보세요. 후보는 누가 내나요? 합성곱은 온 그림을 보나요, 잘라 낸 후보를 보나요? 후보는 그림에서 자르나요, 지도에서 자르나요? 누가 판정하나요? 후보가 갈라진 뒤의 일은 모두 후보마다예요.",
    en: "Ask in turn: who gives the proposals? Do the convolutions see the whole picture or each crop? Is it the picture that is cut, or the map? Who judges? All that comes after the proposals part is done for each of them.",
  }),
  step({ view }) {
    const truth = truthOf(view);
    // The first part that works at all.
    const told = view.parts.findIndex((part) => view.columns.some(({ pipeline }) => runsOf(pipeline, part) !== "none"));
    const part = view.parts[told];
    const reasons = view.columns.map((_, at) => reasonOf(view, at, part));
    return {
      text: {
        ko: `${PART_NAMES[part].ko}부터 볼게요. ${reasons.map(({ ko }) => ko).join(" · ")}`,
        en: `${PART_NAMES[part].en} first. ${reasons.map(({ en }) => en).join(" · ")}`,
      },
      answer: { labels: truth.map((list) => list.map((label, at) => (at === told ? label : null))) },
    };
  },
};
