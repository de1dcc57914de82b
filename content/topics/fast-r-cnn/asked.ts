/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import type { MatchQuestion, MistakeQuestion, NumericQuestion, OrderQuestion, PointQuestion } from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import type { Random } from "@/lib/engine/random";
import { josa, num } from "@/lib/words";

/** Quarters of a cell that are not a half: 1 and 3. */
const offHalf = (random: Random) => (random.int(0, 1) === 1 ? 1 : 3);

export const roiWidth: NumericQuestion = {
  form: "numeric",
  id: "roi-width",
  tolerance: 0,
  range: { min: 0, max: 60, step: 1 },
  unit: { ko: "칸", en: "cells" },
  asks(random) {
    const stride = random.pick([8, 16]);
    // The near corner is rounded up, the far one down: floored, the RoI would be a cell wider.
    const [first, last] = [random.int(1, 9), random.int(12, 40)];
    const [x1, x2] = [(first - 1) * stride + (3 * stride) / 4, last * stride + stride / 4];
    const value = last - first + 1;
    return {
      prompt: {
        ko: `RoI가 x = ${x1}부터 ${x2}까지예요. 보폭이 ${stride}인 지도에서 RoI 풀링이 쓰는 RoI는 가로로 몇 칸인가요?`,
        en: `A RoI goes from x = ${x1} to ${x2}. On a map of stride ${stride}, how many cells wide is the RoI that RoI pooling uses?`,
      },
      value,
      wrong: [
        { misconception: "end-cell-left-out", said: value - 1 },
        { misconception: "corners-floored", said: value + 1 },
      ],
      explanation: {
        ko: `${x1} ÷ ${stride} = ${num(x1 / stride, 2)} → ${first}, ${x2} ÷ ${stride} = ${num(x2 / stride, 2)} → ${last}. 두 끝의 칸이 모두 들어가니 ${last} − ${first} + 1 = ${josa(String(value), "이에요/예요")}.`,
        en: `${x1} ÷ ${stride} = ${num(x1 / stride, 2)} → ${first}, ${x2} ÷ ${stride} = ${num(x2 / stride, 2)} → ${last}. Both end cells belong to it: ${last} − ${first} + 1 = ${value}.`,
      },
    };
  },
};

export const cellOfPixel: NumericQuestion = {
  form: "numeric",
  id: "which-cell",
  tolerance: 0,
  range: { min: 0, max: 60, step: 1 },
  unit: { ko: "번째 칸", en: "" },
  asks(random) {
    const stride = random.pick([8, 16]);
    const cell = random.int(6, 48);
    const x = cell * stride + (offHalf(random) * stride) / 4;
    const value = Math.floor(x / stride + 0.5);
    const floored = Math.floor(x / stride);
    return {
      prompt: {
        ko: `RoI의 왼쪽 변은 x = ${x}, 지도의 보폭은 ${josa(String(stride), "이에요/예요")}. RoI 풀링의 RoI는 몇 번째 칸(0부터)에서 시작하나요?`,
        en: `A RoI's left edge is at x = ${x}; the map's stride is ${stride}. At which cell (counted from 0) does RoI pooling's RoI begin?`,
      },
      value,
      wrong: floored === value ? [] : [{ misconception: "corners-floored", said: floored }],
      explanation: {
        ko: `${x} ÷ ${stride} = ${num(x / stride, 2)}, 반올림하면 ${josa(String(value), "이에요/예요")}.`,
        en: `${x} ÷ ${stride} = ${num(x / stride, 2)}, rounded ${value}.`,
      },
    };
  },
};

export const pipeline: OrderQuestion = {
  form: "order",
  id: "pipeline",
  ends: IN_TIME,
  asks: {
    prompt: { ko: "Fast R-CNN이 그림 한 장을 보는 차례로 놓아 보세요.", en: "Put Fast R-CNN's way through a picture in order." },
    items: [
      { id: "map", text: { ko: "온 그림의 특징 지도를 만들어요", en: "Compute the whole picture's map" } },
      { id: "round", text: { ko: "후보를 지도의 칸에 맞춰요", en: "Fit a proposal to its cells" } },
      { id: "bins", text: { ko: "칸을 구획으로 나눠요", en: "Divide those cells into bins" } },
      { id: "max", text: { ko: "구획마다 최댓값을 골라요", en: "Take the largest of each bin" } },
      { id: "head", text: { ko: "클래스와 상자를 함께 내요", en: "Give the class and the box" } },
    ],
    wrong: [],
    explanation: {
      ko: "지도는 그림마다 한 번만 만들어요. 후보마다 되풀이하는 것은 그다음부터예요.",
      en: "The map is computed once a picture. What is repeated for each proposal comes after it.",
    },
  },
};

/** Smooth L1 of an error in tenths, in thousandths. */
const bend = (tenths: number) => (tenths < 10 ? 5 * tenths * tenths : 100 * tenths - 500);
const loss = (thousandths: number) => num(thousandths / 1000, thousandths % 100 === 0 ? 1 : thousandths % 10 === 0 ? 2 : 3);

export const smoothValues: MatchQuestion = {
  form: "match",
  id: "smooth-values",
  asks(random) {
    const small = random.int(2, 8);
    const large = random.int(13, 28);
    return {
      prompt: { ko: "상자의 오차와 smooth L1 손실을 이어 보세요.", en: "Match each error of a box with its smooth L1 loss." },
      lefts: [
        { id: "small", text: { ko: `오차 ${num(small / 10, 1)}`, en: `an error of ${num(small / 10, 1)}` } },
        { id: "large", text: { ko: `오차 ${num(large / 10, 1)}`, en: `an error of ${num(large / 10, 1)}` } },
        { id: "zero", text: { ko: "오차 0", en: "an error of 0" } },
      ],
      rights: [
        { id: "half-square", text: { ko: loss(bend(small)), en: loss(bend(small)) } },
        { id: "less-half", text: { ko: loss(bend(large)), en: loss(bend(large)) } },
        { id: "nothing", text: { ko: "0", en: "0" } },
        { id: "square", text: { ko: loss(10 * small * small), en: loss(10 * small * small) } },
        { id: "size", text: { ko: loss(100 * large), en: loss(100 * large) } },
        { id: "large-square", text: { ko: loss(5 * large * large), en: loss(5 * large * large) } },
      ],
      wrong: [
        { misconception: "half-forgotten", said: ["small", "square"] },
        { misconception: "box-loss-is-absolute", said: ["large", "size"] },
        { misconception: "box-loss-is-squared", said: ["large", "large-square"] },
      ],
      explanation: {
        ko: `1보다 작으면 ½ × ${num(small / 10, 1)}² = ${loss(bend(small))}, 1부터는 ${num(large / 10, 1)} − ½ = ${josa(loss(bend(large)), "이에요/예요")}.`,
        en: `Below 1 it is ½ × ${num(small / 10, 1)}² = ${loss(bend(small))}; from 1 on ${num(large / 10, 1)} − ½ = ${loss(bend(large))}.`,
      },
    };
  },
};

export const wholeLoss: NumericQuestion = {
  form: "numeric",
  id: "whole-loss",
  tolerance: 0.02,
  range: { min: 0, max: 40, step: 0.01 },
  unit: { ko: "", en: "" },
  asks(random) {
    const cls = random.int(4, 20);
    const lambda = random.int(2, 4);
    const [small, large] = [2 * random.int(1, 4), random.int(13, 28)];
    const boxes = bend(small) + bend(large);
    const value = (100 * cls + lambda * boxes) / 1000;
    return {
      prompt: {
        ko: `물체 RoI의 클래스 손실은 ${num(cls / 10, 1)}, 상자의 오차는 ${num(small / 10, 1)}, ${num(large / 10, 1)}, 0, 0이에요. λ = ${lambda}일 때 이 RoI의 손실은 얼마인가요?`,
        en: `An object's RoI has a class loss of ${num(cls / 10, 1)}; its box is off by ${num(small / 10, 1)}, ${num(large / 10, 1)}, 0 and 0. With λ = ${lambda}, what is its loss?`,
      },
      value,
      wrong: [
        { misconception: "lambda-is-one", said: (100 * cls + boxes) / 1000 },
        { misconception: "box-loss-is-absolute", said: (100 * cls + 100 * lambda * (small + large)) / 1000 },
        { misconception: "object-pays-for-box-alone", said: (lambda * boxes) / 1000 },
      ],
      explanation: {
        ko: `${num(cls / 10, 1)} + ${lambda} × (${loss(bend(small))} + ${loss(bend(large))}) = ${num(value, 2)}.`,
        en: `${num(cls / 10, 1)} + ${lambda} × (${loss(bend(small))} + ${loss(bend(large))}) = ${num(value, 2)}.`,
      },
    };
  },
};

const [ROWS, COLUMNS] = [4, 5];

export const twice: PointQuestion = {
  form: "point",
  id: "comes-out-twice",
  asks(random) {
    // The middle column belongs to the left and the right bins; its winner stands in one half, the other half has its own two.
    const row = random.int(0, ROWS - 1);
    const top = random.shuffle(Array.from({ length: 9 }, (_, i) => 90 + i));
    const low = random.shuffle(Array.from({ length: 60 }, (_, i) => 10 + i)).slice(0, ROWS * COLUMNS);
    const half = row < 2 ? [0, 1] : [2, 3];
    const other = row < 2 ? [2, 3] : [0, 1];
    const target = row * COLUMNS + 2;
    const [left, right] = [random.pick(other) * COLUMNS + random.int(0, 1), random.pick(other) * COLUMNS + random.int(3, 4)];
    const values = low.map((value, cell) => (cell === target ? top[0] : cell === left ? top[1] : cell === right ? top[2] : value));
    return {
      prompt: {
        ko: `RoI가 가로 ${COLUMNS}칸, 세로 ${ROWS}칸 전부예요. 최댓값으로 2×2로 RoI 풀링하면 결과에 두 번 나오는 수는 어느 칸의 것인가요?`,
        en: `The RoI is all ${COLUMNS} by ${ROWS} cells. Pooled to 2×2 by maxima, the number of which cell comes out twice?`,
      },
      caption: { ko: "RoI의 칸과 그 수", en: "The RoI's cells and their numbers" },
      picture: { kind: "grid", rows: ROWS, columns: COLUMNS, cells: values.map(String) },
      target: String(target),
      wrong: [{ misconception: "bins-never-share", said: String(top[1] > top[2] ? left : right) }],
      explanation: {
        ko: `가로 5칸을 둘로 나누면 가운데 세로줄은 두 구획에 들어가요. 세로 ${half[0] + 1}–${half[1] + 1}행에서 가장 큰 ${josa(String(top[0]), "이/가")} 그 줄에 있어서 두 번 나와요.`,
        en: `Halved, the 5 columns share the middle one. ${top[0]}, the largest of rows ${half[0] + 1}–${half[1] + 1}, stands in it and comes out twice.`,
      },
    };
  },
};

export const received: NumericQuestion = {
  form: "numeric",
  id: "received",
  tolerance: 0,
  range: { min: -99, max: 99, step: 1 },
  unit: { ko: "", en: "" },
  asks(random) {
    const [a, b] = [random.int(2, 9), random.int(2, 9)];
    const [first, other] = [random.int(10, 19), random.int(21, 30)];
    const value = first + a;
    return {
      prompt: {
        ko: `수가 ${80 + b}인 칸이 세 구획에 들어 있어요. 두 구획에서는 최댓값이고 거기에 도착한 기울기는 ${first}, ${a}. 나머지 구획에는 더 큰 수가 있고 도착한 기울기는 ${other}. 이 칸은 기울기를 얼마나 받나요?`,
        en: `A cell that holds ${80 + b} lies in three bins. In two it is the maximum, and gradients ${first} and ${a} arrive there. The third bin has a larger number, and gradient ${other} arrives. How much does the cell receive?`,
      },
      value,
      wrong: [
        { misconception: "gradient-to-every-cell", said: value + other },
        { misconception: "shared-winner-once", said: first },
      ],
      explanation: {
        ko: `최댓값인 두 구획의 기울기만 더해요: ${first} + ${a} = ${josa(String(value), "이에요/예요")}.`,
        en: `Only the two bins where it is the maximum count: ${first} + ${a} = ${value}.`,
      },
    };
  },
};

export const whatIsTaught: MatchQuestion = {
  form: "match",
  id: "what-is-taught",
  asks: {
    prompt: {
      ko: "Fast R-CNN의 학습에서, 강아지와의 IoU가 이런 RoI는 무엇으로 쓰이나요?",
      en: "In Fast R-CNN's training, what is a RoI with this IoU with a dog used as?",
    },
    lefts: [
      { id: "low", text: { ko: "IoU 0.04", en: "IoU 0.04" } },
      { id: "mid", text: { ko: "IoU 0.35", en: "IoU 0.35" } },
      { id: "high", text: { ko: "IoU 0.62", en: "IoU 0.62" } },
    ],
    rights: [
      { id: "not", text: { ko: "뽑지 않아요", en: "It is not drawn" } },
      { id: "background", text: { ko: "배경", en: "Background" } },
      { id: "dog", text: { ko: "강아지", en: "A dog" } },
      { id: "box", text: { ko: "상자만 배워요", en: "For its box alone" } },
    ],
    wrong: [
      { misconception: "rest-is-background", said: ["low", "background"] },
      { misconception: "any-overlap-is-object", said: ["mid", "dog"] },
      { misconception: "object-pays-for-box-alone", said: ["high", "box"] },
    ],
    explanation: {
      ko: "0.5 이상이면 물체, 0.1 이상 0.5 미만이면 배경이고, 그보다 작으면 뽑지 않아요.",
      en: "From 0.5 on it is an object, from 0.1 up to 0.5 background; below that it is not drawn.",
    },
  },
};

export const workedBill: MistakeQuestion = {
  form: "mistake",
  id: "worked-bill",
  asks(random) {
    const slip = random.int(0, 3);
    const tenth = () => random.int(2, 9);
    const [a, b, c, d] = [tenth(), tenth(), tenth(), tenth()];
    const [e, f] = [random.int(13, 28), 2 * random.int(1, 4)];
    const one = (tenths: number) => num(tenths / 10, 1);
    const whole = (role: { ko: string; en: string }, cls: number, box: number, sum: number) => ({
      ko: `${role.ko}: 클래스에서 ${one(cls)}, 가까운 상자에서 ${one(box)}, 내는 것은 ${one(sum)}`,
      en: `${role.en}: ${one(cls)} by its class, ${one(box)} by the nearest box; it pays ${one(sum)}`,
    });
    const [ground, object] = [
      { ko: "배경 RoI", en: "Background" },
      { ko: "물체 RoI", en: "An object" },
    ];
    const lines: readonly { readonly right: { ko: string; en: string }; readonly wrong: { ko: string; en: string } }[] = [
      { right: whole(ground, a, b, a), wrong: whole(ground, a, b, a + b) },
      { right: whole(object, c, d, c + d), wrong: whole(object, c, d, d) },
      {
        right: {
          ko: `상자 오차 ${num(e / 10, 1)}: 손실 ${loss(bend(e))}`,
          en: `A box error of ${num(e / 10, 1)}: a loss of ${loss(bend(e))}`,
        },
        wrong: {
          ko: `상자 오차 ${num(e / 10, 1)}: 손실 ${loss(100 * e)}`,
          en: `A box error of ${num(e / 10, 1)}: a loss of ${loss(100 * e)}`,
        },
      },
      {
        right: {
          ko: `상자 오차 ${num(f / 10, 1)}: 손실 ${loss(bend(f))}`,
          en: `A box error of ${num(f / 10, 1)}: a loss of ${loss(bend(f))}`,
        },
        wrong: {
          ko: `상자 오차 ${num(f / 10, 1)}: 손실 ${loss(10 * f * f)}`,
          en: `A box error of ${num(f / 10, 1)}: a loss of ${loss(10 * f * f)}`,
        },
      },
    ];
    const belief = ["background-pays-for-its-box", "object-pays-for-box-alone", "box-loss-is-absolute", "half-forgotten"];
    const why = [
      { ko: `배경에는 맞출 상자가 없어서 클래스의 ${one(a)}만 내요.`, en: `Background has no box to aim at and pays ${one(a)} alone.` },
      {
        ko: `물체는 둘 다 내요: ${one(c)} + ${one(d)} = ${one(c + d)}.`,
        en: `An object pays both: ${one(c)} + ${one(d)} = ${one(c + d)}.`,
      },
      { ko: `1부터는 ${num(e / 10, 1)} − ½ = ${loss(bend(e))}.`, en: `From 1 on it is ${num(e / 10, 1)} − ½ = ${loss(bend(e))}.` },
      { ko: `1보다 작으면 ½ × ${num(f / 10, 1)}² = ${loss(bend(f))}.`, en: `Below 1 it is ½ × ${num(f / 10, 1)}² = ${loss(bend(f))}.` },
    ];
    return {
      prompt: {
        ko: "Fast R-CNN의 손실을 셈했어요(smooth L1, λ = 1). 틀린 줄은 어디일까요?",
        en: "Losses of Fast R-CNN were worked out (smooth L1, λ = 1). Which line is wrong?",
      },
      lines: lines.map(({ right, wrong }, i) => (i === slip ? wrong : right)),
      slip,
      wrong: belief.flatMap((misconception, i) => (i === slip ? [] : [{ misconception, said: i }])),
      explanation: why[slip],
    };
  },
};
