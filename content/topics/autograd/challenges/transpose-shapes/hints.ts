import type { HintLadder } from "@/lib/challenges/contract";
import { askName, solve, type Answer, type View } from "./instance";
import { reasonOf } from "./words";

const asksOf = ({ asks }: View) => new Set(asks.map(({ of }) => of));

export const hints: HintLadder<View, null, Answer> = {
  asked: (view) => ({
    ko: `두 층은 W를 다르게 보관해요. 층마다 ${view.chained ? "기울기를 어느 쪽에서 받는지 보고 " : ""}곱의 두 칸을 채워요.`,
    en: `The two layers keep W differently. For each layer ${view.chained ? "see where its gradient comes from and " : ""}fill both factors.`,
  }),
  rule: (view) => ({
    ko: `y는 x의 in과 W의 in이 맞물려야 해요.${asksOf(view).has("x") ? " ∂L/∂x에서는 W가 앞으로 갈 때와 반대로 서요." : ""}${asksOf(view).has("W") ? " ∂L/∂W는 W와 모양이 같고, n이 맞물려 사라져요." : ""}`,
    en: `For y, the inputs of x and of W must meet.${asksOf(view).has("x") ? " In ∂L/∂x, W stands the other way than going forward." : ""}${asksOf(view).has("W") ? " ∂L/∂W has W's own shape, and n meets and vanishes." : ""}`,
  }),
  step({ view }) {
    const i = view.asks.findIndex(({ of }) => of !== "shape" && of !== "b");
    const reason = reasonOf(view, view.asks[i]);
    const right = solve(view).picks;
    const picks = view.asks.flatMap(({ of }, k) => (k === i ? right.slice(2 * i, 2 * i + 2) : [null, of === "b" ? 0 : null]));
    return {
      text: { ko: `${askName(view.asks[i])}부터예요. ${reason.ko}`, en: `Take ${askName(view.asks[i])} first. ${reason.en}` },
      answer: { picks },
    };
  },
};
