import type { HintLadder } from "@/lib/challenges/contract";
import { josa } from "@/lib/words";
import { iouAt, PLACEMENTS, solutionOf, type Answer, type View } from "./instance";
import { hundredths, overlapOf, PLACEMENT_NAMES, rulesOf, tenths } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked(view) {
    const { ko, en } = rulesOf(view);
    return {
      ko: `CenterNet은 가운데가 조금 빗나간 칸을 덜 벌해요. 얼마나 넓게 봐줄지가 r이에요. ${ko}`,
      en: `CenterNet punishes cells near the centre less. How far that reaches is r. ${en}`,
    };
  },
  rule: (view) => ({
    ko: `모서리가 어긋나는 길은 셋이에요. 둘 다 같은 쪽으로, 둘 다 안으로, 둘 다 밖으로. 세 IoU 가운데 가장 작은 것이 ${overlapOf(view)}에 닿는 r을 골라요.${view.hills ? " 두 언덕이 만나는 칸에는 더 큰 값이 남아요." : ""}${view.targets.length > 0 ? " 같은 상자라면 공개된 코드의 R이 세 배쯤 커요." : ""}`,
    en: `There are three ways to stray: both corners the same way, both inwards, both outwards. Take the r at which the least of the three IoUs is ${overlapOf(view)}.${view.hills ? " Where two hills meet the larger value stays." : ""}${view.targets.length > 0 ? " For one and the same box the released code's R is about three times as large." : ""}`,
  }),
  step({ view }) {
    const right = solutionOf(view);
    const near = Math.max(3, Math.round((right.radius ?? 0) * 0.8));
    const told = PLACEMENTS.map((placement) => ({
      name: PLACEMENT_NAMES[placement],
      iou: hundredths(Math.round(100 * iouAt(view, near / 10, placement))),
    }));
    const list = (locale: "ko" | "en") => told.map(({ name, iou }) => `${name[locale]} ${iou}`).join(", ");
    return {
      text: {
        ko: `r = ${josa(tenths(near), "이면/면")} IoU는 ${list("ko")}. 가장 작은 것이 아직 ${overlapOf(view)}보다 커서 r을 더 늘릴 수 있어요.`,
        en: `At r = ${tenths(near)} the IoUs are: ${list("en")}. The least is still above ${overlapOf(view)}, so r may grow.`,
      },
      answer: { radius: near, values: right.values.map(() => null), codes: right.codes.map(() => null) },
    };
  },
};
