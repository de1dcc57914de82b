/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import { type MatchQuestion, type MistakeQuestion, type NumericQuestion, type OrderQuestion, type PointQuestion } from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import { cellName, josa, num } from "@/lib/words";

/** A cell index, an offset in hundredths that neither ½ nor a whole cell stands for, a stride. */
const placed = (random: { int(a: number, b: number): number; chance(p: number): boolean; pick<T>(list: readonly T[]): T }) => ({
  cell: random.int(6, 40),
  offset: random.chance(0.5) ? random.int(15, 30) : random.int(70, 85),
  stride: random.pick([4, 8, 16]),
});

export const centreX: NumericQuestion = {
  form: "numeric",
  id: "centre-x",
  tolerance: 0.1,
  range: { min: 0, max: 1000, step: 0.01 },
  unit: { ko: "px", en: "px" },
  asks(random) {
    const { cell, offset, stride } = placed(random);
    const part = num(offset / 100, 2);
    const value = (cell + offset / 100) * stride;
    return {
      prompt: {
        ko: `보폭이 ${stride}픽셀인 CenterNet이에요. 0부터 세어 열 ${cell}에 봉우리가 있고 그 칸의 가로 오프셋은 ${josa(part, "이에요/예요")}. 상자의 가운데는 가로로 몇 픽셀에 있나요?`,
        en: `A CenterNet with a stride of ${stride} pixels. A peak is in column ${cell}, counted from 0, and the offset across is ${part} there. How many pixels from the left is the box's centre?`,
      },
      value,
      wrong: [
        { misconception: "cell-is-centre", said: (cell + 0.5) * stride },
        { misconception: "offset-moves-cell", said: (cell + (offset > 50 ? 1 : 0)) * stride },
      ],
      explanation: {
        ko: `칸 번호에 오프셋을 더하고 보폭을 곱해요: (${cell} + ${part}) × ${stride} = ${num(value, 2)}.`,
        en: `Add the offset to the cell's number and multiply by the stride: (${cell} + ${part}) × ${stride} = ${num(value, 2)}.`,
      },
    };
  },
};

export const leftEdge: NumericQuestion = {
  form: "numeric",
  id: "left-edge",
  tolerance: 0.1,
  range: { min: 0, max: 1000, step: 0.01 },
  unit: { ko: "px", en: "px" },
  asks(random) {
    const { cell, offset, stride } = placed(random);
    const [part, width] = [num(offset / 100, 2), random.int(3, 9)];
    const centre = (cell + offset / 100) * stride;
    const value = centre - (width / 2) * stride;
    return {
      prompt: {
        ko: `보폭이 ${stride}픽셀인 CenterNet의 봉우리가 0부터 세어 열 ${cell}에 있어요. 그 칸의 가로 오프셋은 ${part}, 너비는 ${width}칸이에요. 상자의 왼쪽 변은 가로로 몇 픽셀에 있나요?`,
        en: `A CenterNet with a stride of ${stride} pixels has a peak in column ${cell}, counted from 0. There the offset across is ${part} and the width is ${width} cells. How many pixels from the left is the box's left edge?`,
      },
      value,
      wrong: [
        { misconception: "point-is-corner", said: centre },
        { misconception: "cell-is-centre", said: (cell + 0.5 - width / 2) * stride },
      ],
      explanation: {
        ko: `가운데는 (${cell} + ${part}) × ${stride} = ${num(centre, 2)}. 너비의 절반 ${width} ÷ 2 × ${stride} = ${num((width / 2) * stride, 1)}만큼 왼쪽이라 ${num(value, 2)}.`,
        en: `The centre is at (${cell} + ${part}) × ${stride} = ${num(centre, 2)}. The edge is half the width, ${width} ÷ 2 × ${stride} = ${num((width / 2) * stride, 1)}, further left: ${num(value, 2)}.`,
      },
    };
  },
};

/** Least IoUs whose root is known, in hundredths, with the root in tenths. */
const ROOTS = [
  [49, 7],
  [64, 8],
  [81, 9],
] as const;

export const squareRadius: NumericQuestion = {
  form: "numeric",
  id: "square-radius",
  tolerance: 0.05,
  range: { min: 0, max: 50, step: 0.01 },
  unit: { ko: "칸", en: "cells" },
  asks(random) {
    const [hundredths, root] = random.pick(ROOTS);
    const side = 4 * random.int(5, 15);
    const [t, q] = [num(hundredths / 100, 2), num(root / 10, 1)];
    const value = (side * (10 - root)) / 20;
    return {
      prompt: {
        ko: `출력 지도에서 ${side}×${side}칸인 상자예요. 두 모서리가 함께 안으로 r칸씩 들어와도 IoU가 ${t} 이상이려면 r은 최대 얼마인가요? (√${t} = ${q})`,
        en: `A box of ${side}×${side} cells of the output map. By how many cells r may both corners move inwards for the IoU to stay at ${t} or more? (√${t} = ${q})`,
      },
      value,
      wrong: [
        { misconception: "slack-of-a-side", said: (side * (1 - hundredths / 100)) / 2 },
        { misconception: "always-seventy", said: side * 0.08167 },
      ],
      explanation: {
        ko: `(${side} − 2r)² ÷ ${side}² = ${josa(t, "이라면/라면")} ${side} − 2r = ${q} × ${side}. 그래서 r = ${side} × (1 − ${q}) ÷ 2 = ${num(value, 2)}.`,
        en: `(${side} − 2r)² ÷ ${side}² = ${t} means ${side} − 2r = ${q} × ${side}, so r = ${side} × (1 − ${q}) ÷ 2 = ${num(value, 2)}.`,
      },
    };
  },
};

export const nearShare: NumericQuestion = {
  form: "numeric",
  id: "near-share",
  tolerance: 0.2,
  range: { min: 0, max: 100, step: 0.01 },
  unit: { ko: "%", en: "%" },
  asks(random) {
    const tenths = random.int(2, 6);
    const [y, rest] = [num(tenths / 10, 1), num(1 - tenths / 10, 1)];
    const left = 10 - tenths;
    const value = (left * left * left * left) / 100;
    return {
      prompt: {
        ko: `CenterNet의 손실에서 β = 4예요. 가운데가 아닌 두 칸이 똑같은 점수를 냈는데, 한 칸의 목표값 Y는 ${y}, 다른 칸은 0이에요. 앞 칸은 뒤 칸이 내는 손실의 몇 %를 내나요?`,
        en: `In CenterNet's loss β = 4. Two cells that are no centres give the same score; the target Y of one is ${y}, that of the other 0. What percentage of the second one's loss does the first one pay?`,
      },
      value,
      wrong: [
        { misconception: "near-cells-pay-alike", said: 100 },
        { misconception: "near-cells-pay-alike", said: 10 * left },
      ],
      explanation: {
        ko: `(1 − Y)의 네제곱이에요: ${rest} × ${rest} × ${rest} × ${rest} = ${num(value / 100, 4)}, 곧 ${num(value, 2)}%.`,
        en: `It is the fourth power of 1 − Y: ${rest} × ${rest} × ${rest} × ${rest} = ${num(value / 100, 4)}, or ${num(value, 2)}%.`,
      },
    };
  },
};

export const steps: OrderQuestion = {
  form: "order",
  id: "steps",
  ends: IN_TIME,
  asks: {
    prompt: {
      ko: "논문의 CenterNet이 그림에서 상자를 얻는 차례로 놓아 보세요.",
      en: "Put in order how the paper's CenterNet comes from a picture to boxes.",
    },
    items: [
      { id: "maps", text: { ko: "그림 전체에서 세 가지 지도를 내요", en: "Compute three kinds of maps from the whole picture" } },
      { id: "peaks", text: { ko: "3×3 안에서 가장 큰 칸만 남겨요", en: "Keep the cells that are largest in their 3×3" } },
      { id: "top", text: { ko: "모든 클래스에서 값이 큰 100개를 골라요", en: "Take the 100 largest of them over all classes" } },
      { id: "read", text: { ko: "그 칸에서 오프셋과 크기를 읽어요", en: "Read offset and size at those cells" } },
    ],
    wrong: [],
    explanation: {
      ko: "칸끼리 견줘 봉우리를 찾고, 줄 세워 자르고, 남은 칸에서만 상자를 읽어요. 상자끼리 겹침을 재는 일은 없어요.",
      en: "Cells are compared, peaks ranked and cut, and boxes read at what is left. No overlap of boxes is ever measured.",
    },
  },
};

export const heads: MatchQuestion = {
  form: "match",
  id: "heads",
  asks: {
    prompt: {
      ko: "CenterNet의 지도와 그것이 말하는 것을 이어 보세요.",
      en: "What does each part of CenterNet say? Match them.",
    },
    lefts: [
      { id: "heat", text: { ko: "히트맵", en: "heat map" } },
      { id: "offset", text: { ko: "오프셋", en: "offset" } },
      { id: "size", text: { ko: "크기", en: "size" } },
      { id: "hill", text: { ko: "목표 언덕의 너비", en: "width of a target hill" } },
    ],
    rights: [
      { id: "what", text: { ko: "무엇이 어느 칸에 있는지", en: "what there is, and in which cell" } },
      { id: "where", text: { ko: "칸 안의 어디가 가운데인지", en: "where in the cell the centre is" } },
      { id: "large", text: { ko: "상자가 몇 칸 크기인지", en: "how many cells the box measures" } },
      { id: "stray", text: { ko: "얼마나 빗나가도 봐줄지", en: "how far off is still forgiven" } },
      { id: "next", text: { ko: "어느 옆 칸으로 옮길지", en: "to which next cell to move" } },
    ],
    wrong: [
      { misconception: "gaussian-is-extent", said: ["hill", "large"] },
      { misconception: "offset-moves-cell", said: ["offset", "next"] },
    ],
    explanation: {
      ko: "히트맵은 클래스마다 한 장, 오프셋과 크기는 모든 클래스가 두 장씩 함께 써요. 언덕은 학습할 때만 있어요.",
      en: "There is a heat map a class; offset and size have two channels each, shared by all classes. Hills exist in training alone.",
    },
  },
};

/** Cells along a side of the map that is pointed at. */
const SIDE = 5;

export const lowerPeak: PointQuestion = {
  form: "point",
  id: "lower-peak",
  asks(random) {
    // The high peak with a shoulder at its corner in one corner of the map, the low one opposite, a hump below the cut in a third.
    const [fx, fy] = [random.chance(0.5), random.chance(0.5)];
    const at = (x: number, y: number) => (fy ? SIDE - 1 - y : y) * SIDE + (fx ? SIDE - 1 - x : x);
    const high = random.int(80, 95);
    const [shoulder, low] = [high - random.int(8, 14), random.int(48, 58)];
    const values = Array.from({ length: SIDE * SIDE }, () => random.int(2, 14));
    const put = (x: number, y: number, value: number) => void (values[at(x, y)] = value);
    put(0, 0, high - random.int(24, 30));
    put(1, 1, high);
    put(2, 2, shoulder);
    put(1, 2, shoulder - random.int(9, 14));
    put(2, 1, shoulder - random.int(9, 14));
    put(1, 0, high - random.int(20, 30));
    put(0, 1, high - random.int(20, 30));
    put(4, 4, low);
    put(4, 3, low - random.int(10, 16));
    put(3, 4, low - random.int(10, 16));
    put(4, 0, random.int(21, 27));
    const target = at(4, 4);
    const cells = values.map((value) => `.${String(value).padStart(2, "0")}`);
    const [lowText, shoulderText, highText] = [num(low / 100, 2), num(shoulder / 100, 2), num(high / 100, 2)];
    return {
      prompt: {
        ko: "한 클래스의 히트맵에서 점수 임계값은 0.3이에요. CenterNet이 남기는 봉우리 둘 가운데 낮은 쪽은 어느 칸인가요?",
        en: "A class's heat map, with a score threshold of 0.3. CenterNet keeps two peaks of it. Which cell is the lower one?",
      },
      caption: { ko: "5×5칸 히트맵의 값", en: "The values of a heat map of 5×5 cells" },
      picture: { kind: "grid", rows: SIDE, columns: SIDE, cells },
      target: String(target),
      wrong: [
        { misconception: "four-neighbours", said: String(at(2, 2)) },
        { misconception: "any-maximum", said: String(at(4, 0)) },
        { misconception: "highest-cells", said: String(at(2, 1)) },
      ],
      explanation: {
        ko: `${cellName(target, SIDE).ko}의 ${lowText}보다 큰 이웃이 없어요. ${josa(shoulderText, "은/는")} 더 크지만 모서리로 닿은 ${highText}보다 작아요.`,
        en: `${cellName(target, SIDE).en} has ${lowText}, and no neighbour exceeds it. ${shoulderText} is larger, but smaller than the ${highText} at its corner.`,
      },
    };
  },
};

export const workedRadius: MistakeQuestion = {
  form: "mistake",
  id: "worked-radius",
  asks(random) {
    const [hundredths, root] = random.pick(ROOTS);
    const side = 10 * random.int(2, 6);
    const [t, q] = [num(hundredths / 100, 2), num(root / 10, 1)];
    const slip = random.int(0, 3);
    const kept = slip === 1 ? (side * hundredths) / 100 : (side * root) / 10;
    const rest = slip === 2 ? side + kept : side - kept;
    const r = slip === 3 ? rest / 4 : rest / 2;
    const lines = [
      slip === 0 ? `(${side} − r)² ÷ ${side}² = ${t}` : `(${side} − 2r)² ÷ ${side}² = ${t}`,
      slip === 1
        ? `${side} − 2r = ${t} × ${side} = ${num(kept, 1)}`
        : `${side} − ${slip === 0 ? "r" : "2r"} = √${t} × ${side} = ${q} × ${side} = ${num(kept, 1)}`,
      slip === 2
        ? `2r = ${side} + ${num(kept, 1)} = ${num(rest, 1)}`
        : `${slip === 0 ? "r" : "2r"} = ${side} − ${num(kept, 1)} = ${num(rest, 1)}`,
      slip === 0
        ? `r ÷ ${side} = ${num(rest, 1)} ÷ ${side} = ${num(rest / side, 2)}`
        : `r = ${num(rest, 1)} ÷ ${slip === 3 ? 4 : 2} = ${num(r, 2)}`,
    ];
    return {
      prompt: {
        ko: `${side}×${side}칸 상자의 두 모서리가 안으로 r칸씩 들어와요. IoU가 꼭 ${t}인 r을 누군가 이렇게 구했어요. 처음으로 틀린 줄은 어디일까요?`,
        en: `Both corners of a box of ${side}×${side} cells move inwards by r. Somebody looked for the r at which the IoU is just ${t}. Which is the first wrong line?`,
      },
      lines: lines.map((text) => ({ ko: text, en: text })),
      slip,
      wrong: [{ misconception: slip === 1 ? "shift-is-worst" : "slack-of-a-side", said: slip === 1 ? 0 : 1 }],
      explanation: {
        ko: [
          `모서리가 둘 다 들어오니 변은 2r만큼 줄어요: ${side} − 2r.`,
          `제곱이 ${josa(t, "이니까/니까")} 변은 그 제곱근인 ${q}배가 돼요.`,
          `옮기면 빼기예요: 2r = ${side} − ${num((side * root) / 10, 1)}.`,
          `2r의 절반이 r이에요: r = ${num((side * (10 - root)) / 20, 2)}.`,
        ][slip],
        en: [
          `Both corners come in, so a side shrinks by 2r: ${side} − 2r.`,
          `The square is ${t}, so a side keeps its root, ${q} of itself.`,
          `Brought to the other side it is a difference: 2r = ${side} − ${num((side * root) / 10, 1)}.`,
          `2r has to be halved: r = ${num((side * (10 - root)) / 20, 2)}.`,
        ][slip],
      },
    };
  },
};
