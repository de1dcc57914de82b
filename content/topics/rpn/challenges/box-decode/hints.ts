import type { HintLadder } from "@/lib/challenges/contract";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { josa, letter, num } from "@/lib/words";
import { centreOf, proposalOf, rightAnchor, sizeOf, type Answer, type View } from "./instance";
import { told } from "./words";

/** The anchor shifted along an axis by so many pixels, within the picture. */
const moved = ([x1, y1, x2, y2]: BoxXYXY, axis: number, by: number, { width, height }: View): BoxXYXY => {
  const within = (low: number, high: number, end: number) => Math.min(end - high, Math.max(-low, Math.round(by)));
  const [dx, dy] = axis === 0 ? [within(x1, x2, width), 0] : [0, within(y1, y2, height)];
  return [x1 + dx, y1 + dy, x2 + dx, y2 + dy];
};

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ anchors }) => ({
    ko: `${anchors.length > 1 ? "먼저 앵커를 하나 골라요. 지금 많이 겹치는 앵커가 아니라, 옮겨 간 뒤에 많이 겹칠 앵커예요. " : ""}상자를 끌거나 숫자를 적어서 계산한 자리에 놓아요. 그림 속 물체를 따라 그리는 것이 아니에요. RPN의 상자는 물체와 조금 어긋나 있어요.`,
    en: `${anchors.length > 1 ? "First choose an anchor: not the one that overlaps most now, but the one that will after it has moved. " : ""}Drag the box, or type its numbers, to where you worked it out to be. It is no outline of the object: an RPN's box is a little off.`,
  }),
  rule: ({ clip }) => ({
    ko: `새 가운데 x = 앵커의 가운데 + tx × 앵커의 너비, y도 높이로 똑같이 해요. 새 너비 = 앵커의 너비 × e^tw, 높이도 같아요. e^t는 아래 표에서 읽어요.${clip ? " 마지막으로 그림 밖을 잘라 내요. 안으로 밀어 넣지 않아요." : ""}`,
    en: `New centre x = the anchor's centre + tx × its width; y likewise with its height. New width = the anchor's width × e^tw; height likewise. Read e^t off the strip.${clip ? " At last clip what lies outside; the box is not pushed back in." : ""}`,
  }),
  step({ view }) {
    const { anchors, sprites } = view;
    const index = rightAnchor(view);
    if (anchors.length > 1) {
      // Of the two others the one that looks better as it stands.
      const others = anchors.map((_, i) => i).filter((i) => i !== index);
      const tempting = others.reduce((a, b) => (iou(anchors[b].box, sprites[0].box) > iou(anchors[a].box, sprites[0].box) ? b : a));
      const [now, then] = [anchors[tempting].box, proposalOf(view, anchors[tempting])].map((box) => num(iou(box, sprites[0].box), 2));
      const name = letter(tempting);
      const rest = others.concat(index).filter((i) => i !== tempting);
      return {
        text: {
          ko: `앵커 ${josa(name, "은/는")} 지금 물체와 IoU ${now}만큼 겹치지만, 옮겨 가면 ${josa(then, "이/가")} 돼요. 나머지 둘 가운데 하나예요.`,
          en: `Anchor ${name} overlaps the object with an IoU of ${now} as it stands, and of ${then} once it has moved. It is one of the other two.`,
        },
        answer: { anchor: Math.min(...rest), box: null },
      };
    }
    const { box, deltas } = anchors[0];
    const axis = deltas[0] === 0 ? 1 : 0;
    const name = axis === 0 ? "x" : "y";
    const from = centreOf(box)[axis];
    const side = sizeOf(box)[axis];
    const only = deltas.every((value, i) => i === axis || value === 0);
    // Where nothing else is asked for, a tenth of the side is told, not the whole shift.
    const share = only ? 10 * Math.sign(deltas[axis]) : deltas[axis];
    const by = (share * side) / 100;
    const ways = [
      { ko: ["왼쪽", "오른쪽"], en: ["to the left", "to the right"], side: { ko: "너비", en: "wide" } },
      { ko: ["위쪽", "아래쪽"], en: ["upwards", "downwards"], side: { ko: "높이", en: "high" } },
    ][axis];
    const plus = deltas[axis] > 0 ? 1 : 0;
    return {
      text: only
        ? {
            ko: `앵커의 ${josa(ways.side.ko, "은/는")} ${side}픽셀이에요. 그 0.1배는 ${num(side / 10, 1)}픽셀, 옮길 방향은 ${ways.ko[plus]} (t${name}의 부호 ${plus ? "+" : "−"}).`,
            en: `The anchor is ${side} pixels ${ways.side.en}. A t${name} of 0.1 is ${num(side / 10, 1)} pixels; its sign ${plus ? "+" : "−"} means ${ways.en[plus]}.`,
          }
        : {
            ko: `가운데의 ${name}: ${num(from)} + (${told(share)}) × ${side} = ${num(from + by, 1)}.`,
            en: `The centre's ${name}: ${num(from)} + (${told(share)}) × ${side} = ${num(from + by, 1)}.`,
          },
      answer: { anchor: 0, box: moved(box, axis, by, view) },
    };
  },
};
