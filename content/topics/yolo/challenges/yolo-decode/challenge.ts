import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { josa, num } from "@/lib/words";
import { drawInstance, MARGIN } from "./draw";
import { hints } from "./hints";
import {
  bestOf,
  CLASS_POINTS,
  FULL,
  numbersOf,
  pointsOf,
  slackOf,
  SMALLEST,
  solutionOf,
  trueBox,
  WIDEST,
  type Answer,
  type View,
} from "./instance";
import { beliefs } from "./rivals";
import { placeOf, productOf } from "./words";

export type { Answer, View } from "./instance";

/** The replay finds the box with the highest score, its centre, its size, and lays the learner's box beside it. */
export type Step = "score" | "centre" | "size" | "compare";

function problemOf({ width, height, classes }: View, { box, cls }: Answer): Text | null {
  if (box === null) return { ko: "상자를 움직여 보세요", en: "Move the box" };
  const [x1, y1, x2, y2] = box;
  if (x2 > width || y2 > height) return { ko: "상자가 그림 밖으로 나갔어요", en: "The box leaves the picture" };
  if (x2 - x1 < SMALLEST || y2 - y1 < SMALLEST) return { ko: "상자가 너무 작아요", en: "The box is too small" };
  if (classes.length === 0) return cls === null ? null : { ko: "클래스는 묻지 않아요", en: "No class is asked" };
  if (cls === null) return { ko: "클래스를 골라요", en: "Choose the class" };
  return classes.includes(cls) ? null : { ko: "목록에 없는 클래스예요", en: "That class is not in the list" };
}

/** From a cell's numbers to a box in pixels: the way YOLOv1's output is read. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "yolo-decode",
  topic: "yolo",
  version: 1,
  title: { ko: "수에서 상자로", en: "From numbers to a box" },
  skill: { ko: "YOLO의 칸이 낸 수에서 상자를 되살려요", en: "Decode a box from the numbers of a YOLO cell" },
  band: { measure: { ko: "칸의 수(한 변)", en: "cells a side" }, of: ({ view }) => countBand(view.grid, 2) },
  answerSchema: z.strictObject({
    box: z
      .tuple([
        z.number().int().min(0).max(WIDEST),
        z.number().int().min(0).max(WIDEST),
        z.number().int().min(0).max(WIDEST),
        z.number().int().min(0).max(WIDEST),
      ])
      .readonly()
      .nullable(),
    cls: z.enum(VOC_CLASSES).nullable(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt({ width, height, grid, classes }) {
    const size = `${width}×${height}`;
    const cut = num(FULL, 2);
    if (classes.length === 0)
      return {
        ko: `${size} 그림을 ${grid}×${grid}칸으로 나눈 YOLO의 한 칸이 낸 수예요. 이 수가 뜻하는 상자를 놓아 보세요. 행과 열은 0부터 세고, IoU ${cut}부터 만점이에요.`,
        en: `One cell of a YOLO with ${grid}×${grid} cells on a picture of ${size} gives these numbers. Place the box they mean. Rows and columns count from 0; an IoU of ${cut} earns full marks.`,
      };
    return {
      ko: `${size} 그림을 ${grid}×${grid}칸으로 나눈 YOLO의 네 칸이에요. 점수가 가장 높은 상자를 놓고 클래스를 골라 보세요. 행과 열은 0부터 세고, 표에 없는 클래스 값은 더 작아요. 상자가 ${100 - CLASS_POINTS}점, 클래스가 ${CLASS_POINTS}점이에요.`,
      en: `Four cells of a YOLO with ${grid}×${grid} cells on a picture of ${size}. Place the box with the highest score and choose its class. Rows and columns count from 0; class values that are not listed are lower. The box is worth ${100 - CLASS_POINTS} points, the class ${CLASS_POINTS}.`,
    };
  },
  empty: () => ({ box: null, cls: null }),
  hints,
  solve: ({ view }) => solutionOf(view),
  check(view, answer) {
    const missing = problemOf(view, answer);
    return missing === null ? { ready: true } : { ready: false, missing };
  },
  grade({ view }, answer) {
    const truth = trueBox(view);
    const best = bestOf(view);
    const cell = view.cells[best.cell];
    const points = pointsOf(view, answer);
    const overlap = answer.box === null ? 0 : iou(answer.box, truth);
    const solution = solutionOf(view);
    const corners = (solution.box ?? []).map((value) => num(value)).join(", ");
    const asked = view.classes.length > 0;
    const parts: Part[] = [
      {
        id: "box",
        label: { ko: "상자", en: "Box" },
        correct: points.box === points.most,
        earned: points.box,
        total: points.most,
        note:
          points.box === points.most
            ? undefined
            : {
                ko: `맞는 상자는 (${corners}), IoU는 ${num(overlap, 2)}.`,
                en: `The box is (${corners}); yours has an IoU of ${num(overlap, 2)}.`,
              },
      },
    ];
    if (asked) {
      const name = CLASS_NAMES[view.classes[best.cls]];
      const product = productOf(numbersOf(view, best), cell.values[best.cls]);
      const place = placeOf(cell);
      parts.push({
        id: "class",
        label: { ko: "클래스", en: "Class" },
        correct: points.cls > 0,
        earned: points.cls,
        total: CLASS_POINTS,
        note:
          points.cls > 0
            ? undefined
            : {
                ko: `점수는 ${place.ko}에서 가장 높아요: ${product}. ${josa(name.ko, "이에요/예요")}.`,
                en: `The score is highest in ${place.en.toLowerCase()}: ${product}. Class: ${name.en}.`,
              },
      });
    }
    const same = (played: Answer) => JSON.stringify(played) === JSON.stringify({ box: answer.box, cls: answer.cls });
    return {
      earned: points.box + points.cls,
      total: 100,
      parts,
      steps: [...(asked ? ["score" as const] : []), "centre", "size", "compare"],
      misconceptions: points.box + points.cls === 100 ? [] : believersOf(beliefs, view, same),
      summary: {
        ko: `맞는 상자와의 IoU는 ${num(overlap, 2)}.${asked ? ` 클래스는 ${points.cls > 0 ? "맞았어요" : "달라요"}.` : ""}`,
        en: `Your box has an IoU of ${num(overlap, 2)} with the right one.${asked ? ` The class is ${points.cls > 0 ? "right" : "another one"}.` : ""}`,
      },
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view }) => ({ a: [...trueBox(view)], b: [...(solutionOf(view).box ?? view.start)] }),
});
