/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { areaUnderEnvelope, precisionRecall } from "@/lib/engine/evaluate";
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

export const evaluationSteps: OrderQuestion = {
  form: "order",
  id: "evaluation-steps",
  ends: IN_TIME,
  asks: {
    prompt: {
      ko: "검출 결과에서 mAP까지, 평가하는 차례로 놓아 보세요.",
      en: "From a detector's answers to its mAP: put the steps of the evaluation in order.",
    },
    items: [
      { id: "rank", text: { ko: "한 클래스의 검출을 점수로 줄 세워요", en: "Rank one class's detections by score" } },
      { id: "mark", text: { ko: "물체와 차례로 맞춰 TP와 FP로 갈라요", en: "Match them to objects in turn: TP or FP" } },
      { id: "curve", text: { ko: "정밀도와 재현율을 이어요", en: "Join precision and recall" } },
      { id: "area", text: { ko: "곡선 아래 넓이를 재서 그 클래스의 AP를 얻어요", en: "Measure the area under the curve, the class's AP" } },
      { id: "mean", text: { ko: "클래스마다 잰 AP를 평균해요", en: "Average the APs of all classes" } },
    ],
    wrong: [{ misconception: "map-pools-classes", said: ["mean", "rank", "mark", "curve", "area"] }],
    explanation: {
      ko: "클래스마다 순위를 세워 판정하고, 곡선을 그려 AP를 구한 다음 평균해요.",
      en: "Each class is ranked and judged by itself, its curve gives an AP, and mAP is the mean of these.",
    },
  },
};

export const whatWentWrong: MatchQuestion = {
  form: "match",
  id: "what-went-wrong",
  asks: {
    prompt: {
      ko: "기준 IoU가 0.5예요. 거짓 양성마다 어떤 실수인지 이어 보세요.",
      en: "The match IoU is 0.5. What kind of error is each false positive? Match them.",
    },
    lefts: [
      { id: "low", text: { ko: "맞는 클래스의 물체와 IoU 0.3", en: "IoU 0.3 with an object of its class" } },
      { id: "name", text: { ko: "다른 클래스의 물체와 IoU 0.8", en: "IoU 0.8 with an object of another class" } },
      { id: "second", text: { ko: "이미 찾은 같은 클래스의 물체와 IoU 0.8", en: "IoU 0.8 with an object of its class found before" } },
      { id: "empty", text: { ko: "어떤 물체와도 IoU 0.05 아래", en: "IoU below 0.05 with every object" } },
    ],
    rights: [
      { id: "place", text: { ko: "위치가 틀렸어요", en: "Badly placed" } },
      { id: "class", text: { ko: "클래스가 틀렸어요", en: "Wrong class" } },
      { id: "duplicate", text: { ko: "중복이에요", en: "A duplicate" } },
      { id: "background", text: { ko: "배경을 가리켜요", en: "Background" } },
      { id: "none", text: { ko: "실수가 아니에요", en: "No error at all" } },
    ],
    wrong: [
      { misconception: "any-overlap", said: ["low", "none"] },
      { misconception: "class-does-not-matter", said: ["name", "none"] },
      { misconception: "duplicates-count", said: ["second", "none"] },
    ],
    explanation: {
      ko: "클래스가 맞는데 덜 겹치면 위치, 많이 겹치는데 클래스가 다르면 클래스, 두 번째로 찾으면 중복, 아무것도 없는 곳이면 배경의 실수예요.",
      en: "Right class and too little overlap: placement. Enough overlap and another class: the class. Found before: a duplicate. Nothing there: background.",
    },
  },
};

export const recallAtCut: NumericQuestion = {
  form: "numeric",
  id: "recall-at-cut",
  tolerance: 0.01,
  range: { min: 0, max: 2, step: 0.01 },
  unit: null,
  asks(random) {
    const found = random.int(6, 14);
    const [wrong, missed] = [random.int(3, 10), random.int(3, 10)];
    const value = found / (found + missed);
    return {
      prompt: {
        ko: `그림에 물체가 ${found + missed}개 있고 검출은 ${found + wrong}개예요. 그 가운데 참 양성이 ${found}개예요. 재현율은?`,
        en: `There are ${found + missed} objects and ${found + wrong} detections, ${found} of them true positives. What is the recall?`,
      },
      value,
      wrong: [
        { misconception: "recall-by-detections", said: found / (found + wrong) },
        { misconception: "ap-is-accuracy", said: found / (found + wrong + missed) },
        { misconception: "misses-are-free", said: 1 },
      ],
      explanation: {
        ko: `찾은 물체 ÷ 찾아야 할 물체 = ${found} ÷ ${found + missed} = ${num(value, 2)}.`,
        en: `Objects found ÷ objects to find = ${found} ÷ ${found + missed} = ${num(value, 2)}.`,
      },
    };
  },
};

const letters = (hits: readonly boolean[]) => hits.map((hit) => (hit ? "T" : "F")).join(" ");

export const apOfList: NumericQuestion = {
  form: "numeric",
  id: "ap-of-list",
  tolerance: 0.01,
  range: { min: 0, max: 2, step: 0.01 },
  unit: null,
  asks(random) {
    const { hits, positives } = drawnUntil(
      random,
      (r) => ({ hits: [true, ...Array.from({ length: 4 }, () => r.chance(0.45))], positives: r.int(4, 5) }),
      (draft) => {
        const count = draft.hits.filter(Boolean).length;
        return count >= 2 && count < draft.positives && !draft.hits[4];
      },
    );
    const found = hits.filter(Boolean).length;
    const area = (objects: number) => areaUnderEnvelope(precisionRecall(hits, objects));
    const value = area(positives);
    return {
      prompt: {
        ko: `물체가 ${positives}개예요. 점수가 높은 것부터 판정하면 ${letters(hits)} 순서예요. T는 참 양성, F는 거짓 양성이에요. 포락선 아래 넓이로 잰 AP는?`,
        en: `There are ${positives} objects. Best score first, the verdicts are ${letters(hits)} (T true positive, F false positive). What is the AP, as the area under the envelope?`,
      },
      value,
      wrong: [
        { misconception: "ap-is-final-precision", said: found / hits.length },
        { misconception: "ap-is-accuracy", said: found / (hits.length + positives - found) },
        { misconception: "misses-are-free", said: area(found) },
      ].filter(({ said }) => Math.abs(said - value) > 0.03),
      explanation: {
        ko: `TP마다 그 재현율 이상에서 가장 높은 정밀도를 더해 ${josa(positives, "으로/로")} 나누면 ${num(value, 2)}. 놓친 물체는 0으로 세요.`,
        en: `Add up the best precision at each TP's recall or a later one and divide by ${positives}: ${num(value, 2)}. A missed object counts 0.`,
      },
    };
  },
};

export const meanOfClasses: NumericQuestion = {
  form: "numeric",
  id: "mean-of-classes",
  tolerance: 0.01,
  range: { min: 0, max: 2, step: 0.01 },
  unit: null,
  asks(random) {
    const [common, rare] = [random.int(7, 9) / 10, random.int(1, 4) / 10];
    const [many, few] = [10 * random.int(7, 9), 10 * random.int(1, 2)];
    const value = (common + rare) / 2;
    return {
      prompt: {
        ko: `클래스가 둘이에요. 사람은 물체 ${many}개에서 AP ${num(common, 1)}, 버스는 물체 ${few}개에서 AP ${num(rare, 1)}. mAP는?`,
        en: `There are two classes: person with ${many} objects and an AP of ${num(common, 1)}, bus with ${few} objects and an AP of ${num(rare, 1)}. What is the mAP?`,
      },
      value,
      wrong: [{ misconception: "map-pools-classes", said: (many * common + few * rare) / (many + few) }],
      explanation: {
        ko: `물체의 수와 상관없이 (${num(common, 1)} + ${num(rare, 1)}) ÷ 2 = ${num(value, 2)}. 드문 클래스도 몫이 같아요.`,
        en: `Whatever the number of objects: (${num(common, 1)} + ${num(rare, 1)}) ÷ 2 = ${num(value, 2)}. A rare class weighs as much.`,
      },
    };
  },
};

const IDS = ["a", "b", "c", "d"] as const;

export const whichIsRight: PointQuestion = {
  form: "point",
  id: "which-is-right",
  version: 2,
  asks(random) {
    const { object, first, fit, loose, far } = drawnUntil(
      random,
      (r) => {
        const [x, y] = [r.int(90, 120), r.int(60, 80)];
        const [w, h] = [r.int(90, 110), r.int(80, 96)];
        const [dx, dy] = [r.int(10, 18), r.int(6, 12)];
        return {
          object: [x, y, x + w, y + h] as BoxXYXY,
          first: [x + dx, y + dy, x + w + dx, y + h + dy] as BoxXYXY,
          fit: [x - 4, y - 3, x + w - 3, y + h + 2] as BoxXYXY,
          loose: [x - 55, y + 8, x + r.int(38, 52), y + h + 12] as BoxXYXY,
          far: [x + w + 34, y - 40, x + w + 92, y + 14] as BoxXYXY,
        };
      },
      (draft) => {
        const [a, b, c, d] = [draft.first, draft.fit, draft.loose, draft.far].map((box) => iou(box, draft.object));
        return a > 0.56 && a < 0.78 && b > 0.84 && c > 0.12 && c < 0.42 && d === 0;
      },
    );
    const boxes = random.shuffle([
      { box: first, of: "first", score: random.int(74, 84) },
      { box: fit, of: "fit", score: random.int(50, 70) },
      { box: loose, of: "loose", score: random.int(86, 95) },
      { box: far, of: "far", score: random.int(30, 96) },
    ]);
    const idOf = (name: string) => IDS[boxes.findIndex(({ of }) => of === name)];
    const ious = byLetter(boxes, ({ box }) => num(iou(box, object), 2));
    const [taker, late] = ["first", "fit"].map((name) => idOf(name).toUpperCase());
    const corners = ([x1, y1, x2, y2]: BoxXYXY) => ({ ko: `x ${x1}–${x2}, y ${y1}–${y2}`, en: `x ${x1} to ${x2}, y ${y1} to ${y2}` });
    return {
      prompt: {
        ko: "칠해진 상자가 하나뿐인 강아지예요. 검출은 모두 강아지라고 답했고 기준 IoU는 0.5예요. 참 양성은 어느 것일까요?",
        en: "The filled box is the only dog there is. All detections say dog, and the match IoU is 0.5. Which one is the true positive?",
      },
      caption: { ko: "강아지(칠해진 상자)와 점수가 적힌 검출 A–D", en: "The dog (filled) and detections A–D with their scores" },
      picture: {
        kind: "boxes",
        width: 330,
        height: 220,
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
            id: "dog",
            box: object,
            label: "",
            said: { ko: `강아지: ${corners(object).ko}`, en: `The dog: ${corners(object).en}` },
          },
        ],
      },
      target: idOf("first"),
      wrong: [
        { misconception: "best-fit-wins", said: idOf("fit") },
        { misconception: "any-overlap", said: idOf("loose") },
      ],
      explanation: {
        ko: `강아지와의 IoU: ${ious}. 0.5를 넘는 둘 가운데 점수가 높은 ${josa(taker, "이/가")} 강아지를 차지해요. ${josa(late, "은/는")} 더 꼭 맞아도 뒤에 와서 중복이에요.`,
        en: `IoU with the dog: ${ious}. Of the two above 0.5, ${taker} has the better score and takes the dog; ${late} fits better but comes later: a duplicate.`,
      },
    };
  },
};

export const workedEvaluation: MistakeQuestion = {
  form: "mistake",
  id: "worked-evaluation",
  asks(random) {
    const [a, b, c] = [random.int(88, 96), random.int(70, 84), random.int(50, 66)].map((h) => num(h / 100, 2));
    const [first, second] = [num(random.int(58, 68) / 100, 2), num(random.int(78, 92) / 100, 2)];
    const low = num(random.int(22, 40) / 100, 2);
    const slip = random.int(0, 3);
    return {
      prompt: {
        ko: `고양이 두 마리, 기준 IoU 0.5예요. 검출 A(${a})와 B(${b})는 첫째 고양이와 IoU ${first}, ${second}, C(${c})는 둘째와 IoU ${low}. 틀린 줄은 어디일까요?`,
        en: `Two cats, match IoU 0.5. Detections A (${a}) and B (${b}) have IoU ${first} and ${second} with the first cat, C (${c}) has ${low} with the second. Which line is wrong?`,
      },
      lines: [
        slip === 0
          ? { ko: "A는 B보다 덜 꼭 맞는 검출이라 FP예요", en: "A fits the cat less well than B does: an FP" }
          : { ko: "A는 첫째 고양이를 가장 먼저 찾은 TP예요", en: "A is the first to find the first cat: a TP" },
        slip === 1
          ? { ko: "B도 기준을 넘으니 TP예요", en: "B passes the limit as well: a TP" }
          : { ko: "B는 같은 고양이라 FP예요", en: "B finds the same cat again: an FP" },
        slip === 2
          ? { ko: "C도 겹치니까 TP예요", en: "C overlaps a cat as well: a TP" }
          : { ko: "C는 덜 겹쳐서 FP예요", en: "C overlaps too little: an FP" },
        slip === 3
          ? { ko: "재현율은 검출 수로 나눠요", en: "Recall divides by boxes" }
          : { ko: "재현율은 고양이 수로 나눠요", en: "Recall divides by cats" },
      ],
      slip,
      wrong: [
        ...(slip === 0 ? [] : [{ misconception: "best-fit-wins", said: 0 }]),
        ...(slip === 1 ? [] : [{ misconception: "duplicates-count", said: 1 }]),
        ...(slip === 2 ? [] : [{ misconception: "any-overlap", said: 2 }]),
        ...(slip === 3 ? [] : [{ misconception: "recall-by-detections", said: 3 }]),
      ],
      explanation: {
        ko: [
          "점수 순서로 판정해요. A가 기준을 넘어 첫째를 차지해요.",
          "물체 하나는 한 번만 찾아요. 두 번째는 거짓 양성이에요.",
          "IoU가 0.5에 못 미치면 찾은 것이 아니에요.",
          "재현율은 찾아야 할 물체의 수로 나눠요.",
        ][slip],
        en: [
          "Detections are judged by falling score: A reaches the match IoU and takes the first cat.",
          "An object is found once. The second detection is a false positive.",
          "An IoU below 0.5 finds nothing.",
          "Recall divides by the objects there are to find.",
        ][slip],
      },
    };
  },
};
