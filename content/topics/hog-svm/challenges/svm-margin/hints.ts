import type { HintLadder } from "@/lib/challenges/contract";
import { list } from "@/lib/words";
import { supportOf, type Answer, type View } from "./instance";
import { along, endsAt, widestGap } from "./street";
import { pointText } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ touch }) => ({
    ko: `선의 두 끝을 옮겨서, 양쪽의 가장 가까운 점이 되도록 먼 자리를 찾아요.${touch ? " 점은 선을 놓은 다음에 골라요." : ""}`,
    en: `Move the line's two ends until the nearest points on either side are as far away as they can be.${touch ? " Choose the points after that." : ""}`,
  }),
  rule: () => ({
    ko: "먼저 양쪽에서 가장 가까운 점까지의 거리가 같아지게 밀어요. 그다음 선을 조금 기울여 보세요. 두 거리가 함께 늘어나는 쪽이 있으면 그쪽으로 더 기울여요. 평균이나 멀리 있는 점은 보지 않아도 돼요.",
    en: "First slide the line until the nearest points on both sides are equally far. Then tilt it a little: as long as both distances grow, tilt it on. Means and far points do not matter.",
  }),
  step: ({ view }) => {
    const { points } = view;
    const gap = widestGap(points);
    const touched = supportOf(view);
    const low = touched.filter((i) => along(gap.normal, points[i]) === gap.from);
    const side = low.length * 2 >= touched.length ? low : touched.filter((i) => !low.includes(i));
    const texts = side.map((i) => pointText(points[i]));
    const at = side === low ? gap.from : gap.to;
    return {
      text: {
        ko: `가장 넓은 길의 한쪽 가장자리는 ${list(
          texts.map(({ ko }) => ko),
          "ko",
        )}에 닿아요. 지금 선은 그 가장자리에 있어요. 길의 반만큼 옮겨야 해요.`,
        en: `One edge of the widest street touches ${list(
          texts.map(({ en }) => en),
          "en",
        )}. The line now lies on that edge: move it by half the street.`,
      },
      answer: { ends: endsAt(gap.normal, at), support: [] },
    };
  },
};
