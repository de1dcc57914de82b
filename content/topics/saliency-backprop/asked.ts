/** The questions that are not single choice. Their numbers are drawn anew for each review. */
import type { Random } from "@/lib/engine/random";
import type { MatchQuestion, MistakeQuestion, NumericQuestion, OrderQuestion, PointQuestion } from "@/lib/questions";
import { josa, num } from "@/lib/words";

type Three = readonly [number, number, number];
const row = (values: readonly number[]): string => `(${values.map((value) => num(value)).join(", ")})`;
const sizeOf = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Three slopes whose largest size is negative, and whose mean is a whole number. */
function threeSlopes(random: Random): Three {
  const [size, up] = [random.int(7, 12), random.int(1, 5)];
  // The third makes the sum a multiple of three, and stays below the first in size.
  const third = [1, 2, 3].map((v) => v + 1).find((v) => (v + up - size) % 3 === 0) ?? 2;
  return random.shuffle([-size, up, third]) as unknown as Three;
}

const WHOLE = { tolerance: 0, range: { min: -1000, max: 20000, step: 1 }, unit: null } as const;

export const pixelSize: NumericQuestion = {
  ...WHOLE,
  form: "numeric",
  id: "pixel-size",
  asks(random) {
    const slopes = threeSlopes(random);
    return {
      prompt: {
        ko: `한 픽셀에서 점수의 기울기가 빨강, 초록, 파랑 차례로 ${josa(row(slopes), "이에요/예요")}. 현저성 맵에서 이 픽셀의 값은 얼마인가요?`,
        en: `At one pixel the score's slopes by red, green and blue are ${row(slopes)}. What is its value in the saliency map?`,
      },
      value: sizeOf(slopes),
      wrong: [
        { misconception: "sign-shows-for-or-against", said: Math.max(...slopes) },
        { misconception: "colours-are-averaged", said: meanOf(slopes) },
      ],
      explanation: {
        ko: `절댓값은 ${josa(row(slopes.map(Math.abs)), "이고/고")}, 그 가운데 가장 큰 것은 ${josa(num(sizeOf(slopes)), "이에요/예요")}.`,
        en: `The absolute values are ${row(slopes.map(Math.abs))}, and the largest of them is ${num(sizeOf(slopes))}.`,
      },
    };
  },
};

export const squaredSize: NumericQuestion = {
  ...WHOLE,
  form: "numeric",
  id: "squared-size",
  asks(random) {
    const slopes = threeSlopes(random);
    const squares = slopes.map((v) => v * v);
    return {
      prompt: {
        ko: `절댓값 대신 제곱을 쓰는 현저성 맵이에요. 한 픽셀의 세 기울기가 ${josa(row(slopes), "이라면/라면")} 이 픽셀의 값은 얼마인가요?`,
        en: `A saliency map uses squares instead of absolute values. At one pixel the three slopes are ${row(slopes)}. What is its value?`,
      },
      value: Math.max(...squares),
      wrong: [
        { misconception: "sign-shows-for-or-against", said: Math.max(...slopes) ** 2 },
        { misconception: "colours-are-averaged", said: meanOf(slopes) ** 2 },
      ],
      explanation: {
        ko: `제곱은 ${josa(row(squares), "이고/고")}, 가장 큰 것은 ${josa(num(Math.max(...squares)), "이에요/예요")}.`,
        en: `The squares are ${row(squares)}; the largest is ${num(Math.max(...squares))}.`,
      },
    };
  },
};

export const byTrying: NumericQuestion = {
  ...WHOLE,
  form: "numeric",
  id: "by-trying",
  asks(random) {
    const [slope, levels, now, bright] = [random.int(3, 9), random.pick([2, 3, 4]), random.int(400, 700), random.int(20, 90)];
    const [up, down] = [now + slope * levels, now - slope * levels];
    return {
      prompt: {
        ko: `어떤 픽셀의 값은 ${josa(num(bright), "이에요/예요")}. ${levels}만큼 올리면 점수가 ${num(up)}, ${levels}만큼 내리면 ${josa(num(down), "이/가")} 돼요. 점수의 기울기를 가운데 차분으로 어림하면 얼마인가요?`,
        en: `A pixel has the value ${num(bright)}. Raised by ${levels} the score is ${num(up)}, lowered by ${levels} it is ${num(down)}. What does the central difference give as the score's slope?`,
      },
      value: slope,
      wrong: [{ misconception: "saliency-is-contribution", said: slope * bright }],
      explanation: {
        ko: `(${num(up)} − ${num(down)}) ÷ (2 × ${levels}) = ${num(slope)}. 픽셀의 값 ${josa(num(bright), "은/는")} 쓰지 않아요.`,
        en: `(${num(up)} − ${num(down)}) ÷ (2 × ${levels}) = ${num(slope)}. The pixel's own value ${num(bright)} is not used.`,
      },
    };
  },
};

export const missingShare: NumericQuestion = {
  ...WHOLE,
  form: "numeric",
  id: "missing-share",
  asks(random) {
    const shares = [random.int(20, 40), -random.int(3, 12), random.int(5, 19)];
    const [missing, ground] = [random.int(4, 15), random.int(16, 30)];
    const known = shares.reduce((a, b) => a + b, 0);
    const score = known + missing + ground;
    return {
      prompt: {
        ko: `픽셀이 넷뿐인 그림의 적분 기울기예요. 점수는 ${num(score)}, 바탕 그림의 점수는 ${josa(num(ground), "이고/고")} 세 픽셀의 몫은 ${josa(row(shares), "이에요/예요")}. 합이 정확히 맞을 때 네 번째 픽셀의 몫은요?`,
        en: `Integrated gradients of a picture with four pixels: its score is ${num(score)}, that of the baseline ${num(ground)}, and three pixels have the shares ${row(shares)}. If the sum is exact, what is the fourth pixel's share?`,
      },
      value: missing,
      wrong: [{ misconception: "one-slope-adds-up", said: score - known }],
      explanation: {
        ko: `모두 더하면 ${num(score)} − ${num(ground)} = ${num(score - ground)}. 여기서 ${josa(num(known), "을/를")} 빼면 ${josa(num(missing), "이에요/예요")}.`,
        en: `All together make ${num(score)} − ${num(ground)} = ${num(score - ground)}; less ${num(known)} leaves ${num(missing)}.`,
      },
    };
  },
};

export const passes: NumericQuestion = {
  ...WHOLE,
  form: "numeric",
  id: "passes",
  asks(random) {
    const [copies, side] = [random.int(11, 60), random.pick([32, 64, 96])];
    return {
      prompt: {
        ko: `${side} × ${side} 그림 한 장의 SmoothGrad 맵을 잡음을 섞은 그림 ${copies}장으로 구해요. 역전파는 모두 몇 번 하나요?`,
        en: `The SmoothGrad map of one ${side} × ${side} picture is made with ${copies} noisy copies. How many ways back does it take?`,
      },
      value: copies,
      wrong: [
        { misconception: "smoothgrad-smooths-the-map", said: 1 },
        { misconception: "a-pass-a-pixel", said: side * side },
      ],
      explanation: {
        ko: `그림 한 장에 역전파 한 번이 픽셀 ${num(side * side)}개의 기울기를 다 줘요. 그림이 ${copies}장이니 ${copies}번이에요.`,
        en: `One way back gives all ${num(side * side)} pixels' slopes of one picture; with ${copies} pictures there are ${copies}.`,
      },
    };
  },
};

export const byPasses: OrderQuestion = {
  form: "order",
  id: "by-passes",
  ends: { first: { ko: "맨 위: 가장 적어요", en: "Top: the fewest" }, last: { ko: "맨 아래: 가장 많아요", en: "Bottom: the most" } },
  asks(random) {
    const [points, copies, side] = [random.int(8, 14), random.int(20, 40), random.pick([28, 32, 48])];
    return {
      prompt: {
        ko: "맵 한 장에 드는 신경망 계산이 적은 것부터 놓아 보세요.",
        en: "Which map takes the fewest runs of the network? Put them in order.",
      },
      items: [
        { id: "plain", text: { ko: "현저성 맵, 절댓값", en: "Saliency, absolute values" } },
        { id: "path", text: { ko: `점 ${points}개의 적분 기울기`, en: `Integrated gradients, ${points} points` } },
        { id: "noise", text: { ko: `그림 ${copies}장의 SmoothGrad`, en: `SmoothGrad with ${copies} copies` } },
        { id: "trying", text: { ko: `${side} × ${side} 픽셀을 하나씩 바꾸기`, en: `Turning ${side} × ${side} pixels one by one` } },
      ],
      wrong: [],
      explanation: {
        ko: `현저성은 한 번, 적분 기울기는 ${points}번, SmoothGrad는 ${copies}번 되돌아가고, 하나씩 바꾸면 픽셀마다 순전파가 필요해요.`,
        en: `Saliency goes back once, integrated gradients ${points} times, SmoothGrad ${copies} times; turning pixels takes a forward pass for each.`,
      },
    };
  },
};

export const formulas: MatchQuestion = {
  form: "match",
  id: "formulas",
  asks: {
    prompt: { ko: "방법마다 픽셀에 적는 값을 이어 보세요.", en: "Match each method with what it writes at a pixel." },
    lefts: [
      { id: "saliency", text: { ko: "현저성", en: "Saliency" } },
      { id: "times-input", text: { ko: "기울기 × 입력", en: "Gradient × input" } },
      { id: "smoothgrad", text: { ko: "SmoothGrad", en: "SmoothGrad" } },
      { id: "integrated", text: { ko: "적분 기울기", en: "Integrated gradients" } },
    ],
    rights: [
      { id: "size", text: { ko: "그 픽셀의 기울기의 크기", en: "The size of its slope" } },
      { id: "product", text: { ko: "그 픽셀의 기울기와 값의 곱", en: "Its slope times its value" } },
      { id: "copies", text: { ko: "잡음 섞은 그림들의 평균 기울기", en: "Its mean slope over noisy copies" } },
      { id: "path", text: { ko: "바탕부터의 평균 기울기와 변화의 곱", en: "Its mean slope along a path, times its change" } },
      { id: "blur", text: { ko: "이웃 픽셀과 평균한 기울기의 크기", en: "The size of its slope, blurred" } },
    ],
    wrong: [
      { misconception: "smoothgrad-smooths-the-map", said: ["smoothgrad", "blur"] },
      { misconception: "saliency-is-contribution", said: ["saliency", "product"] },
    ],
    explanation: {
      ko: "곱하는 두 방법은 몫을, 나머지 둘은 민감함을 물어요. 맵을 흐리는 방법은 없어요.",
      en: "The two that multiply ask for shares, the others for sensitivity. None of them blurs a map.",
    },
  },
};

export const whatMoves: MatchQuestion = {
  form: "match",
  id: "what-moves",
  asks: {
    prompt: {
      ko: "물체가 둘인 그림에서 보려는 클래스를 다른 쪽으로 바꿔요. 맵은 어떻게 되나요?",
      en: "In a picture of two objects the other class is asked for. What becomes of each map?",
    },
    lefts: [
      { id: "edges", text: { ko: "윤곽 검출기", en: "Edge detector" } },
      { id: "guided", text: { ko: "유도 역전파", en: "Guided backprop" } },
      { id: "cam", text: { ko: "Grad-CAM", en: "Grad-CAM" } },
    ],
    rights: [
      { id: "same", text: { ko: "픽셀 하나까지 그대로예요", en: "It stays, pixel by pixel" } },
      { id: "nearly", text: { ko: "윤곽은 남고 밝기만 조금 옮겨 가요", en: "Its outlines stay, brightness moves a bit" } },
      { id: "moves", text: { ko: "열기가 다른 물체로 건너가요", en: "Its heat goes over to the other object" } },
      { id: "dark", text: { ko: "맵이 통째로 어두워져요", en: "The whole map turns dark" } },
    ],
    wrong: [
      { misconception: "guided-picks-the-object", said: ["guided", "moves"] },
      { misconception: "same-for-every-class", said: ["cam", "same"] },
    ],
    explanation: {
      ko: "윤곽 검출기는 클래스를 아예 모르고, 유도 역전파는 거의 모르고, Grad-CAM은 알아요.",
      en: "An edge detector does not know the class, guided backprop hardly does, Grad-CAM does.",
    },
  },
};

export const worked: MistakeQuestion = {
  form: "mistake",
  id: "worked",
  asks(random) {
    const slopes = threeSlopes(random);
    const sizes = slopes.map(Math.abs);
    const [most, slip] = [sizeOf(slopes), random.int(0, 3)];
    const signed = Math.max(...slopes);
    const score = random.int(40, 80);
    return {
      prompt: {
        ko: `한 픽셀의 세 기울기가 ${josa(row(slopes), "이에요/예요")}. 현저성 값을 구하고 읽은 풀이에서 틀린 줄은 어디일까요?`,
        en: `The three slopes at a pixel are ${row(slopes)}. Its saliency is worked out and read. Which line is wrong?`,
      },
      lines: [
        { ko: `절댓값은 ${row(slip === 0 ? slopes : sizes)}`, en: `Absolute values: ${row(slip === 0 ? slopes : sizes)}` },
        {
          ko: `현저성 값은 ${num(slip === 1 ? signed : most)}`,
          en: `The saliency value is ${num(slip === 1 ? signed : most)}`,
        },
        {
          ko: slip === 2 ? `점수 가운데 ${josa(num(most), "을/를")} 이 픽셀이 보탰어요` : `이 값만으로 오를지 내릴지는 몰라요`,
          en: slip === 2 ? `So this pixel has added ${num(most)} to the score` : "The value does not say whether the score rises or falls",
        },
        {
          ko: slip === 3 ? "다른 그림에서도 이 픽셀은 같은 값이에요" : `점수 ${score}점인 이 그림에서만 맞는 값이에요`,
          en: slip === 3 ? "In other pictures this pixel has the same value" : `It holds for this picture, whose score is ${score}`,
        },
      ],
      slip,
      wrong: slip === 1 ? [] : [{ misconception: "colours-are-averaged", said: 1 }],
      explanation: {
        ko: `절댓값 ${row(sizes)} 가운데 가장 큰 ${josa(num(most), "이/가")} 이 그림에서 이 픽셀이 얼마나 민감한지예요. 부호도, 몫도, 다른 그림의 값도 아니에요.`,
        en: `Of the absolute values ${row(sizes)} the largest, ${num(most)}, says how sensitive this pixel is in this picture: no sign, no share, no value for other pictures.`,
      },
    };
  },
};

export const mostSensitive: PointQuestion = {
  form: "point",
  id: "most-sensitive",
  asks(random) {
    // The largest size is a negative slope; the largest positive one and the largest sum stand elsewhere.
    const top = random.int(8, 12);
    const cells: readonly (readonly [string, Three])[] = random.shuffle([
      ["target", [-top, random.int(1, 3), random.int(0, 2)]],
      ["positive", [random.int(1, 2), -random.int(2, 4), top - 1]],
      ["sum", [top - 3, top - 3, top - 3]],
      ["", [random.int(1, 3), 0, -random.int(1, 3)]],
      ["", [0, -random.int(2, 4), 1]],
      ["", [random.int(2, 4), 1, 0]],
    ] as [string, Three][]);
    const at = (name: string) => String(cells.findIndex(([kind]) => kind === name));
    return {
      prompt: {
        ko: "칸마다 한 픽셀의 세 기울기(빨강, 초록, 파랑)가 적혀 있어요. 현저성 맵에서 가장 밝은 픽셀은 어디인가요?",
        en: "Each cell holds one pixel's three slopes (red, green, blue). Which pixel is the brightest of the saliency map?",
      },
      caption: { ko: "빨강, 초록, 파랑의 기울기", en: "Slopes by red, green, blue" },
      picture: { kind: "grid", rows: 2, columns: 3, cells: cells.map(([, values]) => values.map((v) => num(v)).join(", ")) },
      target: at("target"),
      wrong: [
        { misconception: "sign-shows-for-or-against", said: at("positive") },
        { misconception: "colours-are-averaged", said: at("sum") },
      ],
      explanation: {
        ko: "부호를 떼고 한 색이라도 가장 큰 기울기가 있는 칸이에요. 더하거나 평균하지 않아요.",
        en: "It is the cell with the largest slope of any one colour once signs are dropped. Nothing is added or averaged.",
      },
    };
  },
};
