/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import type { MatchQuestion, MistakeQuestion, NumericQuestion, OrderQuestion } from "@/lib/questions";
import { josa, num } from "@/lib/words";

export const timesBelow: NumericQuestion = {
  form: "numeric",
  id: "times-below",
  tolerance: 0.5,
  range: { min: 0, max: 1000, step: 0.5 },
  unit: { ko: "배", en: "" },
  asks(random) {
    const [times, p] = random.pick([
      [2, 0.5],
      [4, 0.75],
      [5, 0.8],
    ] as const);
    const gamma = random.pick([2, 3]);
    const value = gamma === 2 ? times * times : times * times * times;
    return {
      prompt: {
        ko: `α는 끄고 γ는 ${josa(String(gamma), "이에요/예요")}. pₜ가 ${p}인 곳의 교차 엔트로피 값은 focal loss 값의 몇 배일까요?`,
        en: `α is off and γ is ${gamma}. How many times smaller than cross-entropy is the focal value of a place at pₜ = ${p}?`,
      },
      value,
      wrong: gamma === 2 ? [] : [{ misconception: "gamma-is-always-two", said: times * times }],
      explanation: {
        ko: `인자는 (1 − ${p})의 ${gamma}제곱, 곧 1/${josa(num(value), "이에요/예요")}.`,
        en: `The factor is (1 − ${p}) to the power of ${gamma}, which is 1/${num(value)}.`,
      },
    };
  },
};

export const evenFlood: NumericQuestion = {
  form: "numeric",
  id: "even-flood",
  tolerance: 0,
  range: { min: 0, max: 1_000_000, step: 1 },
  unit: { ko: "곳", en: " places" },
  asks(random) {
    const objects = random.int(12, 44);
    const each = random.pick([1.2, 1.6, 2.4]);
    const small = random.pick([0.01, 0.02, 0.04]);
    const value = Math.round((objects * each) / small);
    return {
      prompt: {
        ko: `물체가 ${objects}곳이고 한 곳의 손실은 ${josa(String(each), "이에요/예요")}. 배경 한 곳의 손실이 ${josa(String(small), "이라면/라면")}, 배경이 몇 곳일 때 두 합이 같을까요?`,
        en: `There are ${objects} object places with a loss of ${each} each. A background place has ${small}. How many of those have the same sum?`,
      },
      value,
      wrong: [{ misconception: "count-is-loss", said: objects }],
      explanation: {
        ko: `${objects} × ${each} ÷ ${small} = ${num(value)}.`,
        en: `${objects} × ${each} ÷ ${small} = ${num(value)}.`,
      },
    };
  },
};

/** π, its odds (1 − π)/π, and their natural logarithm to three decimals: a table, so that every browser asks the same. */
const PRIORS = [
  [0.02, 49, 3.892],
  [0.04, 24, 3.178],
  [0.05, 19, 2.944],
  [0.1, 9, 2.197],
  [0.2, 4, 1.386],
] as const;

export const biasOfPrior: NumericQuestion = {
  form: "numeric",
  id: "bias-of-prior",
  tolerance: 0.02,
  range: { min: -10, max: 10, step: 0.01 },
  unit: null,
  asks(random) {
    const [prior, odds, log] = random.pick(PRIORS);
    return {
      prompt: {
        ko: `모든 곳이 π = ${prior}에서 시작하게 하려면 분류 층의 편향은 얼마여야 할까요? (log ${odds} ≈ ${num(log, 3)})`,
        en: `Every place is to start at π = ${prior}. Which bias does the classification layer need? (log ${odds} ≈ ${num(log, 3)})`,
      },
      value: -log,
      wrong: [{ misconception: "prior-is-a-threshold", said: prior }],
      explanation: {
        ko: `−log((1 − ${prior})/${prior}) = −log ${odds} ≈ ${num(-log, 2)}.`,
        en: `−log((1 − ${prior})/${prior}) = −log ${odds} ≈ ${num(-log, 2)}.`,
      },
    };
  },
};

export const easyShare: NumericQuestion = {
  form: "numeric",
  id: "easy-share",
  tolerance: 1,
  range: { min: 0, max: 100, step: 1 },
  unit: { ko: "%", en: "%" },
  asks(random) {
    const thousands = random.pick([20, 30, 40, 60]);
    const hard = random.pick([20, 30, 50]);
    const [easySum, hardSum] = [thousands, hard / 2];
    const value = (100 * easySum) / (easySum + hardSum);
    return {
      prompt: {
        ko: `쉬운 배경 ${num(thousands * 1000)}곳의 손실은 한 곳에 0.001, 어려운 배경 ${hard}곳은 한 곳에 0.5예요. 쉬운 배경은 배경 손실의 몇 %일까요?`,
        en: `${num(thousands * 1000)} easy background places have a loss of 0.001 each, ${hard} hard ones 0.5 each. What percentage of the background's loss is easy?`,
      },
      value,
      wrong: [
        { misconception: "count-is-loss", said: 100 },
        { misconception: "small-adds-nothing", said: 0 },
      ],
      explanation: {
        ko: `${num(thousands * 1000)} × 0.001 = ${num(easySum)}, ${hard} × 0.5 = ${num(hardSum)}. 몫은 ${num(easySum)} ÷ ${num(easySum + hardSum)} ≈ ${num(value)}%예요.`,
        en: `${num(thousands * 1000)} × 0.001 = ${num(easySum)}, ${hard} × 0.5 = ${num(hardSum)}. The share is ${num(easySum)} ÷ ${num(easySum + hardSum)} ≈ ${num(value)}%.`,
      },
    };
  },
};

export const whoKeeps: OrderQuestion = {
  form: "order",
  id: "who-keeps",
  ends: {
    first: { ko: "맨 위: 가장 많이 남아요", en: "Top: keeps the most" },
    last: { ko: "맨 아래: 가장 적게 남아요", en: "Bottom: keeps the least" },
  },
  asks(random) {
    const places = [
      { id: "wrong", p: random.int(2, 5), ko: "이름표가 틀린 곳", en: "A wrong label" },
      { id: "hard", p: random.int(12, 25), ko: "어려운 물체", en: "A hard object" },
      { id: "unsure", p: random.int(40, 60), ko: "애매한 물체", en: "An unsure object" },
      { id: "beside", p: random.int(80, 90), ko: "물체 둘레의 배경", en: "Ground beside an object" },
      { id: "flat", p: random.int(96, 99), ko: "텅 빈 배경", en: "Empty ground" },
    ];
    return {
      prompt: {
        ko: "γ를 0에서 2로 올려요(α 없이). 자기 교차 엔트로피 값의 몇 %가 남는지, 많이 남는 곳부터 놓아 보세요.",
        en: "γ goes from 0 to 2 (α off). Rank the places by how much of their own cross-entropy value is left, most first.",
      },
      items: places.map(({ id, p, ko, en }) => ({
        id,
        text: { ko: `${ko}, pₜ = ${num(p / 100, 2)}`, en: `${en}, pₜ = ${num(p / 100, 2)}` },
      })),
      wrong: [],
      explanation: {
        ko: "남는 비율은 (1 − pₜ)²이라서 pₜ가 작은 곳일수록 많이 남아요. 이름표가 틀린 곳이 맨 앞이에요.",
        en: "What is left is (1 − pₜ)², so the smaller pₜ, the more stays: the wrong label comes first.",
      },
    };
  },
};

export const letters: MatchQuestion = {
  form: "match",
  id: "letters",
  asks: {
    prompt: { ko: "글자와 하는 일을 이어 보세요.", en: "Match each letter with what it does." },
    lefts: [
      { id: "gamma", text: { ko: "γ", en: "γ" } },
      { id: "alpha", text: { ko: "α", en: "α" } },
      { id: "pi", text: { ko: "π", en: "π" } },
      { id: "pt", text: { ko: "pₜ", en: "pₜ" } },
    ],
    rights: [
      { id: "focus", text: { ko: "쉬운 곳의 무게를 줄여요", en: "Turns easy places down" } },
      { id: "weight", text: { ko: "물체에 곱하는 무게예요", en: "The factor on objects" } },
      { id: "start", text: { ko: "학습을 시작하는 확률이에요", en: "The probability at the start" } },
      { id: "right", text: { ko: "정답에 준 확률이에요", en: "The probability of the truth" } },
      { id: "cut", text: { ko: "답을 버리는 임계값이에요", en: "The threshold for answers" } },
      { id: "ground", text: { ko: "배경에 곱하는 무게예요", en: "The factor on background" } },
    ],
    wrong: [
      { misconception: "prior-is-a-threshold", said: ["pi", "cut"] },
      { misconception: "alpha-lifts-the-rare", said: ["alpha", "ground"] },
    ],
    explanation: {
      ko: "γ는 쉬운 곳을 줄이고, α는 물체에 곱해요(배경에는 1 − α). π는 처음 확률이고, pₜ는 정답에 준 확률이에요.",
      en: "γ turns easy places down, α multiplies objects (the background gets 1 − α), π is where training starts, pₜ what the truth was given.",
    },
  },
};

/** p, and −log of it and of 1 − p to three decimals. */
const LOGS = [
  [0.1, 2.303, 0.105],
  [0.2, 1.609, 0.223],
  [0.3, 1.204, 0.357],
] as const;

export const workedBackground: MistakeQuestion = {
  form: "mistake",
  id: "worked-background",
  asks(random) {
    const [p, logOfP, logOfRest] = random.pick(LOGS);
    const alpha = random.pick([0.25, 0.4]);
    const slip = random.int(0, 3);
    const pt = slip === 0 ? p : 1 - p;
    const entropy = slip === 0 ? logOfP : logOfRest;
    const weight = slip === 1 ? alpha : 1 - alpha;
    const base = slip === 2 ? pt : 1 - pt;
    const factor = base * base;
    const value = slip === 3 ? weight + factor + entropy : weight * factor * entropy;
    const [ptText, weightText, factorText] = [num(pt, 1), num(weight, 2), num(factor, 2)];
    const sign = slip === 3 ? "+" : "×";
    const sum = `${weightText} ${sign} ${factorText} ${sign} ${num(entropy, 3)} = ${num(value, 4)}`;
    return {
      prompt: {
        ko: `배경인 곳에 모델이 물체일 확률 ${josa(num(p, 1), "을/를")} 줬어요. α = ${alpha}, γ = 2예요(−log ${num(pt, 1)} ≈ ${num(entropy, 3)}). 처음 틀린 줄은 어디일까요?`,
        en: `On a background place the model says “object” with ${num(p, 1)}. α = ${alpha}, γ = 2 (−log ${num(pt, 1)} ≈ ${num(entropy, 3)}). Which line goes wrong first?`,
      },
      lines: [
        { ko: `pₜ = ${ptText}`, en: `pₜ = ${ptText}` },
        { ko: `αₜ = ${weightText}`, en: `αₜ = ${weightText}` },
        { ko: `집중 인자 ${num(base, 1)}² = ${factorText}`, en: `Focusing factor ${num(base, 1)}² = ${factorText}` },
        { ko: `손실 ${sum}`, en: `Loss ${sum}` },
      ],
      slip,
      wrong: slip === 1 ? [] : [{ misconception: "alpha-lifts-the-rare", said: 1 }],
      explanation: {
        ko: [
          `배경이면 정답에 준 확률은 1 − ${num(p, 1)} = ${josa(num(1 - p, 1), "이에요/예요")}.`,
          `배경에는 1 − α = ${josa(num(1 - alpha, 2), "을/를")} 곱해요.`,
          "집중 인자는 1 − pₜ를 제곱해요.",
          "세 수를 더하지 않고 곱해요.",
        ][slip],
        en: [
          `On background the truth was given 1 − ${num(p, 1)} = ${num(1 - p, 1)}.`,
          `Background is multiplied by 1 − α = ${num(1 - alpha, 2)}.`,
          "The focusing factor squares 1 − pₜ.",
          "The three are multiplied, not added.",
        ][slip],
      },
    };
  },
};
