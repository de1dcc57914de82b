/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import type { Text } from "@/lib/challenges/text";
import { josa, num, percent, type Locale } from "@/lib/words";
import type { BoxXYXY } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import {
  byLetter,
  drawnUntil,
  type MatchQuestion,
  type MistakeQuestion,
  type NumericQuestion,
  type OrderQuestion,
  type PointQuestion,
} from "@/lib/questions";
import { fractionOf } from "./measures";

/** Two decimals: what is right within a hundredth. */
const HUNDREDTHS = { tolerance: 0.01, range: { min: -1, max: 1.5, step: 0.01 }, unit: null } as const;
/** Shifts of an equal square, as parts of its side. */
const SHIFTS: readonly (readonly [number, number])[] = [
  [1, 4],
  [1, 5],
  [2, 5],
  [3, 5],
  [1, 3],
  [2, 3],
  [3, 4],
  [3, 10],
  [7, 10],
];

export const halfShift: NumericQuestion = {
  form: "numeric",
  id: "half-shift",
  ...HUNDREDTHS,
  asks(random) {
    const [top, bottom] = random.pick(SHIFTS);
    const shared = (bottom - top) / bottom;
    return {
      prompt: {
        ko: `크기가 같은 두 정사각형이 가로로 변의 ${top}/${bottom}만큼 어긋나 있어요. IoU는 얼마일까요?`,
        en: `Two equal squares are shifted sideways by ${top}/${bottom} of their side. What is their IoU?`,
      },
      value: shared / (2 - shared),
      wrong: [
        { misconception: "half-overlap", said: shared },
        { misconception: "union-is-sum", said: shared / 2 },
      ],
      explanation: {
        ko: `교집합은 상자의 ${bottom - top}/${bottom}, 합집합은 2 − ${bottom - top}/${bottom} = ${bottom + top}/${bottom}. 나누면 ${bottom - top}/${bottom + top} ≈ ${num(shared / (2 - shared), 2)}.`,
        en: `The intersection is ${bottom - top}/${bottom} of a box, the union 2 − ${bottom - top}/${bottom} = ${bottom + top}/${bottom}: ${bottom - top}/${bottom + top} ≈ ${num(shared / (2 - shared), 2)}.`,
      },
    };
  },
};

export const cornerQuarter: NumericQuestion = {
  form: "numeric",
  id: "corner-quarter",
  ...HUNDREDTHS,
  asks(random) {
    const [top, bottom] = random.pick(SHIFTS);
    const side = bottom - top;
    const [shared, whole] = [side * side, bottom * bottom];
    return {
      prompt: {
        ko: `같은 정사각형 둘이 가로로도 세로로도 변의 ${top}/${bottom}만큼 어긋나 있어요. IoU는요?`,
        en: `Two equal squares are shifted by ${top}/${bottom} of their side, sideways and down. The IoU?`,
      },
      value: shared / (2 * whole - shared),
      wrong: [
        { misconception: "half-overlap", said: shared / whole },
        { misconception: "union-is-sum", said: shared / (2 * whole) },
      ],
      explanation: {
        ko: `교집합은 ${side}/${bottom} × ${side}/${bottom} = ${shared}/${whole}, 합집합은 2 − ${shared}/${whole} = ${2 * whole - shared}/${whole}. 나누면 ≈ ${num(shared / (2 * whole - shared), 2)}.`,
        en: `The intersection is ${side}/${bottom} × ${side}/${bottom} = ${shared}/${whole}, the union 2 − ${shared}/${whole} = ${2 * whole - shared}/${whole}: ≈ ${num(shared / (2 * whole - shared), 2)}.`,
      },
    };
  },
};

export const overlapForHalf: NumericQuestion = {
  form: "numeric",
  id: "overlap-for-half",
  tolerance: 1,
  range: { min: 0, max: 200, step: 1 },
  unit: { ko: "%", en: "%" },
  asks(random) {
    const hundredths = random.pick([20, 25, 30, 40, 60, 70, 75, 80]);
    const iou = hundredths / 100;
    const share = (200 * iou) / (1 + iou);
    return {
      prompt: {
        ko: `옆으로만 어긋난 같은 정사각형 둘의 IoU가 ${josa(num(iou, 2), "이라면/라면")} 두 상자가 겹친 폭은 한 변의 몇 %일까요?`,
        en: `Two equal squares are shifted sideways only, and their IoU is ${num(iou, 2)}. How wide is their overlap, in percent of a side?`,
      },
      value: share,
      wrong: [
        { misconception: "half-overlap", said: hundredths },
        { misconception: "union-is-sum", said: 2 * hundredths },
      ],
      explanation: {
        ko: `x만큼 겹치면 IoU = x ÷ (2 − x), 거꾸로 x = 2·IoU ÷ (1 + IoU) ≈ ${percent(share / 100)}.`,
        en: `Sharing x gives IoU = x ÷ (2 − x), so x = 2·IoU ÷ (1 + IoU) ≈ ${percent(share / 100)}.`,
      },
    };
  },
};

/** Two areas in tens and what they share. */
function areas(random: Random) {
  const small = 10 * random.int(4, 9);
  const large = small + 10 * random.int(1, 6);
  return { large, small, shared: 5 * random.int(2, small / 10) };
}

export const unionFormula: NumericQuestion = {
  form: "numeric",
  id: "union-formula",
  tolerance: 0,
  range: { min: 0, max: 1000, step: 1 },
  unit: null,
  asks(random) {
    const { large, small, shared } = areas(random);
    return {
      prompt: {
        ko: `|A| = ${large}, |B| = ${small}, |A∩B| = ${shared}일 때 |A∪B|는요?`,
        en: `|A| = ${large}, |B| = ${small}, |A∩B| = ${shared}. What is |A∪B|?`,
      },
      value: large + small - shared,
      wrong: [{ misconception: "union-is-sum", said: large + small }],
      explanation: {
        ko: `${large} + ${small} − ${shared} = ${large + small - shared}. 겹친 ${shared}만큼을 두 번 셌으니 한 번 빼요.`,
        en: `${large} + ${small} − ${shared} = ${large + small - shared}: the shared ${shared} was counted twice, so it comes off once.`,
      },
    };
  },
};

export const fromAreas: NumericQuestion = {
  form: "numeric",
  id: "from-areas",
  ...HUNDREDTHS,
  asks(random) {
    const { large, small, shared } = areas(random);
    const union = large + small - shared;
    return {
      prompt: {
        ko: `|A| = ${large}, |B| = ${small}, |A∩B| = ${shared}일 때 IoU는요?`,
        en: `|A| = ${large}, |B| = ${small}, |A∩B| = ${shared}. What is the IoU?`,
      },
      value: shared / union,
      wrong: [
        { misconception: "over-smaller", said: shared / small },
        { misconception: "union-is-sum", said: shared / (large + small) },
      ],
      explanation: {
        ko: `분모는 합집합 ${large} + ${small} − ${shared} = ${union}. ${shared} ÷ ${union} ≈ ${num(shared / union, 2)}.`,
        en: `The denominator is the union, ${large} + ${small} − ${shared} = ${union}: ${shared} ÷ ${union} ≈ ${num(shared / union, 2)}.`,
      },
    };
  },
};

export const nested: NumericQuestion = {
  form: "numeric",
  id: "nested",
  ...HUNDREDTHS,
  asks(random) {
    const large = 10 * random.int(4, 12);
    const small = random.int(12, large - 12);
    return {
      prompt: {
        ko: `넓이 ${small}인 상자가 넓이 ${large}인 상자 안에 통째로 들어 있어요. IoU는요?`,
        en: `A box of area ${small} lies wholly inside one of area ${large}. The IoU?`,
      },
      value: small / large,
      wrong: [
        { misconception: "inside-is-one", said: 1 },
        { misconception: "union-is-sum", said: small / (small + large) },
      ],
      explanation: {
        ko: `교집합은 작은 상자 ${small}, 합집합은 큰 상자 ${large} 그대로. ${small} ÷ ${large} ≈ ${num(small / large, 2)}.`,
        en: `The intersection is the small box, ${small}, and the union just the large one, ${large}: ${small} ÷ ${large} ≈ ${num(small / large, 2)}.`,
      },
    };
  },
};

export const giouGap: NumericQuestion = {
  form: "numeric",
  id: "giou-gap-one",
  ...HUNDREDTHS,
  asks(random) {
    const gap = random.int(2, 12) / 2;
    const shown = num(gap, 1);
    return {
      prompt: {
        ko: `단위 정사각형 둘이 가로로 ${shown}만큼 떨어져 나란히 있어요. GIoU는요?`,
        en: `Two unit squares stand side by side with a gap of ${shown}. The GIoU?`,
      },
      value: -gap / (gap + 2),
      wrong: [
        { misconception: "zero-is-equal", said: 0 },
        { misconception: "near-counts", said: 2 / (gap + 2) },
      ],
      explanation: {
        ko: `감싼 상자 C의 넓이는 ${num(gap + 2, 1)}, 그 안의 빈 곳은 ${shown}. 0 − ${shown} ÷ ${num(gap + 2, 1)} ≈ ${num(-gap / (gap + 2), 2)}.`,
        en: `The enclosing box C has area ${num(gap + 2, 1)}, of which ${shown} is empty: 0 − ${shown} ÷ ${num(gap + 2, 1)} ≈ ${num(-gap / (gap + 2), 2)}.`,
      },
    };
  },
};

export const sameShift: OrderQuestion = {
  form: "order",
  id: "same-shift",
  version: 2,
  ends: {
    first: { ko: "맨 위: IoU가 가장 많이 떨어져요", en: "Top: its IoU drops most" },
    last: { ko: "맨 아래: 가장 적게 떨어져요", en: "Bottom: its IoU drops least" },
  },
  asks(random) {
    const shift = random.int(4, 9);
    const sizes = [random.int(3, 4), random.int(6, 9), random.int(12, 18), random.int(25, 40)].map((tens) => 10 * tens);
    const ids = ["a", "b", "c", "d"];
    return {
      prompt: {
        ko: `예측 상자 넷이 모두 정답과 크기가 같고 옆으로 ${shift}픽셀씩 어긋났어요. IoU가 많이 떨어지는 물체부터 놓아 보세요.`,
        en: `Four predicted boxes have the right size, and each is off by ${shift} pixels sideways. Put the objects in order, starting with the one whose IoU drops most.`,
      },
      items: sizes.map((size, i) => ({ id: ids[i], text: { ko: `${size}×${size}인 물체`, en: `The ${size}×${size} object` } })),
      wrong: [{ misconception: "size-matters", said: [...ids].reverse() }],
      explanation: {
        ko: `한 변이 w면 IoU = (w − ${shift}) ÷ (w + ${shift})예요. ${sizes[0]}픽셀에서는 ${num((sizes[0] - shift) / (sizes[0] + shift), 2)}, ${sizes[3]}픽셀에서는 ${num((sizes[3] - shift) / (sizes[3] + shift), 2)}.`,
        en: `For a side w the IoU is (w − ${shift}) ÷ (w + ${shift}): ${num((sizes[0] - shift) / (sizes[0] + shift), 2)} at ${sizes[0]} pixels, ${num((sizes[3] - shift) / (sizes[3] + shift), 2)} at ${sizes[3]}.`,
      },
    };
  },
};

export const giouCases: MatchQuestion = {
  form: "match",
  id: "giou-cases",
  asks: {
    prompt: { ko: "두 상자의 모습과 GIoU를 이어 보세요.", en: "Match each pair of boxes with its GIoU." },
    lefts: [
      { id: "equal", text: { ko: "위치도 크기도 똑같은 두 상자", en: "Two boxes with the same place and size" } },
      { id: "touching", text: { ko: "한 변을 맞대고 나란히 선 같은 정사각형 둘", en: "Two equal squares that share one edge" } },
      {
        id: "apart",
        text: { ko: "한 변 길이만큼 사이를 두고 나란히 선 같은 정사각형 둘", en: "Two equal squares side by side, one side length apart" },
      },
      { id: "inside", text: { ko: "상자 하나와 그 안에 든 넓이 절반짜리 상자", en: "A box, and one of half its area inside it" } },
    ],
    rights: [
      { id: "one", text: { ko: "1", en: "1" } },
      { id: "zero", text: { ko: "0", en: "0" } },
      { id: "minus-third", text: { ko: "−1/3", en: "−1/3" } },
      { id: "half", text: { ko: "1/2", en: "1/2" } },
      { id: "minus-half", text: { ko: "−1/2", en: "−1/2" } },
    ],
    wrong: [
      { misconception: "inside-is-one", said: ["inside", "one"] },
      { misconception: "zero-is-equal", said: ["apart", "zero"] },
    ],
    explanation: {
      ko: "감싼 상자에 빈 곳이 없으면 GIoU는 IoU와 같아요. 한 변만큼 떨어지면 감싼 상자의 1/3이 비어요.",
      en: "Where the enclosing box has no empty part, GIoU equals IoU. One side apart, 1/3 of it is empty.",
    },
  },
};

const NAMES = ["A", "B", "C", "D"] as const;
const IDS = ["a", "b", "c", "d"] as const;
const ratio = (box: BoxXYXY, truth: BoxXYXY): number => {
  const { top, bottom } = fractionOf("iou", box, truth);
  return top / bottom;
};

/** How each box of the picture lies to the right one. */
const PLACED = {
  best: { ko: "조금 어긋난 상자", en: "slightly off" },
  inside: { ko: "안에 든 상자", en: "inside" },
  around: { ko: "감싼 상자", en: "around" },
  beside: { ko: "옆으로 밀린 상자", en: "pushed aside" },
} satisfies Record<string, Text>;

export const bestOverlap: PointQuestion = {
  form: "point",
  id: "best-overlap",
  version: 2,
  asks(random) {
    const { truth, best, inside, around, beside } = drawnUntil(
      random,
      (r) => {
        const [x, y] = [r.int(90, 130), r.int(60, 80)];
        const [w, h] = [r.int(90, 130), r.int(70, 100)];
        const [dx, dy] = [r.int(8, 16), r.int(6, 12)];
        const [cutX, cutY] = [Math.round((w * r.int(3, 4)) / 10), Math.round((h * r.int(3, 4)) / 10)];
        const grow = r.int(40, 55);
        return {
          truth: [x, y, x + w, y + h] as BoxXYXY,
          best: [x + dx, y - dy, x + w + dx, y + h - dy] as BoxXYXY,
          inside: [x + cutX, y + cutY, x + w - 6, y + h - 6] as BoxXYXY,
          around: [x - grow, y - grow, x + w + grow, y + h + grow] as BoxXYXY,
          beside: [x + Math.round(w / 2), y + 4, x + w + Math.round(w / 2), y + h + 4] as BoxXYXY,
        };
      },
      (draft) => [draft.inside, draft.around, draft.beside].every((box) => ratio(draft.best, draft.truth) > ratio(box, draft.truth) + 0.1),
    );
    const boxes = random.shuffle([
      { box: best, of: "best" },
      { box: inside, of: "inside" },
      { box: around, of: "around" },
      { box: beside, of: "beside" },
    ] as const);
    const idOf = (name: string) => IDS[boxes.findIndex(({ of }) => of === name)];
    const ious = (locale: Locale) =>
      byLetter(boxes, ({ box, of }) => `${num(ratio(box, truth), 2)}${locale === "ko" ? "" : " "}(${PLACED[of][locale]})`);
    return {
      prompt: {
        ko: "칠해진 상자가 정답이에요. 정답과의 IoU가 가장 높은 상자는 어느 것일까요?",
        en: "The filled box is the right one. Which box has the highest IoU with it?",
      },
      caption: { ko: "정답 상자(칠해진 것)와 예측 상자 A–D", en: "The right box (filled) and the predictions A–D" },
      picture: {
        kind: "boxes",
        width: 320,
        height: 220,
        places: boxes.map(({ box }, i) => ({ id: IDS[i], box, label: NAMES[i], said: spoken(NAMES[i], box) })),
        fixed: [{ id: "truth", box: truth, label: "", said: spoken({ ko: "정답", en: "Right box" }, truth) }],
      },
      target: idOf("best"),
      wrong: [
        { misconception: "inside-is-one", said: idOf("inside") },
        { misconception: "size-matters", said: idOf("around") },
      ],
      explanation: {
        ko: `정답과의 IoU: ${ious("ko")}.`,
        en: `IoU with the right box: ${ious("en")}.`,
      },
    };
  },
};

/** A box as a screen reader says it: its corners, in pixels. */
function spoken(name: string | { readonly ko: string; readonly en: string }, [x1, y1, x2, y2]: BoxXYXY) {
  const { ko, en } = typeof name === "string" ? { ko: name, en: name } : name;
  return { ko: `${ko}: x ${x1}–${x2}, y ${y1}–${y2}`, en: `${en}: x ${x1} to ${x2}, y ${y1} to ${y2}` };
}

export const workedIou: MistakeQuestion = {
  form: "mistake",
  id: "worked-iou",
  asks(random) {
    const side = 2 * random.int(5, 10);
    const [dx, dy] = [random.int(1, side / 2 - 1), random.int(1, side / 2 - 1)];
    const slip = random.int(0, 3);
    const [w, h] = [side - dx + (slip === 0 ? 1 : 0), side - dy + (slip === 0 ? 1 : 0)];
    // From the slip on every line follows from the ones before it.
    const shared = slip === 1 ? w + h : w * h;
    const sum = 2 * side * side;
    const union = slip === 2 ? sum : sum - shared;
    const over = slip === 3 ? side * side : union;
    const unionLine = slip === 2 ? `${side * side} + ${side * side}` : `${side * side} + ${side * side} − ${shared}`;
    const box = (x: number, y: number) => `(${x}, ${y}, ${x + side}, ${y + side})`;
    return {
      prompt: {
        ko: `연속 좌표로 A = ${box(0, 0)}, B = ${box(dx, dy)}의 IoU를 구한 풀이예요. 처음 틀린 줄은 어디일까요?`,
        en: `The IoU of A = ${box(0, 0)} and B = ${box(dx, dy)}, in continuous coordinates. Which line goes wrong first?`,
      },
      lines: [
        { ko: `교집합의 너비와 높이: ${w}, ${h}`, en: `Width and height of the intersection: ${w}, ${h}` },
        { ko: `교집합의 넓이: ${shared}`, en: `Area of the intersection: ${shared}` },
        { ko: `합집합의 넓이: ${unionLine} = ${union}`, en: `Area of the union: ${unionLine} = ${union}` },
        { ko: `IoU = ${shared} ÷ ${over} ≈ ${num(shared / over, 2)}`, en: `IoU = ${shared} ÷ ${over} ≈ ${num(shared / over, 2)}` },
      ],
      slip,
      wrong: slip === 2 ? [] : [{ misconception: "union-is-sum", said: 2 }],
      explanation: {
        ko: [
          "연속 좌표에서 너비는 x2 − x1이에요. 1을 더하는 것은 픽셀 번호를 세던 옛 약속이에요.",
          "넓이는 너비와 높이를 곱한 값이에요.",
          "합집합에서는 두 번 센 교집합을 한 번 빼야 해요.",
          "분모는 상자 하나가 아니라 합집합이에요.",
        ][slip],
        en: [
          "With continuous coordinates a width is x2 − x1; adding 1 is the old convention of pixel indices.",
          "An area is width times height.",
          "The union takes the intersection, counted twice, off once.",
          "The denominator is the union, not one of the boxes.",
        ][slip],
      },
    };
  },
};
