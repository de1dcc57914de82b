/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import type { Random } from "@/lib/engine/random";
import type { Belief, MatchQuestion, MistakeQuestion, NumericQuestion, OrderQuestion, PointQuestion } from "@/lib/questions";
import { josa, num } from "@/lib/words";

const plus = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0);
const relu = (value: number): number => (value > 0 ? value : 0);
/** "2 × 3 + (−1) × 4" */
const products = (pairs: readonly (readonly [number, number])[]): string =>
  pairs.map(([alpha, a]) => `${alpha < 0 ? `(${num(alpha)})` : num(alpha)} × ${num(a)}`).join(" + ");
const row = (values: readonly number[]): string => `(${values.map((value) => num(value)).join(", ")})`;
/** Wrong answers that differ from the right one and, for one number, from each other. */
const apart = (value: number, wrong: readonly Belief<number>[]): readonly Belief<number>[] => wrong.filter(({ said }) => said !== value);

export const alphaMean: NumericQuestion = {
  form: "numeric",
  id: "alpha-mean",
  tolerance: 0,
  range: { min: -40, max: 40, step: 1 },
  unit: null,
  asks(random) {
    const value = random.int(1, 4) * (random.chance(0.5) ? 1 : -1);
    const [first, second] = [random.int(5, 12), -random.int(5, 12)];
    const third = random.int(-6, 6);
    const gradients = random.shuffle([first, second, third, 4 * value - first - second - third]);
    const peak = gradients.reduce((most, g) => (Math.abs(g) > Math.abs(most) ? g : most));
    return {
      prompt: {
        ko: `특징 지도 한 장의 네 칸에서 클래스 점수의 기울기가 ${josa(row(gradients), "이에요/예요")}. 이 채널의 α는 얼마일까요?`,
        en: `In the four cells of one feature map the class score has the gradients ${row(gradients)}. What is this channel's α?`,
      },
      value,
      wrong: apart(value, [
        { misconception: "alpha-is-the-peak", said: peak },
        { misconception: "relu-is-cosmetic", said: plus(gradients.map(Math.abs)) / 4 },
      ]).filter(({ said }) => Number.isInteger(said)),
      explanation: {
        ko: `네 기울기의 합 ${josa(num(4 * value), "을/를")} 4로 나누면 ${josa(num(value), "이에요/예요")}. 부호가 다른 기울기는 서로 지워요.`,
        en: `The sum of the four, ${num(4 * value)}, divided by 4 is ${num(value)}. Gradients of opposite signs cancel.`,
      },
    };
  },
};

export const cellValue: NumericQuestion = {
  form: "numeric",
  id: "cell-value",
  tolerance: 0,
  range: { min: -100, max: 100, step: 1 },
  unit: null,
  asks(random) {
    const alphas = [random.int(2, 4), random.int(1, 3), -random.int(1, 3)] as const;
    const cell = [random.int(2, 9), random.int(1, 9), random.int(2, 9)] as const;
    const terms = alphas.map((alpha, k) => alpha * cell[k]);
    const value = relu(plus(terms));
    return {
      prompt: {
        ko: `채널 셋의 α가 ${josa(row(alphas), "이고/고")}, 한 칸에서 채널의 값이 ${josa(row(cell), "이에요/예요")}. Grad-CAM 맵에서 이 칸의 값은 얼마일까요?`,
        en: `Three channels have α ${row(alphas)} and, in one cell, the values ${row(cell)}. What is this cell's value on the Grad-CAM map?`,
      },
      value,
      wrong: apart(value, [
        { misconception: "relu-is-cosmetic", said: plus(terms.map(Math.abs)) },
        { misconception: "any-class-same-map", said: plus(cell) },
        { misconception: "one-channel-decides", said: Math.max(...terms) },
      ]),
      explanation: {
        ko: `${products(alphas.map((alpha, k) => [alpha, cell[k]] as const))} = ${num(plus(terms))}. ${value === 0 ? "양수가 아니라서 ReLU가 지워요." : "양수라서 ReLU를 그대로 지나요."}`,
        en: `${products(alphas.map((alpha, k) => [alpha, cell[k]] as const))} = ${num(plus(terms))}. ${value === 0 ? "Not positive, so the ReLU wipes it out." : "Positive, so the ReLU lets it through."}`,
      },
    };
  },
};

const COLUMNS = 3;

export const hottestCell: PointQuestion = {
  form: "point",
  id: "hottest-cell",
  asks(random) {
    const [plusAlpha, minusAlpha] = [2, -1];
    // Largest for the first channel alone, for both added up, and for the map itself: three different cells.
    const cells = random.shuffle<readonly [string, number, number]>([
      ["alone", 9, random.int(8, 9)],
      ["map", 8, random.int(0, 1)],
      ["small", random.int(1, 4), 0],
      ["cold", random.int(0, 1), random.int(6, 7)],
      ["small", random.int(2, 4), random.int(0, 2)],
      ["small", random.int(1, 5), random.int(1, 4)],
    ]);
    const at = (name: string) => String(cells.findIndex(([kind]) => kind === name));
    return {
      prompt: {
        ko: `칸마다 ‘첫째 채널 | 둘째 채널’의 값이 적혀 있어요. α는 첫째가 ${num(plusAlpha)}, 둘째가 ${josa(num(minusAlpha), "이에요/예요")}. Grad-CAM에서 가장 뜨거운 칸은 어디일까요?`,
        en: `Each cell shows the first | the second channel. Their α are ${num(plusAlpha)} and ${num(minusAlpha)}. Which cell is hottest on the Grad-CAM map?`,
      },
      caption: { ko: "첫째 채널 | 둘째 채널", en: "First channel | second channel" },
      picture: { kind: "grid", rows: cells.length / COLUMNS, columns: COLUMNS, cells: cells.map(([, a, b]) => `${a} | ${b}`) },
      target: at("map"),
      wrong: [
        { misconception: "one-channel-decides", said: at("alone") },
        { misconception: "relu-is-cosmetic", said: at("alone") },
      ],
      explanation: {
        ko: "첫째 채널이 가장 강한 칸에서는 둘째 채널도 강해서 열기를 빼 가요. 첫째가 그다음으로 강하고 둘째가 거의 꺼진 칸이 가장 뜨거워요.",
        en: "Where the first channel is strongest the second one is strong as well and takes from it. The next strongest cell, where the second is nearly absent, wins.",
      },
    };
  },
};

/** Four channels whose α · mean A are all different, the strongest α not the strongest share. */
function fourChannels(random: Random): readonly { readonly id: string; readonly alpha: number; readonly mean: number }[] {
  const scale = random.int(1, 3);
  return [
    { id: "wide", alpha: 2 * scale, mean: 9 },
    { id: "steep", alpha: 5 * scale, mean: 2 },
    { id: "faint", alpha: 3 * scale, mean: 1 },
    { id: "against", alpha: -4 * scale, mean: 3 },
  ];
}

export const channelOrder: OrderQuestion = {
  form: "order",
  id: "channel-order",
  ends: {
    first: { ko: "맨 위: 맵에 가장 많이 보태요", en: "Top: adds most to the map" },
    last: { ko: "맨 아래: 맵에서 가장 많이 빼요", en: "Bottom: takes most from it" },
  },
  asks: (random) => ({
    prompt: {
      ko: "채널마다 α와, 그 채널 값의 평균이에요. 맵에 많이 보태는 것부터 놓아 보세요.",
      en: "Each channel has its α and the mean of its values. Put first what adds most to the map.",
    },
    items: fourChannels(random).map(({ id, alpha, mean }) => ({
      id,
      text: { ko: `α = ${num(alpha)}, 평균 ${mean}`, en: `α = ${num(alpha)}, mean ${mean}` },
    })),
    wrong: [{ misconception: "one-channel-decides", said: ["steep", "faint", "wide", "against"] }],
    explanation: {
      ko: "α와 평균을 곱한 것이 채널의 몫이에요. α가 가장 커도 채널이 거의 켜지지 않으면 보태는 것이 적고, 음수 α는 빼요.",
      en: "A channel's share is α times its mean. The largest α adds little when its channel is hardly on, and a negative α takes away.",
    },
  }),
};

export const formulas: MatchQuestion = {
  form: "match",
  id: "formulas",
  asks: {
    prompt: {
      ko: "채널 A를 무엇으로 가중해 더하는지, 방법마다 이어 보세요.",
      en: "By what does each method weigh a channel A before it adds them up? Match them.",
    },
    lefts: [
      { id: "cam", text: { ko: "CAM", en: "CAM" } },
      { id: "grad-cam", text: { ko: "Grad-CAM", en: "Grad-CAM" } },
      { id: "hires", text: { ko: "HiResCAM", en: "HiResCAM" } },
    ],
    rights: [
      { id: "weight", text: { ko: "마지막 완전 연결층의 가중치", en: "The last dense layer's weight" } },
      { id: "mean", text: { ko: "채널의 칸들에서 평균한 기울기", en: "Its gradient, averaged over cells" } },
      { id: "cell", text: { ko: "칸마다 그 칸의 기울기", en: "In each cell, that cell's gradient" } },
      { id: "peak", text: { ko: "채널에서 가장 큰 기울기 하나", en: "Its largest gradient of any cell" } },
    ],
    wrong: [
      { misconception: "alpha-is-the-fc-weight", said: ["grad-cam", "weight"] },
      { misconception: "cell-by-cell", said: ["grad-cam", "cell"] },
      { misconception: "alpha-is-the-peak", said: ["grad-cam", "peak"] },
    ],
    explanation: {
      ko: "셋은 가중치만 달라요. 마지막 특징 지도를 평균해 보내는 신경망의 마지막 층에서는 기울기가 칸마다 같아서 셋은 상수배 차이만 있어요.",
      en: "They differ in the weights alone. At the last layer of a network that averages it, the gradient is the same in every cell, and all three agree up to a constant.",
    },
  },
};

export const reluFirst: MistakeQuestion = {
  form: "mistake",
  id: "relu-first",
  asks(random) {
    const cells = [
      [random.int(5, 9), -random.int(1, 4)],
      [random.int(5, 9), -random.int(1, 4)],
      [random.int(1, 4), -random.int(5, 9)],
      [random.int(1, 4), -random.int(5, 9)],
    ] as const;
    const order = random.shuffle([0, 1, 2, 3]);
    const slip = random.int(0, 3);
    return {
      prompt: {
        ko: "칸마다 두 채널의 α·A를 더해 Grad-CAM의 값을 구한 풀이예요. 값이 틀린 줄은 어디일까요?",
        en: "In each cell the α·A of two channels give the Grad-CAM value. Which line has a wrong value?",
      },
      lines: order.map((at, i) => {
        const [a, b] = cells[at];
        const value = num(i === slip ? relu(a) + relu(b) : relu(a + b));
        return { ko: `칸 ${i + 1}: ${num(a)} + (${num(b)}) → ${value}`, en: `Cell ${i + 1}: ${num(a)} + (${num(b)}) → ${value}` };
      }),
      slip,
      wrong: order.flatMap((at, i) => (i !== slip && at >= 2 ? [{ misconception: "cold-is-empty", said: i }] : [])),
      explanation: {
        ko: "그 줄은 더하기 전에 ReLU를 씌워 반대하는 증거를 잃었어요. 먼저 더하고, 합이 음수면 0으로 만들어요.",
        en: "That line took the ReLU before the sum and lost the evidence against. Add first; a negative sum becomes 0.",
      },
    };
  },
};

export const gapWeight: NumericQuestion = {
  form: "numeric",
  id: "gap-weight",
  tolerance: 0,
  range: { min: -50, max: 50, step: 1 },
  unit: null,
  asks(random) {
    const [side, value] = [random.pick([2, 3]), random.int(2, 5)];
    const weight = value * side * side;
    return {
      prompt: {
        ko: `어느 신경망은 마지막 특징 지도(${side} × ${side}칸)를 평균한 뒤 완전 연결층 하나로 점수를 내요. 한 채널의 가중치는 ${josa(num(weight), "이에요/예요")}. 그 채널의 α는 얼마일까요?`,
        en: `A network averages its last feature maps (${side} × ${side} cells) and gives scores by a single dense layer. A channel's weight is ${num(weight)}. What is its α?`,
      },
      value,
      wrong: [{ misconception: "alpha-is-the-fc-weight", said: weight }],
      explanation: {
        ko: `평균은 칸마다 1/${side * side}씩만 점수에 전해요. 그래서 기울기는 모든 칸에서 ${weight}/${side * side} = ${josa(num(value), "이고/고")}, 평균해도 그대로예요.`,
        en: `Averaging passes 1/${side * side} of each cell on to the score. The gradient is ${weight}/${side * side} = ${num(value)} in every cell, and so is its mean.`,
      },
    };
  },
};
