/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import type { MatchQuestion, MistakeQuestion, NumericQuestion, OrderQuestion, PointQuestion } from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import { josa, num, signed } from "@/lib/words";

export const shiftedCentre: NumericQuestion = {
  form: "numeric",
  id: "shifted-centre",
  tolerance: 1,
  range: { min: 0, max: 1000, step: 1 },
  unit: { ko: "픽셀", en: "px" },
  asks(random) {
    const [picture, x, w] = [600, 10 * random.int(20, 35), 10 * random.int(6, 16)];
    const t = (random.chance(0.5) ? 1 : -1) * (random.int(2, 6) / 20);
    const value = x + t * w;
    return {
      prompt: {
        ko: `그림의 너비는 ${picture}픽셀이에요. 가운데가 x = ${x}, 너비가 ${w}픽셀인 앵커에 tx = ${josa(signed(t, 2), "이/가")} 나왔어요. 상자의 가운데 x는 얼마인가요?`,
        en: `The picture is ${picture} pixels wide. For an anchor with its centre at x = ${x} and a width of ${w} pixels the RPN gives tx = ${signed(t, 2)}. Where is the box's centre x?`,
      },
      value,
      wrong: [
        { misconception: "shift-in-picture-sizes", said: x + t * picture },
        { misconception: "shift-forgotten", said: x },
      ],
      explanation: {
        ko: `단위는 앵커의 너비예요: ${x} + (${signed(t, 2)}) × ${w} = ${num(value)}.`,
        en: `Its unit is the anchor's width: ${x} + (${signed(t, 2)}) × ${w} = ${num(value)}.`,
      },
    };
  },
};

/** ln of the factors that are asked for, to two digits. */
const LOGS = [
  [0.69, 2],
  [1.1, 3],
  [-0.69, 0.5],
  [1.39, 4],
] as const;

export const grownWidth: NumericQuestion = {
  form: "numeric",
  id: "grown-width",
  tolerance: 3,
  range: { min: 0, max: 1000, step: 1 },
  unit: { ko: "픽셀", en: "px" },
  asks(random) {
    const [t, factor] = random.pick(LOGS);
    const w = 10 * random.int(6, 14);
    const known = LOGS.map(([exponent, power]) => `e^(${num(exponent, 2)}) ≈ ${num(power, power < 1 ? 1 : 0)}`).join(", ");
    return {
      prompt: {
        ko: `너비가 ${w}픽셀인 앵커에 tw = ${josa(num(t, 2), "이/가")} 나왔어요. 상자의 너비는 몇 픽셀인가요? (${known})`,
        en: `For an anchor ${w} pixels wide the RPN gives tw = ${num(t, 2)}. How wide is the box? (${known})`,
      },
      value: w * factor,
      wrong: [
        { misconception: "size-times-delta", said: Math.abs(w * t) },
        { misconception: "size-grows-linearly", said: w * (1 + t) },
        { misconception: "size-forgotten", said: w },
      ],
      explanation: {
        ko: `새 너비 = ${w} × e^(${num(t, 2)}) ≈ ${w} × ${num(factor, factor < 1 ? 1 : 0)} = ${num(w * factor)}.`,
        en: `New width = ${w} × e^(${num(t, 2)}) ≈ ${w} × ${num(factor, factor < 1 ? 1 : 0)} = ${num(w * factor)}.`,
      },
    };
  },
};

export const anchorCount: NumericQuestion = {
  form: "numeric",
  id: "anchor-count",
  tolerance: 0,
  range: { min: 0, max: 100_000, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const [columns, rows, k] = [random.int(30, 60), random.int(20, 40), random.pick([3, 6, 9, 12])];
    return {
      prompt: {
        ko: `특징 지도가 가로 ${columns}칸, 세로 ${rows}칸이고 칸마다 앵커가 ${k}개예요. RPN이 점수를 매기는 앵커는 모두 몇 개인가요?`,
        en: `The feature map has ${columns} columns and ${rows} rows, with ${k} anchors a cell. How many anchors does the RPN score?`,
      },
      value: columns * rows * k,
      wrong: [],
      explanation: {
        ko: `창이 칸마다 멈춰 서서 앵커 ${k}개를 봐요: ${columns} × ${rows} × ${k} = ${num(columns * rows * k)}.`,
        en: `The window stops at every cell and judges ${k} anchors there: ${columns} × ${rows} × ${k} = ${num(columns * rows * k)}.`,
      },
    };
  },
};

export const boxChannels: NumericQuestion = {
  form: "numeric",
  id: "box-channels",
  tolerance: 0,
  range: { min: 0, max: 10_000, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const [k, classes] = [random.pick([5, 6, 8, 12, 15]), random.pick([10, 20, 80])];
    return {
      prompt: {
        ko: `칸마다 앵커가 ${k}개이고, 데이터에는 클래스가 ${classes}가지 있어요. RPN의 상자 가지에는 출력 채널이 몇 개인가요?`,
        en: `There are ${k} anchors a cell and ${classes} classes in the data. How many output channels does the RPN's box branch have?`,
      },
      value: 4 * k,
      wrong: [{ misconception: "finds-classes", said: 4 * k * classes }],
      explanation: {
        ko: `앵커마다 델타 네 개예요: 4 × ${k} = ${4 * k}. RPN은 클래스를 모르니까 클래스의 수는 상관없어요.`,
        en: `Four deltas for each anchor: 4 × ${k} = ${4 * k}. The RPN knows no classes, so their number does not matter.`,
      },
    };
  },
};

export const sampleMix: NumericQuestion = {
  form: "numeric",
  id: "sample-mix",
  tolerance: 0,
  range: { min: 0, max: 1000, step: 1 },
  unit: { ko: "개", en: "" },
  asks(random) {
    const positives = random.chance(0.75) ? random.int(12, 90) : random.int(140, 200);
    const taken = Math.min(128, positives);
    return {
      prompt: {
        ko: `논문의 RPN은 그림마다 앵커 256개를 뽑아 학습해요. 양성은 많아야 절반이고, 모자라면 음성으로 채워요. 어떤 그림에 양성 앵커가 ${positives}개, 음성은 넉넉히 있어요. 음성을 몇 개 뽑나요?`,
        en: `The paper's RPN learns from 256 anchors a picture, half of them positives at most; negatives make up for what is missing. A picture has ${positives} positive anchors and plenty of negatives. How many negatives are drawn?`,
      },
      value: 256 - taken,
      wrong: [],
      explanation: {
        ko: `양성은 ${positives}개와 128개 가운데 작은 쪽인 ${taken}개예요. 256 − ${taken} = ${256 - taken}.`,
        en: `Positives: the smaller one of ${positives} and 128, that is ${taken}. 256 − ${taken} = ${256 - taken}.`,
      },
    };
  },
};

export const funnelOrder: OrderQuestion = {
  form: "order",
  id: "funnel-order",
  ends: IN_TIME,
  asks: {
    prompt: { ko: "앵커가 후보가 되기까지의 차례로 놓아 보세요.", en: "Put the way from anchors to proposals in order." },
    items: [
      { id: "read", text: { ko: "앵커마다 점수와 델타를 읽어요", en: "Read scores and deltas of the anchors" } },
      { id: "decode", text: { ko: "델타로 옮기고 그림 밖으로 나간 곳을 잘라요", en: "Apply the deltas and clip what leaves the picture" } },
      { id: "small", text: { ko: "너무 작은 상자를 버려요", en: "Drop boxes that are too small" } },
      { id: "nms", text: { ko: "서로 너무 많이 겹치는 상자를 지워요", en: "Drop boxes that overlap each other too much" } },
      { id: "keep", text: { ko: "앞에서부터 정해진 수만 남겨요", en: "Keep a fixed number from the top" } },
    ],
    wrong: [],
    explanation: {
      ko: "작은지, 겹치는지는 옮겨 간 상자로 판단하니까 델타가 먼저예요. 수를 줄이는 일은 겹친 것을 지운 다음이에요.",
      en: "Whether a box is small or overlaps is judged where it has gone, so deltas come first. The number is cut once overlaps are gone.",
    },
  },
};

export const whatEachSays: MatchQuestion = {
  form: "match",
  id: "what-each-says",
  asks: {
    prompt: { ko: "RPN이 내놓는 수와 그 뜻을 이어 보세요.", en: "Match the RPN's numbers with what they say." },
    lefts: [
      { id: "tx", text: { ko: "tx", en: "tx" } },
      { id: "tw", text: { ko: "tw", en: "tw" } },
      { id: "score", text: { ko: "물체 점수", en: "objectness" } },
    ],
    rights: [
      { id: "widths", text: { ko: "앵커 너비의 몇 배를 옮길지", en: "how many anchor widths to move" } },
      { id: "log", text: { ko: "너비 배율의 로그", en: "the log of the width's factor" } },
      { id: "object", text: { ko: "배경이 아니라 물체인지", en: "an object rather than background" } },
      { id: "pictures", text: { ko: "그림 너비의 몇 배인 자리인지", en: "a place in picture widths" } },
      { id: "class", text: { ko: "어느 클래스인지", en: "which class it is" } },
    ],
    wrong: [
      { misconception: "coordinates-come-out", said: ["tx", "pictures"] },
      { misconception: "size-times-delta", said: ["tw", "widths"] },
      { misconception: "finds-classes", said: ["score", "class"] },
    ],
    explanation: {
      ko: "tx는 앵커의 너비를 단위로 재고, tw는 배율의 로그예요. 점수는 물체인지만 말해요.",
      en: "tx = (x − xa)/wa is measured in anchor widths, tw = ln(w/wa) is the log of a factor, and the score says “object” alone.",
    },
  },
};

const LETTERS = ["A", "B", "C", "D"] as const;

export const whereItGoes: PointQuestion = {
  form: "point",
  id: "where-it-goes",
  asks(random) {
    const [x, y, w, h] = [random.int(150, 190), random.int(120, 150), 2 * random.int(30, 36), 2 * random.int(26, 32)];
    const sign = random.chance(0.5) ? 1 : -1;
    const [tx, tw] = [sign * random.pick([0.4, 0.5]), 0.69];
    const around = (cx: number, width: number): readonly [number, number, number, number] => [
      Math.round(cx - width / 2),
      y - h / 2,
      Math.round(cx + width / 2),
      y + h / 2,
    ];
    const [left] = [x - w / 2];
    const places = random.shuffle([
      { of: "right", box: around(x + tx * w, 2 * w) },
      { of: "size-forgotten", box: around(x + tx * w, w) },
      { of: "shift-forgotten", box: around(x, 2 * w) },
      // A minus sign or not: the corner stays where the shift has put it.
      {
        of: "grows-from-corner",
        box: [Math.round(left + tx * w), y - h / 2, Math.round(left + tx * w + 2 * w), y + h / 2] as const,
      },
    ]);
    const nameOf = (of: string) => LETTERS[places.findIndex((place) => place.of === of)];
    const at = ([x1, y1, x2, y2]: readonly number[]) => ({ ko: `x ${x1}–${x2}, y ${y1}–${y2}`, en: `x ${x1} to ${x2}, y ${y1} to ${y2}` });
    const anchor = around(x, w);
    return {
      prompt: {
        ko: `칠해진 상자가 앵커예요. tx = ${signed(tx, 1)}, ty = 0, tw = ${num(tw, 2)}, th = 0이면 어느 상자가 되나요? (e^${num(tw, 2)} ≈ 2)`,
        en: `The filled box is the anchor. With tx = ${signed(tx, 1)}, ty = 0, tw = ${num(tw, 2)}, th = 0, which box does it become? (e^${num(tw, 2)} ≈ 2)`,
      },
      caption: { ko: "앵커(칠해진 것)와 상자 A–D", en: "The anchor (filled) and the boxes A–D" },
      picture: {
        kind: "boxes",
        width: 360,
        height: 270,
        places: places.map(({ box }, i) => ({
          id: LETTERS[i].toLowerCase(),
          box: [...box] as [number, number, number, number],
          label: LETTERS[i],
          said: { ko: `${LETTERS[i]}, ${at(box).ko}`, en: `${LETTERS[i]}, ${at(box).en}` },
        })),
        fixed: [
          {
            id: "anchor",
            box: [...anchor] as [number, number, number, number],
            label: "",
            said: { ko: `앵커: ${at(anchor).ko}`, en: `The anchor: ${at(anchor).en}` },
          },
        ],
      },
      target: nameOf("right").toLowerCase(),
      wrong: ["size-forgotten", "shift-forgotten", "grows-from-corner"].map((misconception) => ({
        misconception,
        said: nameOf(misconception).toLowerCase(),
      })),
      explanation: {
        ko: `가운데가 ${x} + (${signed(tx, 1)}) × ${w} = ${josa(num(x + tx * w, 1), "으로/로")} 옮겨 가고, 그 가운데를 두고 너비가 ${josa(String(2 * w), "으로/로")} 늘어요: ${nameOf("right")}.`,
        en: `The centre moves to ${x} + (${signed(tx, 1)}) × ${w} = ${num(x + tx * w, 1)}, and around it the width becomes ${2 * w}: ${nameOf("right")}.`,
      },
    };
  },
};

export const workedDecode: MistakeQuestion = {
  form: "mistake",
  id: "worked-decode",
  asks(random) {
    const [x, y, w, h] = [10 * random.int(15, 22), 10 * random.int(5, 9), 10 * random.int(6, 9), 10 * random.int(5, 8)];
    const [tx, ty] = [random.pick([0.2, 0.3, 0.4]), random.pick([-0.2, -0.3, -0.4])];
    const picture = 400;
    const slip = random.int(0, 3);
    const belief = ["coordinates-come-out", "shift-in-picture-sizes", "size-times-delta", "size-grows-linearly"];
    const right = [
      `x = ${x} + ${num(tx, 1)} × ${w} = ${num(x + tx * w)}`,
      `y = ${y} − ${num(-ty, 1)} × ${h} = ${num(y + ty * h)}`,
      `w = ${w} × 2 = ${num(2 * w)}`,
      `h = ${h} × 0.5 = ${num(h / 2)}`,
    ];
    const wrong = [
      `x = 0 + ${num(tx, 1)} × ${picture} = ${num(tx * picture)}`,
      `y = ${y} − ${num(-ty, 1)} × ${picture} = ${num(y + ty * picture)}`,
      `w = ${w} × 0.69 = ${num(w * 0.69)}`,
      `h = ${h} × 0.31 = ${num(h * 0.31)}`,
    ];
    const why = [
      {
        ko: "tx는 그림에서의 자리가 아니에요. 앵커의 가운데에서 앵커 너비의 tx배만큼 옮겨요.",
        en: "tx is no place in the picture: from the anchor's centre it moves by tx anchor widths.",
      },
      { ko: "ty의 단위는 그림이 아니라 앵커의 높이예요.", en: "The unit of ty is the anchor's height, not the picture's." },
      { ko: "tw는 배율의 로그라서 e^tw를 곱해요.", en: "tw is the log of the factor, so multiply by e^tw." },
      { ko: "e^(−0.69)는 절반에 가까워요. 1 + th로는 너무 작아져요.", en: "e^(−0.69) is nearly a half; 1 + th makes it far too small." },
    ];
    const lines = right.map((line, i) => (i === slip ? wrong[i] : line));
    return {
      prompt: {
        ko: `${picture}×${picture} 그림에 가운데 (${x}, ${y}), 크기 ${w}×${h}인 앵커가 있고 tx = ${num(tx, 1)}, ty = ${num(ty, 1)}, tw = 0.69, th = −0.69예요. 상자를 이렇게 구했어요. 틀린 줄은 어디일까요? (e^0.69 ≈ 2, e^(−0.69) ≈ 0.5)`,
        en: `In a picture of ${picture}×${picture} an anchor has centre (${x}, ${y}) and size ${w}×${h}; tx = ${num(tx, 1)}, ty = ${num(ty, 1)}, tw = 0.69, th = −0.69. Somebody worked out the box. Which line is wrong? (e^0.69 ≈ 2, e^(−0.69) ≈ 0.5)`,
      },
      lines: lines.map((line) => ({ ko: line, en: line })),
      slip,
      // Who holds the idea takes the right line for wrong.
      wrong: belief.flatMap((misconception, i) => (i === slip ? [] : [{ misconception, said: i }])),
      explanation: why[slip],
    };
  },
};
