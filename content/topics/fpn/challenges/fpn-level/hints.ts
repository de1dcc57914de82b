import type { HintLadder } from "@/lib/challenges/contract";
import { josa } from "@/lib/words";
import { levelsOf, type Answer, type View } from "./instance";
import { boxName, reasonOf } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: () => ({
    ko: "상자마다 크기 하나를 구하고, 기준 크기의 몇 배인지로 레벨을 정해요.",
    en: "Find one size for each box, and let its ratio to the reference size tell the level.",
  }),
  rule: ({ canonical, k0 }) => ({
    ko: `크기는 √(wh)예요. ${canonical} 이상 ${2 * canonical} 미만이면 ${josa(String(k0), "이고/고")}, 두 배가 될 때마다 하나씩 커지고 반이 될 때마다 하나씩 작아져요. 끝을 벗어나면 끝 레벨이에요.`,
    en: `The size is √(wh). From ${canonical} to under ${2 * canonical} it is level ${k0}; each doubling adds one, each halving takes one away. Beyond an end, the end level takes it.`,
  }),
  step({ view }) {
    const { ko, en } = reasonOf(view, 0);
    const [first] = levelsOf(view);
    return {
      text: { ko: `상자 ${boxName(0)}: ${ko}`, en: `Box ${boxName(0)}: ${en}` },
      answer: { levels: view.boxes.map((_, i) => (i === 0 ? first : null)) },
    };
  },
};
