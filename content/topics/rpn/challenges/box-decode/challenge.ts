import { shareBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { josa, letter, num } from "@/lib/words";
import { drawView } from "./draw";
import { hints } from "./hints";
import {
  BOX,
  boxAround,
  boxPoints,
  centreOf,
  drawn,
  FULL,
  HEIGHT,
  NONE,
  PICK,
  pointsOf,
  proposalOf,
  reached,
  rightAnchor,
  rightBox,
  sizeOf,
  totalOf,
  WIDTH,
  type Answer,
  type View,
} from "./instance";
import { rivals, sameBox, SMALLEST } from "./rivals";
import { MINE, middle, sides } from "./words";

export type { Answer, View } from "./instance";

/** The way from the anchor to the box; before it, where there are several, what each anchor's proposal covers. */
export type Step =
  | { readonly does: "cover"; readonly anchor: number; readonly box: BoxXYXY; readonly iou: number }
  | { readonly does: "anchor" | "shift" | "width" | "height" | "clip"; readonly anchor: number; readonly box: BoxXYXY }
  | { readonly does: "compare"; readonly anchor: number; readonly box: BoxXYXY; readonly iou: number };

function stepsOf(view: View, { box: mine }: Answer): Step[] {
  const { anchors, sprites } = view;
  const index = rightAnchor(view);
  const anchor = anchors[index];
  const right = rightBox(view);
  const whole = reached(anchor);
  const [w, h] = sizeOf(anchor.box);
  const [tx, ty, tw, th] = anchor.deltas;
  const centre = centreOf(whole);
  const [grownW] = sizeOf(whole);
  const covers = anchors.length === 1 ? [] : anchors.map((each) => proposalOf(view, each));
  return [
    ...covers.map((box, i): Step => ({ does: "cover", anchor: i, box, iou: iou(box, sprites[0].box) })),
    { does: "anchor", anchor: index, box: anchor.box },
    ...(tx !== 0 || ty !== 0 ? [{ does: "shift", anchor: index, box: boxAround(centre, [w, h]) } as const] : []),
    ...(tw !== 0 ? [{ does: "width", anchor: index, box: boxAround(centre, [grownW, h]) } as const] : []),
    ...(th !== 0 ? [{ does: "height", anchor: index, box: whole } as const] : []),
    ...(right.some((value, i) => value !== whole[i]) ? [{ does: "clip", anchor: index, box: right } as const] : []),
    { does: "compare", anchor: index, box: right, iou: mine === null ? 0 : iou(mine, right) },
  ];
}

function partsOf(view: View, { anchor, box }: Answer): Part[] {
  const index = rightAnchor(view);
  const right = rightBox(view);
  const earned = box === null ? 0 : boxPoints(view, box);
  const name = letter(index);
  const pick: Part = {
    id: "anchor",
    label: { ko: "앵커 고르기", en: "The anchor" },
    correct: anchor === index,
    earned: anchor === index ? PICK : 0,
    total: PICK,
    note:
      anchor === index
        ? undefined
        : {
            ko: `앵커 ${josa(name, "이/가")} 옮겨 간 상자가 물체와 가장 많이 겹쳐요.`,
            en: `what becomes of anchor ${name} covers the object best.`,
          },
  };
  const note: Text =
    box === null
      ? { ko: "상자를 아직 움직이지 않았어요.", en: "the box has not been moved yet." }
      : {
          ko: `맞는 상자는 가운데 ${middle(right)}, 크기 ${sides(right)}. ${josa(MINE.ko, "은/는")} 가운데 ${middle(box)}, 크기 ${sides(box)}.`,
          en: `right is centre ${middle(right)}, size ${sides(right)}; yours has centre ${middle(box)}, size ${sides(box)}.`,
        };
  const correct = earned === BOX;
  const place: Part = {
    id: "box",
    label: { ko: "상자", en: "The box" },
    correct,
    earned,
    total: BOX,
    note: correct ? undefined : note,
  };
  return view.anchors.length > 1 ? [pick, place] : [place];
}

/** From an anchor and its four deltas to the box. Full marks from an IoU of .88 with the decoded box, none up to what the anchor itself has. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "box-decode",
  topic: "rpn",
  version: 1,
  title: { ko: "델타로 상자 그리기", en: "From deltas to a box" },
  skill: { ko: "앵커와 델타에서 상자를 구해요", en: "Work out the box from an anchor and its deltas" },
  band: {
    measure: { ko: "가장 큰 |t|", en: "largest |t|" },
    of: ({ view }) => shareBand(Math.max(...view.anchors.flatMap(({ deltas }) => deltas.map(Math.abs))), 25),
  },
  answerSchema: z.strictObject({
    anchor: z.number().int().min(0).max(8).nullable(),
    box: z
      .tuple([
        z.number().int().min(0).max(WIDTH),
        z.number().int().min(0).max(HEIGHT),
        z.number().int().min(0).max(WIDTH),
        z.number().int().min(0).max(HEIGHT),
      ])
      .readonly()
      .nullable(),
  }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawView(seed, level), truth: null }),
  prompt: ({ anchors, clip }) => {
    const several = anchors.length > 1;
    return {
      ko: `${several ? "한 칸의 앵커 셋 가운데 물체를 가장 잘 덮게 될 것을 고르고, 그 앵커가 델타를 따라 옮겨 간 상자를 그려 보세요." : "앵커가 델타를 따라 옮겨 간 상자를 그려 보세요."} tx와 ty는 앵커의 너비와 높이를 단위로 가운데를 옮기고, 크기는 가운데를 두고 e^tw, e^th배가 돼요.${clip ? " 그림 밖으로 나간 부분은 잘라 내요." : ""}`,
      en: `${several ? "Of the three anchors of one cell choose the one that will cover the object best, and draw the box that its deltas make of it." : "Draw the box that the deltas make of the anchor."} tx and ty shift the centre in anchor widths and heights; sizes become e^tw and e^th times as large, around the centre.${clip ? " What reaches over the picture's border is clipped." : ""}`,
    };
  },
  empty: ({ anchors }) => ({ anchor: anchors.length === 1 ? 0 : null, box: null }),
  hints,
  solve: ({ view }) => ({ anchor: rightAnchor(view), box: drawn(rightBox(view)) }),
  check: ({ anchors }, { anchor, box }) => {
    if (anchor === null || anchor >= anchors.length) return { ready: false, missing: { ko: "앵커를 골라요", en: "Choose an anchor" } };
    if (box === null) return { ready: false, missing: { ko: "상자를 움직여 보세요", en: "Move the box" } };
    if (box[2] - box[0] < SMALLEST || box[3] - box[1] < SMALLEST)
      return { ready: false, missing: { ko: `너비와 높이는 ${SMALLEST}픽셀 이상이에요`, en: `Sides are ${SMALLEST} pixels at least` } };
    return { ready: true };
  },
  grade({ view }, answer) {
    const { anchor, box } = answer;
    const parts = partsOf(view, answer);
    const earned = pointsOf(view, answer);
    const total = totalOf(view);
    const overlap = box === null ? 0 : iou(box, rightBox(view));
    const value = num(overlap, 2);
    return {
      earned,
      total,
      parts,
      steps: stepsOf(view, answer),
      misconceptions:
        box === null || earned === total
          ? []
          : believersOf(rivals.beliefs, view, (played) => played.anchor === anchor && played.box !== null && sameBox(played.box, box)),
      summary:
        box === null
          ? { ko: "상자를 아직 움직이지 않았어요.", en: "The box has not been moved yet." }
          : {
              ko: `맞는 상자와의 IoU는 ${value}. ${FULL}부터 만점이고, ${NONE}까지는 0점이에요.`,
              en: `The IoU with the right box is ${value}: full marks from ${FULL} on, none up to ${NONE}.`,
            },
    };
  },
  // Whole pixels against sides of whole 64ths, which are the engine's own bits everywhere.
  slack: () => Infinity,
  evidence: ({ view }) => ({
    a: view.anchors.flatMap(({ box }) => [...box]),
    b: view.anchors.flatMap((anchor) => [...proposalOf(view, anchor)]),
  }),
});
