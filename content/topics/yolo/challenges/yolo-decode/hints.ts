import type { HintLadder } from "@/lib/challenges/contract";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { josa } from "@/lib/words";
import { bestOf, drawable, numbersOf, SMALLEST, trueBox, type Answer, type View } from "./instance";
import { hundredths, linesOf, placeOf, productOf } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ classes }) => ({
    ko: `적힌 수가 뜻하는 상자를 그림에 놓아요.${classes.length === 0 ? "" : " 먼저 점수가 가장 높은 상자를 찾고, 그 칸의 클래스도 골라요."} 상자를 끌거나 네 꼭짓점의 수를 적어요.`,
    en: `Place the box that the numbers mean.${classes.length === 0 ? "" : " First find the one with the highest score, and name its cell's class."} Drag the box, or type its four numbers.`,
  }),
  rule: ({ classes }) => ({
    ko: `가운데의 x는 (열 + x) × 칸의 너비, y는 (행 + y) × 칸의 높이예요. 크기는 w × 그림의 너비, h × 그림의 높이예요. 모서리는 가운데에서 크기의 절반만큼 떨어져 있어요.${classes.length === 0 ? "" : " 점수는 확신값 × 그 칸의 가장 큰 클래스 값이에요."}`,
    en: `The centre is at (column + x) × the cell's width and (row + y) × its height. The size is w × the picture's width and h × its height. Corners are half the size away.${classes.length === 0 ? "" : " A score is confidence × the cell's largest class value."}`,
  }),
  step({ view }) {
    const best = bestOf(view);
    const cell = view.cells[best.cell];
    if (view.classes.length > 0) {
      const cls = view.classes[best.cls];
      const place = placeOf(cell);
      const product = productOf(numbersOf(view, best), cell.values[best.cls]);
      return {
        text: {
          ko: `점수가 가장 높은 것은 ${place.ko}의 상자 ${josa(String(best.box + 1), "이에요/예요")}: ${product}. 클래스는 ${josa(CLASS_NAMES[cls].ko, "이에요/예요")}.`,
          en: `The highest score is that of box ${best.box + 1} in ${place.en.toLowerCase()}: ${product}. Its class is ${CLASS_NAMES[cls].en}.`,
        },
        answer: { box: null, cls },
      };
    }
    const lines = linesOf(view, best).slice(0, 2);
    const [x1, y1, x2, y2] = trueBox(view);
    const [cx, cy] = [(x1 + x2) / 2, (y1 + y2) / 2];
    const { w } = numbersOf(view, best);
    // The centre alone: a box around it too small to pass.
    const box = drawable(view, [cx - SMALLEST, cy - SMALLEST, cx + SMALLEST, cy + SMALLEST]) ?? view.start;
    return {
      text: {
        ko: `가운데부터 구해요: ${lines.map(({ name, sum }) => `${name} = ${sum}`).join(", ")}. 이제 w = ${josa(hundredths(w), "을/를")} 그림의 너비에 곱해요.`,
        en: `Take the centre first: ${lines.map(({ name, sum }) => `${name} = ${sum}`).join(", ")}. Then multiply w = ${hundredths(w)} by the picture's width.`,
      },
      answer: { box, cls: null },
    };
  },
};
