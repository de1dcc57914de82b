import type { Text } from "@/lib/challenges/text";
import { josa, num, signed } from "@/lib/words";
import { heatOf, patchesOver, type Design, type DesignView, type PlacesView } from "./instance";
import type { Fill } from "./recording";

/** Hundredths as a logit. */
export const logit = (hundredths: number): string => num(hundredths / 100, 2);

export const FILL_WORDS: Readonly<Record<Fill, Text>> = {
  grey: { ko: "회색", en: "grey" },
  black: { ko: "검은색", en: "black" },
  white: { ko: "흰색", en: "white" },
  mean: { ko: "그림의 평균색", en: "the picture’s mean colour" },
};

/** The drop at a place, with its arithmetic. */
export function dropSaid(view: PlacesView, place: number): Text {
  const { value, scores, second } = view;
  const drop = num(heatOf(view)[place] / 400, view.task === "mean" ? 3 : 2);
  if (view.task === "mean") {
    const over = patchesOver(place).map((p) => logit(value - scores[p]));
    const sum = over.length === 1 ? over[0] : `(${over.join(" + ")}) ÷ ${over.length}`;
    return {
      ko: `평균 감소: ${over.length === 1 ? sum : `${sum} = ${drop}`}`,
      en: `Mean drop: ${over.length === 1 ? sum : `${sum} = ${drop}`}`,
    };
  }
  if (view.task === "both") {
    const two = `${signed((value - scores[place]) / 100, 2)}, ${signed((value - second[place]) / 100, 2)}`;
    return { ko: `감소 ${two}. 작은 쪽은 ${josa(drop, "이에요/예요")}.`, en: `Drops ${two}: the smaller one is ${drop}.` };
  }
  return { ko: `${logit(value)} − ${logit(scores[place])} = ${drop}`, en: `${logit(value)} − ${logit(scores[place])} = ${drop}` };
}

interface Said extends DesignView, Design {
  readonly along: number;
  readonly finest: number;
}
/** The four demands on a design, and what is said where one is missed. */
export const designSaid = {
  size: {
    label: { ko: "조각의 크기", en: "Size of the patch" },
    note: ({ smallest, largest }: Said): Text => ({
      ko: `조각은 ${smallest}픽셀 이상 ${largest}픽셀 이하여야 해요.`,
      en: `The patch has to be from ${smallest} to ${largest} pixels.`,
    }),
  },
  covers: {
    label: { ko: "모든 픽셀을 가려요", en: "Every pixel is covered" },
    note: ({ side, patch, stride }: Said): Text =>
      stride > patch
        ? {
            ko: `보폭 ${josa(num(stride), "이/가")} 조각 ${num(patch)}보다 커서 틈이 생겨요.`,
            en: `A stride of ${stride} leaves gaps between patches of ${patch}.`,
          }
        : {
            ko: `${side} − ${josa(num(patch), "은/는")} ${josa(num(stride), "으로/로")} 나누어떨어지지 않아서, 끝의 ${(side - patch) % stride}픽셀이 남아요.`,
            en: `${side} − ${patch} is no multiple of ${stride}: the last ${(side - patch) % stride} pixels are never covered.`,
          },
  },
  within: {
    label: { ko: "예산 안", en: "Within the budget" },
    note: ({ along, budget }: Said): Text => ({
      ko: `한 변에 ${along}곳이면 ${along} × ${along} = ${num(along * along)}번이에요. 예산은 ${num(budget)}번이에요.`,
      en: `${along} places along a side make ${along} × ${along} = ${num(along * along)} passes; the budget is ${num(budget)}.`,
    }),
  },
  finest: {
    label: { ko: "가장 촘촘한 보폭", en: "The finest stride" },
    note: ({ finest }: Said): Text => ({
      ko: `모두 지키는 가장 작은 보폭은 ${josa(num(finest), "이에요/예요")}.`,
      en: `The smallest stride that keeps all of it is ${finest}.`,
    }),
  },
} as const;

/** What the grid to mark is called. */
export const GRID = {
  single: { ko: "가렸을 때의 로짓", en: "Logits under a patch" },
  mean: { ko: "8픽셀 블록", en: "Blocks of 8 pixels" },
  both: { ko: "두 색으로 가렸을 때의 로짓", en: "Logits under two colours" },
} as const satisfies Record<string, Text>;
