/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import { type MatchQuestion, type MistakeQuestion, type NumericQuestion, type OrderQuestion, type PointQuestion } from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import { josa, num } from "@/lib/words";

export const bill: NumericQuestion = {
  form: "numeric",
  id: "bill",
  tolerance: 0.1,
  range: { min: 0, max: 100, step: 0.1 },
  unit: { ko: "초", en: "s" },
  asks(random) {
    const [proposals, ms, search] = [100 * random.int(9, 17), random.int(12, 28), random.int(2, 4)];
    const seconds = (proposals * ms) / 1000;
    return {
      prompt: {
        ko: `선택적 탐색에 ${search}초가 걸려서 후보 ${num(proposals)}개가 나왔고, CNN은 후보 하나에 ${ms}밀리초가 걸려요. R-CNN이 그림 한 장을 보는 데 모두 몇 초일까요(나머지는 빼고)?`,
        en: `Selective search takes ${search} s and gives ${num(proposals)} proposals; a pass of the CNN takes ${ms} ms. How many seconds does R-CNN need for the picture, leaving out all else?`,
      },
      value: search + seconds,
      wrong: [{ misconception: "one-pass-for-all", said: search + ms / 1000 }],
      explanation: {
        ko: `후보마다 한 번씩이니까 ${num(proposals)} × ${ms}밀리초 = ${num(seconds, 1)}초, 여기에 ${search}초를 더해 ${num(search + seconds, 1)}초예요.`,
        en: `A pass for each proposal: ${num(proposals)} × ${ms} ms = ${num(seconds, 1)} s, and ${search} s more make ${num(search + seconds, 1)} s.`,
      },
    };
  },
};

/** The side of R-CNN's input. */
const SIDE = 227;

export const stretch: NumericQuestion = {
  form: "numeric",
  id: "stretch",
  tolerance: 0.02,
  range: { min: 0, max: 10, step: 0.01 },
  unit: { ko: "배", en: "times" },
  asks(random) {
    const [w, h] = [random.int(35, 95), random.int(130, 210)];
    return {
      prompt: {
        ko: `가로 ${w}픽셀, 세로 ${h}픽셀인 후보를 ${SIDE}×${josa(String(SIDE), "으로/로")} 눌러 CNN에 넣어요(둘레는 없다고 해요). 가로로는 몇 배가 되나요?`,
        en: `A proposal ${w} pixels wide and ${h} high is warped to ${SIDE}×${SIDE} (without context). How many times its width is it then?`,
      },
      value: SIDE / w,
      wrong: [{ misconception: "crops-keep-shape", said: SIDE / h }],
      explanation: {
        ko: `${SIDE} ÷ ${w} = ${num(SIDE / w, 2)}. 세로로는 ${SIDE} ÷ ${h} = ${num(SIDE / h, 2)}배라서 모양이 달라져요.`,
        en: `${SIDE} ÷ ${w} = ${num(SIDE / w, 2)}. Its height grows ${SIDE} ÷ ${h} = ${num(SIDE / h, 2)} times: the shape changes.`,
      },
    };
  },
};

export const svmNumbers: NumericQuestion = {
  form: "numeric",
  id: "svm-numbers",
  tolerance: 0,
  range: { min: 0, max: 200_000, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const [classes, length] = [random.int(6, 45), 128 * random.int(2, 9)];
    const value = classes * (length + 1);
    return {
      prompt: {
        ko: `후보 하나의 특징은 수 ${num(length)}개이고 클래스는 ${classes}가지예요. R-CNN의 선형 SVM이 배우는 수(가중치와 b)는 모두 몇 개인가요?`,
        en: `A crop's feature has ${num(length)} numbers, and there are ${classes} classes. How many numbers (weights and b) do R-CNN's linear SVMs learn in all?`,
      },
      value,
      wrong: [{ misconception: "one-svm-for-all", said: length + 1 }],
      explanation: {
        ko: `클래스마다 SVM이 하나씩이고, 하나가 가중치 ${num(length)}개와 b 하나를 배워요: ${classes} × ${num(length + 1)} = ${num(value)}.`,
        en: `One SVM a class, each with ${num(length)} weights and one b: ${classes} × ${num(length + 1)} = ${num(value)}.`,
      },
    };
  },
};

export const stages: OrderQuestion = {
  form: "order",
  id: "stages",
  ends: IN_TIME,
  asks: {
    prompt: { ko: "R-CNN을 학습하는 차례로 놓아 보세요.", en: "Put the training of R-CNN in order." },
    items: [
      { id: "pretrain", text: { ko: "사진 분류로 CNN을 학습해요", en: "Train a CNN to classify photos" } },
      { id: "tune", text: { ko: "눌린 후보로 CNN을 다듬어요", en: "Fine-tune it on warped proposals" } },
      { id: "svm", text: { ko: "CNN의 특징으로 SVM들을 학습해요", en: "Train the SVMs on the CNN's features" } },
      { id: "box", text: { ko: "상자를 옮기는 법을 배워요", en: "Learn how boxes are to be moved" } },
    ],
    wrong: [],
    explanation: {
      ko: "CNN을 먼저 다 만들고, 굳힌 특징 위에서 SVM을, 그다음 상자 회귀를 배워요.",
      en: "The CNN comes first and is then left alone; SVMs and, after them, box regressors learn on its features.",
    },
  },
};

export const whoIsPositive: MatchQuestion = {
  form: "match",
  id: "who-is-positive",
  asks: {
    prompt: { ko: "학습마다 무엇을 양성으로 삼는지 이어 보세요.", en: "What does each training take for positive? Match them." },
    lefts: [
      { id: "tuning", text: { ko: "CNN의 미세 조정", en: "Fine-tuning the CNN" } },
      { id: "svm", text: { ko: "클래스의 SVM", en: "A class's SVM" } },
      { id: "regressor", text: { ko: "상자 회귀", en: "Box regression" } },
    ],
    rights: [
      { id: "half", text: { ko: "IoU가 0.5 이상인 상자", en: "Boxes from an IoU of 0.5 on" } },
      { id: "true", text: { ko: "정답 상자뿐", en: "True boxes alone" } },
      { id: "near", text: { ko: "IoU가 0.6을 넘는 상자", en: "Boxes above an IoU of 0.6" } },
      { id: "seven", text: { ko: "IoU가 0.7 이상인 상자", en: "Boxes from an IoU of 0.7 on" } },
    ],
    wrong: [
      { misconception: "svm-positives-from-half", said: ["svm", "half"] },
      { misconception: "regressor-learns-from-all", said: ["regressor", "half"] },
      { misconception: "rpn-thresholds", said: ["tuning", "seven"] },
    ],
    explanation: {
      ko: "미세 조정은 예가 많아야 해서 넓게, SVM은 정확한 자리를 가려야 해서 좁게, 상자 회귀는 조금만 옮기면 되는 것에서 배워요.",
      en: "Fine-tuning needs many examples and counts widely; an SVM has to prefer the exact place; a regressor learns where a small move will do.",
    },
  },
};

const LETTERS = ["A", "B", "C", "D"] as const;

export const leftOut: PointQuestion = {
  form: "point",
  id: "left-out",
  asks(random) {
    const [x, y, side] = [random.int(40, 60), random.int(60, 80), 100];
    const dog = [x, y, x + side, y + side] as const;
    const cat = [x + 190, y + 10, x + 270, y + 110] as const;
    // Moved sideways by s, a square of 100 overlaps its old place by (100 − s) / (100 + s).
    const [near, far] = [random.int(18, 42), random.int(72, 84)];
    const places = random.shuffle([
      { of: "true", box: dog, iou: 1 },
      { of: "grey", box: [x + near, y, x + near + side, y + side] as const, iou: (side - near) / (side + near) },
      { of: "far", box: [x, y + far, x + side, y + far + side] as const, iou: (side - far) / (side + far) },
      { of: "cat", box: cat, iou: 0 },
    ]);
    const nameOf = (of: string) => LETTERS[places.findIndex((place) => place.of === of)];
    const why: Readonly<Record<string, { ko: string; en: string }>> = {
      true: { ko: "정답 상자라 양성", en: "the true box, positive" },
      grey: { ko: "0.3 이상이고 정답 상자가 아니라 제외", en: "from 0.3 on and no true box, left out" },
      far: { ko: "0.3 미만이라 배경", en: "below 0.3, background" },
      cat: { ko: "고양이라 배경", en: "a cat, background" },
    };
    const reasons = (locale: "ko" | "en") => places.map(({ of }, i) => `${LETTERS[i]}: ${why[of][locale]}`).join(". ");
    const at = ([x1, y1, x2, y2]: readonly number[]) => ({ ko: `x ${x1}–${x2}, y ${y1}–${y2}`, en: `x ${x1} to ${x2}, y ${y1} to ${y2}` });
    return {
      prompt: {
        ko: "칠해진 상자는 강아지(왼쪽)와 고양이(오른쪽)의 정답 상자예요. A–D에는 강아지와의 IoU가 적혀 있어요. R-CNN의 강아지 SVM을 학습할 때 빠지는 상자는 어느 것인가요?",
        en: "The filled boxes are the true boxes of a dog (left) and a cat (right). A–D carry their IoU with the dog. Which box is left out when R-CNN's dog SVM is trained?",
      },
      caption: { ko: "정답 상자 둘(칠해진 것)과 상자 A–D", en: "Two true boxes (filled) and the boxes A–D" },
      picture: {
        kind: "boxes",
        width: 360,
        height: 280,
        places: places.map(({ box, iou }, i) => ({
          id: LETTERS[i].toLowerCase(),
          box: [...box] as [number, number, number, number],
          label: `${LETTERS[i]} ${iou.toFixed(2)}`,
          said: { ko: `${LETTERS[i]}, IoU ${iou.toFixed(2)}, ${at(box).ko}`, en: `${LETTERS[i]}, IoU ${iou.toFixed(2)}, ${at(box).en}` },
        })),
        fixed: [
          {
            id: "dog",
            box: [...dog] as [number, number, number, number],
            label: "",
            said: { ko: `강아지: ${at(dog).ko}`, en: `The dog: ${at(dog).en}` },
          },
          {
            id: "cat",
            box: [...cat] as [number, number, number, number],
            label: "",
            said: { ko: `고양이: ${at(cat).ko}`, en: `The cat: ${at(cat).en}` },
          },
        ],
      },
      target: nameOf("grey").toLowerCase(),
      wrong: [{ misconception: "other-class-left-out", said: nameOf("cat").toLowerCase() }],
      explanation: { ko: `${reasons("ko")}.`, en: `${reasons("en")}.` },
    };
  },
};

export const workedPlan: MistakeQuestion = {
  form: "mistake",
  id: "worked-plan",
  asks(random) {
    const hundredths = (low: number, high: number) => (random.int(low, high) / 100).toFixed(2);
    const ious = [hundredths(52, 58), hundredths(35, 45), hundredths(72, 88), hundredths(52, 58)];
    const slip = random.int(0, 3);
    const rules = [
      { ko: ["미세 조정", "양성", "배경"], en: ["fine-tuning", "positive", "background"] },
      { ko: ["SVM", "제외", "배경"], en: ["a class SVM", "left out", "background"] },
      { ko: ["SVM", "제외", "양성"], en: ["a class SVM", "left out", "positive"] },
      { ko: ["상자 회귀", "제외", "양성"], en: ["a regressor", "left out", "positive"] },
    ];
    const belief = [null, "no-grey-zone", "svm-positives-from-half", "regressor-learns-from-all"];
    return {
      prompt: {
        ko: "정답 상자가 아닌 강아지 후보 넷에 이름표를 붙였어요. 강아지만 있는 그림이고, IoU는 강아지의 정답 상자와 잰 값이에요. 틀린 줄은 어디일까요?",
        en: "Four proposals around a dog, none of them a true box, were labelled; there is no other object. IoUs are with the dog's true box. Which line is wrong?",
      },
      lines: rules.map(({ ko, en }, i) => ({
        ko: `IoU ${ious[i]}: ${ko[0]}에서는 ${ko[i === slip ? 2 : 1]}`,
        en: `IoU ${ious[i]}: for ${en[0]}, ${en[i === slip ? 2 : 1]}`,
      })),
      slip,
      wrong: belief.flatMap((misconception, i) => (misconception === null || i === slip ? [] : [{ misconception, said: i }])),
      explanation: {
        ko: [
          `미세 조정은 0.5부터 양성이에요: ${ious[0]} ≥ 0.5.`,
          `SVM의 배경은 0.3 미만이에요. ${josa(ious[1], "은/는")} 그보다 높아서 빼요.`,
          `SVM의 양성은 정답 상자뿐이에요. IoU가 높아도(${ious[2]}) 빼요.`,
          `상자 회귀는 0.6을 넘는 것만 배워요: ${ious[3]} ≤ 0.6.`,
        ][slip],
        en: [
          `Fine-tuning counts from 0.5 on: ${ious[0]} ≥ 0.5.`,
          `Background for the SVM is below 0.3; ${ious[1]} is above it and left out.`,
          `Only true boxes are positive for the SVM; even ${ious[2]} is left out.`,
          `The regressor learns above 0.6 alone: ${ious[3]} ≤ 0.6.`,
        ][slip],
      },
    };
  },
};
