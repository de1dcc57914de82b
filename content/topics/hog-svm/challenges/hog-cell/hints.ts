import type { HintLadder, Text } from "@/lib/challenges";
import { barsOf } from "../../bins";
import { arrowsOf, type Answer, type View } from "./instance";
import { voteText } from "./words";

const joined = (lines: readonly Text[]): Text => ({
  ko: lines.map(({ ko }) => ko).join(" "),
  en: lines.map(({ en }) => en).join(" "),
});

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ pixels, block }) =>
    joined([
      {
        ko: "막대 하나의 높이는 그 방향을 가리키는 기울기들의 크기를 더한 값이에요. 기울기의 개수가 아니에요.",
        en: "A bar is as high as the sizes of the gradients that point its way, added up. Their number does not matter.",
      },
      ...(pixels
        ? [
            {
              ko: "먼저 가운데 네 픽셀마다 gx와 gy를 구해 눈금판에 넣어 보세요.",
              en: "First work out gx and gy of each of the four inner pixels and put them into the dial.",
            },
          ]
        : []),
      ...(block ? [{ ko: "블록의 수는 막대를 다 정한 다음에 계산해요.", en: "Leave the block's number until all bars are set." }] : []),
    ]),
  rule: ({ pixels, shared, block }) =>
    joined([
      ...(pixels
        ? [
            {
              ko: "gx는 오른쪽 이웃 − 왼쪽 이웃, gy는 아래 이웃 − 위 이웃이에요. 픽셀 자신의 밝기는 쓰지 않아요.",
              en: "gx is the right neighbour less the left one, gy the lower less the upper one. The pixel's own brightness plays no part.",
            },
          ]
        : []),
      {
        ko: "180° 이상인 방향은 180을 빼요. 밝아지는 쪽이 반대여도 같은 경계니까요.",
        en: "From a direction of 180° or more take 180: an edge that brightens the other way is the same edge.",
      },
      shared
        ? {
            ko: "막대의 가운데는 10°, 30°, … 170°예요. 방향이 한 막대의 가운데에서 다음 가운데까지 20° 중 몇 도를 갔는지 보고, 그 몫만큼 다음 막대에 줘요. 170°를 지나면 다음은 첫 막대예요.",
            en: "The bars' middles are 10°, 30°, … 170°. See how far of the 20° from one middle to the next a direction has come: that share goes to the next bar. Past 170° the next one is the first.",
          }
        : {
            ko: "남은 각도를 20으로 나눈 몫이 막대의 번호예요(0번부터).",
            en: "Divide what is left by 20 and round down: that is the bar, counted from 0.",
          },
      ...(block
        ? [
            {
              ko: "블록: 제곱의 합을 S, 0.2·√S보다 큰 수가 k개, 그 제곱의 합을 C라고 하면 가장 큰 수는 0.2 ÷ √(0.04·k + 1 − C/S)예요.",
              en: "The block: let S be the sum of squares, k the count of numbers above 0.2·√S and C the sum of their squares. The largest number ends at 0.2 ÷ √(0.04·k + 1 − C/S).",
            },
          ]
        : []),
    ]),
  step: ({ view }) => {
    const arrows = arrowsOf(view);
    const index = arrows.reduce((top, { size }, i) => (size > arrows[top].size ? i : top), 0);
    return {
      text: voteText(arrows[index], index, view.shared),
      answer: { bars: barsOf([arrows[index]], view.shared), largest: null },
    };
  },
};
