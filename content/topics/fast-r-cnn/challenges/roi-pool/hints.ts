import type { HintLadder } from "@/lib/challenges/contract";
import { josa } from "@/lib/words";
import { gridOf, isBack, marksOf, roiRanges, type Answer, type View } from "./instance";
import { binAt, binName, cellAt, cellsAt, receivedBy, sumWords } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: (view) =>
    isBack(view)
      ? {
          ko: "최댓값만 앞으로 나갔으니 기울기도 그 칸으로만 돌아가요. 그 칸을 찾아 받는 수를 적어요.",
          en: "Only the maxima went forward, so gradients return to those cells alone. Find them and write what each receives.",
        }
      : {
          ko: "RoI를 칸에 맞추고, 구획으로 나누고, 구획마다 가장 큰 수를 적어요.",
          en: "Fit the RoI to whole cells, divide it into bins, and write the largest number of each bin.",
        },
  rule: (view) => {
    const { stride, bins } = view;
    const round =
      stride === 1
        ? { ko: "모서리 두 칸이 모두 RoI에 들어가요.", en: "Both corner cells belong to the RoI." }
        : {
            ko: `모서리를 ${josa(String(stride), "으로/로")} 나눠 반올림하면 첫 칸과 마지막 칸이 되고, 둘 다 RoI에 들어가요.`,
            en: `Corners divided by ${stride} and rounded are the first and the last cell, and both belong to the RoI.`,
          };
    const divide = {
      ko: `한 변이 n칸이면 첫 구획은 앞에서 n/${bins}칸을 올림한 만큼이고, 다음 구획은 n/${bins}칸을 내림한 곳에서 시작해요. 나누어떨어지지 않으면 가운데 칸을 함께 가져요.`,
      en: `With n cells along a side the first bin takes n/${bins} of them, rounded up, and the next begins at n/${bins}, rounded down. Where that is not whole, both have the cell between.`,
    };
    const add = isBack(view)
      ? {
          ko: " 여러 구획에서 최댓값인 칸은 기울기를 모두 더해 받아요.",
          en: " A cell that won several bins receives all their gradients, added.",
        }
      : { ko: "", en: "" };
    return { ko: `${round.ko} ${divide.ko}${add.ko}`, en: `${round.en} ${divide.en}${add.en}` };
  },
  step({ view }) {
    if (isBack(view)) {
      const [{ cell, sum }] = marksOf(view);
      const terms = receivedBy(view, cell);
      const where = terms.map(({ roi, bin }) => binName(view, roi, bin));
      const received = sumWords(terms.map(({ gradient }) => gradient));
      return {
        text: {
          ko: `${cellAt(cell, view.columns)}의 ${josa(String(view.values[cell]), "이/가")} ${where.map(({ ko }) => ko).join(", ")}에서 가장 커요. 받는 기울기는 ${josa(received, "이에요/예요")}.`,
          en: `The ${view.values[cell]} at ${cellAt(cell, view.columns)} is the largest of ${where.map(({ en }) => en).join("; ")}. It receives ${received}.`,
        },
        answer: { grid: [], marks: [{ cell, sum }] },
      };
    }
    const [value] = gridOf(view);
    return {
      text: {
        ko: `RoI는 ${cellsAt(roiRanges(view, view.rois[0]))}의 칸이에요. 첫 구획은 ${binAt(view, 0, 0)}, 거기서 가장 큰 수는 ${josa(String(value), "이에요/예요")}.`,
        en: `The RoI has the cells ${cellsAt(roiRanges(view, view.rois[0]))}. Its first bin has ${binAt(view, 0, 0)}, and the largest there is ${value}.`,
      },
      answer: { grid: Array.from({ length: view.bins * view.bins }, (_, i) => (i === 0 ? value : null)), marks: [] },
    };
  },
};
