/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import {
  drawnUntil,
  type MatchQuestion,
  type MistakeQuestion,
  type NumericQuestion,
  type OrderQuestion,
  type PointQuestion,
} from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import { josa, num } from "@/lib/words";
import { binName, fold, WIDTH } from "./bins";

/** gx, gy and their length, whole. */
const TRIPLES = [
  [3, 4, 5],
  [6, 8, 10],
  [5, 12, 13],
  [8, 15, 17],
  [9, 12, 15],
  [12, 16, 20],
] as const;

export const gradientSize: NumericQuestion = {
  form: "numeric",
  id: "gradient-size",
  tolerance: 0.1,
  range: { min: 0, max: 200, step: 0.1 },
  unit: null,
  asks(random) {
    const { self, left, above, x, y, size, forward } = drawnUntil(
      random,
      (r) => {
        const [x, y, size] = r.pick(TRIPLES);
        const [self, left, above] = [r.int(40, 60), r.int(40, 60), r.int(40, 60)];
        const [ahead, down] = [left + x - self, above + y - self];
        return { self, left, above, x, y, size, forward: Math.sqrt(ahead * ahead + down * down) };
      },
      (draft) => Math.abs(draft.forward - draft.size) > 1,
    );
    const [right, below] = [left + x, above + y];
    return {
      prompt: {
        ko: `밝기가 ${self}인 픽셀의 이웃은 왼쪽 ${left}, 오른쪽 ${right}, 위 ${above}, 아래 ${josa(num(below), "이에요/예요")}. HOG가 쓰는 기울기의 크기는?`,
        en: `A pixel of brightness ${self} has the neighbours ${left} on its left, ${right} on its right, ${above} above and ${below} below. How large is its gradient in HOG?`,
      },
      value: size,
      wrong: [{ misconception: "next-pixel", said: forward }],
      explanation: {
        ko: `gx = ${right} − ${left} = ${x}, gy = ${below} − ${above} = ${y}, 크기는 √(${x}² + ${y}²) = ${size}. 픽셀 자신의 ${josa(num(self), "은/는")} 쓰지 않아요.`,
        en: `gx = ${right} − ${left} = ${x}, gy = ${below} − ${above} = ${y}, and √(${x}² + ${y}²) = ${size}. The pixel's own ${self} plays no part.`,
      },
    };
  },
};

export const whichBar: NumericQuestion = {
  form: "numeric",
  id: "which-bar",
  tolerance: 0,
  range: { min: 0, max: 20, step: 1 },
  unit: null,
  apart: 1,
  asks(random) {
    const { bin, degrees } = drawnUntil(
      random,
      (r) => {
        const bin = r.int(0, 8);
        return { bin, degrees: 180 + WIDTH * bin + r.int(4, 16) };
      },
      (draft) => Math.floor(draft.degrees / WIDTH) !== draft.bin && Math.floor(fold(draft.degrees + 90) / WIDTH) !== draft.bin,
    );
    const folded = fold(degrees);
    return {
      prompt: {
        ko: `부호 없는 막대 9개(20°씩, 0번부터 셈)에서 방향이 ${degrees}°인 기울기는 몇 번 막대에 들어가나요?`,
        en: `9 unsigned bars of 20°, counted from 0: to which one does a gradient that points to ${degrees}° go?`,
      },
      value: bin,
      wrong: [
        { misconception: "signed-directions", said: Math.floor(degrees / WIDTH) },
        { misconception: "bars-along-the-edge", said: Math.floor(fold(degrees + 90) / WIDTH) },
      ],
      explanation: {
        ko: `${degrees}° − 180° = ${folded}°, ${folded} ÷ 20의 몫은 ${josa(num(bin), "이에요/예요")}.`,
        en: `${degrees}° − 180° = ${folded}°, and ${folded} ÷ 20 rounded down is ${bin}.`,
      },
    };
  },
};

export const barHeight: NumericQuestion = {
  form: "numeric",
  id: "bar-height",
  tolerance: 0,
  range: { min: 0, max: 200, step: 1 },
  unit: null,
  asks(random) {
    const bin = random.int(1, 7);
    const inside = () => WIDTH * bin + random.int(4, 16);
    const [plain, turned, outside] = [
      { size: random.int(7, 20), degrees: inside() },
      { size: random.int(7, 20), degrees: 180 + inside() },
      { size: random.int(7, 20), degrees: WIDTH * (bin === 7 ? 0 : 8) + random.int(4, 16) },
    ];
    const list = random.shuffle([plain, turned, outside]);
    const said = (size: string) => list.map((each) => `${size} ${each.size} (${each.degrees}°)`).join(", ");
    const height = plain.size + turned.size;
    return {
      prompt: {
        ko: `칸의 기울기: ${said("크기")}. 표는 통째로 들어가고 부호는 보지 않아요. 막대 ${binName(bin)}의 높이는?`,
        en: `A cell has gradients of ${said("size")}. Votes are whole and unsigned. How high is the bar ${binName(bin)}?`,
      },
      value: height,
      wrong: [
        { misconception: "counts-pixels", said: 2 },
        { misconception: "signed-directions", said: plain.size },
      ],
      explanation: {
        ko: `${turned.degrees}°는 접으면 ${fold(turned.degrees)}°라서 ${plain.degrees}°와 같은 막대예요. ${plain.size} + ${turned.size} = ${height}.`,
        en: `${turned.degrees}° folds to ${fold(turned.degrees)}° and shares the bar of ${plain.degrees}°: ${plain.size} + ${turned.size} = ${height}.`,
      },
    };
  },
};

export const descriptorLength: NumericQuestion = {
  form: "numeric",
  id: "descriptor-length",
  tolerance: 0,
  range: { min: 0, max: 20_000, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const [across, down] = [random.int(3, 7), random.int(9, 12)];
    const [w, h] = [8 * across, 8 * down];
    const length = (across - 1) * (down - 1) * 36;
    return {
      prompt: {
        ko: `창이 ${w} × ${h}픽셀, 칸이 8 × 8픽셀, 블록이 2 × 2칸(한 칸씩 옮김), 막대가 9개예요. 기술자에는 수가 몇 개 있나요?`,
        en: `A window of ${w} × ${h} pixels, cells of 8 × 8 pixels, blocks of 2 × 2 cells that move by one cell, 9 bars. How many numbers has the descriptor?`,
      },
      value: length,
      wrong: [],
      explanation: {
        ko: `칸은 ${across} × ${down}개, 블록은 ${across - 1} × ${down - 1}곳, 블록마다 수가 36개예요: ${length}.`,
        en: `${across} × ${down} cells give ${across - 1} × ${down - 1} blocks of 36 numbers: ${length}.`,
      },
    };
  },
};

export const pipeline: OrderQuestion = {
  form: "order",
  id: "pipeline",
  ends: IN_TIME,
  asks: {
    prompt: { ko: "창 하나를 판정하는 차례로 놓아 보세요.", en: "Put the steps that judge one window in order." },
    items: [
      { id: "gradient", text: { ko: "이웃한 픽셀끼리 밝기를 빼요", en: "Subtract the brightness of neighbouring pixels" } },
      { id: "cells", text: { ko: "칸마다 방향별로 크기를 더해요", en: "Add up sizes by direction in each cell" } },
      { id: "blocks", text: { ko: "네 칸씩 묶어 길이로 나눠요", en: "Divide four cells at a time by their length" } },
      { id: "svm", text: { ko: "가중치를 곱해 더하고 0과 견줘요", en: "Add up by weights and compare with 0" } },
    ],
    wrong: [],
    explanation: {
      ko: "기울기, 칸의 히스토그램, 블록 정규화, 그다음에 SVM이에요.",
      en: "Gradients, histograms of cells, normalised blocks, and then the SVM.",
    },
  },
};

export const whatFor: MatchQuestion = {
  form: "match",
  id: "what-for",
  asks: {
    prompt: {
      ko: "HOG 검출기의 부분이 무엇을 견디게 해 주는지 이어 보세요.",
      en: "What does each part of a HOG detector cope with? Match them.",
    },
    lefts: [
      { id: "norm", text: { ko: "블록 정규화", en: "Block normalisation" } },
      { id: "unsigned", text: { ko: "부호 없는 방향", en: "Unsigned directions" } },
      { id: "pyramid", text: { ko: "피라미드", en: "The pyramid" } },
    ],
    rights: [
      { id: "contrast", text: { ko: "대비가 약하고 흐린 그림", en: "A picture of very low contrast" } },
      { id: "swap", text: { ko: "명암이 바뀐 물체", en: "Swapped brightness" } },
      { id: "size", text: { ko: "가까이 다가와 크게 보이는 물체", en: "An object that has come very close" } },
      { id: "turn", text: { ko: "90° 돌아간 물체", en: "An object turned by 90°" } },
    ],
    wrong: [
      { misconception: "signed-directions", said: ["unsigned", "turn"] },
      { misconception: "strong-edge-rules", said: ["norm", "swap"] },
    ],
    explanation: {
      ko: "길이로 나누면 대비가, 부호를 버리면 명암의 순서가, 그림을 줄이면 크기가 문제되지 않아요. 돌아간 물체는 막대가 옮겨 가서 알아보지 못해요.",
      en: "Dividing by the length takes out contrast, dropping the sign takes out which side is bright, and smaller pictures take out size. A turned object moves to other bars and is not recognised.",
    },
  },
};

const LETTERS = ["A", "B", "C", "D"] as const;

export const hardNegative: PointQuestion = {
  form: "point",
  id: "hard-negative",
  asks(random) {
    const [x, y] = [random.int(120, 150), random.int(60, 80)];
    const object = [x, y, x + 70, y + 110] as const;
    const windows = random.shuffle([
      { of: "hit", box: [x + 6, y - 5, x + 76, y + 105] as const, score: random.int(8, 15) },
      { of: "hard", box: [x - 110, y + 8, x - 40, y + 118] as const, score: random.int(3, 7) },
      { of: "easy", box: [x + 96, y - 40, x + 166, y + 70] as const, score: -random.int(12, 20) },
      { of: "near", box: [x + 90, y + 78, x + 160, y + 188] as const, score: -random.int(2, 6) },
    ]);
    const nameOf = (kind: string) => LETTERS[windows.findIndex(({ of }) => of === kind)];
    const shown = (score: number) => num(score / 10, 1);
    const place = ([x1, y1, x2, y2]: readonly number[]) => ({
      ko: `x ${x1}–${x2}, y ${y1}–${y2}`,
      en: `x ${x1} to ${x2}, y ${y1} to ${y2}`,
    });
    const scores = windows.map(({ score }, i) => `${LETTERS[i]} ${shown(score)}`).join(", ");
    return {
      prompt: {
        ko: "칠해진 상자가 물체예요. 학습한 SVM이 창 A–D에 점수를 줬어요(0보다 크면 물체). 어느 창이 어려운 음성으로 다시 학습에 들어가나요?",
        en: "The filled box is the object. A trained SVM has scored the windows A–D (above 0 means object). Which one goes back into training as a hard negative?",
      },
      caption: { ko: "물체(칠해진 것)와 점수가 적힌 창 A–D", en: "The object (filled) and the windows A–D with their scores" },
      picture: {
        kind: "boxes",
        width: 330,
        height: 280,
        places: windows.map(({ box, score }, i) => ({
          id: LETTERS[i].toLowerCase(),
          box: [...box] as [number, number, number, number],
          label: `${LETTERS[i]} ${shown(score)}`,
          said: {
            ko: `${LETTERS[i]}, 점수 ${shown(score)}, ${place(box).ko}`,
            en: `${LETTERS[i]}, score ${shown(score)}, ${place(box).en}`,
          },
        })),
        fixed: [
          {
            id: "object",
            box: [...object] as [number, number, number, number],
            label: "",
            said: { ko: `물체: ${place(object).ko}`, en: `The object: ${place(object).en}` },
          },
        ],
      },
      target: nameOf("hard").toLowerCase(),
      wrong: [{ misconception: "negatives-are-all-alike", said: nameOf("easy").toLowerCase() }],
      explanation: {
        ko: `점수는 ${scores}. 배경인데 0보다 큰 것은 ${nameOf("hard")} 하나예요. ${josa(nameOf("hit"), "은/는")} 물체를 찾은 것이고, 나머지는 이미 배경이라고 맞게 판정했어요.`,
        en: `The scores are ${scores}. Only ${nameOf("hard")} is background and above 0. ${nameOf("hit")} has found the object; the others are rightly judged background already.`,
      },
    };
  },
};

export const workedVote: MistakeQuestion = {
  form: "mistake",
  id: "worked-vote",
  asks(random) {
    const [x, y, size] = random.pick(TRIPLES);
    const [left, below] = [random.int(20, 50), random.int(20, 50)];
    const [right, above] = [left + x, below + y];
    const slip = random.int(0, 3);
    // (x, −y) points up and to the right: 360° less the angle of (x, y).
    const degrees: Readonly<Record<string, number>> = { "3,4": 307, "6,8": 307, "9,12": 307, "12,16": 307, "5,12": 293, "8,15": 298 };
    const angle = degrees[`${x},${y}`];
    const bin = Math.floor(fold(angle) / WIDTH);
    return {
      prompt: {
        ko: `이웃의 밝기는 왼쪽 ${left}, 오른쪽 ${right}, 위 ${above}, 아래 ${josa(num(below), "이에요/예요")}. 기울기의 방향은 ${angle}°예요. 틀린 줄은 어디일까요?`,
        en: `The neighbours are ${left} on the left, ${right} on the right, ${above} above, ${below} below, and the gradient points to ${angle}°. Which line is wrong?`,
      },
      lines: [
        slip === 0
          ? { ko: `gx = ${left} + ${right} = ${left + right}`, en: `gx = ${left} + ${right} = ${left + right}` }
          : { ko: `gx = ${right} − ${left} = ${x}`, en: `gx = ${right} − ${left} = ${x}` },
        slip === 1
          ? { ko: `gy = ${above} + ${below} = ${above + below}`, en: `gy = ${above} + ${below} = ${above + below}` }
          : { ko: `gy = ${below} − ${above} = −${y}`, en: `gy = ${below} − ${above} = −${y}` },
        slip === 2
          ? { ko: "이 픽셀은 막대에 1을 더해요", en: "This pixel adds 1 to its bar" }
          : { ko: `이 픽셀은 막대에 ${josa(num(size), "을/를")} 더해요`, en: `This pixel adds ${size} to its bar` },
        slip === 3
          ? { ko: `${angle}°는 막대가 없어요`, en: `${angle}° has no bar` }
          : { ko: `${angle}°는 막대 ${binName(bin)}에 들어가요`, en: `${angle}° goes to the bar ${binName(bin)}` },
      ],
      slip,
      wrong: [
        ...(slip === 2 ? [] : [{ misconception: "counts-pixels", said: 2 }]),
        ...(slip === 3 ? [] : [{ misconception: "signed-directions", said: 3 }]),
      ],
      explanation: {
        ko: [
          `이웃은 빼요: ${right} − ${left} = ${x}.`,
          `이웃은 빼요: ${below} − ${above} = −${y}.`,
          `개수가 아니라 크기 ${josa(num(size), "을/를")} 더해요.`,
          `부호를 보지 않으니까 ${angle}°는 ${fold(angle)}°예요. 막대 ${binName(bin)}에 들어가요.`,
        ][slip],
        en: [
          `Neighbours are subtracted: ${right} − ${left} = ${x}.`,
          `Neighbours are subtracted: ${below} − ${above} = −${y}.`,
          `Not a count: its size, ${size}, is added.`,
          `Unsigned, ${angle}° is ${fold(angle)}°, and that is the bar ${binName(bin)}.`,
        ][slip],
      },
    };
  },
};
