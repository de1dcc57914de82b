/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import type { Random } from "@/lib/engine/random";
import type { MatchQuestion, MistakeQuestion, NumericQuestion, OrderQuestion, PointQuestion } from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import { cellName, josa, num } from "@/lib/words";

const WHOLE = { form: "numeric", tolerance: 0, range: { min: -100, max: 20_000, step: 1 }, unit: null } as const;

/** A picture, a patch and a stride that fit without a rest: `steps` strides after the first place. */
function fitting(random: Random) {
  const [patch, steps] = [2 * random.int(4, 12), random.int(7, 15)];
  const stride = 2 * random.int(2, patch / 2);
  return { patch, stride, steps, side: patch + stride * steps };
}

export const countPasses: NumericQuestion = {
  ...WHOLE,
  id: "count-passes",
  asks(random) {
    const { patch, stride, steps, side } = fitting(random);
    const along = steps + 1;
    return {
      prompt: {
        ko: `${side}×${side} 그림을 ${patch}픽셀 조각으로 보폭 ${stride}픽셀로 훑어요. 가린 그림은 모두 몇 장인가요?`,
        en: `A patch of ${patch} pixels is slid over a ${side}×${side} picture with a stride of ${stride}. How many hidden pictures are there?`,
      },
      value: along * along,
      wrong: [
        { misconception: "passes-in-a-row", said: along },
        { misconception: "stride-is-free", said: Math.floor(side / patch) ** 2 },
      ].filter(({ said }) => said !== along * along),
      explanation: {
        ko: `${num(along * along)}. 한 변에 (${side} − ${patch}) ÷ ${stride} + 1 = ${along}곳, 줄도 ${along}개예요.`,
        en: `${num(along * along)}. Along a side (${side} − ${patch}) ÷ ${stride} + 1 = ${along} places, and there are ${along} rows.`,
      },
    };
  },
};

export const neverCovered: NumericQuestion = {
  ...WHOLE,
  id: "never-covered",
  asks(random) {
    const { patch, stride, steps, side } = fitting(random);
    const rest = random.int(2, stride - 1);
    const whole = side + rest;
    return {
      prompt: {
        ko: `${whole}×${whole} 그림 위를 ${patch}픽셀 조각이 보폭 ${stride}픽셀로 왼쪽 끝에서부터 옮겨 가요. 오른쪽 끝에서 한 번도 가려지지 않는 픽셀은 몇 줄인가요?`,
        en: `On a ${whole}×${whole} picture a patch of ${patch} pixels moves with a stride of ${stride}, from the left edge on. How many columns of pixels at the right are never hidden?`,
      },
      value: rest,
      wrong: [{ misconception: "border-covers-itself", said: 0 }],
      explanation: {
        ko: `${rest}. ${whole} − ${patch} = ${whole - patch}, 보폭 ${steps}번이면 ${stride * steps}까지 가요.`,
        en: `${rest}. ${whole} − ${patch} = ${whole - patch}, and ${steps} strides go as far as ${stride * steps}.`,
      },
    };
  },
};

/** Scores under four patches below the bare score, whose drops have a whole mean that is none of the wrong answers. */
function fourScores(random: Random) {
  const value = random.int(30, 60);
  const mean = random.int(8, 14);
  const [a, b] = [random.int(1, 5), random.int(1, 5)];
  const drops = random.shuffle([mean - a, mean + a, mean - b, mean + b]);
  return { value, mean, drops, scores: drops.map((drop) => value - drop) };
}

export const meanDrop: NumericQuestion = {
  ...WHOLE,
  id: "mean-drop",
  asks(random) {
    const { value, mean, drops, scores } = fourScores(random);
    return {
      prompt: {
        ko: `가리지 않은 점수는 ${josa(num(value), "이에요/예요")}. 한 픽셀을 덮은 네 조각의 점수가 ${josa(scores.join(", "), "이면/면")}, 이 픽셀의 맵의 값은 얼마인가요?`,
        en: `The bare score is ${num(value)}. Four patches cover a pixel, with scores of ${scores.join(", ")}. What value has the map there?`,
      },
      value: mean,
      wrong: [
        { misconception: "sum-not-mean", said: 4 * mean },
        { misconception: "low-score-is-cold", said: value - mean },
      ].filter(({ said }) => said !== mean),
      explanation: {
        ko: `${mean}. 감소는 ${drops.join(", ")}, 그 평균이에요.`,
        en: `${mean}. The drops are ${drops.join(", ")}; this is their mean.`,
      },
    };
  },
};

export const halfStride: NumericQuestion = {
  ...WHOLE,
  id: "half-stride",
  asks(random) {
    const { patch, stride, steps, side } = fitting(random);
    const [before, now] = [(steps + 1) ** 2, (2 * steps + 1) ** 2];
    return {
      prompt: {
        ko: `${side}×${side} 그림, 조각 ${patch}픽셀, 보폭 ${stride}픽셀이면 가린 그림이 ${num(before)}장이에요. 보폭을 ${josa(num(stride / 2), "으로/로")} 줄이면 몇 장인가요?`,
        en: `A ${side}×${side} picture with a patch of ${patch} and a stride of ${stride} pixels takes ${num(before)} hidden pictures. How many with a stride of ${num(stride / 2)}?`,
      },
      value: now,
      wrong: [
        { misconception: "stride-is-free", said: before },
        { misconception: "passes-in-a-row", said: 2 * steps + 1 },
      ],
      explanation: {
        ko: `${num(now)}. 한 변에 ${2 * steps + 1}곳, 그 제곱이에요.`,
        en: `${num(now)}. There are ${2 * steps + 1} places along a side, and that squared.`,
      },
    };
  },
};

export const whatItAdds: NumericQuestion = {
  ...WHOLE,
  id: "what-it-adds",
  asks(random) {
    const [a, b] = [random.int(20, 40), random.int(15, 35)];
    const more = random.chance(0.5) ? b + random.int(5, 12) : random.int(2, b - 6);
    return {
      prompt: {
        ko: `A만 가리면 점수가 ${a}, B만 가리면 ${b}, 둘을 함께 가리면 ${a + more}만큼 떨어져요. A를 이미 가렸을 때 B까지 가리면 얼마나 더 떨어지나요?`,
        en: `Hiding A costs ${a} of the score, hiding B ${b}, both together ${a + more}. With A hidden already, how much more does hiding B cost?`,
      },
      value: more,
      wrong: [{ misconception: "places-add-up", said: b }],
      explanation: {
        ko: `${more}. ${a + more} − ${josa(num(a), "이에요/예요")}. 혼자일 때의 ${josa(num(b), "과/와")} 달라요.`,
        en: `${more}: ${a + more} − ${a}, and not the ${b} that B costs alone.`,
      },
    };
  },
};

export const hottestPlace: PointQuestion = {
  form: "point",
  id: "hottest-place",
  asks(random) {
    const value = random.int(60, 80);
    const cells = random.shuffle([value - 31, value + 6, ...Array.from({ length: 10 }, (_, i) => value - 2 * (i + 1))]);
    const [cold, hot] = [cells.indexOf(value + 6), cells.indexOf(value - 31)];
    const { ko, en } = cellName(hot, 4);
    return {
      prompt: {
        ko: `칸마다 그곳을 가렸을 때의 점수가 있어요. 가리지 않은 점수는 ${josa(num(value), "이에요/예요")}. 맵에서 가장 뜨거운 칸은 어디인가요?`,
        en: `Each cell holds the score with its part hidden; the bare score is ${num(value)}. Which cell is the hottest of the map?`,
      },
      caption: { ko: "가렸을 때의 점수", en: "Scores when hidden" },
      picture: { kind: "grid", rows: 3, columns: 4, cells: cells.map((score) => num(score)) },
      target: String(hot),
      wrong: [{ misconception: "low-score-is-cold", said: String(cold) }],
      explanation: {
        ko: `${josa(ko, "이에요/예요")}. ${num(value)} − ${num(value - 31)} = 31만큼 떨어져요.`,
        en: `${en}: there the score falls by ${num(value)} − ${num(value - 31)} = 31.`,
      },
    };
  },
};

export const whatChanges: MatchQuestion = {
  form: "match",
  id: "what-changes",
  asks: {
    prompt: { ko: "가리기 맵에서 무엇을 바꾸면 무엇이 달라지나요?", en: "Which change of an occlusion map goes with which effect?" },
    lefts: [
      { id: "stride", text: { ko: "보폭을 반으로", en: "Half the stride" } },
      { id: "patch", text: { ko: "조각을 두 배로", en: "Twice the patch" } },
      { id: "colour", text: { ko: "조각의 색을 바꾸기", en: "Another colour" } },
      { id: "reading", text: { ko: "로짓 대신 확률로", en: "Probability for logit" } },
    ],
    rights: [
      { id: "passes", text: { ko: "가린 그림이 네 배쯤", en: "About four times as many passes" } },
      { id: "blur", text: { ko: "더 번지고, 감소는 커져요", en: "More blur, larger drops" } },
      { id: "question", text: { ko: "다른 것을 넣은 그림을 물어요", en: "A picture with something else in it" } },
      { id: "others", text: { ko: "다른 클래스의 점수도 끼어들어요", en: "Other classes’ scores have a say" } },
    ],
    wrong: [
      { misconception: "stride-is-free", said: ["patch", "passes"] },
      { misconception: "grey-is-nothing", said: ["colour", "blur"] },
      { misconception: "probability-is-logit", said: ["reading", "blur"] },
    ],
    explanation: {
      ko: "보폭은 비용, 크기는 번짐과 세기, 색은 무엇을 대신 넣었는지, 확률은 다른 클래스를 함께 재요.",
      en: "The stride costs passes, the size brings blur and strength, the colour is what is put there instead, a probability weighs in other classes.",
    },
  },
};

export const makeMap: OrderQuestion = {
  form: "order",
  id: "make-map",
  ends: IN_TIME,
  asks: {
    prompt: {
      ko: "가리기 맵의 한 픽셀이 정해지기까지를 차례로 놓아 보세요.",
      en: "Put the way to one pixel of an occlusion map in order.",
    },
    items: [
      { id: "bare", text: { ko: "가리지 않은 그림의 점수를 읽어요", en: "Read the score of the bare picture" } },
      { id: "hide", text: { ko: "조각을 놓은 그림의 점수를 읽어요", en: "Read the score with the patch put down" } },
      { id: "drop", text: { ko: "앞의 점수에서 뒤의 점수를 빼요", en: "Take the second score from the first" } },
      { id: "mean", text: { ko: "픽셀을 덮은 조각들의 평균을 내요", en: "Average over the patches that cover it" } },
    ],
    wrong: [],
    explanation: { ko: "읽고, 가려서 다시 읽고, 빼고, 평균을 내요.", en: "Read, hide and read again, subtract, average." },
  },
};

export const workedPlan: MistakeQuestion = {
  form: "mistake",
  id: "worked-plan",
  asks(random) {
    const { patch, stride, steps } = fitting(random);
    const slip = random.int(0, 3);
    const rest = slip === 3 ? random.int(1, stride - 1) : 0;
    const side = patch + stride * steps + rest;
    const first = slip === 0 ? side + patch : side - patch;
    const fit = Math.floor(first / stride);
    const along = slip === 1 ? fit : fit + 1;
    const all = slip === 2 ? 2 * along : along * along;
    return {
      prompt: {
        ko: `${side}×${side} 그림을 조각 ${patch}픽셀, 보폭 ${stride}픽셀로 훑는 계획이에요. 한 줄이 틀렸어요. 어디일까요?`,
        en: `A plan for a ${side}×${side} picture, a patch of ${patch} pixels and a stride of ${stride}. One line is wrong. Which?`,
      },
      lines: [
        {
          ko: `움직일 수 있는 거리: ${side} ${slip === 0 ? "+" : "−"} ${patch} = ${first}`,
          en: `Room to move: ${side} ${slip === 0 ? "+" : "−"} ${patch} = ${first}`,
        },
        { ko: `보폭은 ${fit}번 들어가니 한 변에 ${along}곳`, en: `The stride fits ${fit} times, so ${along} places along a side` },
        {
          ko: `가린 그림은 ${slip === 2 ? `${along} + ${along}` : `${along} × ${along}`} = ${num(all)}장`,
          en: `Hidden pictures: ${slip === 2 ? `${along} + ${along}` : `${along} × ${along}`} = ${num(all)}`,
        },
        { ko: "끝까지 빠짐없이 덮여요", en: "Every pixel is covered, up to the border" },
      ],
      slip,
      wrong: [
        { misconception: "border-covers-itself", said: 2 },
        { misconception: "passes-in-a-row", said: 3 },
      ].filter(({ said }) => said !== slip),
      explanation: [
        { ko: "조각은 그림 안에만 놓이니 변에서 조각을 빼요.", en: "Patches lie inside the picture: the patch is taken from the side." },
        { ko: "첫 자리가 있으니 하나를 더해요.", en: "There is the first place as well: one more than strides." },
        { ko: "줄마다 그만큼 있으니 더하지 말고 제곱해요.", en: "Every row has as many: squared, not added." },
        { ko: `나누어떨어지지 않아서 끝의 ${rest}픽셀이 남아요.`, en: `It does not come out even: the last ${rest} pixels are left.` },
      ][slip],
    };
  },
};
