/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import { type MatchQuestion, type MistakeQuestion, type NumericQuestion, type OrderQuestion, type PointQuestion } from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import { josa, num, signed } from "@/lib/words";

export const anchorCount: NumericQuestion = {
  form: "numeric",
  id: "anchor-count",
  tolerance: 0,
  range: { min: 0, max: 200_000, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const side = 4 * random.int(8, 24);
    const sides = [side, side / 2, side / 4];
    const cells = sides.reduce((sum, each) => sum + each * each, 0);
    const said = sides.map((each) => `${each}×${each}`).join(", ");
    return {
      prompt: {
        ko: `RetinaNet의 피라미드 세 레벨이 ${said}칸이에요. 칸마다 비율 셋과 크기 셋을 짝지은 앵커가 있어요. 앵커는 모두 몇 개인가요?`,
        en: `Three levels of a RetinaNet's pyramid have ${said} cells. Each cell has anchors of three ratios by three sizes. How many anchors are there?`,
      },
      value: 9 * cells,
      wrong: [{ misconception: "one-size-a-level", said: 3 * cells }],
      explanation: {
        ko: `칸은 ${sides.map((each) => num(each * each)).join(" + ")} = ${num(cells)}개이고 칸마다 아홉 개씩이라 ${num(9 * cells)}개예요.`,
        en: `There are ${sides.map((each) => num(each * each)).join(" + ")} = ${num(cells)} cells with nine anchors each: ${num(9 * cells)}.`,
      },
    };
  },
};

/** The cube root of 2, and its square. */
const THIRDS = [1.259921, 1.587401] as const;

export const octaveSize: NumericQuestion = {
  form: "numeric",
  id: "octave-size",
  tolerance: 0.5,
  range: { min: 0, max: 1000, step: 0.1 },
  unit: { ko: "픽셀", en: "pixels" },
  asks(random) {
    const base = 4 * random.int(6, 40);
    const third = random.int(1, 2);
    const value = base * THIRDS[third - 1];
    return {
      prompt: {
        ko: `한 레벨의 앵커는 크기(넓이의 제곱근)가 세 가지예요. 가장 작은 것이 ${base}픽셀이고 2의 1/3제곱배씩 커져요. ${third === 1 ? "두 번째" : "세 번째"} 크기는 얼마인가요?`,
        en: `A level's anchors come in three sizes (the root of their area). The smallest is ${base} pixels and each next one is 2 to the power of 1/3 times larger. What is the ${third === 1 ? "second" : "third"} size?`,
      },
      value,
      wrong: [{ misconception: "one-size-a-level", said: base }],
      explanation: {
        ko: `${base} × ${num(THIRDS[third - 1], 3)} = ${josa(num(value, 1), "이에요/예요")}. 한 번 더 곱하면 두 배가 되고, 그것은 다음 레벨의 가장 작은 크기예요.`,
        en: `${base} × ${num(THIRDS[third - 1], 3)} = ${num(value, 1)}. After three such steps the size has doubled, and that is where the next level begins.`,
      },
    };
  },
};

/** π and log((1 − π) / π). */
const PRIORS = [
  [0.002, 6.2126],
  [0.005, 5.2933],
  [0.02, 3.8918],
  [0.05, 2.9444],
  [0.1, 2.1972],
] as const;

export const biasOfPrior: NumericQuestion = {
  form: "numeric",
  id: "bias-of-prior",
  tolerance: 0.05,
  range: { min: -12, max: 12, step: 0.01 },
  unit: null,
  asks(random) {
    const [prior, log] = random.pick(PRIORS);
    return {
      prompt: {
        ko: `첫걸음부터 모든 앵커가 모든 클래스에 확률 ${josa(String(prior), "으로/로")} 답하게 하려고 해요. 분류 층의 편향을 얼마로 두어야 하나요(가중치는 0에 가까워요)?`,
        en: `From the first step on every anchor shall answer ${prior} for every class. What must the classification layer's bias be, its weights being close to 0?`,
      },
      value: -log,
      wrong: [{ misconception: "start-does-not-matter", said: 0 }],
      explanation: {
        ko: `−log((1 − ${prior}) ÷ ${prior}) = ${num(-log, 2)}. 편향이 0이면 모두 0.5에서 시작해요.`,
        en: `−log((1 − ${prior}) ÷ ${prior}) = ${num(-log, 2)}. With a bias of 0 all would begin at 0.5.`,
      },
    };
  },
};

export const headChannels: NumericQuestion = {
  form: "numeric",
  id: "head-channels",
  tolerance: 0,
  range: { min: 0, max: 5000, step: 1 },
  unit: { ko: "채널", en: "channels" },
  asks(random) {
    const [classes, anchors] = [random.int(4, 90), random.pick([3, 6, 9])];
    const value = anchors * (classes + 4);
    return {
      prompt: {
        ko: `RetinaNet이 클래스 ${classes}가지를 찾고 칸마다 앵커가 ${anchors}개예요. 분류 가지와 상자 가지의 마지막 층은 합해서 몇 채널인가요?`,
        en: `A RetinaNet looks for ${classes} classes with ${anchors} anchors a cell. How many channels do the last layers of its class branch and its box branch have together?`,
      },
      value,
      wrong: [{ misconception: "background-is-a-class", said: anchors * (classes + 5) }],
      explanation: {
        ko: `분류 가지는 ${classes} × ${anchors} = ${num(classes * anchors)}, 상자 가지는 4 × ${anchors} = ${4 * anchors}, 합해서 ${num(value)}채널이에요. 배경의 자리는 없어요.`,
        en: `${classes} × ${anchors} = ${num(classes * anchors)} for classes and 4 × ${anchors} = ${4 * anchors} for boxes: ${num(value)}. Background has no channel.`,
      },
    };
  },
};

export const pairsAboveCut: NumericQuestion = {
  form: "numeric",
  id: "pairs-above-cut",
  tolerance: 0,
  range: { min: 0, max: 6, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const high = random.chance(0.5);
    // A sigmoid is 0.7 at +0.85 and 0.3 at −0.85.
    const between = Array.from({ length: random.int(1, 2) }, () => random.int(2, 6) / (high ? 10 : -10));
    const hot = Array.from({ length: random.int(1, 3) }, () => random.int(11, 28) / 10);
    const cold = Array.from({ length: 6 - between.length - hot.length }, () => -random.int(11, 36) / 10);
    const logits = random.shuffle([...between, ...hot, ...cold]);
    const said = logits.map((logit) => signed(logit, 1)).join(", ");
    const [cut, bound] = high ? [0.7, "+0.85"] : [0.3, "−0.85"];
    const value = hot.length + (high ? 0 : between.length);
    return {
      prompt: {
        ko: `앵커 둘이 세 클래스에 낸 로짓이 ${josa(said, "이에요/예요")}. 확률 임계값 ${cut}에서 남는 짝은 몇 개인가요(NMS 전)?`,
        en: `Two anchors gave three classes the logits ${said}. How many pairs stay at a cut of ${cut} on the probability, before NMS?`,
      },
      value,
      wrong: [{ misconception: "positive-logit-is-yes", said: hot.length + (high ? between.length : 0) }],
      explanation: {
        ko: `시그모이드는 로짓이 ${bound}일 때 ${josa(String(cut), "이/가")} 돼요. 그보다 큰 로짓은 ${value}개예요.`,
        en: `The sigmoid reaches ${cut} at a logit of ${bound}; ${value} of the logits ${value === 1 ? "is" : "are"} larger.`,
      },
    };
  },
};

export const easyWeight: NumericQuestion = {
  form: "numeric",
  id: "easy-weight",
  tolerance: 0.001,
  range: { min: 0, max: 1, step: 0.0001 },
  unit: { ko: "배", en: "times" },
  asks(random) {
    const hundredths = random.int(8, 40);
    const p = hundredths / 100;
    const value = (hundredths * hundredths) / 10_000;
    return {
      prompt: {
        ko: `배경인 앵커가 어떤 클래스에 확률 ${josa(String(p), "으로/로")} 답했어요. γ가 2인 focal loss에서 이 짝의 손실은 교차 엔트로피의 몇 배인가요(α는 빼고)?`,
        en: `An anchor on background answered ${p} for some class. With the focal loss at γ = 2 (α left out), what does this pair pay, as a multiple of its cross-entropy?`,
      },
      value,
      wrong: [{ misconception: "easy-ones-are-removed", said: 0 }],
      explanation: {
        ko: `배경이라 pₜ = 1 − ${p} = ${josa(num(1 - p, 2), "이고/고")}, (1 − pₜ)² = ${p}² = ${josa(num(value, 4), "이에요/예요")}. 작지만 0은 아니에요.`,
        en: `On background pₜ = 1 − ${p} = ${num(1 - p, 2)}, and (1 − pₜ)² = ${p}² = ${num(value, 4)}: little, but not 0.`,
      },
    };
  },
};

export const pipeline: OrderQuestion = {
  form: "order",
  id: "pipeline",
  ends: IN_TIME,
  asks: {
    prompt: {
      ko: "RetinaNet의 로짓이 검출이 되기까지의 차례로 놓아 보세요(논문의 방식).",
      en: "Put the way from RetinaNet's logits to detections in order, as the paper does it.",
    },
    items: [
      { id: "sigmoid", text: { ko: "로짓마다 시그모이드를 씌워요", en: "A sigmoid for each logit" } },
      { id: "cut", text: { ko: "확률이 낮은 짝을 버려요", en: "Drop pairs of low probability" } },
      { id: "top", text: { ko: "레벨마다 높은 짝만 골라요", en: "Take each level's best pairs" } },
      { id: "merge", text: { ko: "모든 레벨의 상자를 한데 모아요", en: "Put the boxes of all levels together" } },
      { id: "nms", text: { ko: "클래스마다 NMS를 해요", en: "NMS for each class" } },
    ],
    wrong: [{ misconception: "nms-within-a-level", said: ["sigmoid", "cut", "top", "nms", "merge"] }],
    explanation: {
      ko: "레벨마다 추린 뒤 한데 모으고, NMS는 그다음에 클래스마다 한 번 해요.",
      en: "Levels are thinned out one by one, then put together; only then does NMS run, once for each class.",
    },
  },
};

export const taughtAs: MatchQuestion = {
  form: "match",
  id: "taught-as",
  asks(random) {
    const near = (low: number, high: number) => (random.int(low, high) / 100).toFixed(2);
    const ious = [near(53, 78), near(42, 48), near(8, 37)];
    return {
      prompt: {
        ko: "앵커와 가장 잘 겹치는 물체의 IoU예요. RetinaNet은 앵커를 무엇으로 배우나요? 어느 물체에도 가장 잘 맞는 앵커는 아니에요.",
        en: "IoUs of an anchor with the object that it overlaps most. What does RetinaNet teach it as? None of them is the best anchor of its object.",
      },
      lefts: [
        { id: "high", text: { ko: `IoU ${ious[0]}`, en: `IoU ${ious[0]}` } },
        { id: "middle", text: { ko: `IoU ${ious[1]}`, en: `IoU ${ious[1]}` } },
        { id: "low", text: { ko: `IoU ${ious[2]}`, en: `IoU ${ious[2]}` } },
      ],
      rights: [
        { id: "object", text: { ko: "그 물체의 클래스에 1", en: "1 for that object's class" } },
        { id: "out", text: { ko: "손실에 넣지 않아요", en: "Stays out of the loss" } },
        { id: "background", text: { ko: "모든 클래스에 0", en: "0 for every class" } },
        { id: "extra", text: { ko: "배경 클래스에 1", en: "1 for a background class" } },
      ],
      wrong: [
        { misconception: "no-ignored-band", said: ["middle", "background"] },
        { misconception: "background-is-a-class", said: ["low", "extra"] },
      ],
      explanation: {
        ko: "0.5부터 물체, 0.4보다 낮으면 배경, 그 사이는 빼요. 배경은 모든 클래스에 0이라는 뜻이에요.",
        en: "From 0.5 on it is the object's, below 0.4 background, and between it is left out. Background means 0 for every class.",
      },
    };
  },
};

const LETTERS = ["A", "B", "C", "D"] as const;

export const whoFalls: PointQuestion = {
  form: "point",
  id: "who-falls",
  asks(random) {
    const [x, y] = [random.int(30, 60), random.int(50, 90)];
    const places = random.shuffle([
      { of: "best", box: [x, y, x + 110, y + 110], cls: { ko: "강아지", en: "dog" }, level: "P4", p: random.int(88, 94) },
      { of: "falls", box: [x + 20, y + 6, x + 134, y + 120], cls: { ko: "강아지", en: "dog" }, level: "P5", p: random.int(70, 79) },
      { of: "other", box: [x + 8, y - 22, x + 120, y + 92], cls: { ko: "고양이", en: "cat" }, level: "P4", p: random.int(60, 69) },
      { of: "far", box: [x + 190, y + 40, x + 260, y + 110], cls: { ko: "강아지", en: "dog" }, level: "P3", p: random.int(55, 59) },
    ] as const);
    const nameOf = (of: string) => LETTERS[places.findIndex((place) => place.of === of)];
    const why: Readonly<Record<string, { ko: string; en: string }>> = {
      best: { ko: "강아지 가운데 가장 높아서 남음", en: "the highest of the dogs, stays" },
      falls: { ko: "더 높은 강아지와 많이 겹쳐서 지워짐", en: "a dog that overlaps a higher one, falls" },
      other: { ko: "클래스가 달라서 남음", en: "of another class, stays" },
      far: { ko: "다른 강아지와 겹치지 않아서 남음", en: "a dog that overlaps no other, stays" },
    };
    const reasons = (locale: "ko" | "en") => places.map(({ of }, i) => `${LETTERS[i]}: ${why[of][locale]}`).join(". ");
    return {
      prompt: {
        ko: "RetinaNet의 임계값을 넘은 상자 넷이에요. NMS(IoU 0.5)를 하면 어느 상자가 지워지나요?",
        en: "Four boxes of a RetinaNet above the cut. Which one falls when NMS runs at an IoU of 0.5?",
      },
      caption: { ko: "레벨과 클래스가 적힌 상자 A–D", en: "The boxes A–D with level and class" },
      picture: {
        kind: "boxes",
        width: 360,
        height: 260,
        places: places.map(({ box, cls, level, p }, i) => ({
          id: LETTERS[i].toLowerCase(),
          box: [...box] as [number, number, number, number],
          label: `${LETTERS[i]} ${level} .${p}`,
          said: {
            ko: `${LETTERS[i]}, ${level}, ${cls.ko} 0.${p}, x ${box[0]}–${box[2]}, y ${box[1]}–${box[3]}`,
            en: `${LETTERS[i]}, ${level}, ${cls.en} 0.${p}, x ${box[0]} to ${box[2]}, y ${box[1]} to ${box[3]}`,
          },
        })),
        fixed: [],
      },
      target: nameOf("falls").toLowerCase(),
      wrong: [{ misconception: "classes-suppress", said: nameOf("other").toLowerCase() }],
      explanation: {
        ko: `${reasons("ko")}. 레벨이 달라도 같은 클래스면 견줘요.`,
        en: `${reasons("en")}. Boxes of one class are compared whatever their level.`,
      },
    };
  },
};

/** Logits of person, horse and dog with their sigmoids, and what a softmax would make of them. */
const SETS = [
  { logits: [1.2, 0.9, -2], sigmoid: ["0.77", "0.71", "0.12"], softmax: ["0.56", "0.42", "0.02"] },
  { logits: [1.6, 0.7, -1.5], sigmoid: ["0.83", "0.67", "0.18"], softmax: ["0.69", "0.28", "0.03"] },
  { logits: [1.4, 0.8, -2.2], sigmoid: ["0.80", "0.69", "0.10"], softmax: ["0.63", "0.35", "0.02"] },
] as const;

export const workedDecode: MistakeQuestion = {
  form: "mistake",
  id: "worked-decode",
  asks(random) {
    const { logits, sigmoid, softmax } = random.pick(SETS);
    const slip = random.int(0, 3);
    const iou = (random.int(62, 85) / 100).toFixed(2);
    const said = logits.map((logit) => signed(logit, 1));
    const scores = slip === 0 ? softmax : sigmoid;
    const lines: readonly (readonly [right: { ko: string; en: string }, wrong: { ko: string; en: string }])[] = [
      [
        {
          ko: `확률: 사람 ${scores[0]}, 말 ${scores[1]}, 강아지 ${scores[2]}`,
          en: `Probabilities: person ${scores[0]}, horse ${scores[1]}, dog ${scores[2]}`,
        },
        {
          ko: `확률: 사람 ${scores[0]}, 말 ${scores[1]}, 강아지 ${scores[2]}`,
          en: `Probabilities: person ${scores[0]}, horse ${scores[1]}, dog ${scores[2]}`,
        },
      ],
      [
        { ko: "임계값 0.25를 넘는 사람과 말이 둘 다 남아요", en: "Person and horse are above the cut of 0.25: both stay" },
        { ko: "임계값 0.25를 넘지만 높은 사람 하나만 남아요", en: "Both are above the cut of 0.25; the higher one stays" },
      ],
      [
        { ko: `P5의 사람 0.60과 잰 IoU ${iou}: 지워져요`, en: `The person at 0.60 on P5, IoU ${iou}, falls` },
        { ko: `P5의 사람 0.60과 잰 IoU ${iou}: 남아요`, en: `The person at 0.60 on P5, IoU ${iou}, stays` },
      ],
      [
        { ko: "말은 사람과 같은 상자지만 남아요", en: "The horse, in the same box as the person, stays" },
        { ko: "말은 사람과 같은 상자라서 지워져요", en: "The horse, in the same box as the person, falls" },
      ],
    ];
    const belief = ["background-is-a-class", "one-class-an-anchor", "nms-within-a-level", "classes-suppress"];
    const explanations = [
      {
        ko: `셋을 더하면 1이에요. 소프트맥스를 쓴 거예요. 시그모이드는 따로따로라 ${josa(sigmoid.join(", "), "이/가")} 나와요.`,
        en: `These add up to 1: a softmax. Sigmoids answer one by one: ${sigmoid.join(", ")}.`,
      },
      {
        ko: "임계값을 넘은 클래스는 저마다 남아요. 한 앵커에 하나라는 규칙은 없어요.",
        en: "Every class above the cut stays. No rule says one an anchor.",
      },
      {
        ko: "NMS는 모든 레벨을 함께 봐요. 같은 클래스이고 많이 겹치니 지워져요.",
        en: "NMS looks at all levels together; it is of the same class and overlaps, so it falls.",
      },
      { ko: "NMS는 클래스마다 따로 해요. 말은 사람을 만나지도 않아요.", en: "NMS runs for each class; the horse never meets the person." },
    ];
    return {
      prompt: {
        ko: `P4의 한 앵커가 사람, 말, 강아지에 낸 로짓이 ${josa(said.join(", "), "이에요/예요")}. RetinaNet의 방식으로 풀었는데 한 줄이 틀렸어요. 어디일까요?`,
        en: `An anchor on P4 gave person, horse and dog the logits ${said.join(", ")}. It was decoded as RetinaNet does, but for one line. Which?`,
      },
      lines: lines.map((line, i) => line[i === slip ? 1 : 0]),
      slip,
      wrong: belief.flatMap((misconception, i) => (i === slip ? [] : [{ misconception, said: i }])),
      explanation: explanations[slip],
    };
  },
};
