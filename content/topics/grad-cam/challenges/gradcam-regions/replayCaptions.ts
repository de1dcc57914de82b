import type { Locale, Text } from "@/lib/challenges/text";
import { josa, num, percent, signed } from "@/lib/words";
import { against, best, positive, total } from "./cells";
import type { Answer, Truth, View } from "./instance";
import type { Step } from "./steps";
import { channelName } from "./words";

/** What a channel is called in the replay: by its place on the board, or in its layer. */
export const calledIn = ({ channels }: View, index: number, locale: Locale): string =>
  channels.length > 0 ? channelName(index)[locale] : locale === "ko" ? `채널 #${index}` : `Channel #${index}`;

/** How much a channel adds or takes in all, beside the heat of the finished map. */
export const weightOf = ({ map }: Truth, adds: readonly number[]): string =>
  `${signed((100 * total(adds)) / (total(positive(map)) || 1))}%`;

/** The cells that hold most and were not marked. */
export const missed = (values: readonly number[], marked: readonly number[]): number[] =>
  best(values, marked.length).filter((cell) => !marked.includes(cell) && values[cell] > 0);

/** One sentence a step. @param own whether the cells are the learner's */
export function captionOf(view: View, truth: Truth, answer: Answer, step: Step, own: boolean, locale: Locale): string {
  const ko = locale === "ko";
  switch (step.type) {
    case "start":
      return ko
        ? `아직 아무것도 더하지 않았어요. 가장 많이 보태거나 빼는 채널부터 켜요. 칸의 수는 ${view.channels.length > 0 ? "α·A의 합이에요" : "맵에서 가장 큰 값을 99로 본 크기예요"}.`
        : `Nothing is added yet. The channels light up, the strongest first. The numbers in the cells are ${view.channels.length > 0 ? "the sums of α·A" : "sizes, with the map's largest as 99"}.`;
    case "channel": {
      const name = calledIn(view, step.share.index, locale);
      const weight = weightOf(truth, step.share.adds);
      if (view.channels.length > 0) {
        const alpha = num(step.share.alpha);
        return ko
          ? `${name}: α가 ${josa(alpha, "이라서/라서")} ${step.share.alpha > 0 ? "강하게 켜진 칸에 열기를 보태요" : "강하게 켜진 칸에서 열기를 빼요"}.`
          : `${name}: its α is ${alpha}, so it ${step.share.alpha > 0 ? "adds heat where it is strong" : "takes heat where it is strong"}.`;
      }
      return ko
        ? `${name}: 완성된 열기를 100%로 볼 때 모두 ${josa(weight, "을/를")} ${total(step.share.adds) > 0 ? "보태요" : "빼요"}.`
        : `${name}: ${weight} in all, with the finished heat as 100%.`;
    }
    case "others":
      return ko ? `나머지 채널 ${step.count}개를 한꺼번에 더했어요.` : `The other ${step.count} channels, all at once.`;
    case "relu":
      return ko
        ? step.wiped > 0
          ? `ReLU: 합이 음수인 ${step.wiped}칸을 0으로 지워요.`
          : "ReLU: 합이 음수인 칸이 없어 그대로예요."
        : step.wiped > 0
          ? step.wiped === 1
            ? "ReLU: the one cell with a negative sum becomes 0."
            : `ReLU: the ${step.wiped} cells with a negative sum become 0.`
          : "ReLU: no sum is negative, so nothing changes.";
    case "mine": {
      const values = step.side === "hot" ? positive(truth.map) : against(truth.map);
      const marked = answer[step.side];
      const most = total(best(values, marked.length).map((cell) => values[cell])) || 1;
      const share = percent(total(marked.map((cell) => values[cell])) / most);
      const left = missed(values, marked).length;
      const alsoLeft = step.side === "hot" && view.cold > 0 ? missed(against(truth.map), answer.cold).length : 0;
      const also: Text =
        alsoLeft === 0
          ? { ko: "", en: "" }
          : {
              ko: ` 놓친 차가운 칸 ${alsoLeft}개는 파랗게 빛나요.`,
              en: alsoLeft === 1 ? " The cold cell that was missed glows blue." : ` The ${alsoLeft} cold cells that were missed glow blue.`,
            };
      if (!own)
        return ko
          ? `정답 ${marked.length}칸이에요. ${step.side === "hot" ? "열기가" : "반대 증거가"} 가장 많은 칸이에요.`
          : `The right ${marked.length} cells: they hold the most ${step.side === "hot" ? "heat" : "evidence against"}.`;
      const what = step.side === "hot" ? { ko: "열기", en: "heat" } : { ko: "반대 증거", en: "evidence against" };
      return ko
        ? `내가 고른 칸이에요. 잡을 수 있던 ${what.ko}의 ${josa(share, "을/를")} 잡았고${left > 0 ? `, 놓친 ${left}칸이 빛나요` : " 놓친 칸은 없어요"}.${also.ko}`
        : `Your cells: they caught ${share} of the ${what.en} there was to catch${left === 0 ? ", and nothing was missed" : left === 1 ? "; the one that glows was missed" : `; the ${left} that glow were missed`}.${also.en}`;
    }
  }
}

/** The largest size on the finished map: all steps are drawn on its scale. */
export const scaleOf = ({ map }: Truth): number => map.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
