/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import type { Random } from "@/lib/engine/random";
import type { MatchQuestion, MistakeQuestion, NumericQuestion, OrderQuestion, PointQuestion } from "@/lib/questions";
import { drawnUntil } from "@/lib/questions";
import { cellName, josa, letter, num } from "@/lib/words";
import { productsSaid } from "./challenges/filter-response/words";

const WHOLE = { form: "numeric", tolerance: 0, range: { min: -2000, max: 200_000, step: 1 }, unit: null } as const;

const rows = (nine: readonly number[]) =>
  [0, 3, 6]
    .map((at) =>
      nine
        .slice(at, at + 3)
        .map((v) => num(v))
        .join(", "),
    )
    .join(" / ");
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
/** A kernel of three weights that are not 0, and a patch. */
function laid(random: Random) {
  const kernel = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const places = random.shuffle([0, 1, 2, 3, 5, 6, 7, 8]).slice(0, 3);
  const weights = random.shuffle([random.int(2, 4), random.int(1, 3), -random.int(1, 4)]);
  places.forEach((place, i) => (kernel[place] = weights[i]));
  const patch = kernel.map(() => random.int(1, 9));
  return { kernel, patch };
}

export const oneResponse: NumericQuestion = {
  ...WHOLE,
  id: "one-response",
  asks(random) {
    const { kernel, patch, bias, value } = drawnUntil(
      random,
      () => {
        const { kernel, patch } = laid(random);
        const bias = random.pick([-6, -5, 5, 6, 7]);
        return { kernel, patch, bias, value: dot(kernel, patch) + bias };
      },
      ({ kernel, patch, value }) => value > 0 && dot([...kernel].reverse(), patch) !== dot(kernel, patch),
    );
    return {
      prompt: {
        ko: `3×3 커널이 ${josa(rows(kernel), "이고/고")}, 그 아래의 조각이 ${rows(patch)}, 편향이 ${josa(num(bias), "이에요/예요")}. 신경망의 합성곱에서 반응은 얼마인가요?`,
        en: `A 3×3 kernel is ${rows(kernel)}, the patch under it ${rows(patch)}, the bias ${num(bias)}. What is the response in a network's convolution?`,
      },
      value,
      wrong: [
        { misconception: "kernel-is-turned", said: dot([...kernel].reverse(), patch) + bias },
        { misconception: "bias-is-visible", said: value - bias },
        { misconception: "sign-does-not-count", said: dot(kernel.map(Math.abs), patch) + bias },
      ].filter((each) => each.said !== value),
      explanation: {
        ko: `${productsSaid([kernel], [patch])} = ${num(value - bias)}, 편향까지 ${josa(num(value), "이에요/예요")}.`,
        en: `${productsSaid([kernel], [patch])} = ${num(value - bias)}, with the bias ${num(value)}.`,
      },
    };
  },
};

export const weightsOfLayer: NumericQuestion = {
  ...WHOLE,
  id: "weights-of-layer",
  asks(random) {
    const [reads, filters] = [8 * random.int(3, 10), 8 * random.int(3, 12)];
    const value = reads * filters * 9;
    return {
      prompt: {
        ko: `3×3 합성곱 층이 채널 ${reads}개를 읽고 채널 ${filters}개를 내놓아요. 가중치는 모두 몇 개인가요(편향은 빼고)?`,
        en: `A 3×3 convolution reads ${reads} channels and gives ${filters}. How many weights has it, without the biases?`,
      },
      value,
      wrong: [{ misconception: "one-filter-one-kernel", said: filters * 9 }],
      explanation: {
        ko: `필터 ${filters}개마다 커널이 ${reads}개, 커널마다 가중치가 9개예요. ${filters} × ${reads} × 9 = ${num(value)}.`,
        en: `Each of ${filters} filters has ${reads} kernels of 9 weights: ${filters} × ${reads} × 9 = ${num(value)}.`,
      },
    };
  },
};

export const missingWeight: NumericQuestion = {
  ...WHOLE,
  range: { min: -30, max: 30, step: 1 },
  id: "missing-weight",
  asks(random) {
    const [pixel, known, other] = [random.int(2, 4), random.int(2, 5), random.int(1, 4)];
    const value = random.int(2, 5) * (random.chance(0.6) ? -1 : 1);
    const bias = pixel * random.int(2, 4);
    const response = value * pixel + known * other + bias;
    return {
      prompt: {
        ko: `커널에서 가중치 하나가 지워졌어요. 그 아래의 픽셀은 ${pixel}, 다른 한 픽셀은 ${josa(num(other), "이고/고")} 그 가중치는 ${known}, 나머지 픽셀은 모두 0이에요. 편향 ${josa(num(bias), "을/를")} 더한 반응이 ${josa(num(response), "이라면/라면")} 지워진 가중치는 얼마인가요?`,
        en: `One weight of a kernel is lost. The pixel under it is ${pixel}; one other pixel is ${other}, under a weight of ${known}; the rest are 0. The response with the bias of ${bias} is ${num(response)}. What is the lost weight?`,
      },
      value,
      wrong: [
        { misconception: "bias-is-visible", said: value + bias / pixel },
        { misconception: "sign-does-not-count", said: Math.abs(value) },
      ].filter((each) => each.said !== value),
      explanation: {
        ko: `${num(response)}에서 편향 ${josa(num(bias), "과/와")} ${known}·${josa(num(other), "을/를")} 빼면 ${num(value * pixel)}. ${josa(num(pixel), "으로/로")} 나누면 ${josa(num(value), "이에요/예요")}.`,
        en: `${num(response)} less the bias of ${bias} and ${known}·${other} leaves ${num(value * pixel)}; divided by ${pixel} that is ${num(value)}.`,
      },
    };
  },
};

export const outputSide: NumericQuestion = {
  ...WHOLE,
  range: { min: 1, max: 500, step: 1 },
  id: "output-side",
  asks(random) {
    const side = 8 * random.int(9, 30);
    return {
      prompt: {
        ko: `변이 ${side}픽셀인 그림을 3×3 커널이 보폭 2로 지나가요. 지도 밖은 0으로 채워서 두 칸마다 한 번씩 빠짐없이 놓여요. 나오는 지도의 변은 몇 칸인가요?`,
        en: `A 3×3 kernel passes over a picture of ${side} pixels a side with a stride of 2 and 0 outside, so that it is laid down at every second pixel. How many cells has a side of the map?`,
      },
      value: side / 2,
      wrong: [{ misconception: "stride-is-one", said: side }],
      explanation: {
        ko: `두 칸마다 한 번이라 ${side} ÷ 2 = ${num(side / 2)}.`,
        en: `Once every two pixels: ${side} ÷ 2 = ${num(side / 2)}.`,
      },
    };
  },
};

/** Left and right of a vertical edge. The kernel takes the left from the right. */
export const louderFirst: OrderQuestion = {
  form: "order",
  id: "louder-first",
  ends: {
    first: { ko: "맨 위: 반응이 가장 커요", en: "Top: largest response" },
    last: { ko: "맨 아래: 가장 작아요", en: "Bottom: smallest" },
  },
  asks(random) {
    const base = random.int(1, 3);
    const steps = [5, 3, 1, -2];
    const items = steps.map((step, i) => {
      const left = step > 0 ? base + (i === 2 ? 4 : i === 1 ? 2 : 0) : 8;
      return { id: letter(i).toLowerCase(), left, right: left + step };
    });
    const text = ({ left, right }: { left: number; right: number }) => ({
      ko: `왼쪽 열은 모두 ${left}, 오른쪽 열은 모두 ${right}`,
      en: `left column all ${left}, right column all ${right}`,
    });
    const answers = items.map(({ left, right }) => num(3 * (right - left))).join(", ");
    return {
      prompt: {
        ko: "커널의 왼쪽 열은 −1, 가운데 열은 0, 오른쪽 열은 1이에요. 반응이 큰 조각부터 놓아 보세요.",
        en: "A kernel's left column is −1, its middle one 0, its right one 1. Put the patches in order, the largest response first.",
      },
      items: items.map((item) => ({ id: item.id, text: text(item) })),
      wrong: [
        {
          misconception: "bright-kernel-fires-on-bright",
          said: [...items].sort((a, b) => b.left + b.right - a.left - a.right).map(({ id }) => id),
        },
      ],
      explanation: {
        ko: `반응은 오른쪽에서 왼쪽을 뺀 것의 세 배라, 차례로 ${josa(answers, "이에요/예요")}. 얼마나 밝은지는 상관없어요.`,
        en: `The response is three times right less left: ${answers}. How bright they are does not matter.`,
      },
    };
  },
};

export const whatItReads: MatchQuestion = {
  form: "match",
  id: "what-it-reads",
  asks: {
    prompt: {
      ko: "커널 그림을 보고, 반응이 가장 큰 조각과 이어 보세요(회색이 0이에요).",
      en: "Match each kernel's picture with the patch that it answers loudest. Grey is 0.",
    },
    lefts: [
      { id: "edge", text: { ko: "왼쪽 열은 검고 오른쪽 열은 하얀 커널", en: "left column black, right column white" } },
      { id: "line", text: { ko: "가운데 열만 하얗고 양옆은 검은 커널", en: "middle column white, both sides black" } },
      { id: "grey", text: { ko: "세 색에서 똑같이 온통 하얀 커널", en: "white all over, in all three colours" } },
      { id: "colour", text: { ko: "빨강에서는 하얗고 초록에서는 검은 커널", en: "white in red, black in green" } },
    ],
    rights: [
      { id: "step", text: { ko: "어두운 곳에서 밝은 곳으로 바뀌는 조각", en: "a step from dark to bright" } },
      { id: "stroke", text: { ko: "어두운 바탕 위의 밝은 세로선", en: "a bright upright line on dark ground" } },
      { id: "light", text: { ko: "고르게 밝은 조각", en: "an evenly bright patch" } },
      { id: "red", text: { ko: "고르게 빨간 조각", en: "an evenly red patch" } },
    ],
    wrong: [
      { misconception: "bright-kernel-fires-on-bright", said: ["edge", "light"] },
      { misconception: "one-filter-one-kernel", said: ["colour", "light"] },
      { misconception: "sign-is-colour", said: ["line", "light"] },
    ],
    explanation: {
      ko: "하얀 자리는 밝기를 더하고 검은 자리는 빼요. 더하고 빼는 자리가 같은 만큼이면 고른 빛에는 반응하지 않아요.",
      en: "White places add brightness, black ones take it away. Where both are equal, even light leaves the kernel silent.",
    },
  },
};

export const pointAtPeak: PointQuestion = {
  form: "point",
  id: "point-at-peak",
  asks(random) {
    // Rows of a picture: dark, then bright from some column on, and the reverse elsewhere.
    const { cells, loud, soft, bright } = drawnUntil(
      random,
      () => {
        const cells = Array.from({ length: 6 }, () => Array.from({ length: 6 }, () => random.int(4, 5)));
        const [up, down, flat] = random.shuffle([0, 1, 2, 3, 4, 5]);
        const [x, y, z] = [random.int(1, 4), random.int(1, 4), random.int(1, 4)];
        cells[up][x - 1] = 1;
        cells[up][x + 1] = 8;
        cells[down][y - 1] = 9;
        cells[down][y + 1] = 0;
        for (const at of [z - 1, z, z + 1]) cells[flat][at] = 9;
        return { cells, loud: up * 6 + x, soft: down * 6 + y, bright: flat * 6 + z };
      },
      ({ loud, cells }) => {
        const at = (cell: number) => {
          const [row, column] = [Math.floor(cell / 6), cell % 6];
          return column === 0 || column === 5 ? -99 : cells[row][column + 1] - cells[row][column - 1];
        };
        return Array.from({ length: 36 }, (_, i) => i).every((cell) => cell === loud || at(cell) < at(loud));
      },
    );
    const { ko, en } = cellName(loud, 6);
    const [row, column] = [Math.floor(loud / 6), loud % 6];
    const line = `${cells[row][column + 1]} − ${cells[row][column - 1]} = ${cells[row][column + 1] - cells[row][column - 1]}`;
    return {
      prompt: {
        ko: "커널이 한 줄짜리 −1, 0, 1이에요. 커널의 한가운데를 어느 칸에 놓을 때 반응이 가장 클까요?",
        en: "A kernel of one row is −1, 0, 1. On which cell does its middle lie when the response is largest?",
      },
      caption: { ko: "픽셀의 밝기", en: "Brightness of pixels" },
      picture: { kind: "grid", rows: 6, columns: 6, cells: cells.flat().map(String) },
      target: String(loud),
      wrong: [
        { misconception: "sign-does-not-count", said: String(soft) },
        { misconception: "bright-kernel-fires-on-bright", said: String(bright) },
      ],
      explanation: {
        ko: `${josa(ko, "이에요/예요")}. 오른쪽에서 왼쪽을 빼면 ${line}.`,
        en: `${en}: right less left is ${line}.`,
      },
    };
  },
};

export const workedSlip: MistakeQuestion = {
  form: "mistake",
  id: "worked-slip",
  asks(random) {
    const slip = random.int(0, 3);
    const [a, b, c] = [random.int(2, 3), -random.int(2, 3), random.int(1, 2)];
    const [x, y, z] = [random.int(1, 4), random.int(5, 9), random.int(1, 3)];
    const bias = random.int(2, 5);
    const first = slip === 0 ? a * z : a * x;
    const second = slip === 1 ? -b * y : b * y;
    const sum = first + second + c * z;
    const biased = slip === 2 ? sum : sum + bias;
    const out = slip === 3 ? biased : Math.max(0, biased);
    const lines = [
      { ko: `왼쪽: ${a}·${slip === 0 ? z : x} = ${num(first)}`, en: `Left: ${a}·${slip === 0 ? z : x} = ${num(first)}` },
      { ko: `가운데: (${num(b)})·${y} = ${num(second)}`, en: `Middle: (${num(b)})·${y} = ${num(second)}` },
      {
        ko:
          slip === 2
            ? `오른쪽 ${c}·${z}까지 더해 ${num(sum)}, 편향은 그림에 없으니 빼고 ${num(biased)}`
            : `오른쪽 ${c}·${z}까지 더해 ${num(sum)}, 편향 ${josa(num(bias), "을/를")} 더해 ${num(biased)}`,
        en:
          slip === 2
            ? `With the right, ${c}·${z}, that is ${num(sum)}; the bias is in no picture: ${num(biased)}`
            : `With the right, ${c}·${z}, that is ${num(sum)}; with the bias of ${bias} it is ${num(biased)}`,
      },
      { ko: `ReLU 뒤: ${num(out)}`, en: `After the ReLU: ${num(out)}` },
    ];
    const explanations = [
      {
        ko: `커널은 돌리지 않아요. 왼쪽 가중치 ${josa(num(a), "은/는")} 왼쪽 픽셀 ${josa(num(x), "과/와")} 만나요.`,
        en: `The kernel is not turned: the left weight of ${a} meets the left pixel, ${x}.`,
      },
      { ko: `음수 곱하기 양수는 음수예요: ${num(b * y)}.`, en: `Negative times positive is negative: ${num(b * y)}.` },
      {
        ko: `편향 ${josa(num(bias), "은/는")} 그림에 없어도 반응에는 들어가요.`,
        en: `The bias of ${bias} is in no picture, but it is in the response.`,
      },
      { ko: `${josa(num(biased), "은/는")} 음수라 ReLU 뒤에는 0이에요.`, en: `${num(biased)} is negative, so it is 0 after the ReLU.` },
    ];
    const beliefs = ["kernel-is-turned", "sign-does-not-count", "bias-is-visible", "negatives-stay"];
    return {
      prompt: {
        ko: `한 줄짜리 커널 ${a}, ${num(b)}, ${josa(num(c), "을/를")} 픽셀 ${x}, ${y}, ${z} 위에 놓았어요. 편향은 ${josa(num(bias), "이고/고")} ReLU를 거쳐요. 틀린 줄은 어디일까요?`,
        en: `A kernel of one row, ${a}, ${num(b)}, ${num(c)}, lies on the pixels ${x}, ${y}, ${z}. The bias is ${bias}, and a ReLU follows. Which line is wrong?`,
      },
      lines,
      slip,
      wrong: beliefs.flatMap((misconception, i) => (i === slip ? [] : [{ misconception, said: i }])),
      explanation: explanations[slip],
    };
  },
};
