import type { Locale } from "@/lib/challenges/text";
import { josa, ordinal } from "@/lib/words";
import type { Step, View } from "./challenge";
import { decisive, MEASURE_NAMES, pairWords, sumOf } from "./words";

/** One sentence a step. */
export function captionsOf({ measures, merges }: View, steps: readonly Step[], locale: Locale): string[] {
  const ko = locale === "ko";
  return steps.map((step) => {
    if (step.type === "pair") {
      const { ko: inKorean, en } = pairWords(step.rated.pair);
      const sum = sumOf(step.rated, measures);
      if (step.rank > 1)
        return ko
          ? `닿은 짝 가운데 ${josa(ordinal(step.rank, "ko"), "으로/로")} 비슷한 ${inKorean}: ${sum}.`
          : `The ${ordinal(step.rank, "en")} most similar of the touching pairs, ${en}: ${sum}.`;
      return ko ? `가장 비슷한 짝은 ${inKorean}: ${sum}. 이 둘이 합쳐져요.` : `The most similar pair is ${en}: ${sum}. These two merge.`;
    }
    if (step.type === "yours") {
      const { ko: inKorean, en } = pairWords(step.rated.pair);
      if (!step.rated.touching)
        return ko
          ? `고른 짝은 ${inKorean}. 서로 닿지 않아서 견주지도 않아요.`
          : `You chose ${en}. They do not touch, so they are not even compared.`;
      const name = MEASURE_NAMES[decisive(step.best, step.rated, measures)];
      return ko
        ? `고른 짝 ${inKorean}: ${sumOf(step.rated, measures)}. ${josa(name.ko, "이/가")} 모자라요.`
        : `You chose ${en}: ${sumOf(step.rated, measures)}. What it lacks is ${name.en}.`;
    }
    const [x1, y1, x2, y2] = step.box;
    const last = step.merge + 1 === merges;
    return ko
      ? `합쳐서 ${josa(step.made, "이/가")} 됐어요. 이 영역의 상자(${x2 - x1}×${y2 - y1}타일)도 후보 상자예요.${last ? "" : " 이웃과의 값은 새로 재요."}`
      : `They have become ${step.made}. Its box (${x2 - x1}×${y2 - y1} tiles) is a proposal too.${last ? "" : " Its values with its neighbours are worked out anew."}`;
  });
}
