/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import { log2 } from "@/lib/engine/exact";
import type { Random } from "@/lib/engine/random";
import { type MatchQuestion, type MistakeQuestion, type NumericQuestion, type OrderQuestion, type PointQuestion } from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import { cellName, josa, num } from "@/lib/words";

const LEVEL_FIELD = { form: "numeric", tolerance: 0, range: { min: 0, max: 12, step: 1 }, unit: null } as const;

/** The level before it is held to those there are. Questions keep away from the bounds. */
const free = (size: number, k0 = 4, canonical = 224) => Math.floor(k0 + log2(size / canonical));
const held = (k: number, low: number, high: number) => Math.min(high, Math.max(low, k));

export const levelOfBox: NumericQuestion = {
  ...LEVEL_FIELD,
  id: "level-of-box",
  asks(random) {
    const root = 4 * random.pick([random.int(17, 26), random.int(33, 50), random.int(66, 100), random.int(130, 190)]);
    const stretch = random.pick([2, 3, 4]);
    const [w, h] = random.shuffle([root * stretch, root / stretch].map((side) => Math.floor(side)));
    const value = held(free(Math.sqrt(w * h)), 2, 5);
    const wrong = [
      { misconception: "long-side-decides", said: held(free(Math.max(w, h)), 2, 5) },
      { misconception: "short-side-decides", said: held(free(Math.min(w, h)), 2, 5) },
      { misconception: "level-is-rounded", said: held(Math.floor(4.5 + log2(Math.sqrt(w * h) / 224)), 2, 5) },
    ];
    return {
      prompt: {
        ko: `FPN의 레벨은 P2부터 P5까지, 기준은 레벨 4와 224픽셀이에요. ${num(w)}×${num(h)} 상자는 몇 번 레벨에서 읽나요?`,
        en: `An FPN has the levels P2 to P5; its reference is level 4 at 224 pixels. Which level reads a box of ${num(w)}×${num(h)}?`,
      },
      value,
      wrong: wrong.filter(({ said }) => said !== value),
      explanation: {
        ko: `P${josa(String(value), "이에요/예요")}. √(${num(w)} × ${num(h)}) = ${num(Math.sqrt(w * h), 1)}, 4 + log2의 값은 ${num(4 + log2(Math.sqrt(w * h) / 224), 2)}.`,
        en: `P${value}. √(${num(w)} × ${num(h)}) = ${num(Math.sqrt(w * h), 1)}, and 4 + log2 gives ${num(4 + log2(Math.sqrt(w * h) / 224), 2)}.`,
      },
    };
  },
};

export const beyondTheEnd: NumericQuestion = {
  ...LEVEL_FIELD,
  id: "beyond-the-end",
  asks(random) {
    const [lowest, count] = [random.int(2, 4), random.int(3, 5)];
    const highest = lowest + count - 1;
    const side = 224 * (1 << (highest - 3)) + 28 * random.int(2, 6);
    return {
      prompt: {
        ko: `피라미드의 레벨이 P${lowest}부터 차례로 ${count}개 있어요. 기준이 레벨 4와 224픽셀일 때 ${num(side)}×${num(side)}인 RoI는 몇 번 레벨에서 읽나요?`,
        en: `A pyramid begins with P${lowest} and has ${count} levels in all. With a reference of level 4 at 224 pixels, which level reads a RoI of ${num(side)}×${num(side)}?`,
      },
      value: highest,
      wrong: [{ misconception: "range-does-not-bind", said: free(side) }],
      explanation: {
        ko: `P${josa(String(highest), "이에요/예요")}. 식은 ${josa(String(free(side)), "이라고/라고")} 하지만 그런 레벨이 없어서 끝 레벨이 맡아요.`,
        en: `P${highest}. The formula says ${free(side)}, which is not there, so the end takes it.`,
      },
    };
  },
};

export const otherReference: NumericQuestion = {
  ...LEVEL_FIELD,
  id: "other-reference",
  asks(random) {
    const [k0, canonical] = [random.int(2, 6), 8 * random.int(4, 9)];
    const steps = random.int(-1, 2);
    const side = steps < 0 ? canonical / 2 + 6 : canonical * (1 << steps) + 4 * random.int(2, 5);
    const value = k0 + steps;
    return {
      prompt: {
        ko: `작은 그림을 보는 FPN이 레벨 ${k0}의 기준을 ${canonical}픽셀로 두었어요. ${side}×${side} 상자는 몇 번 레벨인가요(레벨은 넉넉해요)?`,
        en: `An FPN for small pictures puts level ${k0} at ${canonical} pixels. Which level has a box of ${side}×${side}, if there are levels enough?`,
      },
      value,
      wrong: [{ misconception: "always-four-and-224", said: free(side) }],
      explanation: {
        ko: `${josa(String(value), "이에요/예요")}. ${side} ÷ ${canonical} = ${num(side / canonical, 2)}, log2는 ${num(log2(side / canonical), 2)}, 여기에 ${josa(String(k0), "을/를")} 더해 내려요.`,
        en: `${value}. ${side} ÷ ${canonical} = ${num(side / canonical, 2)}, its log2 is ${num(log2(side / canonical), 2)}; add ${k0} and round down.`,
      },
    };
  },
};

/** Four different tens in a 2×2 map, and a cell of the 4×4 where a repeated map would say something else. */
function enlarged(random: Random) {
  const coarse = random.shuffle([10, 20, 30, 40, 50, 60, 70, 80]).slice(0, 4);
  const copies = Array.from({ length: 16 }, (_, cell) => coarse[(cell >> 3) * 2 + ((cell & 3) >> 1)]);
  const tiles = Array.from({ length: 16 }, (_, cell) => coarse[((cell >> 2) % 2) * 2 + (cell % 2)]);
  const cell = random.pick(copies.flatMap((value, i) => (value === tiles[i] ? [] : [i])));
  const said = `${coarse[0]}, ${coarse[1]} / ${coarse[2]}, ${coarse[3]}`;
  return { coarse, copies, tiles, cell, said };
}

export const mergedCell: NumericQuestion = {
  form: "numeric",
  id: "merged-cell",
  tolerance: 0,
  range: { min: -100, max: 200, step: 1 },
  unit: null,
  asks(random) {
    const { copies, tiles, cell, said } = enlarged(random);
    const lateral = 2 * random.int(1, 4) * (random.chance(0.5) ? 1 : -1);
    const value = copies[cell] + lateral;
    const { ko, en } = cellName(cell, 4);
    return {
      prompt: {
        ko: `성긴 2×2 지도가 줄마다 ${josa(said, "이고/고")}, 4×4인 옆의 지도는 ${ko}에서 ${josa(num(lateral), "이에요/예요")}. FPN이 합친 지도에서 거기는 얼마인가요?`,
        en: `A coarse 2×2 map is ${said}, row by row; the 4×4 lateral map has ${num(lateral)} at ${en.toLowerCase()}. What does an FPN's merged map have there?`,
      },
      value,
      wrong: [
        { misconception: "copies-are-tiled", said: tiles[cell] + lateral },
        { misconception: "larger-of-two", said: copies[cell] },
        { misconception: "merge-averages", said: value / 2 },
      ],
      explanation: {
        ko: `${num(value)}. 위의 칸을 베낀 ${copies[cell]}에 ${josa(num(lateral), "을/를")} 더해요.`,
        en: `${num(value)}. The cell above is copied, ${copies[cell]}, and ${num(lateral)} added.`,
      },
    };
  },
};

export const threeLevels: NumericQuestion = {
  form: "numeric",
  id: "three-levels",
  tolerance: 0,
  range: { min: -100, max: 200, step: 1 },
  unit: null,
  asks(random) {
    const [top, middle, fine] = [10 * random.int(2, 9), random.int(2, 9), -random.int(1, 8)];
    const value = top + middle + fine;
    return {
      prompt: {
        ko: `세 레벨이 이어져 있어요. 맨 위의 한 칸은 ${top}, 그 아래에서 옆의 지도는 ${middle}, 다시 그 아래에서 옆의 지도는 ${josa(num(fine), "이에요/예요")}. 맨 아래의 합은 얼마인가요?`,
        en: `Three levels in a row. A cell at the top holds ${top}; below it the lateral map has ${middle}, and below that the lateral map has ${num(fine)}. What is the sum at the finest level?`,
      },
      value,
      wrong: [
        { misconception: "only-neighbours-meet", said: middle + fine },
        { misconception: "lateral-is-enough", said: fine },
        { misconception: "top-down-carries-resolution", said: top },
      ],
      explanation: {
        ko: `${num(value)}. 가운데의 합 ${josa(String(top + middle), "이/가")} 다시 내려와서 ${josa(num(fine), "과/와")} 더해져요.`,
        en: `${num(value)}. The sum in the middle, ${top + middle}, comes down in turn and meets ${num(fine)}.`,
      },
    };
  },
};

export const oneByOne: NumericQuestion = {
  form: "numeric",
  id: "one-by-one",
  tolerance: 0,
  range: { min: -200, max: 200, step: 1 },
  unit: null,
  asks(random) {
    const weights = [random.int(2, 4), -random.int(2, 4), random.int(2, 3)];
    const values = [random.int(2, 9), random.int(2, 9), random.int(2, 9)];
    const value = weights.reduce((sum, weight, i) => sum + weight * values[i], 0);
    const said = weights.map((weight, i) => `${weight < 0 ? `(${num(weight)})` : weight} × ${values[i]}`).join(" + ");
    return {
      prompt: {
        ko: `옆의 지도는 어느 칸에서 채널 셋이 ${josa(values.join(", "), "이에요/예요")}. 무게가 ${weights.map((w) => num(w)).join(", ")}인 1×1 합성곱을 거치면 얼마인가요(편향은 0)?`,
        en: `In one cell a lateral map's three channels are ${values.join(", ")}. What comes out of a 1×1 convolution with the weights ${weights.map((w) => num(w)).join(", ")} and a bias of 0?`,
      },
      value,
      wrong: [{ misconception: "one-by-one-only-adds", said: values.reduce((a, b) => a + b, 0) }],
      explanation: {
        ko: `${num(value)}. ${said}, 채널마다 제 무게를 곱해요.`,
        en: `${num(value)}. ${said}: each channel by its own weight.`,
      },
    };
  },
};

export const wayDown: OrderQuestion = {
  form: "order",
  id: "way-down",
  ends: IN_TIME,
  asks: {
    prompt: {
      ko: "FPN의 성긴 지도가 한 레벨 아래의 답이 되기까지를 차례로 놓아 보세요.",
      en: "Put the way from an FPN's coarse map to the answers one level below in order.",
    },
    items: [
      { id: "enlarge", text: { ko: "성긴 지도를 두 배로 키워요", en: "Enlarge the coarse map twice" } },
      { id: "add", text: { ko: "1×1을 거친 옆의 지도를 더해요", en: "Add the lateral map after its 1×1" } },
      { id: "smooth", text: { ko: "더한 지도를 3×3으로 다듬어요", en: "Smooth the sum by a 3×3" } },
      { id: "read", text: { ko: "머리가 클래스와 상자를 읽어요", en: "The head reads class and box" } },
    ],
    wrong: [{ misconception: "copies-are-blended", said: ["smooth", "enlarge", "add", "read"] }],
    explanation: {
      ko: "키우고, 더하고, 다듬고, 읽어요. 3×3은 더한 뒤에 와서 계단진 사본을 다듬어요.",
      en: "Enlarge, add, smooth, read. The 3×3 comes after the sum and smooths the stepped copies.",
    },
  },
};

export const strides: MatchQuestion = {
  form: "match",
  id: "strides",
  asks: {
    prompt: {
      ko: "논문의 FPN에서 각 레벨의 한 칸은 그림의 몇 픽셀마다 있나요?",
      en: "In the paper's FPN, how many pixels of the picture does a cell of each level step over?",
    },
    lefts: [2, 3, 4, 5].map((k) => ({ id: `p${k}`, text: { ko: `P${k}`, en: `P${k}` } })),
    rights: [4, 8, 16, 32].map((stride) => ({ id: `s${stride}`, text: { ko: `${stride}픽셀`, en: `${stride} pixels` } })),
    wrong: [
      { misconception: "large-on-the-finest", said: ["p2", "s32"] },
      { misconception: "large-on-the-finest", said: ["p5", "s4"] },
    ],
    explanation: {
      ko: "레벨이 하나 오를 때마다 두 배로 성겨져요. 그래서 큰 물체는 번호가 큰 레벨에서 읽어요.",
      en: "Each level up is twice as coarse. That is why large objects are read on levels with high numbers.",
    },
  },
};

export const wrongCopy: PointQuestion = {
  form: "point",
  id: "wrong-copy",
  asks(random) {
    const { coarse, copies, cell, said } = enlarged(random);
    const other = random.pick(coarse.filter((value) => value !== copies[cell]));
    const cells = copies.map((value, i) => String(i === cell ? other : value));
    const { ko, en } = cellName(cell, 4);
    return {
      prompt: {
        ko: `성긴 2×2 지도 ${josa(said, "을/를")} FPN의 방식으로 4×4로 키웠는데 한 칸이 틀렸어요. 어느 칸인가요?`,
        en: `The coarse 2×2 map ${said} was enlarged to 4×4 as an FPN does, but for one cell. Which?`,
      },
      caption: { ko: "키운 지도", en: "The enlarged map" },
      picture: { kind: "grid", rows: 4, columns: 4, cells },
      target: String(cell),
      wrong: [],
      explanation: {
        ko: `${josa(ko, "은/는")} 붙어 있는 세 칸처럼 ${josa(String(copies[cell]), "이어야/여야")} 해요.`,
        en: `${en} should be ${copies[cell]}, like the three cells it stands with.`,
      },
    };
  },
};

export const workedLevel: MistakeQuestion = {
  form: "mistake",
  id: "worked-level",
  asks(random) {
    const slip = random.int(0, 3);
    const [w, h] = [20 * random.int(72, 90), 20 * random.int(50, 58)];
    const size = slip === 0 ? w : Math.sqrt(w * h);
    const real = slip === 1 ? 4 + 2 * log2(size / 224) : 4 + log2(size / 224);
    const whole = slip === 2 ? Math.floor(real) + 1 : Math.floor(real);
    const [s, y] = [num(size, 1), num(real, 2)];
    const lines = [
      slip === 0
        ? { ko: `크기는 긴 변: ${s}`, en: `The size is the long side: ${s}` }
        : { ko: `크기는 √(${num(w)} × ${num(h)}) = ${s}`, en: `The size is √(${num(w)} × ${num(h)}) = ${s}` },
      slip === 1
        ? { ko: `4 + log2(${s}² ÷ 224²) = ${y}`, en: `4 + log2(${s}² ÷ 224²) = ${y}` }
        : { ko: `4 + log2(${s} ÷ 224) = ${y}`, en: `4 + log2(${s} ÷ 224) = ${y}` },
      { ko: `정수로 만들면 ${whole}`, en: `As a whole number: ${whole}` },
      slip === 3
        ? { ko: `그런 레벨이 없어도 P${whole}에서 읽어요`, en: `Read on P${whole}, although there is none` }
        : { ko: `P${josa(String(whole), "이/가")} 없으니 P5에서 읽어요`, en: `There is no P${whole}, so read on P5` },
    ];
    const beliefs = ["long-side-decides", "root-is-left-out", "level-is-rounded", "range-does-not-bind"];
    const explanations = [
      { ko: "긴 변이 아니라 √(wh)가 크기예요.", en: "The size is √(wh), not the long side." },
      { ko: "제곱하지 않은 크기의 비에 log2를 써요.", en: "The log2 is of the sizes' ratio, not of its square." },
      { ko: "반올림이 아니라 내림이에요.", en: "It is rounded down, never up." },
      {
        ko: "없는 레벨에서는 읽을 수 없어요. 끝 레벨인 P5가 맡아요.",
        en: "Nothing is read on a level that is not there: P5, the end, takes it.",
      },
    ];
    return {
      prompt: {
        ko: `P2부터 P5까지 있는 FPN에서 ${num(w)}×${num(h)} 상자의 레벨을 구한 풀이예요(기준은 4와 224픽셀). 한 줄이 틀렸어요. 어디일까요?`,
        en: `An FPN has P2 to P5 and the reference 4 at 224 pixels. The level of a box of ${num(w)}×${num(h)} was worked out, with one line wrong. Which?`,
      },
      lines,
      slip,
      wrong: beliefs.flatMap((misconception, i) => (i === slip ? [] : [{ misconception, said: i }])),
      explanation: explanations[slip],
    };
  },
};
