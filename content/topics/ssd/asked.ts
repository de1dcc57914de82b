/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { MatchQuestion, NumericQuestion, OrderQuestion, PointQuestion } from "@/lib/questions";
import { josa, num } from "@/lib/words";

export const boxCount: NumericQuestion = {
  form: "numeric",
  id: "box-count",
  tolerance: 0,
  range: { min: 0, max: 20_000, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const first = 2 * random.int(8, 20);
    const sides = [first, first / 2, random.int(3, 6)];
    const each = random.shuffle([4, 6, random.pick([4, 6])]);
    const parts = sides.map((side, i) => side * side * each[i]);
    const value = parts.reduce((sum, part) => sum + part, 0);
    return {
      prompt: {
        ko: `지도 세 장이 ${sides.map((side) => `${side}×${side}`).join(", ")}칸이고, 칸마다 기본 상자가 차례로 ${each.join(", ")}개씩 있어요. 기본 상자는 모두 몇 개인가요?`,
        en: `Three maps have ${sides.map((side) => `${side}×${side}`).join(", ")} cells, with ${each.join(", ")} default boxes a cell in turn. How many default boxes are there?`,
      },
      value,
      wrong: [{ misconception: "finest-for-all", said: parts[0] }],
      explanation: {
        ko: `${parts.map((part) => num(part)).join(" + ")} = ${num(value)}개예요. 모든 지도의 상자를 더해요.`,
        en: `${parts.map((part) => num(part)).join(" + ")} = ${num(value)}: the boxes of all maps are added.`,
      },
    };
  },
};

export const headChannels: NumericQuestion = {
  form: "numeric",
  id: "head-channels",
  tolerance: 0,
  range: { min: 0, max: 2000, step: 1 },
  unit: { ko: "채널", en: "channels" },
  asks(random) {
    const [classes, each] = [random.int(3, 60), random.pick([4, 6])];
    const value = (classes + 1 + 4) * each;
    return {
      prompt: {
        ko: `SSD가 물체 ${classes}가지를 찾고, 어떤 지도에는 칸마다 기본 상자가 ${each}개 있어요. 배경까지 소프트맥스로 나눌 때, 그 지도의 예측 층은 클래스와 상자를 합해 몇 채널인가요?`,
        en: `An SSD looks for ${classes} kinds of objects, and one of its maps has ${each} default boxes a cell. With background in the softmax, how many channels do that map's predictors for class and box have together?`,
      },
      value,
      wrong: [],
      explanation: {
        ko: `기본 상자마다 배경을 더한 ${classes + 1}가지와 상자의 수 4개, (${classes + 1} + 4) × ${each} = ${num(value)}채널이에요.`,
        en: `Each default box needs ${classes + 1} classes, background among them, and 4 numbers: (${classes + 1} + 4) × ${each} = ${num(value)}.`,
      },
    };
  },
};

export const positivesCount: NumericQuestion = {
  form: "numeric",
  id: "positives-count",
  tolerance: 0,
  range: { min: 0, max: 6, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const above = random.pick([0, 2, 3, 4]);
    const highs = random.shuffle([53, 57, 61, 66, 70, 74, 79]).slice(0, above);
    const lows = random.shuffle([8, 14, 19, 23, 28, 33, 37, 42, 46]).slice(0, 6 - above);
    const said = random
      .shuffle([...highs, ...lows])
      .map((value) => (value / 100).toFixed(2))
      .join(", ");
    const value = Math.max(1, above);
    return {
      prompt: {
        ko: `한 물체가 기본 상자 여섯 개와 겹치는 IoU가 ${josa(said, "이에요/예요")}. 다른 상자와는 겹치지 않아요. SSD는 이 물체에 양성을 몇 개 짝짓나요?`,
        en: `An object overlaps six default boxes with IoUs of ${said}, and no others. How many positives does SSD match with it?`,
      },
      value,
      wrong: [
        ...(above === 0 ? [{ misconception: "half-is-needed", said: 0 }] : [{ misconception: "one-box-an-object", said: 1 }]),
        { misconception: "every-map-answers", said: 6 },
      ],
      explanation:
        above === 0
          ? {
              ko: "0.5를 넘는 상자가 없으니 가장 잘 겹치는 하나만 양성이에요.",
              en: "None is above 0.5, so the best one alone is positive.",
            }
          : {
              ko: `0.5를 넘는 상자가 모두 양성이라 ${value}개예요. 가장 잘 겹치는 상자도 그 가운데 있어요.`,
              en: `All above 0.5 are positive: ${value}, the best one among them.`,
            },
    };
  },
};

export const keptNegatives: NumericQuestion = {
  form: "numeric",
  id: "kept-negatives",
  tolerance: 0,
  range: { min: 0, max: 20_000, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const [positives, ratio] = [random.int(5, 29), random.pick([2, 4, 5])];
    const rest = random.int(1200, 8600);
    const value = ratio * positives;
    return {
      prompt: {
        ko: `양성이 ${positives}개, 나머지 기본 상자가 ${num(rest)}개예요. 어려운 음성을 양성의 ${ratio}배까지 남기면 음성은 몇 개가 남나요?`,
        en: `There are ${positives} positives and ${num(rest)} other default boxes. Hard negatives stay up to ${ratio} times the positives. How many negatives are kept?`,
      },
      value,
      wrong: [
        { misconception: "all-negatives-count", said: rest },
        { misconception: "three-in-all", said: 3 },
        { misconception: "always-three", said: 3 * positives },
        { misconception: "positives-counted-in", said: (ratio - 1) * positives },
      ],
      explanation: {
        ko: `${ratio} × ${positives} = ${josa(num(value), "이에요/예요")}. 음성끼리만 세고, 배경은 그보다 훨씬 많아요.`,
        en: `${ratio} × ${positives} = ${num(value)}. Negatives alone are counted, and there is far more background than that.`,
      },
    };
  },
};

/** Objects by the root of their area, one of them long: [width, height]. */
const SIZES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [28, 30],
    [26, 34],
  ],
  [
    [140, 30],
    [32, 132],
  ],
  [
    [120, 110],
    [105, 124],
  ],
  [
    [230, 210],
    [205, 240],
  ],
];

export const mapOrder: OrderQuestion = {
  form: "order",
  id: "map-order",
  ends: {
    first: { ko: "맨 위: 가장 촘촘한 지도", en: "Top: the finest map" },
    last: { ko: "맨 아래: 가장 성긴 지도", en: "Bottom: the coarsest map" },
  },
  asks(random) {
    const sizes = SIZES.map((pair) => random.pick(pair));
    const items = sizes.map(([w, h], i) => ({ id: `size-${i}`, text: { ko: `${w}×${h}픽셀`, en: `${w}×${h} pixels` } }));
    const ids = items.map(({ id }) => id);
    return {
      prompt: {
        ko: "네 물체의 크기예요. 칸마다 정사각형과 1:2, 2:1 기본 상자가 있는 SSD에서, 맡는 지도가 촘촘한 것부터 놓아 보세요.",
        en: "Sizes of four objects. In an SSD with square, 1:2 and 2:1 default boxes, put them in order of their maps, the finest first.",
      },
      items,
      wrong: [{ misconception: "fine-map-large-objects", said: [...ids].reverse() }],
      explanation: {
        ko: `넓이의 제곱근은 차례로 ${sizes.map(([w, h]) => num(Math.sqrt(w * h))).join(", ")}픽셀이에요. 작을수록 촘촘한 지도가 맡아요.`,
        en: `The roots of their areas are ${sizes.map(([w, h]) => num(Math.sqrt(w * h))).join(", ")} pixels. The smaller it is, the finer its map.`,
      },
    };
  },
};

export const hardestFirst: OrderQuestion = {
  form: "order",
  id: "hardest-first",
  ends: { first: { ko: "맨 위: 가장 어려워요", en: "Top: the hardest" }, last: { ko: "맨 아래: 가장 쉬워요", en: "Bottom: the easiest" } },
  asks(random) {
    const values = [random.int(4, 12), random.int(20, 30), random.int(40, 52), random.int(63, 76), random.int(88, 97)];
    const items = values.map((value, i) => {
      const p = (value / 100).toFixed(2);
      return { id: `p-${i}`, text: { ko: `배경 확률 ${p}`, en: `p(background) ${p}` } };
    });
    return {
      prompt: {
        ko: "배경인 기본 상자 다섯 개가 배경에 준 확률이에요. 어려운 음성부터 놓아 보세요.",
        en: "Five default boxes on background, with the probability that they give to background. Put the hardest negative first.",
      },
      items,
      wrong: [{ misconception: "large-p-is-hard", said: items.map(({ id }) => id).reverse() }],
      explanation: {
        ko: "손실은 −log p예요. 배경인데 배경 확률이 작을수록 크게 틀린 것이라 어려워요.",
        en: "The loss is −log p. On background, the smaller that probability, the more it is mistaken, and the harder it is.",
      },
    };
  },
};

export const mapSizes: MatchQuestion = {
  form: "match",
  id: "map-sizes",
  asks(random) {
    const first = 4 * random.int(8, 10);
    const sides = [first, first / 2, first / 4];
    const small = random.int(24, 34);
    const sizes = [small, 2 * small + random.int(2, 8), 4 * small + random.int(20, 40)];
    return {
      prompt: {
        ko: "320×320 그림을 보는 SSD의 지도 세 장이에요. 지도마다 정사각형 기본 상자의 한 변을 짝지어 보세요.",
        en: "Three maps of an SSD for pictures of 320×320. Match each map with the side of its square default box.",
      },
      lefts: sides.map((side, i) => ({ id: `map-${i}`, text: { ko: `${side}×${side} 지도`, en: `${side}×${side} map` } })),
      rights: sizes.map((size, i) => ({ id: `size-${i}`, text: { ko: `${size}픽셀`, en: `${size} pixels` } })),
      wrong: [
        { misconception: "fine-map-large-objects", said: ["map-0", "size-2"] },
        { misconception: "fine-map-large-objects", said: ["map-2", "size-0"] },
      ],
      explanation: {
        ko: `칸이 적을수록 한 칸이 크고 상자도 커요. ${sides[0]}×${josa(String(sides[0]), "은/는")} ${sizes[0]}픽셀, ${sides[2]}×${josa(String(sides[2]), "은/는")} ${sizes[2]}픽셀이에요.`,
        en: `The fewer cells, the larger each cell and its boxes: ${sizes[0]} pixels for ${sides[0]}×${sides[0]}, ${sizes[2]} for ${sides[2]}×${sides[2]}.`,
      },
    };
  },
};

const LETTERS = ["A", "B", "C", "D"] as const;

export const bestBox: PointQuestion = {
  form: "point",
  id: "best-box",
  asks(random) {
    const lying = random.chance(0.5);
    const [long, short] = [random.int(150, 170), random.int(56, 64)];
    const [w, h] = lying ? [long, short] : [short, long];
    const [x, y] = [random.int(150, 170), random.int(125, 135)];
    const root = Math.round(Math.sqrt(long * short));
    const about = (bw: number, bh: number, dx = 0, dy = 0): BoxXYXY => [
      Math.round(x + dx - bw / 2),
      Math.round(y + dy - bh / 2),
      Math.round(x + dx + bw / 2),
      Math.round(y + dy + bh / 2),
    ];
    const object = about(w, h);
    const [s, l] = [Math.round(root * 0.71), Math.round(root * 1.41)];
    const places = random.shuffle([
      { of: "best", box: lying ? about(l, s, 6, 4) : about(s, l, 6, 4) },
      { of: "long", box: about(long + 6, long + 2, 4, 2) },
      { of: "short", box: about(short, short - 4, 3, 3) },
      { of: "turned", box: lying ? about(s, l, 8, 2) : about(l, s, 8, 2) },
    ]);
    const nameOf = (of: string) => LETTERS[places.findIndex((place) => place.of === of)];
    const ious = (locale: "ko" | "en") =>
      places.map(({ box }, i) => `${LETTERS[i]}: ${locale === "ko" ? "IoU" : "IoU"} ${num(iou(box, object), 2)}`).join(", ");
    return {
      prompt: {
        ko: "긴 물체 하나에 지도 세 장의 기본 상자 넷이 겹쳐 있어요. IoU가 가장 큰 상자는 어느 것인가요?",
        en: "A long object and four default boxes from three maps. Which box overlaps it with the highest IoU?",
      },
      caption: { ko: "물체와 기본 상자 A–D", en: "The object and default boxes A–D" },
      picture: {
        kind: "boxes",
        width: 320,
        height: 260,
        places: places.map(({ box: [x1, y1, x2, y2] }, i) => ({
          id: LETTERS[i].toLowerCase(),
          box: [x1, y1, x2, y2] as BoxXYXY,
          label: LETTERS[i],
          said: {
            ko: `${LETTERS[i]}, x ${x1}–${x2}, y ${y1}–${y2}`,
            en: `${LETTERS[i]}, x ${x1} to ${x2}, y ${y1} to ${y2}`,
          },
        })),
        fixed: [
          {
            id: "object",
            box: object,
            label: "",
            said: {
              ko: `물체, x ${object[0]}–${object[2]}, y ${object[1]}–${object[3]}`,
              en: `object, x ${object[0]} to ${object[2]}, y ${object[1]} to ${object[3]}`,
            },
          },
        ],
      },
      target: nameOf("best").toLowerCase(),
      wrong: [
        { misconception: "long-side-decides", said: nameOf("long").toLowerCase() },
        { misconception: "short-side-decides", said: nameOf("short").toLowerCase() },
      ],
      explanation: {
        ko: `${ious("ko")}. 한 변이 아니라 넓이와 모양을 함께 봐요.`,
        en: `${ious("en")}. Area and shape count together, not one side.`,
      },
    };
  },
};

export const hardestCell: PointQuestion = {
  form: "point",
  id: "hardest-cell",
  asks(random) {
    const near = (low: number, high: number) => (random.int(low, high) / 100).toFixed(2);
    const entries = random.shuffle([
      { of: "positive", text: `+ ${near(330, 390)}` },
      { of: "ignored", text: `× ${near(280, 320)}` },
      { of: "hard", text: `− ${near(220, 260)}` },
      { of: "rest", text: `− ${near(150, 190)}` },
      { of: "rest", text: `− ${near(70, 120)}` },
      { of: "rest", text: `− ${near(10, 40)}` },
      { of: "rest", text: `+ ${near(60, 110)}` },
      { of: "easy", text: `− ${near(1, 8)}` },
    ]);
    const cell = (of: string) => String(entries.findIndex((entry) => entry.of === of));
    const told = (of: string) => entries.find((entry) => entry.of === of)?.text ?? "";
    return {
      prompt: {
        ko: "기본 상자 여덟 개의 이름표(+ 양성, − 음성, × 제외)와 손실이에요. 어려운 음성을 남길 때 첫 번째로 남는 음성은 어느 칸인가요?",
        en: "Labels (+ positive, − negative, × ignored) and losses of eight default boxes. Which negative is the first to be kept as a hard one?",
      },
      caption: { ko: "기본 상자 여덟 개의 이름표와 손실", en: "Labels and losses of eight default boxes" },
      picture: { kind: "grid", rows: 2, columns: 4, cells: entries.map(({ text }) => text) },
      target: cell("hard"),
      wrong: [
        { misconception: "positives-are-mined", said: cell("positive") },
        { misconception: "ignored-are-mined", said: cell("ignored") },
        { misconception: "easy-negatives", said: cell("easy") },
      ],
      explanation: {
        ko: `음성 가운데 가장 큰 손실은 ${josa(told("hard"), "이에요/예요")}. 양성과 제외된 상자는 손실이 더 커도 순위에 들지 않아요.`,
        en: `Of the negatives ${told("hard")} is the largest loss. Positives and ignored boxes are not ranked, however large theirs.`,
      },
    };
  },
};
