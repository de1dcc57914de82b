/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import {
  byLetter,
  type MatchQuestion,
  type MistakeQuestion,
  type NumericQuestion,
  type OrderQuestion,
  type PlaceBox,
  type PointQuestion,
} from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { cellName, josa, letter, num } from "@/lib/words";

export const countNumbers: NumericQuestion = {
  form: "numeric",
  id: "count-numbers",
  tolerance: 0,
  range: { min: 0, max: 20_000, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const [s, b, c] = [random.int(4, 12), random.int(2, 4), random.int(3, 15)];
    const [cell, value] = [5 * b + c, s * s * (5 * b + c)];
    return {
      prompt: {
        ko: `YOLOv1의 방식으로 그림을 ${s}×${s}칸으로 나누고, 칸마다 상자 ${b}개와 클래스 ${c}가지를 예측해요. 출력은 모두 몇 개의 수인가요?`,
        en: `A picture is divided as in YOLOv1 into ${s}×${s} cells, each of which predicts ${b} boxes and ${c} classes. How many numbers are put out in all?`,
      },
      value,
      wrong: [
        { misconception: "depth-of-the-output", said: s * s * (5 + c) },
        { misconception: "class-per-box", said: s * s * b * (5 + c) },
      ],
      explanation: {
        ko: `상자마다 다섯이고 클래스 값은 칸마다 한 벌이에요: 5 × ${b} + ${c} = ${cell}, ${s} × ${s} × ${cell} = ${num(value)}.`,
        en: `Five a box, and one set of class values a cell: 5 × ${b} + ${c} = ${cell}, and ${s} × ${s} × ${cell} = ${num(value)}.`,
      },
    };
  },
};

export const centreX: NumericQuestion = {
  form: "numeric",
  id: "centre-x",
  tolerance: 1,
  range: { min: 0, max: 1000, step: 0.1 },
  unit: { ko: "px", en: "px" },
  asks(random) {
    const [s, side] = [random.int(4, 9), 10 * random.int(4, 9)];
    const column = random.int(0, s - 1);
    const row = (column + random.int(1, s - 1)) % s;
    const x = random.int(1, 9) / 10;
    const value = (column + x) * side;
    return {
      prompt: {
        ko: `너비 ${s * side}픽셀인 그림을 ${s}×${s}칸으로 나눴어요. 0부터 세어 행 ${row}, 열 ${column}인 칸의 상자가 ${josa(`x = ${num(x, 1)}`, "이에요/예요")}. 상자의 가운데는 가로로 몇 픽셀에 있나요?`,
        en: `A picture ${s * side} pixels wide is divided into ${s}×${s} cells. A box of the cell in row ${row}, column ${column}, counted from 0, has x = ${num(x, 1)}. How many pixels from the left is its centre?`,
      },
      value,
      wrong: [
        { misconception: "xy-of-picture", said: x * s * side },
        { misconception: "row-column-swapped", said: (row + x) * side },
      ],
      explanation: {
        ko: `칸의 너비는 ${side}픽셀이고 x는 칸 안에서 재요: (${column} + ${num(x, 1)}) × ${side} = ${josa(num(value), "이에요/예요")}.`,
        en: `A cell is ${side} pixels wide, and x is measured inside it: (${column} + ${num(x, 1)}) × ${side} = ${num(value)}.`,
      },
    };
  },
};

export const leftEdge: NumericQuestion = {
  form: "numeric",
  id: "left-edge",
  tolerance: 1,
  range: { min: 0, max: 1000, step: 0.1 },
  unit: { ko: "px", en: "px" },
  asks(random) {
    const [s, cell] = [random.int(5, 8), 10 * random.int(5, 8)];
    const width = s * cell;
    const column = random.int(2, s - 3);
    const [x, w] = [random.int(2, 8) / 10, 2 * random.int(1, 3)];
    const [centre, half] = [(column + x) * cell, (w / 20) * width];
    return {
      prompt: {
        ko: `너비 ${width}픽셀인 그림을 ${s}×${s}칸으로 나눴어요. 0부터 세어 열 ${column}인 칸의 상자가 ${josa(`x = ${num(x, 1)}, w = ${num(w / 10, 1)}`, "이에요/예요")}. 상자의 왼쪽 변은 가로로 몇 픽셀에 있나요?`,
        en: `A picture ${width} pixels wide is divided into ${s}×${s} cells. A box of a cell in column ${column}, counted from 0, has x = ${num(x, 1)}, w = ${num(w / 10, 1)}. How many pixels from the left is its left edge?`,
      },
      value: centre - half,
      wrong: [
        { misconception: "xy-is-corner", said: centre },
        { misconception: "wh-of-cell", said: centre - (w / 20) * cell },
      ],
      explanation: {
        ko: `가운데는 (${column} + ${num(x, 1)}) × ${cell} = ${num(centre)}, 너비의 절반은 ${num(w / 10, 1)} × ${width} ÷ 2 = ${num(half, 1)}: ${num(centre)} − ${num(half, 1)} = ${num(centre - half, 1)}.`,
        en: `The centre is at (${column} + ${num(x, 1)}) × ${cell} = ${num(centre)}, half the width is ${num(w / 10, 1)} × ${width} ÷ 2 = ${num(half, 1)}: ${num(centre)} − ${num(half, 1)} = ${num(centre - half, 1)}.`,
      },
    };
  },
};

export const scoreOfBox: NumericQuestion = {
  form: "numeric",
  id: "score-of-box",
  tolerance: 0.01,
  range: { min: 0, max: 1, step: 0.01 },
  unit: null,
  asks(random) {
    const [confidence, value] = [random.int(3, 9) / 10, random.int(3, 9) / 10];
    const score = confidence * value;
    return {
      prompt: {
        ko: `YOLO의 어떤 칸이 낸 상자의 확신값은 ${num(confidence, 1)}, 그 칸의 강아지 값은 ${josa(num(value, 1), "이에요/예요")}. 이 상자의 강아지 점수는 얼마인가요?`,
        en: `A box of a YOLO cell has a confidence of ${num(confidence, 1)}, and the cell's value for dog is ${num(value, 1)}. What is the box's score as a dog?`,
      },
      value: score,
      wrong: [
        { misconception: "confidence-is-the-score", said: confidence },
        { misconception: "class-value-is-the-score", said: value },
      ],
      explanation: {
        ko: `있는지와 무엇인지를 곱해요: ${num(confidence, 1)} × ${num(value, 1)} = ${num(score, 2)}.`,
        en: `Whether there is something, times what it is: ${num(confidence, 1)} × ${num(value, 1)} = ${num(score, 2)}.`,
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
      ko: "학습된 YOLO가 그림에서 물체를 찾는 차례로 놓아 보세요.",
      en: "Put in order what a trained YOLO does to find the objects of a picture.",
    },
    items: [
      { id: "pass", text: { ko: "그림 전체로 CNN을 한 번 돌려요", en: "Run the CNN once over the whole picture" } },
      { id: "score", text: { ko: "확신값에 칸의 클래스 값을 곱해요", en: "Multiply confidences by their cell's class values" } },
      { id: "cut", text: { ko: "점수가 낮은 상자를 버려요", en: "Drop boxes that score low" } },
      { id: "nms", text: { ko: "클래스마다 겹치는 상자를 지워요", en: "Remove overlapping boxes within each class" } },
    ],
    wrong: [],
    explanation: {
      ko: "한 번 지나면 수가 모두 나와요. 곱하고, 자르고, NMS로 중복을 지우는 일이 뒤를 이어요.",
      en: "One pass gives all the numbers. Then scores are multiplied out and cut, and NMS removes duplicates.",
    },
  },
};

export const relativeTo: MatchQuestion = {
  form: "match",
  id: "relative-to",
  asks: {
    prompt: { ko: "YOLO의 수가 무엇에 견준 값인지 이어 보세요.", en: "What is each of YOLO's numbers relative to? Match them." },
    lefts: [
      { id: "x", text: { ko: "x와 y", en: "x and y" } },
      { id: "w", text: { ko: "w와 h", en: "w and h" } },
      { id: "confidence", text: { ko: "확신값", en: "confidence" } },
      { id: "class", text: { ko: "클래스 값", en: "class value" } },
    ],
    rights: [
      { id: "cell", text: { ko: "칸의 너비와 높이", en: "the cell's width and height" } },
      { id: "picture", text: { ko: "그림의 너비와 높이", en: "the picture's width and height" } },
      { id: "iou", text: { ko: "물체와의 IoU, 물체가 없으면 0", en: "the IoU with the object, 0 without one" } },
      { id: "kind", text: { ko: "물체가 있다면 무엇인지", en: "what it is, if there is anything" } },
    ],
    wrong: [
      { misconception: "xy-of-picture", said: ["x", "picture"] },
      { misconception: "wh-of-cell", said: ["w", "cell"] },
      { misconception: "class-value-is-the-score", said: ["class", "iou"] },
    ],
    explanation: {
      ko: "가운데는 칸 안에서, 크기는 그림 전체에서 재요. 확신값은 있는지와 얼마나 맞는지를, 클래스 값은 무엇인지를 말해요.",
      en: "The centre is measured in its cell, the size in the picture. Confidence says whether there is something and how well the box fits; class values say what it is.",
    },
  },
};

/** A picture of so many cells a side. */
const [GRID, SIDE] = [4, 80] as const;
const cellAt = ([x, y]: readonly [number, number]) => Math.floor(y / SIDE) * GRID + Math.floor(x / SIDE);
const middle = ([x1, y1, x2, y2]: BoxXYXY) => [(x1 + x2) / 2, (y1 + y2) / 2] as const;
const cellBox = (cell: number): BoxXYXY => {
  const [x, y] = [(cell % GRID) * SIDE, Math.floor(cell / GRID) * SIDE];
  return [x, y, x + SIDE, y + SIDE];
};
const at = ([x1, y1, x2, y2]: BoxXYXY) => ({ ko: `x ${x1}–${x2}, y ${y1}–${y2}`, en: `x ${x1} to ${x2}, y ${y1} to ${y2}` });
/** A thing on the picture that cannot be chosen. */
const fixed = (id: string, box: BoxXYXY, ko: string, en: string): PlaceBox => ({
  id,
  box,
  label: "",
  said: { ko: `${ko}: ${at(box).ko}`, en: `${en}: ${at(box).en}` },
});

export const whichCell: PointQuestion = {
  form: "point",
  id: "which-cell",
  asks(random) {
    // The box's corner lies one cell up and left of its centre, its foot one cell below.
    const [column, row] = [random.int(1, 2), random.int(1, 2)];
    const [cx, cy] = [column * SIDE + random.int(12, 40), row * SIDE + random.int(35, 68)];
    const [w, h] = [2 * random.int(45, 60), 2 * random.int(75, 80)];
    const box: BoxXYXY = [cx - w / 2, Math.max(2, cy - h / 2), cx + w / 2, Math.min(GRID * SIDE - 2, 2 * cy - Math.max(2, cy - h / 2))];
    const centre = cellAt(middle(box));
    const corner = cellAt([box[0], box[1]]);
    const foot = cellAt([cx, Math.min(GRID * SIDE - 1, box[3])]);
    const side = cellAt([Math.min(GRID * SIDE - 1, box[2]), cy]);
    const cells = [...new Set([centre, corner, foot, side])];
    const spare = [centre - 1, centre + 1, centre - GRID].filter((cell) => !cells.includes(cell));
    const places = random.shuffle([...cells, ...spare].slice(0, 4));
    const idOf = (cell: number) => letter(places.indexOf(cell)).toLowerCase();
    const why = (cell: number) =>
      cell === centre
        ? { ko: "가운데가 놓인 칸", en: "the centre" }
        : cell === corner
          ? { ko: "모서리만", en: "only the corner" }
          : cell === foot
            ? { ko: "발밑만", en: "only the foot" }
            : { ko: "한쪽 끝만", en: "only a side" };
    const said = (locale: "ko" | "en") => byLetter(places, (cell) => why(cell)[locale]);
    return {
      prompt: {
        ko: `그림을 ${GRID}×${GRID}칸으로 나눈 YOLO예요. 칠해진 상자가 물체의 정답 상자예요. A–D 가운데 이 물체를 맡는 칸은 어디인가요?`,
        en: `A YOLO with ${GRID}×${GRID} cells. The filled box is the true box of an object. Which of the cells A–D answers for it?`,
      },
      caption: { ko: "정답 상자(칠해진 것)와 네 칸", en: "The true box (filled) and four cells" },
      picture: {
        kind: "boxes",
        width: GRID * SIDE,
        height: GRID * SIDE,
        places: places.map((cell, i) => ({
          id: idOf(cell),
          box: cellBox(cell),
          label: letter(i),
          said: {
            ko: `${letter(i)}, ${cellName(cell, GRID).ko}: ${at(cellBox(cell)).ko}`,
            en: `${letter(i)}, ${cellName(cell, GRID).en.toLowerCase()}: ${at(cellBox(cell)).en}`,
          },
        })),
        fixed: [fixed("object", box, "물체의 정답 상자", "The object's true box")],
      },
      target: idOf(centre),
      wrong: [
        { misconception: "corner-decides", said: idOf(corner) },
        ...(foot === corner ? [] : [{ misconception: "foot-decides", said: idOf(foot) }]),
      ],
      explanation: { ko: `상자의 가운데가 놓인 칸이에요. ${said("ko")}.`, en: `The cell of the box's centre answers. ${said("en")}.` },
    };
  },
};

export const whoIsLost: PointQuestion = {
  form: "point",
  id: "who-is-lost",
  asks(random) {
    const [shared, ...others] = random.shuffle([5, 6, 9, 10]);
    const around = (cell: number, w: number, h: number, dx: number, dy: number): BoxXYXY => {
      const [x, y] = [(cell % GRID) * SIDE + SIDE / 2 + dx, Math.floor(cell / GRID) * SIDE + SIDE / 2 + dy];
      return [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
    };
    const jitter = () => random.int(-14, 14);
    const pair = random.shuffle([
      { cell: shared, box: around(shared, 2 * random.int(50, 60), 2 * random.int(44, 54), jitter(), jitter()) },
      { cell: shared, box: around(shared, 2 * random.int(16, 20), 2 * random.int(16, 20), jitter(), jitter()) },
    ]);
    const alone = others
      .slice(0, 2)
      .map((cell) => ({ cell, box: around(cell, 2 * random.int(22, 30), 2 * random.int(22, 30), jitter(), jitter()) }));
    const objects = random.shuffle([...pair, ...alone]);
    // The list that the training reads has an order of its own, in which the first of the two comes first.
    const listed = random.shuffle(objects);
    const [before, after] = [listed.indexOf(pair[0]), listed.indexOf(pair[1])].sort((i, j) => i - j);
    [listed[before], listed[after]] = pair;
    const order = listed.map((object) => letter(objects.indexOf(object))).join(", ");
    const idOf = (object: (typeof objects)[number]) => letter(objects.indexOf(object)).toLowerCase();
    const area = ([x1, y1, x2, y2]: BoxXYXY) => (x2 - x1) * (y2 - y1);
    const [kept, lost] = pair;
    const said = (locale: "ko" | "en") =>
      byLetter(objects, (object) =>
        object === kept
          ? { ko: "칸을 먼저 차지해요", en: "has the cell first" }[locale]
          : object === lost
            ? { ko: "칸이 이미 찼어요", en: "finds it taken" }[locale]
            : { ko: "혼자예요", en: "is alone" }[locale],
      );
    return {
      prompt: {
        ko: `그림을 ${GRID}×${GRID}칸으로 나눈 YOLO를 가르쳐요(칠해진 것은 가운데의 네 칸). 정답 상자의 목록은 ${order} 차례예요. 어느 칸도 배우지 못하는 물체는 무엇인가요?`,
        en: `A YOLO with ${GRID}×${GRID} cells is trained (filled: its four middle cells). The list of true boxes has the order ${order}. Which object is learnt by no cell?`,
      },
      caption: { ko: "가운데 네 칸(칠해진 것)과 정답 상자 A–D", en: "Four cells (filled) and the true boxes A–D" },
      picture: {
        kind: "boxes",
        width: GRID * SIDE,
        height: GRID * SIDE,
        places: objects.map((object, i) => ({
          id: idOf(object),
          box: object.box,
          label: letter(i),
          said: { ko: `${letter(i)}: ${at(object.box).ko}`, en: `${letter(i)}: ${at(object.box).en}` },
        })),
        fixed: [5, 6, 9, 10].map((cell) => fixed(`cell-${cell}`, cellBox(cell), cellName(cell, GRID).ko, cellName(cell, GRID).en)),
      },
      target: idOf(lost),
      wrong: area(lost.box) > area(kept.box) ? [{ misconception: "larger-object-stays", said: idOf(kept) }] : [],
      explanation: {
        ko: `한 칸은 목록에서 먼저 나온 물체 하나만 배워요. ${said("ko")}.`,
        en: `A cell learns from the first of the list alone. ${said("en")}.`,
      },
    };
  },
};

export const workedBox: MistakeQuestion = {
  form: "mistake",
  id: "worked-box",
  asks(random) {
    const [s, cell] = [random.int(5, 8), 10 * random.int(4, 8)];
    const side = s * cell;
    const column = random.int(1, s - 2);
    const row = column === 1 ? 2 : column - 1;
    const [x, y] = [random.int(2, 8) / 10, random.int(2, 8) / 10];
    const [w, h] = [random.int(2, 6) / 10, random.int(2, 6) / 10];
    const slip = random.int(0, 3);
    const line = (name: string, right: string, wrong: string, i: number) => `${name} = ${i === slip ? wrong : right}`;
    const product = (a: number, b: number) => `${num(a, 1)} × ${b} = ${num(a * b)}`;
    const centre = (index: number, part: number) => `(${index} + ${num(part, 1)}) × ${cell} = ${num((index + part) * cell)}`;
    const lines = [
      line("cx", centre(column, x), centre(row, x), 0),
      line("cy", centre(row, y), product(y, side), 1),
      line("w", product(w, side), product(w, cell), 2),
      line("h", product(h, side), product(h, cell), 3),
    ];
    const beliefs = ["row-column-swapped", "xy-of-picture", "wh-of-cell", "wh-of-cell"];
    return {
      prompt: {
        ko: `${side}×${side} 그림, ${s}×${s}칸의 YOLO예요. 0부터 세어 행 ${row}, 열 ${column}인 칸이 x = ${num(x, 1)}, y = ${num(y, 1)}, w = ${num(w, 1)}, ${josa(`h = ${num(h, 1)}`, "을/를")} 냈어요. 틀린 줄은 어디일까요?`,
        en: `A YOLO with ${s}×${s} cells on a picture of ${side}×${side}. The cell in row ${row}, column ${column}, counted from 0, gives x = ${num(x, 1)}, y = ${num(y, 1)}, w = ${num(w, 1)}, h = ${num(h, 1)}. Which line is wrong?`,
      },
      lines: lines.map((text) => ({ ko: text, en: text })),
      slip,
      wrong: [{ misconception: beliefs[slip === 2 || slip === 3 ? 1 : 2], said: slip === 2 || slip === 3 ? 1 : 2 }],
      explanation: {
        ko: [
          `가로 자리는 열에서 나와요: ${centre(column, x)}.`,
          `y는 칸 안에서 재요: ${centre(row, y)}.`,
          `w는 그림의 너비에 곱해요: ${product(w, side)}.`,
          `h는 그림의 높이에 곱해요: ${product(h, side)}.`,
        ][slip],
        en: [
          `Across, the column counts: ${centre(column, x)}.`,
          `y is measured in the cell: ${centre(row, y)}.`,
          `w is multiplied by the picture's width: ${product(w, side)}.`,
          `h is multiplied by the picture's height: ${product(h, side)}.`,
        ][slip],
      },
    };
  },
};
