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
import { num } from "@/lib/words";

const COST = { tolerance: 0, range: { min: 0, max: 1_000_000, step: 1 }, unit: null } as const;
const OBJECTS = { tolerance: 0, range: { min: 0, max: 100, step: 1 }, unit: { ko: "개", en: "" } } as const;

export const fastCost: NumericQuestion = {
  form: "numeric",
  id: "fast-cost",
  version: 2,
  ...COST,
  asks(random) {
    const [pass, head, proposals] = [10 * random.int(5, 9), random.int(2, 4), 50 * random.int(2, 6)];
    return {
      prompt: {
        ko: `곱셈 만 번을 1로 셀게요. CNN 한 번에 ${pass}, 후보 하나의 머리에 ${head}만큼 들고 후보는 ${proposals}개예요. Fast R-CNN의 계산량은?`,
        en: `Count ten thousand multiplications as 1. One CNN pass costs ${pass}, the head ${head} per proposal, and there are ${proposals} proposals. What does Fast R-CNN cost?`,
      },
      value: pass + head * proposals,
      wrong: [
        { misconception: "many-boxes-slow", said: pass * proposals },
        { misconception: "few-proposals-cheap", said: head * proposals },
      ],
      explanation: {
        ko: `CNN은 그림에 한 번만 돌고, 후보마다 작은 머리만 더해요: ${pass} + ${head} × ${proposals} = ${num(pass + head * proposals)}.`,
        en: `The CNN runs once for the picture; each proposal adds only the small head: ${pass} + ${head} × ${proposals} = ${num(pass + head * proposals)}.`,
      },
    };
  },
};

export const rcnnCost: NumericQuestion = {
  form: "numeric",
  id: "rcnn-cost",
  version: 2,
  ...COST,
  asks(random) {
    const [pass, proposals] = [10 * random.int(4, 9), 50 * random.int(2, 8)];
    return {
      prompt: {
        ko: `곱셈 만 번을 1로 셀게요. CNN 한 번에 ${pass}만큼 들고 후보는 ${proposals}개예요. R-CNN의 계산량은?`,
        en: `Count ten thousand multiplications as 1. One CNN pass costs ${pass}, and there are ${proposals} proposals. What does R-CNN cost?`,
      },
      value: pass * proposals,
      wrong: [
        { misconception: "few-proposals-cheap", said: pass + proposals },
        { misconception: "few-proposals-cheap", said: pass },
      ],
      explanation: {
        ko: `후보마다 잘라서 CNN 전체를 다시 돌려요: ${pass} × ${proposals} = ${num(pass * proposals)}.`,
        en: `Each crop goes through the whole CNN again: ${pass} × ${proposals} = ${num(pass * proposals)}.`,
      },
    };
  },
};

/** Places in a list of proposals at which those stand that cover an object, rising; some within the first `seen`. */
export const reachOfList: NumericQuestion = {
  form: "numeric",
  id: "reach-of-list",
  ...OBJECTS,
  asks(random) {
    const seen = 10 * random.int(2, 5);
    const [within, beyond] = [random.int(1, 5), random.int(1, 4)];
    const places = [
      ...random.shuffle(Array.from({ length: seen - 1 }, (_, i) => i + 1)).slice(0, within),
      ...random.shuffle(Array.from({ length: 60 }, (_, i) => seen + 2 + i)).slice(0, beyond),
    ].sort((a, b) => a - b);
    const shown = places.join(", ");
    return {
      prompt: {
        ko: `물체 ${places.length}개를 덮는 후보가 목록의 ${shown}번째에 하나씩 있어요. 앞 ${seen}개만 보는 두 단계 검출기는 물체 몇 개에 닿을까요?`,
        en: `${places.length} objects are each covered by one proposal, at places ${shown} of the list. How many objects does a two-stage detector reach that looks at the first ${seen}?`,
      },
      value: within,
      wrong: [{ misconception: "proposals-only-cost", said: places.length }],
      explanation: {
        ko: `앞 ${seen}개 안에 든 것만 두 번째 단계로 가요. 보지 않은 후보는 없는 것과 같아요.`,
        en: `Only what stands among the first ${seen} reaches the second stage. A proposal that nobody looks at might as well not be there.`,
      },
    };
  },
};

export const denseReach: NumericQuestion = {
  form: "numeric",
  id: "dense-reach",
  ...OBJECTS,
  asks(random) {
    const objects = random.int(7, 14);
    const missed = random.int(1, 6);
    return {
      prompt: {
        ko: `물체 ${objects}개 가운데 선택적 탐색의 후보가 덮는 것은 ${objects - missed}개예요. 이 후보를 쓰는 검출기보다 한 단계 검출기는 같은 그림에서 많아야 몇 개 더 닿을 수 있을까요?`,
        en: `Selective search covers ${objects - missed} of ${objects} objects. How many more than the detector that uses these proposals can a one-stage detector reach at most in the same picture?`,
      },
      value: missed,
      wrong: [{ misconception: "one-stage-bound", said: 0 }],
      explanation: {
        ko: `한 단계 검출기는 후보를 쓰지 않고 모든 자리에서 스스로 상자를 내요. 후보가 놓친 물체 ${missed}개에도 닿을 수 있어요.`,
        en: `A one-stage detector uses no proposals: it puts out boxes at every place, also on the ${missed} that the proposals missed.`,
      },
    };
  },
};

const IDS = ["a", "b", "c", "d"] as const;

export const coveringProposal: PointQuestion = {
  form: "point",
  id: "covering-proposal",
  version: 2,
  asks(random) {
    const { object, right, around, inside, aside } = drawnUntil(
      random,
      (r) => {
        const [x, y] = [r.int(110, 135), r.int(75, 95)];
        const [w, h] = [r.int(70, 90), r.int(60, 76)];
        const [dx, dy] = [r.int(6, 13), r.int(4, 9)];
        const grow = r.int(34, 44);
        return {
          object: [x, y, x + w, y + h] as BoxXYXY,
          right: [x + dx, y - dy, x + w + dx, y + h - dy] as BoxXYXY,
          around: [x - grow - 8, y - grow, x + w + grow, y + h + grow] as BoxXYXY,
          inside: [x + 12, y + 10, x + 12 + Math.round(w / 2), y + 10 + Math.round(h / 2)] as BoxXYXY,
          aside: [x - Math.round(w / 2), y + 12, x + Math.round(w / 2), y + h + 12] as BoxXYXY,
        };
      },
      (draft) =>
        iou(draft.right, draft.object) > 0.58 && [draft.around, draft.inside, draft.aside].every((box) => iou(box, draft.object) < 0.4),
    );
    const boxes = random.shuffle([
      { box: right, of: "right" },
      { box: around, of: "around" },
      { box: inside, of: "inside" },
      { box: aside, of: "aside" },
    ]);
    const idOf = (name: string) => IDS[boxes.findIndex(({ of }) => of === name)];
    const ious = byLetter(boxes, ({ box }) => num(iou(box, object), 2));
    const corners = ([x1, y1, x2, y2]: BoxXYXY) => ({ ko: `x ${x1}–${x2}, y ${y1}–${y2}`, en: `x ${x1} to ${x2}, y ${y1} to ${y2}` });
    return {
      prompt: {
        ko: "칠해진 상자가 물체예요. IoU 0.5를 기준으로 이 물체를 덮는 후보는 어느 것일까요?",
        en: "The filled box is the object. Which proposal covers it, by an IoU of 0.5?",
      },
      caption: { ko: "물체(칠해진 것)와 후보 A–D", en: "The object (filled) and the proposals A–D" },
      picture: {
        kind: "boxes",
        width: 320,
        height: 240,
        places: boxes.map(({ box }, i) => {
          const [name, said] = ["ABCD"[i], corners(box)];
          return { id: IDS[i], box, label: name, said: { ko: `후보 ${name}, ${said.ko}`, en: `Proposal ${name}, ${said.en}` } };
        }),
        fixed: [{ id: "object", box: object, label: "", said: { ko: `물체: ${corners(object).ko}`, en: `Object: ${corners(object).en}` } }],
      },
      target: idOf("right"),
      wrong: [{ misconception: "inside-is-covered", said: idOf("around") }],
      explanation: {
        ko: `물체와의 IoU: ${ious}. 물체를 통째로 담은 ${idOf("around").toUpperCase()}처럼 너무 큰 후보도 덮지 못해요.`,
        en: `IoU with the object: ${ious}. One that is too large, as ${idOf("around").toUpperCase()} is, does not cover it either.`,
      },
    };
  },
};

export const cheapestThatReaches: OrderQuestion = {
  form: "order",
  id: "cheapest-that-reaches",
  version: 2,
  ends: {
    first: { ko: "맨 위: 가장 먼저 고려해요", en: "Top: the first to consider" },
    last: { ko: "맨 아래: 가장 나중에 고려해요", en: "Bottom: the last to consider" },
  },
  asks(random) {
    const need = random.int(6, 9);
    const [cheap, dear] = [10 * random.int(5, 9), 10 * random.int(12, 20)];
    const [lost, lostMore] = [need - random.int(1, 2), need - random.int(3, 4)];
    const [low, lowest] = [10 * random.int(3, 4), 10 * random.int(1, 2)];
    const said = (reach: number, cost: number) => ({
      ko: `물체 ${reach}개에 닿고 계산량 ${cost}`,
      en: `Reaches ${reach} objects at a cost of ${cost}`,
    });
    return {
      prompt: {
        ko: `물체 ${need}개를 모두 찾아야 해요. 더 많이 닿는 쪽을 먼저, 똑같이 닿으면 계산이 적은 쪽을 먼저 놓아 보세요.`,
        en: `All ${need} objects have to be found. Put those that reach more first and, where they reach as many, the cheaper one first.`,
      },
      items: [
        { id: "a", text: said(need, cheap) },
        { id: "b", text: said(need, dear) },
        { id: "c", text: said(lost, low) },
        { id: "d", text: said(lostMore, lowest) },
      ],
      wrong: [{ misconception: "cheapest-will-do", said: ["d", "c", "a", "b"] }],
      explanation: {
        ko: "닿지 못하는 물체는 아무리 싸게도 찾지 못해요. 먼저 닿는지를 보고, 그다음에 계산량을 견줘요.",
        en: "What is out of reach is not found at any price. First see who reaches the objects, then compare costs.",
      },
    };
  },
};

export const longerList: MistakeQuestion = {
  form: "mistake",
  id: "longer-list",
  asks(random) {
    const [short, long] = [random.int(5, 9), 10 * random.int(2, 4)];
    const inShort = random
      .shuffle(Array.from({ length: short - 1 }, (_, i) => i + 1))
      .slice(0, 3)
      .sort((a, b) => a - b);
    const inLong = [random.int(2, long - 2), long + random.int(3, 30), long + random.int(40, 90)];
    const slip = random.int(0, 3);
    const [reachShort, reachLong] = [slip === 0 ? short : 3, slip === 1 ? 3 : 1];
    const [first, second] = [inShort.join(", "), inLong.join(", ")];
    const longer = slip === 2 ? true : reachLong > reachShort;
    return {
      prompt: {
        ko: `물체 3개를 덮는 후보가 목록 P에서는 ${first}번째, 목록 Q에서는 ${second}번째예요. P는 앞 ${short}개, Q는 앞 ${long}개만 봐요. 처음 틀린 줄은 어디일까요?`,
        en: `The proposals that cover 3 objects stand at places ${first} of list P and ${second} of list Q. The first ${short} of P and the first ${long} of Q are looked at. Which line goes wrong first?`,
      },
      lines: [
        { ko: `P로 닿는 물체: ${reachShort}개`, en: `Objects reached by P: ${reachShort}` },
        { ko: `Q로 닿는 물체: ${reachLong}개`, en: `Objects reached by Q: ${reachLong}` },
        longer
          ? { ko: "더 많이 보는 Q가 물체를 덜 놓쳐요", en: "Q looks at more, so it loses fewer objects" }
          : reachLong === reachShort
            ? { ko: "P와 Q가 놓치는 물체 수는 같아요", en: "P and Q lose the same number of objects" }
            : { ko: "더 적게 보는 P가 물체를 덜 놓쳐요", en: "P looks at fewer and loses fewer objects" },
        slip === 3
          ? { ko: "차례가 어떻든 긴 목록이 언제나 더 많이 닿아요", en: "The longer a list, the more it reaches in any order" }
          : { ko: "목록의 길이만이 아니라 차례도 함께 봐야 해요", en: "Not the length of a list alone counts, but its order" },
      ],
      slip,
      wrong: slip === 2 || slip === 1 ? [] : [{ misconception: "longer-list-loses-nothing", said: 2 }],
      explanation: {
        ko: [
          `P의 앞 ${short}개에 든 것은 물체 3개예요. 후보의 수를 물체의 수로 세면 안 돼요.`,
          `Q의 앞 ${long}개에 든 것은 1개뿐이에요.`,
          "많이 봐도 덮는 후보가 뒤에 있으면 놓쳐요.",
          "얼마나 보느냐만큼 어떤 차례로 보느냐가 중요해요.",
        ][slip],
        en: [
          `The first ${short} of P hold 3 objects: proposals are not objects.`,
          `The first ${long} of Q hold only 1.`,
          "However many are looked at: what stands behind is lost.",
          "The order of a list counts as much as its length.",
        ][slip],
      },
    };
  },
};

export const whoRunsWhat: MatchQuestion = {
  form: "match",
  id: "who-runs-what",
  asks: {
    prompt: {
      ko: "그림 하나를 볼 때 후보마다 무엇을 돌리는지 이어 보세요.",
      en: "What does each detector run for every proposal of a picture? Match them.",
    },
    lefts: [
      { id: "rcnn", text: { ko: "R-CNN", en: "R-CNN" } },
      { id: "fast", text: { ko: "Fast R-CNN", en: "Fast R-CNN" } },
      { id: "ssd", text: { ko: "SSD", en: "SSD" } },
    ],
    rights: [
      { id: "whole", text: { ko: "잘라 낸 그림에 CNN 전체", en: "The whole CNN, on its crop" } },
      { id: "head", text: { ko: "풀링한 특징에 작은 머리", en: "A small head, on pooled maps" } },
      { id: "nothing", text: { ko: "후보가 없어서 아무것도", en: "Nothing: it has no proposals" } },
      { id: "search", text: { ko: "선택적 탐색을 처음부터", en: "Selective search, from scratch" } },
    ],
    wrong: [
      { misconception: "few-proposals-cheap", said: ["rcnn", "head"] },
      { misconception: "many-boxes-slow", said: ["ssd", "whole"] },
    ],
    explanation: {
      ko: "R-CNN은 후보 수만큼 CNN을 돌리고, Fast R-CNN은 특징 지도를 함께 쓰고 머리만 후보마다 돌려요. SSD에는 두 번째 단계가 없어요.",
      en: "R-CNN runs its CNN once per proposal; Fast R-CNN shares one feature map and runs only the head. SSD has no second stage.",
    },
  },
};
