import type { HintLadder, HintStep } from "@/lib/challenges/contract";
import { budgetOf, rightGammas, type Answer, type View } from "./instance";
import { gammaText, shareText } from "./words";
import { josa, num, percent } from "@/lib/words";

/** How far below the window the tried γ lies, tenths: far enough to earn nothing. */
const SHORT = 3;

/** One γ that is too small, with the sum behind it: γ must be larger. */
function step({ view }: { readonly view: View }): HintStep<Answer> {
  const [smallest] = rightGammas(view);
  const tried = Math.max(0, smallest - SHORT - (smallest % 3));
  const { easy } = budgetOf(view, tried, null);
  const limit = percent(view.limits.easy / 1000, 1);
  return {
    text: {
      ko: `${gammaText(tried)}에서 더해 보면 쉬운 배경이 배경의 ${josa(shareText(easy), "이에요/예요")}. 한도가 ${josa(limit, "이라서/라서")} γ는 ${num(tried / 10, 1)}보다 커야 해요.`,
      en: `Summed at ${gammaText(tried)}, the easy background has ${shareText(easy)} of the background. The limit is ${limit}, so γ must be larger than ${num(tried / 10, 1)}.`,
    },
    answer: { gamma: tried, alpha: null },
  };
}

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ limits }) =>
    limits.objects === null
      ? {
          ko: "γ 하나를 골라요. 무리마다 한 곳의 손실에 개수를 곱해서 더하고, 한도에 적힌 몫을 견주면 돼요.",
          en: "Choose one γ. For each group multiply one place's loss by the count, add up, and compare the share with its limit.",
        }
      : {
          ko: "먼저 물체의 몫만 빼고 나머지 한도를 모두 지키는 γ를 찾고, 그 γ에서 α로 물체의 몫을 맞춰요.",
          en: "First find a γ that keeps every limit but the one on the objects' share; then, at that γ, set that share by α.",
        },
  rule: ({ quantity, limits }) => {
    const one = quantity === "value" ? "(1 − pₜ)ᵞ · (−log pₜ)" : "(1 − pₜ)ᵞ · (1 − pₜ − γ · pₜ · log pₜ)";
    const alpha = limits.objects !== null;
    return {
      ko: `한 곳의 무게: ${one}. γ가 커지면 pₜ가 큰 곳부터 줄어요.${alpha ? " α는 물체에, 1 − α는 배경에 곱하고, 배경 안의 몫은 바꾸지 않아요." : ""}`,
      en: `One place weighs ${one}. As γ grows, the places with a large pₜ shrink first.${alpha ? " α multiplies objects and 1 − α the background; shares within the background stay." : ""}`,
    };
  },
  step,
};
