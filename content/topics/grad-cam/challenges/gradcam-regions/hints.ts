import type { HintLadder, HintStep } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";
import { cellName, josa, num, percent } from "@/lib/words";
import { against, positive, ranked, SIDE } from "./cells";
import { alphaOf, type Answer, type Truth, type View } from "./instance";
import { askedName } from "./words";

/** The hottest cell, with where its heat comes from. */
function step({ view, truth }: { readonly view: View; readonly truth: Truth }): HintStep<Answer> {
  const cell = ranked(positive(truth.map))[0];
  const name = cellName(cell, SIDE);
  const answer: Answer = { hot: [cell], cold: [] };
  if (view.channels.length > 0) {
    const factor = (alpha: number) => (alpha < 0 ? `(${num(alpha)})` : num(alpha));
    const terms = view.channels.map((channel) => `${factor(alphaOf(channel))} × ${channel.tile[cell]}`).join(" + ");
    const sum = num(truth.map[cell]);
    return {
      text: {
        ko: `가장 뜨거운 칸은 ${josa(name.ko, "이에요/예요")}. 그 칸의 값은 ${terms} = ${josa(sum, "이에요/예요")}.`,
        en: `The hottest cell is ${name.en.toLowerCase()}. Its value is ${terms} = ${sum}.`,
      },
      answer,
    };
  }
  const share = truth.shares[0].adds[cell] / truth.map[cell];
  const part = percent(Math.abs(share));
  const hottest: Text = {
    ko: `가장 뜨거운 칸은 ${josa(name.ko, "이에요/예요")}. 가장 강한 채널 하나가 그 칸의 값의 ${josa(part, "을/를")} ${share < 0 ? "빼요" : "보태요"}.`,
    en: `The hottest cell is ${name.en.toLowerCase()}. The strongest channel alone ${share < 0 ? "takes away" : "adds"} ${part} of its value.`,
  };
  if (view.cold === 0) return { text: hottest, answer };
  const coldest = ranked(against(truth.map))[0];
  const low = cellName(coldest, SIDE);
  return {
    text: {
      ko: `${hottest.ko} 가장 차가운 칸은 ${josa(low.ko, "이에요/예요")}.`,
      en: `${hottest.en} The coldest cell is ${low.en.toLowerCase()}.`,
    },
    answer: { hot: [cell], cold: [coldest] },
  };
}

export const hints: HintLadder<View, Truth, Answer> = {
  asked: (view) => {
    const name = askedName(view);
    if (name === null)
      return {
        ko: "채널마다 값에 α를 곱해 칸별로 더했을 때 합이 가장 큰 칸들을 골라요. 합이 음수인 칸은 0이에요.",
        en: "Multiply each channel's values by its α, add them up cell by cell, and mark the cells with the largest sums. A negative sum counts as 0.",
      };
    return view.cold > 0
      ? {
          ko: `신경망이 ${josa(name.ko, "이라고/라고")} 말하게 하는 칸들과, 그렇게 말하지 못하게 말리는 칸들을 골라요.`,
          en: `Mark the cells that make the network say “${name.en}” and those that hold it back from saying so.`,
        }
      : {
          ko: `그림에서 신경망이 ${josa(name.ko, "이라고/라고")} 말하는 까닭이 되는 칸들을 골라요.`,
          en: `Mark the cells of the picture that make the network say “${name.en}”.`,
        };
  },
  rule: ({ channels, cold }) => {
    if (channels.length > 0)
      return channels[0].gradients === null
        ? {
            ko: "먼저 α가 큰 채널이 강하게 켜진 칸을 찾고, 거기서 α가 음수인 채널도 강하게 켜진 칸은 빼요. 더하기가 먼저, ReLU는 나중이에요.",
            en: "First find where the channels with a large α are strong, then drop cells where channels with a negative α are strong as well. The sum comes first, the ReLU after it.",
          }
        : {
            ko: "기울기 네 개를 먼저 평균해 채널마다 α 하나를 얻어요. 가장 큰 기울기도, 칸 옆의 기울기도 α가 아니에요. 그다음 곱해서 더해요.",
            en: "First average the four gradients: one α for each channel. Neither the largest gradient nor the one beside a cell is α. Then multiply and add.",
          };
    return cold > 0
      ? {
          ko: "찬성은 보려는 물체 위에 모여요. 반대는 빈 바탕이 아니라 다른 클래스의 물체에서 와요.",
          en: "Evidence for gathers on the object asked for. Evidence against comes from objects of other classes, not from empty ground.",
        }
      : {
          ko: "맵은 굵은 윤곽이 아니라 보려는 클래스를 따라가요. 이 분류기에서는 보려는 물체 위에 열기가 가장 많아요.",
          en: "A map follows the class asked for, not bold lines. With this classifier most heat lies on the object asked for.",
        };
  },
  step,
};
