import type { HintLadder } from "@/lib/challenges/contract";
import { letter, num } from "@/lib/words";
import { answerOf, byNumber, responsesOf, type Answer, type View } from "./instance";
import { findings, itemName, productsSaid, reasonOf } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ task }) =>
    task === "weights"
      ? {
          ko: "한 가지만 모르는 조각을 먼저 찾아요. 가려진 가중치 아래의 픽셀이 0이면 그 가중치는 반응에 들어오지 않아요.",
          en: "Look for a patch that leaves only one weight open: a hidden weight over a pixel of 0 takes no part in the response.",
        }
      : task === "slide"
        ? {
            ko: "글자 하나마다 지도에서 커널 아래의 3×3을 찾아요. 출력에서 한 칸 옆은 지도에서 두 칸 옆이에요.",
            en: "For each letter find the 3×3 of the map under the kernel: one cell further in the output is two cells further on the map.",
          }
        : {
            ko: "양의 가중치 자리는 밝고 음의 가중치 자리는 어두운 조각을 찾아요. 두 자리의 차이가 클수록 반응이 커요.",
            en: "Look for bright pixels under positive weights and dark ones under negative weights; the larger the difference, the larger the response.",
          },
  rule: ({ task }) =>
    task === "weights"
      ? {
          ko: "반응에서 편향과 아는 곱을 모두 빼고, 남은 수를 픽셀로 나누면 가중치예요.",
          en: "Take the bias and all known products off the response; what is left, divided by the pixel, is the weight.",
        }
      : task === "slide"
        ? {
            ko: "아홉 곱을 더하고 편향을 더한 다음, 음수면 0으로 바꿔요.",
            en: "Add the nine products, then the bias; a negative sum becomes 0.",
          }
        : {
            ko: "반응 = 가중치 × 픽셀을 모두 더한 값이에요. 음의 가중치가 닿은 픽셀은 밝을수록 반응을 줄여요.",
            en: "The response is the sum of weight × pixel. Under a negative weight, a brighter pixel lowers it.",
          },
  step({ view }) {
    if (view.task === "pick" || view.task === "rank") {
      const responses = responsesOf(view);
      const order = byNumber(responses);
      // Of the ones to choose from neither the loudest nor the softest.
      const one = order[view.task === "pick" ? 2 : 0];
      const said = `${productsSaid(view.kernel, view.patches[one])} = ${num(responses[one])}`;
      return {
        text: { ko: `조각 ${letter(one)}: ${said}.`, en: `Patch ${letter(one)}: ${said}.` },
        answer: { order: [one], values: [] },
      };
    }
    const first = view.task === "weights" ? (findings(view)[0]?.weight ?? 0) : 0;
    const values = answerOf(view)?.values ?? [];
    const [name, reason] = [itemName(view, first), reasonOf(view, first)];
    return {
      text: { ko: `${name.ko}. ${reason.ko}`, en: `${name.en}. ${reason.en}` },
      answer: { order: [], values: values.map((value, i) => (i === first ? value : null)) },
    };
  },
};
