/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import { type MatchQuestion, type MistakeQuestion, type NumericQuestion, type OrderQuestion, type PointQuestion } from "@/lib/questions";
import type { Random } from "@/lib/engine/random";
import { IN_TIME } from "@/lib/questions/order/ends";
import { josa, num } from "@/lib/words";

const two = (hundredths: number) => num(hundredths / 100, 2);

export const pairCost: NumericQuestion = {
  form: "numeric",
  id: "pair-cost",
  tolerance: 0.01,
  range: { min: -10, max: 10, step: 0.01 },
  unit: null,
  asks(random) {
    const [p, l1, giou] = [random.int(12, 92), random.int(6, 40), random.int(15, 85)];
    const value = (5 * l1 - p - 2 * giou) / 100;
    return {
      prompt: {
        ko: `질의의 답에서 그 물체의 클래스일 확률은 ${two(p)}, 상자의 L1은 ${two(l1)}, GIoU는 ${josa(two(giou), "이에요/예요")}. DETR의 짝짓기 비용(무게 1, 5, 2)은 얼마인가요?`,
        en: `A query says ${two(p)} for an object's class; its box has an L1 of ${two(l1)} and a GIoU of ${two(giou)}. What is DETR's matching cost, with the weights 1, 5 and 2?`,
      },
      value,
      wrong: [{ misconception: "parts-weigh-alike", said: (l1 - p - giou) / 100 }],
      explanation: {
        ko: `−${two(p)} + 5 × ${two(l1)} − 2 × ${two(giou)} = ${num(value, 2)}.`,
        en: `−${two(p)} + 5 × ${two(l1)} − 2 × ${two(giou)} = ${num(value, 2)}.`,
      },
    };
  },
};

export const silentQueries: NumericQuestion = {
  form: "numeric",
  id: "silent-queries",
  tolerance: 0,
  range: { min: 0, max: 400, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const [queries, objects] = [10 * random.int(5, 30), random.int(3, 19)];
    return {
      prompt: {
        ko: `질의가 ${queries}개인 DETR을 물체가 ${objects}개 있는 그림으로 학습해요. ‘물체 없음’을 배우는 질의는 몇 개인가요?`,
        en: `A DETR with ${queries} queries is trained on a picture of ${objects} objects. How many queries are taught “no object”?`,
      },
      value: queries - objects,
      wrong: [
        { misconception: "as-many-as-queries", said: 0 },
        { misconception: "unmatched-are-ignored", said: 0 },
      ],
      explanation: {
        ko: `물체마다 질의 하나가 이어지니 ${queries} − ${objects} = ${josa(String(queries - objects), "이/가")} 남아요.`,
        en: `Each object takes one query: ${queries} − ${objects} = ${queries - objects} are left.`,
      },
    };
  },
};

/** Costs in hundredths of two objects and three queries: both want one query, and A, whom it suits better, has to give way. */
function giveWay(random: Random) {
  const wanted = random.int(20, 60);
  const table = { A: { wanted, next: wanted + random.int(12, 30), far: random.int(210, 290) } };
  const B = { wanted: wanted + random.int(8, 25), next: random.int(150, 200), far: random.int(210, 290) };
  const order = random.shuffle(["wanted", "next", "far"] as const);
  const row = (costs: Readonly<Record<"wanted" | "next" | "far", number>>) => order.map((of) => costs[of]);
  return { A: table.A, B, order, rows: { A: row(table.A), B: row(B) }, numberOf: (of: "wanted" | "next" | "far") => order.indexOf(of) + 1 };
}

const rowText = (row: readonly number[]) => row.map(two).join(", ");

export const cheapestTotal: NumericQuestion = {
  form: "numeric",
  id: "cheapest-total",
  tolerance: 0.01,
  range: { min: 0, max: 10, step: 0.01 },
  unit: null,
  asks(random) {
    const { A, B, rows, numberOf } = giveWay(random);
    const value = (A.next + B.wanted) / 100;
    return {
      prompt: {
        ko: `질의 1, 2, 3과의 비용이 물체 A는 ${rowText(rows.A)}, 물체 B는 ${josa(rowText(rows.B), "이에요/예요")}. 가장 싼 짝짓기의 합은 얼마인가요?`,
        en: `Object A costs ${rowText(rows.A)} with queries 1, 2 and 3; object B costs ${rowText(rows.B)}. What is the total of the cheapest matching?`,
      },
      value,
      wrong: [
        { misconception: "nearest-query", said: (A.wanted + B.wanted) / 100 },
        { misconception: "best-pair-first", said: (A.wanted + B.next) / 100 },
      ],
      explanation: {
        ko: `둘 다 질의 ${josa(String(numberOf("wanted")), "을/를")} 원해요. A가 양보하면 ${two(A.next)} + ${two(B.wanted)} = ${num(value, 2)}, B가 양보하면 ${two(A.wanted + B.next)}.`,
        en: `Both want query ${numberOf("wanted")}. If A gives way it is ${two(A.next)} + ${two(B.wanted)} = ${num(value, 2)}; if B does, ${two(A.wanted + B.next)}.`,
      },
    };
  },
};

/** What each query is taught by the cheapest matching. */
const TAUGHT = {
  next: { id: "a", text: { ko: "물체 A", en: "object A" } },
  wanted: { id: "b", text: { ko: "물체 B", en: "object B" } },
  far: { id: "none", text: { ko: "물체 없음", en: "no object" } },
} as const;

export const whoAnswers: MatchQuestion = {
  form: "match",
  id: "who-answers",
  asks(random) {
    const { rows, order, numberOf } = giveWay(random);
    const id = (of: "wanted" | "next" | "far") => `q${numberOf(of)}`;
    // By number, so that their order tells nothing.
    const lefts = order.map((of) => ({ id: id(of), text: { ko: `질의 ${numberOf(of)}`, en: `query ${numberOf(of)}` } }));
    return {
      prompt: {
        ko: `질의 1, 2, 3과의 비용이 물체 A는 ${rowText(rows.A)}, 물체 B는 ${josa(rowText(rows.B), "이에요/예요")}. 가장 싼 짝짓기에서 질의마다 무엇을 배우나요?`,
        en: `Object A costs ${rowText(rows.A)} with queries 1, 2 and 3; object B costs ${rowText(rows.B)}. What is each query taught by the cheapest matching?`,
      },
      lefts,
      rights: order.map((of) => TAUGHT[of]),
      wrong: [{ misconception: "best-pair-first", said: [id("wanted"), "a"] }],
      explanation: {
        ko: `A가 질의 ${josa(String(numberOf("wanted")), "을/를")} B에게 양보해야 합이 가장 작아요. 남은 질의 ${josa(String(numberOf("far")), "은/는")} ‘물체 없음’을 배워요.`,
        en: `The total is least when A leaves query ${numberOf("wanted")} to B. Query ${numberOf("far")}, which is left over, is taught “no object”.`,
      },
    };
  },
};

export const classLoss: NumericQuestion = {
  form: "numeric",
  id: "class-loss",
  tolerance: 0.05,
  range: { min: 0, max: 200, step: 0.1 },
  unit: null,
  asks(random) {
    const [objects, queries, tenths] = [random.int(2, 9), 10 * random.int(4, 12), random.int(3, 9)];
    const value = (objects * tenths) / 10 + ((queries - objects) * tenths) / 100;
    return {
      prompt: {
        ko: `질의 ${queries}개, 물체 ${objects}개. 모든 질의에서 제가 배울 답의 −log p가 똑같이 ${josa(num(tenths / 10, 1), "이에요/예요")}. 물체 없음의 무게가 0.1일 때 클래스 손실의 합은 얼마인가요?`,
        en: `${queries} queries, ${objects} objects. For every query the answer that it is taught has a −log p of ${num(tenths / 10, 1)}. With a weight of 0.1 for “no object”, what do the class losses add up to?`,
      },
      value,
      wrong: [{ misconception: "unmatched-are-ignored", said: (objects * tenths) / 10 }],
      explanation: {
        ko: `${objects} × ${num(tenths / 10, 1)} + ${queries - objects} × 0.1 × ${num(tenths / 10, 1)} = ${num(value, 2)}. 무게가 작아도 질의가 많아서 적지 않아요.`,
        en: `${objects} × ${num(tenths / 10, 1)} + ${queries - objects} × 0.1 × ${num(tenths / 10, 1)} = ${num(value, 2)}. Small as the weight is, there are many of them.`,
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
      ko: "DETR이 학습 그림 한 장으로 배우기까지의 차례로 놓아 보세요.",
      en: "Put in order what DETR does with one training picture.",
    },
    items: [
      { id: "tokens", text: { ko: "특징 지도의 칸을 토큰으로 펴요", en: "The map's cells become tokens" } },
      { id: "encoder", text: { ko: "토큰들이 서로를 봐요", en: "Tokens look at one another" } },
      { id: "decoder", text: { ko: "질의가 토큰들을 봐요", en: "Queries look at the tokens" } },
      { id: "heads", text: { ko: "질의마다 클래스와 상자를 내요", en: "Each query gives class and box" } },
      { id: "matching", text: { ko: "질의와 물체를 이어요", en: "Queries are matched to objects" } },
      { id: "loss", text: { ko: "이어진 대로 손실을 매겨요", en: "The loss follows the matching" } },
    ],
    wrong: [{ misconception: "queries-are-classes", said: ["tokens", "encoder", "matching", "decoder", "heads", "loss"] }],
    explanation: {
      ko: "짝짓기에는 질의의 답이 필요해요. 그래서 답이 나온 다음에 잇고, 그 짝으로 손실을 매겨요.",
      en: "The matching needs the queries' answers. It comes after them, and the loss after it.",
    },
  },
};

const LETTERS = ["A", "B", "C", "D"] as const;

export const whichBox: PointQuestion = {
  form: "point",
  id: "which-box",
  asks(random) {
    const [x, y] = [random.int(24, 60), random.int(60, 100)];
    const [w, h] = [120, 100];
    const at = (dx: number, dy: number): [number, number, number, number] => [x + dx, y + dy, x + dx + w, y + dy + h];
    const places = random.shuffle([
      { of: "fits", box: at(random.int(5, 7), 4), p: random.int(3, 9) },
      { of: "right", box: at(random.int(12, 15), 8), p: random.int(86, 93) },
      { of: "sure", box: at(random.int(150, 165), -40), p: random.int(94, 98) },
      { of: "far", box: at(140, 55), p: random.int(20, 40) },
    ] as const);
    const nameOf = (of: string) => LETTERS[places.findIndex((place) => place.of === of)];
    const why: Readonly<Record<string, { ko: string; en: string }>> = {
      fits: { ko: "가장 많이 겹치지만 강아지라고 하지 않아요", en: "overlaps most but says no dog" },
      right: { ko: "조금 덜 겹치고 강아지라고 해요", en: "overlaps a little less and says dog" },
      sure: { ko: "가장 확신하지만 멀어요", en: "is surest but far away" },
      far: { ko: "멀고 확신하지도 않아요", en: "is far away and not sure" },
    };
    const reasons = (locale: "ko" | "en") => places.map(({ of }, i) => `${LETTERS[i]}: ${why[of][locale]}`).join(". ");
    return {
      prompt: {
        ko: `그림에 물체는 강아지(점선) 하나예요. 상자 넷은 질의의 답이고, 적힌 수는 강아지일 확률이에요. 비용 −p + 5·L1 − 2·GIoU로 강아지와 이어지는 상자는 어느 것인가요?`,
        en: `The only object is a dog (dashed). Four boxes are the queries' answers, each with its probability of a dog. Which one is matched to the dog by the cost −p + 5·L1 − 2·GIoU?`,
      },
      caption: { ko: "강아지와 상자 A–D", en: "The dog and the boxes A–D" },
      picture: {
        kind: "boxes",
        width: 360,
        height: 260,
        places: places.map(({ box, p }, i) => ({
          id: LETTERS[i].toLowerCase(),
          box: [...box] as [number, number, number, number],
          label: `${LETTERS[i]} ${two(p).replace(/^0/, "")}`,
          said: {
            ko: `${LETTERS[i]}, 강아지일 확률 ${two(p)}, x ${box[0]}–${box[2]}, y ${box[1]}–${box[3]}`,
            en: `${LETTERS[i]}, dog with ${two(p)}, x ${box[0]} to ${box[2]}, y ${box[1]} to ${box[3]}`,
          },
        })),
        fixed: [{ id: "dog", box: at(0, 0), label: "", said: { ko: "강아지", en: "dog" } }],
      },
      target: nameOf("right").toLowerCase(),
      wrong: [
        { misconception: "overlap-decides", said: nameOf("fits").toLowerCase() },
        { misconception: "class-decides", said: nameOf("sure").toLowerCase() },
      ],
      explanation: {
        ko: `${reasons("ko")}. 두 가지를 더한 비용은 ${josa(nameOf("right"), "이/가")} 가장 작아요.`,
        en: `${reasons("en")}. With both counted, ${nameOf("right")} costs least.`,
      },
    };
  },
};

export const workedMatching: MistakeQuestion = {
  form: "mistake",
  id: "worked-matching",
  asks(random) {
    const { A, B, numberOf } = giveWay(random);
    const slip = random.int(0, 3);
    const [q, r, s] = [numberOf("wanted"), numberOf("next"), numberOf("far")];
    const [p, l1] = [random.int(30, 60), random.int(8, 20)];
    const cost = -p + 5 * l1 - 2 * 40;
    const alike = -p + l1 - 40;
    const lines: readonly (readonly [right: { ko: string; en: string }, wrong: { ko: string; en: string }])[] = [
      [
        {
          ko: `p ${two(p)}, L1 ${two(l1)}, GIoU 0.40인 짝의 비용은 ${two(cost)}`,
          en: `A pair of p ${two(p)}, L1 ${two(l1)}, GIoU 0.40 costs ${two(cost)}`,
        },
        {
          ko: `p ${two(p)}, L1 ${two(l1)}, GIoU 0.40인 짝의 비용은 ${two(alike)}`,
          en: `A pair of p ${two(p)}, L1 ${two(l1)}, GIoU 0.40 costs ${two(alike)}`,
        },
      ],
      [
        {
          ko: `A도 B도 질의 ${josa(String(q), "이/가")} 가장 싸지만, 하나만 이을 수 있어요`,
          en: `Query ${q} is cheapest for A and for B; only one may have it`,
        },
        {
          ko: `A도 B도 질의 ${josa(String(q), "이/가")} 가장 싸니, 둘 다 거기에 이어요`,
          en: `Query ${q} is cheapest for A and for B; both are given it`,
        },
      ],
      [
        {
          ko: `합이 ${two(A.next + B.wanted)}인 A–${r}, B–${q} 쪽이 ${two(A.wanted + B.next)}보다 싸요`,
          en: `A–${r} and B–${q}, ${two(A.next + B.wanted)}, beat ${two(A.wanted + B.next)}`,
        },
        {
          ko: `가장 싼 짝 A–${q}(${two(A.wanted)})부터 잇고, B는 ${josa(String(r), "을/를")} 받아요`,
          en: `The cheapest pair, A–${q} (${two(A.wanted)}), goes first; B gets ${r}`,
        },
      ],
      [
        {
          ko: `남은 질의 ${josa(String(s), "은/는")} ‘물체 없음’을 배우며 손실을 내요`,
          en: `Query ${s}, left over, pays for not saying “no object”`,
        },
        {
          ko: `남은 질의 ${josa(String(s), "은/는")} 짝이 없으니 손실을 내지 않아요`,
          en: `Query ${s}, left over, has no partner and pays nothing`,
        },
      ],
    ];
    const belief = ["parts-weigh-alike", "nearest-query", "best-pair-first", "unmatched-are-ignored"];
    const explanations = [
      { ko: `L1에 5, GIoU에 2를 곱해야 해요: ${two(cost)}.`, en: `L1 counts 5 times, GIoU 2 times: ${two(cost)}.` },
      {
        ko: "한 질의는 한 물체만 맡아요. 누가 양보하면 합이 작은지 따져요.",
        en: "A query answers for one object. Ask who gives way at less cost.",
      },
      {
        ko: `싼 짝부터 이으면 ${two(A.wanted + B.next)}, A가 양보하면 ${josa(two(A.next + B.wanted), "이에요/예요")}.`,
        en: `The cheapest pair first comes to ${two(A.wanted + B.next)}; with A giving way it is ${two(A.next + B.wanted)}.`,
      },
      {
        ko: "짝이 없는 질의도 ‘물체 없음’의 손실을 0.1의 무게로 내요.",
        en: "A query without a partner pays for “no object”, at a weight of 0.1.",
      },
    ];
    return {
      prompt: {
        ko: `물체 A는 질의 ${q}, ${josa(String(r), "과/와")}의 비용이 ${two(A.wanted)}, ${two(A.next)}, 물체 B는 ${two(B.wanted)}, ${josa(two(B.next), "이에요/예요")}. DETR의 방식으로 풀었는데 한 줄이 틀렸어요. 어디일까요?`,
        en: `With queries ${q} and ${r}, object A costs ${two(A.wanted)} and ${two(A.next)}, object B ${two(B.wanted)} and ${two(B.next)}. It was worked as DETR does, but for one line. Which?`,
      },
      lines: lines.map((line, i) => line[i === slip ? 1 : 0]),
      slip,
      wrong: belief.flatMap((misconception, i) => (i === slip ? [] : [{ misconception, said: i }])),
      explanation: explanations[slip],
    };
  },
};
