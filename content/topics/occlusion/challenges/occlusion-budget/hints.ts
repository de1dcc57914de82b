import type { HintLadder } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";
import { josa, letter, num } from "@/lib/words";
import { placeName } from "./grading";
import { alongSide, rightDesign, rightPlaces, type Answer, type Truth, type View } from "./instance";
import { dropSaid, logit } from "./words";

const ASKED: Readonly<Record<View["task"], Text>> = {
  single: { ko: "맵은 점수가 아니라 감소를 보여 줘요.", en: "The map shows drops, not scores." },
  mean: {
    ko: "블록마다 그것을 덮은 조각만 모아서 감소의 평균을 내요.",
    en: "For each block, take only the patches that cover it, and the mean of their drops.",
  },
  both: { ko: "한 색에서만 뜨거운 곳은 답이 아니에요.", en: "A place that is hot under one colour alone does not count." },
  design: {
    ko: "조각의 크기, 끝까지 덮이는지, 몇 번인지를 함께 지켜야 해요.",
    en: "Size of the patch, reaching the border, and number of passes have to fit together.",
  },
  joint: { ko: "하나씩 잰 감소는 더해지지 않아요. 짝의 감소를 보세요.", en: "Single drops do not add up. Look at the pairs." },
};
const RULE: Readonly<Record<View["task"], Text>> = {
  single: {
    ko: "로짓이 낮을수록 감소가 커요. 가장 낮은 칸부터 세요.",
    en: "The lower the logit, the larger the drop. Count from the lowest cell.",
  },
  mean: {
    ko: "모서리 블록은 조각 하나, 가장자리는 둘, 안쪽은 넷이 덮어요.",
    en: "One patch covers a corner block, two an edge block, four a block inside.",
  },
  both: {
    ko: "칸마다 두 로짓 가운데 큰 쪽을 남기고, 그것이 가장 낮은 칸을 찾아요.",
    en: "Keep the larger of a cell’s two logits, and find the cells where that is lowest.",
  },
  design: {
    ko: "한 변의 곳 수는 (변 − 조각) ÷ 보폭 + 1이고, 나누어떨어져야 끝까지 덮여요. 전체는 그 제곱이에요.",
    en: "Places along a side: (side − patch) ÷ stride + 1, which must come out even to reach the border. In all there are as many squared.",
  },
  joint: {
    ko: "셋의 감소는 대략 세 짝의 감소를 더하고 하나씩 잰 감소 셋을 뺀 값이에요.",
    en: "The drop of three is roughly that of its three pairs added up, less its three single drops.",
  },
};

export const hints: HintLadder<View, Truth, Answer> = {
  asked: ({ task }) => ASKED[task],
  rule: ({ task }) => RULE[task],
  step({ view, truth }) {
    if (view.task === "design") {
      const right = rightDesign(view);
      const patch = right?.patch ?? view.largest;
      const along = alongSide(view.side, patch, right?.stride ?? patch);
      return {
        text: {
          ko: `조각 ${patch}픽셀이면 한 변에 ${along}곳까지 놓을 수 있어요: ${along} × ${along} = ${num(along * along)}.`,
          en: `With a patch of ${patch} pixels there is room for ${along} places along a side: ${along} × ${along} = ${num(along * along)}.`,
        },
        answer: { places: [], patch, stride: null },
      };
    }
    const [first] = rightPlaces(view, truth);
    const { ko, en } = placeName(view, first);
    const said = dropSaid(view, first);
    return {
      text:
        view.task === "joint"
          ? {
              ko: `${josa(letter(first), "은/는")} 셋 가운데 하나예요. 하나만 가리면 ${logit(view.value - view.scores[first])}.`,
              en: `${letter(first)} is one of the three. Alone its drop is ${logit(view.value - view.scores[first])}.`,
            }
          : { ko: `${josa(ko, "은/는")} 답이에요. ${said.ko}`, en: `${en} is one of them. ${said.en}` },
      answer: { places: [first], patch: null, stride: null },
    };
  },
};
