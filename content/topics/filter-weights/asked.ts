/** Placeholders of the forms that are not single choice: replace every one. Their numbers are drawn anew for each review. */
import type { MistakeQuestion, NumericQuestion, OrderQuestion } from "@/lib/questions";
import { num } from "@/lib/words";

const counting = (n: number): NumericQuestion => ({
  form: "numeric",
  id: `sum-${n}`,
  tolerance: 0,
  range: { min: 0, max: 1000, step: 1 },
  unit: null,
  asks(random) {
    const boxes = random.int(4, 20);
    return {
      prompt: { ko: `상자 ${boxes}개에 ${n}개를 더하면 모두 몇 개인가요?`, en: `${boxes} boxes and ${n} more. How many is that?` },
      value: boxes + n,
      wrong: [
        { misconception: "off-by-one", said: boxes + n + 1 },
        { misconception: "double", said: 2 * (boxes + n) },
      ],
      explanation: { ko: `${boxes} + ${n} = ${num(boxes + n)}.`, en: `${boxes} + ${n} = ${num(boxes + n)}.` },
    };
  },
});
export const sums: readonly NumericQuestion[] = [2, 3, 4].map(counting);

export const rising: OrderQuestion = {
  form: "order",
  id: "rising",
  ends: { first: { ko: "맨 위: 가장 작아요", en: "Top: the smallest" }, last: { ko: "맨 아래: 가장 커요", en: "Bottom: the largest" } },
  asks(random) {
    const sizes = [random.int(1, 9), random.int(11, 19), random.int(21, 29), random.int(31, 39)];
    return {
      prompt: { ko: "작은 수부터 놓아 보세요.", en: "Put the numbers in rising order." },
      items: sizes.map((size, i) => ({ id: "abcd"[i], text: { ko: num(size), en: num(size) } })),
      wrong: [],
      explanation: { ko: "작은 수가 먼저예요.", en: "The smaller number comes first." },
    };
  },
};

export const worked: MistakeQuestion = {
  form: "mistake",
  id: "worked",
  asks(random) {
    const [start, slip] = [random.int(3, 9), random.int(0, 3)];
    const values = [1, 2, 3, 4].map((more, i) => start + more + (i === slip ? 1 : 0));
    return {
      prompt: {
        ko: `${start}에서 하나씩 더해요. 틀린 줄은 어디일까요?`,
        en: `From ${start} on, one is added at a time. Which line is wrong?`,
      },
      lines: values.map((value, i) => ({ ko: `${i + 1}개 더하면 ${value}`, en: `${i + 1} more make ${value}` })),
      slip,
      wrong: [{ misconception: "half", said: (slip + 1) % values.length }],
      explanation: { ko: "하나씩 커져야 해요.", en: "Each line is one more than the last." },
    };
  },
};
