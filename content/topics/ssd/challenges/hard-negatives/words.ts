/** How boxes are said, what decides, and why one is kept or not. */
import type { Text } from "@/lib/challenges/text";
import { josa, num } from "@/lib/words";
import { byLoss, mined, positivesOf, type Label, type View } from "./instance";

export const LABEL_NAMES: Readonly<Record<Label, Text>> = {
  positive: { ko: "양성", en: "positive" },
  negative: { ko: "음성", en: "negative" },
  ignored: { ko: "제외", en: "ignored" },
};
export const LABEL_TONES: Readonly<Record<Label, number>> = { positive: 2, negative: 0, ignored: 4 };

export const shown = (value: number): string => num(value / 100, 2);
export const measureOf = ({ shows }: Pick<View, "shows">): Text =>
  shows === "loss" ? { ko: "손실", en: "loss" } : { ko: "정답의 확률", en: "probability of its label" };

/** The rules, in the words of the prompt. */
export function rulesOf({ ratio, shows, boxes }: View): Text {
  const ignored = boxes.some(({ label }) => label === "ignored");
  return {
    ko: `양성 하나에 음성 ${ratio}개의 비로, 손실이 큰 음성부터 남겨요. 남을 음성을 모두 골라 보세요.${ignored ? " 제외된 상자는 어느 쪽도 아니에요." : ""}${shows === "p" ? " 적힌 것은 정답의 확률 p이고, 손실은 −log p예요." : ""}`,
    en: `Negatives are kept by their loss, the largest first, ${ratio} for each positive. Choose all negatives that are kept.${ignored ? " Ignored boxes are neither." : ""}${shows === "p" ? " What is shown is the probability p of a box's label; its loss is −log p." : ""}`,
  };
}

/** How many are kept: "3 × 2 = 6". */
export const roomText = (view: View): string => {
  const positives = positivesOf(view);
  return `${num(view.ratio)} × ${num(positives)} = ${num(view.ratio * positives)}`;
};

/** Why a box is kept, or not. */
export function reasonOf(view: View, number: number): Text {
  const { label, value } = view.boxes[number - 1];
  const measure = measureOf(view);
  if (label === "positive")
    return {
      ko: `${num(number)}번은 양성이에요. 음성과 따로 모두 배워요.`,
      en: `Box ${num(number)} is a positive: all of these are taught anyway.`,
    };
  if (label === "ignored")
    return {
      ko: `${num(number)}번은 제외된 상자라서 학습에 들어가지 않아요.`,
      en: `Box ${num(number)} is ignored: it takes no part in training.`,
    };
  const kept = mined(view);
  const rank = byLoss(view)
    .filter((each) => view.boxes[each - 1].label === "negative")
    .indexOf(number);
  const place = num(rank + 1);
  return {
    ko: `${num(number)}번의 ${josa(measure.ko, "은/는")} ${shown(value)}, 음성 가운데 ${place}번째로 어려워요. ${kept.includes(number) ? "남아요" : "남지 않아요"}: ${roomText(view)}개까지예요.`,
    en: `Box ${num(number)}: a ${measure.en} of ${shown(value)}, number ${place} of the negatives by difficulty. It is ${kept.includes(number) ? "kept" : "not kept"}: there is room for ${roomText(view)}.`,
  };
}
