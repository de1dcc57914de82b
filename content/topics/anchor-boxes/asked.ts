/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import {
  byLetter,
  drawnUntil,
  type MatchQuestion,
  type MistakeQuestion,
  type NumericQuestion,
  type OrderQuestion,
  type PointQuestion,
} from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import { josa, num, things } from "@/lib/words";

const COUNT = { tolerance: 0, range: { min: 0, max: 1_000_000, step: 1 } } as const;
const ANCHORS = { ko: "개", en: "" } as const;

export const count: NumericQuestion = {
  form: "numeric",
  id: "count-60-40",
  ...COUNT,
  unit: ANCHORS,
  asks(random) {
    const [columns, rows] = [10 * random.int(3, 7), 10 * random.int(2, 5)];
    const [scales, ratios] = [random.int(2, 5), random.int(2, 5)];
    const places = columns * rows;
    return {
      prompt: {
        ko: `${columns}×${rows} 특징 지도의 자리마다 크기 ${scales}개와 비율 ${ratios}개로 앵커를 깔아요. 모두 몇 개일까요?`,
        en: `A ${columns}×${rows} feature map, ${scales} scales and ${ratios} ratios at every location. How many anchors in all?`,
      },
      value: places * scales * ratios,
      wrong: [
        { misconception: "per-picture-count", said: scales * ratios },
        { misconception: "per-picture-count", said: places * (scales + ratios) },
        { misconception: "per-picture-count", said: places },
      ],
      explanation: {
        ko: `자리 ${num(places)}곳마다 ${scales} × ${ratios} = ${scales * ratios}개, 모두 ${num(places * scales * ratios)}개예요. 크기와 비율은 더하지 않고 곱해요.`,
        en: `${num(places)} locations with ${scales} × ${ratios} = ${scales * ratios} each make ${num(places * scales * ratios)}. Scales and ratios multiply, they do not add.`,
      },
    };
  },
};

export const strideHalved: NumericQuestion = {
  form: "numeric",
  id: "stride-halved",
  tolerance: 0,
  range: { min: 0, max: 1000, step: 1 },
  unit: { ko: "배", en: " times" },
  asks(random) {
    const fine = random.pick([4, 8, 12, 16]);
    const factor = random.int(2, 5);
    return {
      prompt: {
        ko: `보폭을 ${num(fine * factor)}에서 ${josa(String(fine), "으로/로")} 줄이면 앵커 수는 대략 몇 배가 될까요?`,
        en: `The stride goes from ${num(fine * factor)} to ${fine}. By what factor does the number of anchors grow, roughly?`,
      },
      value: factor * factor,
      wrong: [
        { misconception: "per-picture-count", said: factor },
        { misconception: "depends-on-picture", said: 1 },
      ],
      explanation: {
        ko: `열도 행도 ${factor}배가 되니 자리는 ${factor * factor}배예요. 너비와 높이를 저마다 보폭으로 나누기 때문이에요.`,
        en: `Columns and rows both grow ${factor} times, locations ${factor * factor} times. The stride divides both the width and the height.`,
      },
    };
  },
};

export const widthOfAnchor: NumericQuestion = {
  form: "numeric",
  id: "width-of-128-2",
  tolerance: 0,
  range: { min: 0, max: 10_000, step: 1 },
  unit: { ko: "픽셀", en: " pixels" },
  asks(random) {
    const root = random.int(2, 4);
    const tall = random.chance(0.5);
    const scale = root * 12 * random.int(2, 8);
    const width = tall ? scale / root : scale * root;
    const height = tall ? scale * root : scale / root;
    const ratio = tall ? String(root * root) : `1/${root * root}`;
    return {
      prompt: {
        ko: `크기 ${scale}, 비율(높이 ÷ 너비) ${ratio}인 앵커의 너비는 몇 픽셀일까요?`,
        en: `How wide, in pixels, is an anchor of scale ${scale} and ratio (height over width) ${ratio}?`,
      },
      value: width,
      wrong: [
        { misconception: "ratio-upside-down", said: height },
        { misconception: "scale-is-width", said: scale },
      ],
      explanation: {
        ko: `w = s/√r = ${width}, h = s·√r = ${height}. 넓이는 ${scale}² 그대로예요.`,
        en: `w = s/√r = ${width} and h = s·√r = ${height}; the area stays ${scale}².`,
      },
    };
  },
};

export const smallObject: NumericQuestion = {
  form: "numeric",
  id: "small-object-big-anchor",
  tolerance: 0.01,
  range: { min: 0, max: 1.5, step: 0.01 },
  unit: null,
  asks(random) {
    const bird = 10 * random.int(3, 6);
    const anchor = bird + 10 * random.int(2, 8);
    const value = (bird * bird) / (anchor * anchor);
    return {
      prompt: {
        ko: `${bird}×${bird} 새를 ${anchor}×${anchor} 앵커가 통째로 덮어요. IoU는요?`,
        en: `A ${anchor}×${anchor} anchor wholly covers a ${bird}×${bird} bird. The IoU?`,
      },
      value,
      wrong: [
        { misconception: "bigger-is-safer", said: 1 },
        { misconception: "scale-is-width", said: bird / anchor },
      ],
      explanation: {
        ko: `${bird}² ÷ ${anchor}² ≈ ${num(value, 2)}. 크기가 안 맞으면 자리가 맞아도 소용없어요.`,
        en: `${bird}² ÷ ${anchor}² ≈ ${num(value, 2)}. With the wrong scale the right place does not help.`,
      },
    };
  },
};

export const severalPositives: NumericQuestion = {
  form: "numeric",
  id: "several-positives",
  tolerance: 0,
  range: { min: 0, max: 20, step: 1 },
  unit: ANCHORS,
  asks(random) {
    const above = random.int(2, 5);
    const half = random.int(1, 2);
    const draw = (low: number, high: number, many: number) => random.shuffle(span(low, high)).slice(0, many);
    const ious = random.shuffle([...draw(72, 93, above), ...draw(52, 68, half), ...draw(31, 47, 1)]).map((h) => num(h / 100, 2));
    const all = ious.join(", ");
    return {
      prompt: {
        ko: `그림의 하나뿐인 물체와 앵커 ${ious.length}개의 IoU가 ${josa(all, "이에요/예요")}. Faster R-CNN의 RPN에서 양성은 몇 개일까요?`,
        en: `${ious.length} anchors have IoUs of ${all} with the only object. How many are positive in Faster R-CNN's RPN?`,
      },
      value: above,
      wrong: [
        { misconception: "one-anchor-one-object", said: 1 },
        { misconception: "half-is-enough", said: above + half },
      ],
      explanation: {
        ko: `0.7 이상이면 모두 양성이라 ${above}개예요. 겹치는 예측은 나중에 NMS가 솎아요.`,
        en: `From 0.7 up all are positive: ${above} of them. NMS thins out the overlapping predictions later.`,
      },
    };
  },
};

const span = (low: number, high: number): readonly number[] => Array.from({ length: high - low + 1 }, (_, i) => low + i);

export const labels: MatchQuestion = {
  form: "match",
  id: "label-0-55",
  asks(random) {
    const [low, mid, rescued] = [random.int(8, 27), random.int(33, 66), random.int(33, 62)].map((h) => num(h / 100, 2));
    return {
      prompt: {
        ko: "Faster R-CNN의 RPN에서 앵커마다 어떻게 다뤄질까요? 짝지어 보세요.",
        en: "How does Faster R-CNN's RPN treat each anchor in training? Match them.",
      },
      lefts: [
        {
          id: "rescued",
          text: {
            ko: `어떤 물체와 IoU ${rescued}, 그 물체에게는 가장 높은 앵커`,
            en: `IoU ${rescued} with an object, the highest that this object has`,
          },
        },
        {
          id: "between",
          text: { ko: `최고 IoU ${mid}, 어느 물체에게도 최고가 아닌 앵커`, en: `Highest IoU ${mid}, and no object's best anchor` },
        },
        {
          id: "far",
          text: { ko: `최고 IoU ${low}, 어느 물체에게도 최고가 아닌 앵커`, en: `Highest IoU ${low}, and no object's best anchor` },
        },
      ],
      rights: [
        { id: "positive", text: { ko: "물체라고 가르쳐요", en: "Taught as an object" } },
        { id: "ignored", text: { ko: "손실에서 빼 놓아요", en: "Left out of the loss" } },
        { id: "negative", text: { ko: "배경이라 가르쳐요", en: "Taught as background" } },
        { id: "half", text: { ko: "절반만 물체로 쳐요", en: "Taught as half an object" } },
      ],
      wrong: [
        { misconception: "forgets-rescue", said: ["rescued", "ignored"] },
        { misconception: "forgets-ignored", said: ["between", "negative"] },
        { misconception: "half-is-enough", said: ["between", "positive"] },
      ],
      explanation: {
        ko: "0.7 이상이거나 어떤 물체의 최고면 양성, 0.3보다 낮으면 음성, 나머지는 손실에서 빠져요.",
        en: "From 0.7 up, or some object's best: positive. Below 0.3: negative. The rest stays out of the loss.",
      },
    };
  },
};

export const fromAnchor: OrderQuestion = {
  form: "order",
  id: "from-anchor-to-label",
  version: 2,
  ends: IN_TIME,
  asks: {
    prompt: {
      ko: "학습에 쓸 앵커의 이름표가 정해지기까지의 차례로 놓아 보세요. 앞 단계의 결과가 있어야 다음 단계를 할 수 있어요.",
      en: "Put in order how an anchor gets its label for training. Each step needs what the one before it gives.",
    },
    items: [
      { id: "grid", text: { ko: "특징 지도의 자리마다 앵커를 깔아요", en: "Anchors are laid at every location" } },
      { id: "measure", text: { ko: "앵커마다 물체들과의 IoU를 재요", en: "Each is measured against the objects" } },
      { id: "threshold", text: { ko: "IoU를 0.7, 0.3과 비교해 나눠요", en: "IoUs are compared with 0.7 and 0.3" } },
      { id: "rescue", text: { ko: "양성이 없는 물체의 최고를 양성으로 바꿔요", en: "An object left without one gets its best" } },
      { id: "loss", text: { ko: "양성과 음성만 손실에 넣어요", en: "Positives and negatives enter the loss" } },
    ],
    wrong: [],
    explanation: {
      ko: "IoU를 재야 비교할 수 있고, 비교해 봐야 어느 물체에 양성이 없는지 알 수 있어요. 무시된 앵커는 마지막에 빠져요.",
      en: "Only measured IoUs can be compared, and only the comparison shows which object went without. Ignored anchors drop out at the end.",
    },
  },
};

const IDS = ["a", "b", "c", "d"] as const;

export const rescuedAnchor: PointQuestion = {
  form: "point",
  id: "rescued-anchor",
  version: 2,
  asks(random) {
    const { truth, near, high, big, small } = drawnUntil(
      random,
      (r) => {
        const [x, y] = [r.int(110, 140), r.int(80, 100)];
        const [w, h] = [r.int(60, 80), r.int(56, 70)];
        const [dx, dy] = [r.int(12, 22), r.int(8, 16)];
        const grow = r.int(30, 38);
        return {
          truth: [x, y, x + w, y + h] as BoxXYXY,
          near: [x - dx, y + dy, x + w - dx, y + h + dy] as BoxXYXY,
          high: [x + w - 18, y - h + 26, x + 2 * w - 18, y + 26] as BoxXYXY,
          big: [x - grow, y - grow, x + w + grow, y + h + grow] as BoxXYXY,
          small: [x + 14, y + 12, x + 14 + Math.round(w / 2), y + 12 + Math.round(h / 2)] as BoxXYXY,
        };
      },
      (draft) => {
        const best = iou(draft.near, draft.truth);
        return best < 0.65 && [draft.high, draft.big, draft.small].every((box) => best > iou(box, draft.truth) + 0.08);
      },
    );
    const boxes = random.shuffle([
      { box: near, of: "near" },
      { box: high, of: "high" },
      { box: big, of: "big" },
      { box: small, of: "small" },
    ]);
    const idOf = (name: string) => IDS[boxes.findIndex(({ of }) => of === name)];
    const said = (name: { readonly ko: string; readonly en: string }, [x1, y1, x2, y2]: BoxXYXY) => ({
      ko: `${name.ko}: x ${x1}–${x2}, y ${y1}–${y2}`,
      en: `${name.en}: x ${x1} to ${x2}, y ${y1} to ${y2}`,
    });
    const ious = byLetter(boxes, ({ box }) => num(iou(box, truth), 2));
    const named = (name: string) => idOf(name).toUpperCase();
    return {
      prompt: {
        ko: "칠해진 물체와 IoU가 0.7 이상인 앵커가 하나도 없어요. Faster R-CNN의 RPN에서 그래도 양성이 되는 앵커는 어느 것일까요?",
        en: "No anchor reaches an IoU of 0.7 with the filled object. Which one is positive in Faster R-CNN's RPN all the same?",
      },
      caption: { ko: "물체(칠해진 것)와 앵커 A–D", en: "The object (filled) and the anchors A–D" },
      picture: {
        kind: "boxes",
        width: 320,
        height: 240,
        places: boxes.map(({ box }, i) => {
          const name = "ABCD"[i];
          return { id: IDS[i], box, label: name, said: said({ ko: name, en: name }, box) };
        }),
        fixed: [{ id: "object", box: truth, label: "", said: said({ ko: "물체", en: "Object" }, truth) }],
      },
      target: idOf("near"),
      wrong: [{ misconception: "bigger-is-safer", said: idOf("big") }],
      explanation: {
        ko: `물체와의 IoU: ${ious}. 물체마다 IoU가 가장 높은 앵커는 값이 낮아도 양성이에요. 여기서는 ${josa(named("near"), "이에요/예요")}.`,
        en: `IoU with the object: ${ious}. An object's best anchor is positive however low its IoU: here ${named("near")}.`,
      },
    };
  },
};

export const workedCount: MistakeQuestion = {
  form: "mistake",
  id: "worked-count",
  asks(random) {
    const stride = random.pick([16, 20, 25]);
    const [columns, rows] = [random.int(20, 40), random.int(12, 19)];
    const [scales, ratios] = [random.int(3, 5), random.int(2, 4)].sort((a, b) => b - a);
    const slip = random.int(0, 3);
    const seen = slip === 0 ? [columns * 2, rows] : [columns, rows];
    const places = slip === 1 ? seen[0] + seen[1] : seen[0] * seen[1];
    const each = slip === 2 ? scales + ratios : scales * ratios;
    const all = slip === 3 ? places + each : places * each;
    const [ways, them] = [things(scales, { ko: "크기", en: "scale" }), things(ratios, { ko: "비율", en: "ratio" })];
    return {
      prompt: {
        ko: `${num(columns * stride)}×${num(rows * stride)} 그림, 보폭 ${stride}, ${ways.ko}, ${josa(them.ko, "으로/로")} 까는 앵커 수를 세는 풀이예요. 처음 틀린 줄은 어디일까요?`,
        en: `How many anchors lie on a ${num(columns * stride)}×${num(rows * stride)} picture with stride ${stride}, ${ways.en} and ${them.en}? Which line goes wrong first?`,
      },
      lines: [
        { ko: `열 ${num(seen[0])}개, 행 ${num(seen[1])}개`, en: `${num(seen[0])} columns and ${num(seen[1])} rows` },
        { ko: `자리는 모두 ${num(places)}곳`, en: `${num(places)} locations in all` },
        { ko: `자리마다 앵커 ${num(each)}개`, en: `${num(each)} anchors at each location` },
        { ko: `그림 전체에 앵커 ${num(all)}개`, en: `${num(all)} anchors on the whole picture` },
      ],
      slip,
      wrong: slip === 3 ? [] : [{ misconception: "per-picture-count", said: 3 }],
      explanation: {
        ko: [
          `열은 너비 ÷ 보폭 = ${columns}, 행은 높이 ÷ 보폭 = ${rows}`,
          "자리 수는 열과 행을 곱한 값이에요",
          `자리마다 크기와 비율을 곱한 ${scales * ratios}개가 놓여요`,
          "자리 수에 자리마다의 앵커 수를 곱해야 해요",
        ][slip].concat("."),
        en: [
          `Columns are width over stride, ${columns}; rows height over stride, ${rows}.`,
          "Locations are columns times rows.",
          `Each location has scales times ratios: ${scales * ratios}.`,
          "Locations and anchors at each of them multiply.",
        ][slip],
      },
    };
  },
};
