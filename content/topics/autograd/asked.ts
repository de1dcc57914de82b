/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import type { Random } from "@/lib/engine/random";
import type { MatchQuestion, MistakeQuestion, NumericQuestion, OrderQuestion, PointQuestion } from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import { josa, num } from "@/lib/words";

const wrapped = (value: number): string => (value < 0 ? `(${num(value)})` : num(value));
const nonzero = (random: Random, most = 5): number => random.int(2, most) * (random.chance(0.4) ? -1 : 1);
/** Wrong formulas that give something else here. */
type Wrong = ReturnType<NumericQuestion["asks"]>["wrong"];
const others = (value: number, wrong: Wrong): Wrong => wrong.filter(({ said }) => said !== value);

const whole = (id: string, asks: NumericQuestion["asks"]): NumericQuestion => ({
  form: "numeric",
  id,
  tolerance: 0,
  range: { min: -300, max: 300, step: 1 },
  unit: null,
  asks,
});

export const twoPaths = whole("two-paths", (random) => {
  const [a, b, c] = [nonzero(random, 7), nonzero(random, 7), nonzero(random, 7)];
  const value = b + c;
  return {
    prompt: {
      ko: `L = a·b + c·a이고 a = ${num(a)}, b = ${num(b)}, c = ${josa(num(c), "이에요/예요")}. ∂L/∂a는 얼마인가요?`,
      en: `L = a·b + c·a with a = ${num(a)}, b = ${num(b)} and c = ${num(c)}. What is ∂L/∂a?`,
    },
    value,
    wrong: others(value, [
      { misconception: "fan-out-overwrites", said: c },
      { misconception: "mul-own-value", said: 2 * a },
    ]),
    explanation: {
      ko: `${num(value)}. 두 경로가 만나서 ${num(b)} + ${josa(wrapped(c), "이에요/예요")}.`,
      en: `${num(value)}. Two paths meet: ${num(b)} + ${wrapped(c)}.`,
    },
  };
});

export const upstream = whole("upstream", (random) => {
  const [a, b, c, d] = [nonzero(random), nonzero(random), nonzero(random), nonzero(random)];
  const value = c * d;
  return {
    prompt: {
      ko: `p = a + b, q = p·c, L = q·d이고 a = ${num(a)}, b = ${num(b)}, c = ${num(c)}, d = ${josa(num(d), "이에요/예요")}. ∂L/∂a는 얼마인가요?`,
      en: `p = a + b, q = p·c, L = q·d with a = ${num(a)}, b = ${num(b)}, c = ${num(c)} and d = ${num(d)}. What is ∂L/∂a?`,
    },
    value,
    wrong: others(value, [
      { misconception: "upstream-forgotten", said: 1 },
      { misconception: "sum-along-path", said: 1 + c + d },
    ]),
    explanation: {
      ko: `${num(value)}. 위에서부터 ${num(d)} × ${wrapped(c)} × 1이에요.`,
      en: `${num(value)}. From above: ${num(d)} × ${wrapped(c)} × 1.`,
    },
  };
});

export const closedOrOpen = whole("closed-or-open", (random) => {
  const [b, c] = [random.int(2, 6), nonzero(random, 7)];
  const a = random.chance(0.3) ? b - random.int(1, 4) : b + random.int(1, 4);
  const value = a > b ? -c : 0;
  return {
    prompt: {
      ko: `L = relu(a − b)·c이고 a = ${num(a)}, b = ${num(b)}, c = ${josa(num(c), "이에요/예요")}. ∂L/∂b는 얼마인가요?`,
      en: `L = relu(a − b)·c with a = ${num(a)}, b = ${num(b)} and c = ${num(c)}. What is ∂L/∂b?`,
    },
    value,
    wrong: others(value, [
      { misconception: "minus-forgotten", said: a > b ? c : 0 },
      { misconception: "gate-passes", said: -c },
      { misconception: "gate-asks-the-signal", said: c > 0 ? -c : 0 },
    ]),
    explanation: {
      ko: `${num(value)}. a − b = ${num(a - b)}. ${a > b ? `ReLU는 열렸고 b는 빼는 쪽이에요: −1 × ${wrapped(c)}.` : "ReLU가 닫혀서 조금 움직여도 L은 그대로예요."}`,
      en: `${num(value)}. a − b = ${num(a - b)}: the ReLU is ${a > b ? `open, and b is taken away: −1 × ${wrapped(c)}` : "shut, so a nudge leaves L as it is"}.`,
    },
  };
});

export const twoLayers = whole("two-layers", (random) => {
  const [x, u, v, g] = [nonzero(random), nonzero(random), nonzero(random), nonzero(random)];
  const value = g * v * x;
  return {
    prompt: {
      ko: `h = u·x, y = v·h이고 x = ${num(x)}, u = ${num(u)}, v = ${josa(num(v), "이에요/예요")}. 손실에서 온 ∂L/∂y가 ${num(g)}일 때 ∂L/∂u는 얼마인가요?`,
      en: `h = u·x, y = v·h with x = ${num(x)}, u = ${num(u)} and v = ${num(v)}. The loss sends ∂L/∂y = ${num(g)}. What is ∂L/∂u?`,
    },
    value,
    wrong: others(value, [{ misconception: "top-gradient-everywhere", said: g * x }]),
    explanation: {
      ko: `${num(value)}. 아래층에 닿는 것은 ∂L/∂h = ${num(g * v)}, 여기에 x를 곱해요.`,
      en: `${num(value)}. What reaches the lower layer is ∂L/∂h = ${num(g * v)}; multiply it by x.`,
    },
  };
});

export const nearbyValues = whole("nearby-values", (random) => {
  const [at, slope, start] = [random.int(2, 9), nonzero(random, 30), random.int(-40, 40)];
  const after = start + slope / 100;
  return {
    prompt: {
      ko: `a = ${at}.00에서 L = ${num(start, 2)}, a = ${at}.01에서 L = ${josa(num(after, 2), "이에요/예요")}. ∂L/∂a는 얼마쯤일까요?`,
      en: `At a = ${at}.00, L = ${num(start, 2)}; at a = ${at}.01, L = ${num(after, 2)}. About what is ∂L/∂a?`,
    },
    value: slope,
    wrong: [],
    explanation: {
      ko: `${num(slope)}. L이 움직인 ${josa(num(slope / 100, 2), "을/를")} 0.01로 나눠요.`,
      en: `${num(slope)}. L moved by ${num(slope / 100, 2)}; divide by 0.01.`,
    },
  };
});

export const weightEntry = whole("weight-entry", (random) => {
  const [x, g] = [0, 1].map(() => [0, 1].map(() => [nonzero(random, 4), nonzero(random, 4)]));
  const [i, j] = random.chance(0.5) ? [0, 1] : [1, 0];
  const sum = (p: number, q: number) => g[0][p] * x[0][q] + g[1][p] * x[1][q];
  const said = (m: number[][]) => m.map((row) => row.map((value) => num(value)).join(", ")).join(" / ");
  const value = sum(i, j);
  return {
    prompt: {
      ko: `y = x·Wᵀ인 층에서 x는 줄마다 ${said(x)}, g = ∂L/∂y는 줄마다 ${josa(said(g), "이에요/예요")}. ∂L/∂W의 ${i + 1}째 줄 ${j + 1}째 칸은 얼마인가요?`,
      en: `In a layer y = x·Wᵀ the rows of x are ${said(x)} and those of g = ∂L/∂y are ${said(g)}. What stands in row ${i + 1}, column ${j + 1} of ∂L/∂W?`,
    },
    value,
    wrong: others(value, [{ misconception: "weight-gradient-turned", said: sum(j, i) }]),
    explanation: {
      ko: `${num(value)}. gᵀ·x이니 ${num(g[0][i])} × ${wrapped(x[0][j])} + ${wrapped(g[1][i])} × ${josa(wrapped(x[1][j]), "이에요/예요")}.`,
      en: `${num(value)}. It is gᵀ·x: ${num(g[0][i])} × ${wrapped(x[0][j])} + ${wrapped(g[1][i])} × ${wrapped(x[1][j])}.`,
    },
  };
});

export const gradientColumns = whole("gradient-columns", (random) => {
  const [n, inputs, outputs] = random.shuffle([3, 5, 6, 7, 8, 9]).slice(0, 3);
  const torch = random.chance(0.5);
  const name = torch ? "torch.nn.Linear" : "tf.layers.dense";
  const value = torch ? inputs : outputs;
  return {
    prompt: {
      ko: `예 ${n}개가 ${name} 층을 지나요. 입력은 ${inputs}개, 출력은 ${outputs}개예요. 이 층의 ∂L/∂W는 세로줄이 몇 개인가요?`,
      en: `A batch of ${n} goes through ${name} with in = ${inputs} and out = ${outputs}. How many columns has this layer's ∂L/∂W?`,
    },
    value,
    wrong: [
      { misconception: "weight-gradient-turned", said: torch ? outputs : inputs },
      ...(torch ? [] : [{ misconception: "one-layout", said: inputs }]),
    ],
    explanation: {
      ko: `${value}개예요. 기울기는 W와 모양이 같고, ${josa(name, "은/는")} W를 ${josa(torch ? "out × in" : "in × out", "으로/로")} 보관해요.`,
      en: `${value}. The gradient has W's shape, and ${name} keeps W as ${torch ? "out × in" : "in × out"}.`,
    },
  };
});

export const backwardOrder: OrderQuestion = {
  form: "order",
  id: "backward-order",
  ends: IN_TIME,
  asks: {
    prompt: {
      ko: "p = a·b, q = p + c, L = relu(q)를 거슬러 가요. 기울기가 채워지는 차례로 놓아 보세요.",
      en: "The way back through p = a·b, q = p + c, L = relu(q): put the gradients in the order in which they are filled.",
    },
    items: ["L", "q", "p", "a"].map((name) => ({ id: name.toLowerCase(), text: { ko: `∂L/∂${name}`, en: `∂L/∂${name}` } })),
    wrong: [{ misconception: "upstream-forgotten", said: ["a", "p", "q", "l"] }],
    explanation: {
      ko: "L에서 1로 시작해요. 한 마디를 넘기려면 그 마디의 값이 먼저 다 모여야 해요.",
      en: "It starts with 1 at L. A node hands on only once all that is its own has arrived.",
    },
  },
};

export const localSlopes: MatchQuestion = {
  form: "match",
  id: "local-slopes",
  asks: {
    prompt: { ko: "연산과 b에 대한 국소 기울기를 이어 보세요.", en: "Join each operation with its local slope along b." },
    lefts: [
      { id: "add", text: { ko: "a + b", en: "a + b" } },
      { id: "sub", text: { ko: "a − b", en: "a − b" } },
      { id: "mul", text: { ko: "a · b", en: "a · b" } },
      { id: "relu", text: { ko: "relu(b), b는 음수", en: "relu(b), b below zero" } },
    ],
    rights: [
      { id: "one", text: { ko: "1", en: "1" } },
      { id: "minus", text: { ko: "−1", en: "−1" } },
      { id: "partner", text: { ko: "a", en: "a" } },
      { id: "none", text: { ko: "0", en: "0" } },
      { id: "own", text: { ko: "b", en: "b" } },
    ],
    wrong: [
      { misconception: "mul-own-value", said: ["mul", "own"] },
      { misconception: "minus-forgotten", said: ["sub", "one"] },
      { misconception: "gate-passes", said: ["relu", "one"] },
    ],
    explanation: {
      ko: "더하기는 1, 빼는 쪽은 −1, 곱하기는 상대의 값, 닫힌 ReLU는 0이에요.",
      en: "A plus has 1, what is taken away −1, a product its partner, a shut ReLU 0.",
    },
  },
};

const GRAPHS = [
  { lines: "p = a·b, q = p + c, L = p·q", twice: "p" },
  { lines: "p = a·b, q = p + a, L = q·c", twice: "a" },
  { lines: "p = a + b, q = p·c, L = q − b", twice: "b" },
  { lines: "p = a·c, q = p − b, L = q·c", twice: "c" },
  { lines: "p = a + b, q = p·c, L = q·q", twice: "q" },
] as const;

export const whereAdded: PointQuestion = {
  form: "point",
  id: "where-added",
  asks(random) {
    const { lines, twice } = random.pick(GRAPHS);
    const cells = random.shuffle(["a", "b", "c", "p", "q", "L"]);
    return {
      prompt: {
        ko: `${lines}. 되돌아올 때 기울기 두 개가 더해지는 마디는 어디인가요?`,
        en: `${lines}. At which node are two gradients added on the way back?`,
      },
      caption: { ko: "마디", en: "The nodes" },
      picture: { kind: "grid", rows: 2, columns: 3, cells },
      target: String(cells.indexOf(twice)),
      wrong: [],
      explanation: { ko: `${josa(twice, "은/는")} 두 곳에 쓰였어요.`, en: `${twice} is used in two places.` },
    };
  },
};

export const workedTape: MistakeQuestion = {
  form: "mistake",
  id: "worked-tape",
  asks(random) {
    const slip = random.int(0, 3);
    const [a, b, c] = [random.int(2, 5), random.int(6, 9), random.int(2, 5) + 10];
    const top = slip === 0 ? 1 : c;
    const direct = slip === 1 ? top : -top;
    const partner = slip === 2 ? a : b;
    const through = top * partner;
    const total = slip === 3 ? through : direct + through;
    const texts = [
      `∂L/∂q = ${num(top)}`,
      `q → a: ${num(top)} × ${wrapped(slip === 1 ? 1 : -1)} = ${num(direct)}`,
      `q → p → a: ${num(top)} × 1 × ${num(partner)} = ${num(through)}`,
      slip === 3 ? `∂L/∂a = ${num(total)}` : `∂L/∂a = ${num(direct)} + ${num(through)} = ${num(total)}`,
    ];
    const beliefs = ["upstream-forgotten", "minus-forgotten", "mul-own-value", "fan-out-overwrites"];
    const explanations = [
      { ko: "L = q·c이니 ∂L/∂q는 c예요.", en: "L = q·c, so ∂L/∂q is c." },
      { ko: "a는 빼는 쪽이라 국소 기울기가 음수예요.", en: "a is taken away: its local slope is negative." },
      { ko: "p = a·b를 a로 미분하면 상대인 b예요.", en: "The slope of p = a·b along a is its partner b." },
      { ko: "두 경로를 더해야 해요. 하나가 덮어써졌어요.", en: "Both paths have to be added: one was overwritten." },
    ];
    return {
      prompt: {
        ko: `p = a·b, q = p − a, L = q·c이고 a = ${a}, b = ${b}, c = ${josa(String(c), "이에요/예요")}. ∂L/∂a를 구하다가 한 줄이 틀렸어요. 어디일까요?`,
        en: `p = a·b, q = p − a, L = q·c with a = ${a}, b = ${b}, c = ${c}. ∂L/∂a was worked out with one line wrong. Which?`,
      },
      lines: texts.map((text) => ({ ko: text, en: text })),
      slip,
      wrong: beliefs.flatMap((misconception, i) => (i === slip ? [] : [{ misconception, said: i }])),
      explanation: explanations[slip],
    };
  },
};
