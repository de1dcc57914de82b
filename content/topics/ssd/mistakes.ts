/** Worked solutions with one wrong line: matching, and a note on the paper's figure. */
import type { MistakeQuestion } from "@/lib/questions";
import { josa, type Text } from "@/lib/words";

type Line = readonly [right: Text, wrong: Text];

export const workedMatch: MistakeQuestion = {
  form: "mistake",
  id: "worked-match",
  asks(random) {
    const near = (low: number, high: number) => (random.int(low, high) / 100).toFixed(2);
    const [a1, a2, a3] = [near(66, 79), near(53, 62), near(31, 46)];
    const [b1, b2] = [near(36, 46), near(15, 30)];
    const slip = random.int(0, 3);
    // What follows from a slip is right: the numbers go on from it.
    const positives = slip <= 1 ? 2 : 3;
    const kept = slip === 2 ? 3 : 3 * positives;
    const lines: readonly Line[] = [
      [
        { ko: `A와의 IoU ${a1}, ${a2}, ${a3}: 양성은 앞의 둘`, en: `A, IoUs ${a1}, ${a2}, ${a3}: the first two are positive` },
        { ko: `A와의 IoU ${a1}, ${a2}, ${a3}: 양성은 맨 앞 하나`, en: `A, IoUs ${a1}, ${a2}, ${a3}: the first alone is positive` },
      ],
      [
        { ko: `B와의 IoU ${b1}, ${b2}: 양성은 맨 앞 하나`, en: `B, IoUs ${b1} and ${b2}: the first one is positive` },
        { ko: `B와의 IoU ${b1}, ${b2}: 양성은 하나도 없음`, en: `B, IoUs ${b1} and ${b2}: none of them is positive` },
      ],
      [
        { ko: `양성 ${positives}개, 3:1이므로 음성은 ${kept}개`, en: `${positives} positives at 3:1, so ${kept} negatives` },
        { ko: `양성 ${positives}개, 3:1이므로 음성은 ${kept}개`, en: `${positives} positives at 3:1, so ${kept} negatives` },
      ],
      [
        { ko: `배경 가운데 손실이 큰 ${kept}개를 남김`, en: `Of the background the ${kept} with the largest loss are kept` },
        { ko: `배경 가운데 손실이 작은 ${kept}개를 남김`, en: `Of the background the ${kept} with the smallest loss are kept` },
      ],
    ];
    const belief = ["one-box-an-object", "half-is-needed", "three-in-all", "easy-negatives"];
    const explanations: readonly Text[] = [
      { ko: `${a2}도 0.5를 넘으니 양성이에요. 하나로 줄이지 않아요.`, en: `${a2} is above 0.5 as well: it is positive, too.` },
      {
        ko: `0.5에 못 미쳐도 B와 가장 잘 겹치는 ${b1}의 상자는 양성이에요.`,
        en: `Below 0.5 or not, the box at ${b1} is B's best and therefore positive.`,
      },
      {
        ko: `3:1은 양성 하나마다 셋이라서 3 × ${positives} = ${3 * positives}개예요.`,
        en: `At 3:1 each positive has three: 3 × ${positives} = ${3 * positives}.`,
      },
      {
        ko: "남기는 것은 손실이 큰 음성이에요. 쉬운 것에서는 배울 것이 없어요.",
        en: "Those with the largest loss are kept. Easy ones have nothing left to teach.",
      },
    ];
    return {
      prompt: {
        ko: "SSD가 물체 A와 B로 배울 상자를 고른 풀이예요. 한 줄이 틀렸어요. 어디일까요?",
        en: "Which boxes SSD learns from, worked out for the objects A and B. One line is wrong. Which?",
      },
      lines: lines.map((line, i) => line[i === slip ? 1 : 0]),
      slip,
      wrong: belief.flatMap((misconception, i) => (i === slip ? [] : [{ misconception, said: i }])),
      explanation: explanations[slip],
    };
  },
};

export const notedFigure: MistakeQuestion = {
  form: "mistake",
  id: "noted-figure",
  asks(random) {
    const fine = 2 * random.int(4, 9);
    const [f, c] = [`${fine}×${fine}`, `${fine / 2}×${fine / 2}`];
    const slip = random.int(0, 3);
    const lines: readonly Line[] = [
      [
        { ko: `${f} 지도의 한 칸이 ${c}의 한 칸보다 작아요`, en: `A cell of the ${f} map is smaller than one of ${c}` },
        { ko: `${f} 지도의 한 칸이 ${c}의 한 칸보다 커요`, en: `A cell of the ${f} map is larger than one of ${c}` },
      ],
      [
        { ko: `기본 상자는 ${c} 지도의 것이 더 커요`, en: `The default boxes of the ${c} map are larger` },
        { ko: `기본 상자는 ${c} 지도의 것이 더 작아요`, en: `The default boxes of the ${c} map are smaller` },
      ],
      [
        { ko: `작은 고양이는 ${f} 지도의 상자와 짝지어요`, en: `The small cat is matched on the ${f} map` },
        { ko: `작은 고양이는 ${c} 지도의 상자와 짝지어요`, en: `The small cat is matched on the ${c} map` },
      ],
      [
        { ko: `큰 강아지는 ${c} 지도의 상자와 짝지어요`, en: `The large dog is matched on the ${c} map` },
        { ko: `큰 강아지는 ${f} 지도의 상자와 짝지어요`, en: `The large dog is matched on the ${f} map` },
      ],
    ];
    return {
      prompt: {
        ko: `큰 강아지와 작은 고양이가 있는 그림을 ${josa(f, "과/와")} ${c} 두 지도로 보는 SSD의 공책이에요. 한 줄이 틀렸어요. 어디일까요?`,
        en: `Notes on an SSD that sees a large dog and a small cat on two maps, ${f} and ${c}. One line is wrong. Which?`,
      },
      lines: lines.map((line, i) => line[i === slip ? 1 : 0]),
      slip,
      wrong: [1, 2, 3].filter((line) => line !== slip).map((line) => ({ misconception: "fine-map-large-objects", said: line })),
      explanation: {
        ko: `${f} 지도는 칸도 기본 상자도 작아서 작은 고양이를, ${c} 지도는 모두 커서 큰 강아지를 맡아요.`,
        en: `Cells and default boxes are small on ${f}, which answers for the small cat, and large on ${c}, which answers for the large dog.`,
      },
    };
  },
};
