/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import {
  byLetter,
  drawnUntil,
  type MatchQuestion,
  type MistakeQuestion,
  type NumericQuestion,
  type OrderQuestion,
  type PointQuestion,
} from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import { josa, num } from "@/lib/words";

export const firstStep: OrderQuestion = {
  form: "order",
  id: "first-step",
  version: 2,
  ends: IN_TIME,
  asks: {
    prompt: { ko: "탐욕적 NMS가 일하는 차례로 놓아 보세요.", en: "Put the steps of greedy NMS in order." },
    items: [
      { id: "sort", text: { ko: "상자를 점수가 높은 순으로 세워요", en: "Rank the boxes by falling score" } },
      { id: "keep", text: { ko: "맨 앞의 상자를 꺼내 남겨요", en: "Take the first box and keep it" } },
      { id: "drop", text: { ko: "그것과 많이 겹치는 상자를 지워요", en: "Drop what overlaps it strongly" } },
      { id: "repeat", text: { ko: "남은 상자 가운데 맨 앞으로 돌아가요", en: "Go back to the first of the rest" } },
    ],
    wrong: [],
    explanation: {
      ko: "점수로 줄을 세운 다음, 맨 앞을 남기고 그것과 많이 겹치는 상자를 지우는 일을 되풀이해요.",
      en: "Boxes are ranked by score; then the first is kept and drops what overlaps it, over and over.",
    },
  },
};

export const whatIsCompared: MatchQuestion = {
  form: "match",
  id: "what-is-compared",
  asks: {
    prompt: { ko: "임계값마다 무엇과 비교하는지 이어 보세요.", en: "What is each threshold compared with? Match them." },
    lefts: [
      { id: "nms", text: { ko: "NMS 임계값", en: "The NMS threshold" } },
      { id: "score", text: { ko: "점수 임계값", en: "The score threshold" } },
      { id: "truth", text: { ko: "평가할 때의 IoU 임계값", en: "The IoU threshold of an evaluation" } },
    ],
    rights: [
      { id: "kept", text: { ko: "먼저 남긴 상자와의 IoU", en: "IoU with a box kept before" } },
      { id: "own", text: { ko: "그 상자 자신의 점수", en: "The score of the box itself" } },
      { id: "object", text: { ko: "정답 상자와의 IoU", en: "IoU with the right box" } },
      { id: "total", text: { ko: "남긴 상자들의 점수 합", en: "The sum of all kept scores" } },
    ],
    wrong: [
      { misconception: "threshold-is-score", said: ["nms", "own"] },
      { misconception: "greedy-is-optimal", said: ["nms", "total"] },
    ],
    explanation: {
      ko: "NMS는 남긴 상자와 많이 겹치는 상자를 지워요. 점수가 낮은 상자를 거르는 것도, 정답과 견주는 것도 다른 임계값의 일이에요.",
      en: "NMS drops what overlaps a kept box too much. Filtering low scores and judging against the right boxes are other thresholds' work.",
    },
  },
};

export const softLinear: NumericQuestion = {
  form: "numeric",
  id: "soft-linear",
  tolerance: 0.01,
  range: { min: 0, max: 2, step: 0.01 },
  unit: null,
  asks(random) {
    const [score, overlap] = [random.int(5, 9) / 10, random.int(4, 8) / 10];
    const value = score * (1 - overlap);
    return {
      prompt: {
        ko: `선형 Soft-NMS에서 점수 ${num(score, 1)}인 상자가 방금 뽑힌 상자와 IoU ${num(overlap, 1)}만큼 겹쳐요(t = 0.3). 새 점수는?`,
        en: `Linear Soft-NMS with t = 0.3: a box scoring ${num(score, 1)} has IoU ${num(overlap, 1)} with the one just picked. Its new score?`,
      },
      value,
      wrong: [
        { misconception: "soft-drops", said: 0 },
        { misconception: "high-score-survives", said: score },
      ],
      explanation: {
        ko: `s·(1 − IoU) = ${num(score, 1)} × ${num(1 - overlap, 1)} = ${num(value, 2)}.`,
        en: `s·(1 − IoU) = ${num(score, 1)} × ${num(1 - overlap, 1)} = ${num(value, 2)}.`,
      },
    };
  },
};

/** IoU with the picked box, and e^(−IoU²/0.5) to three decimals: a table, since engines differ in the last bit of exp. */
const DECAYS: readonly (readonly [overlap: number, factor: number])[] = [
  [0.4, 0.726],
  [0.5, 0.607],
  [0.6, 0.487],
  [0.7, 0.375],
  [0.8, 0.278],
];

export const softGaussian: NumericQuestion = {
  form: "numeric",
  id: "soft-gaussian",
  tolerance: 0.01,
  range: { min: 0, max: 2, step: 0.01 },
  unit: null,
  asks(random) {
    const [overlap, factor] = random.pick(DECAYS);
    const score = random.int(5, 9) / 10;
    const power = num((overlap * overlap) / 0.5, 2);
    const value = score * factor;
    return {
      prompt: {
        ko: `가우시안 Soft-NMS(σ = 0.5)에서 점수 ${num(score, 1)}, IoU ${josa(num(overlap, 1), "이라면/라면")} 새 점수는? (e^−${power} ≈ ${num(factor, 3)})`,
        en: `Gaussian Soft-NMS with σ = 0.5: score ${num(score, 1)}, IoU ${num(overlap, 1)}. The new score? (e^−${power} ≈ ${num(factor, 3)})`,
      },
      value,
      wrong: [
        { misconception: "soft-drops", said: 0 },
        { misconception: "high-score-survives", said: score },
      ],
      explanation: {
        ko: `s·exp(−IoU²/σ) = ${num(score, 1)} × ${num(factor, 3)} ≈ ${num(value, 2)}.`,
        en: `s·exp(−IoU²/σ) = ${num(score, 1)} × ${num(factor, 3)} ≈ ${num(value, 2)}.`,
      },
    };
  },
};

export const keptCount: NumericQuestion = {
  form: "numeric",
  id: "kept-count",
  tolerance: 0,
  range: { min: 0, max: 50, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const groups = random.int(2, 5);
    const sizes = Array.from({ length: groups }, () => random.int(2, 5));
    const all = sizes.reduce((sum, size) => sum + size, 0);
    const row = sizes.join(", ");
    return {
      prompt: {
        ko: `클래스가 같은 상자 ${all}개가 ${groups}무리로 모여 있어요. 무리마다 차례로 ${row}개예요. 같은 무리끼리는 IoU가 모두 0.8 이상, 다른 무리와는 0.1 이하예요. t = 0.5면 NMS 뒤에 몇 개가 남을까요?`,
        en: `${all} boxes of one class stand in ${groups} groups, of sizes ${row}. Within a group every IoU is 0.8 or more, across groups 0.1 or less. With t = 0.5, how many boxes does NMS leave?`,
      },
      value: groups,
      wrong: [
        { misconception: "only-the-best", said: 1 },
        { misconception: "overlap-survives", said: all - groups },
      ],
      explanation: {
        ko: `무리마다 점수가 가장 높은 하나가 나머지를 지워요. 다른 무리와는 IoU가 0.1 이하라서 그대로예요. 그래서 모두 ${groups}개 남아요.`,
        en: `In each group the best box drops the others. Other groups overlap it by 0.1 at most and stay: ${groups} boxes are left.`,
      },
    };
  },
};

const IDS = ["a", "b", "c", "d"] as const;

export const strongOverlap: PointQuestion = {
  form: "point",
  id: "strong-overlap",
  version: 2,
  asks(random) {
    const { kept, twin, brush, part, far } = drawnUntil(
      random,
      (r) => {
        const [x, y] = [r.int(90, 120), r.int(70, 90)];
        const [w, h] = [r.int(90, 110), r.int(76, 92)];
        const [dx, dy] = [r.int(8, 18), r.int(5, 12)];
        return {
          kept: [x, y, x + w, y + h] as BoxXYXY,
          twin: [x + dx, y + dy, x + w + dx, y + h + dy] as BoxXYXY,
          brush: [x - 70, y + 20, x + 26, y + h + 14] as BoxXYXY,
          part: [x + 24, y - 22, x + 66, y + 34] as BoxXYXY,
          far: [x + w + 28, y - 40, x + w + 92, y + 24] as BoxXYXY,
        };
      },
      (draft) => iou(draft.twin, draft.kept) > 0.58 && [draft.brush, draft.part, draft.far].every((box) => iou(box, draft.kept) < 0.42),
    );
    const boxes = random.shuffle([
      { box: twin, of: "twin", score: random.int(70, 88) },
      { box: brush, of: "brush", score: random.int(40, 88) },
      { box: part, of: "part", score: random.int(25, 60) },
      { box: far, of: "far", score: random.int(15, 50) },
    ]);
    const idOf = (name: string) => IDS[boxes.findIndex(({ of }) => of === name)];
    const ious = byLetter(boxes, ({ box }) => num(iou(box, kept), 2));
    const falls = idOf("twin").toUpperCase();
    const lowest = boxes.reduce((low, one) => (one.score < low.score ? one : low));
    const corners = ([x1, y1, x2, y2]: BoxXYXY) => ({ ko: `x ${x1}–${x2}, y ${y1}–${y2}`, en: `x ${x1} to ${x2}, y ${y1} to ${y2}` });
    return {
      prompt: {
        ko: "모두 한 클래스예요. 칠해진 상자(.95)가 방금 남았어요. NMS 임계값이 0.5라면 이 상자 때문에 지워지는 상자는 어느 것일까요?",
        en: "All are of one class, and the filled box (.95) has just been kept. With an NMS threshold of 0.5, which box falls because of it?",
      },
      caption: {
        ko: "남은 상자(칠해진 것, .95)와 점수가 적힌 상자 A–D",
        en: "The kept box (filled, .95) and the boxes A–D with their scores",
      },
      picture: {
        kind: "boxes",
        width: 330,
        height: 230,
        places: boxes.map(({ box, score }, i) => {
          const [name, said] = ["ABCD"[i], corners(box)];
          return {
            id: IDS[i],
            box,
            label: `${name} .${score}`,
            said: { ko: `${name}, 점수 .${score}, ${said.ko}`, en: `${name}, score .${score}, ${said.en}` },
          };
        }),
        fixed: [
          {
            id: "kept",
            box: kept,
            label: ".95",
            said: { ko: `남은 상자: ${corners(kept).ko}`, en: `Kept box: ${corners(kept).en}` },
          },
        ],
      },
      target: idOf("twin"),
      wrong: lowest.of === "twin" ? [] : [{ misconception: "threshold-is-score", said: idOf(lowest.of) }],
      explanation: {
        ko: `칠해진 상자와의 IoU: ${ious}. 0.5를 넘는 것은 ${falls} 하나뿐이에요. 나머지는 점수가 낮아도 덜 겹쳐서 남아요.`,
        en: `IoU with the filled box: ${ious}. Only ${falls} is above 0.5. The others overlap less and stay, however low their scores.`,
      },
    };
  },
};

/** Of two equal boxes shifted along one axis: how far, as a part of the length, for this IoU; and back. */
const shiftOf = (overlap: number): number => (1 - overlap) / (1 + overlap);

export const workedNms: MistakeQuestion = {
  form: "mistake",
  id: "worked-nms",
  version: 2,
  asks(random) {
    const [a, b, c, d] = [random.int(90, 96), random.int(80, 88), random.int(60, 72), random.int(30, 45)].map((h) => num(h / 100, 2));
    // A row of equal boxes A, B, C, so that the three overlaps can be together: what A and C share follows from the other two.
    const [first, second] = [random.int(55, 66) / 100, random.int(55, 66) / 100];
    const [near, chain, far] = [first, second, shiftOf(shiftOf(first) + shiftOf(second))].map((overlap) => num(overlap, 2));
    const slip = random.int(0, 3);
    const wrongFirst = slip === 0;
    return {
      prompt: {
        ko: `한 클래스의 상자 A(${a}), B(${b}), C(${c}), D(${d})를 t = 0.5로 NMS 해요. IoU는 A–B ${near}, B–C ${chain}, A–C ${far}, 그 밖은 0이에요. 틀린 줄은 어디일까요?`,
        en: `NMS with t = 0.5 over boxes of one class: A (${a}), B (${b}), C (${c}), D (${d}). IoUs: A–B ${near}, B–C ${chain}, A–C ${far}, all others 0. Which line is wrong?`,
      },
      lines: [
        wrongFirst
          ? { ko: "점수가 가장 낮은 D를 먼저 남겨요", en: "D has the lowest score and is kept first" }
          : { ko: "점수가 가장 높은 A를 먼저 남겨요", en: "A has the highest score and is kept first" },
        slip === 1
          ? { ko: "B는 점수가 0.5보다 높아서 남아요", en: "B stays, since it scores above 0.5" }
          : { ko: "B는 A와 많이 겹쳐서 지워져요", en: "B overlaps A strongly and falls" },
        slip === 2
          ? { ko: "C는 B와 많이 겹쳐서 지워져요", en: "C overlaps B strongly and falls" }
          : { ko: "C는 B와 겹치지만 B가 없어서 남아요", en: "C overlaps B, but B is gone: C stays" },
        slip === 3
          ? { ko: "D는 점수가 t보다 낮아서 지워져요", en: "D falls, since its score is below t" }
          : { ko: "D는 아무와도 안 겹쳐서 남아요", en: "D overlaps nothing and stays" },
      ],
      slip,
      wrong: [
        ...(slip === 2 ? [] : [{ misconception: "fallen-still-suppress", said: 2 }]),
        ...(slip === 3 ? [] : [{ misconception: "threshold-is-score", said: 3 }]),
      ],
      explanation: {
        ko: [
          "남기는 차례는 점수가 높은 쪽부터예요.",
          "t는 점수가 아니라 IoU와 비교해요.",
          "지워진 상자는 아무도 지우지 못해요.",
          "t는 점수가 아니라 IoU와 비교해요. 겹치지 않는 D는 남아요.",
        ][slip],
        en: [
          "Boxes are taken by falling score.",
          "t is compared with the IoU, not with a score.",
          "A box that has fallen drops nobody.",
          "t is compared with the IoU, not with a score: D overlaps nothing and stays.",
        ][slip],
      },
    };
  },
};
