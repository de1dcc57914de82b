import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { num } from "@/lib/words";
import { drawInstance, MARGIN } from "./draw";
import { hints } from "./hints";
import {
  allPeaks,
  BOX_POINTS,
  COST,
  FULL,
  highest,
  MOST_SIDE,
  pointsOf,
  slackOf,
  SMALLEST,
  solutionOf,
  strongestBeside,
  strongOf,
  trueBox,
  truthOf,
  valueOf,
  WIDEST,
  type Answer,
  type View,
} from "./instance";
import { beliefs } from "./rivals";
import { peakName, reasonOf, rulesOf } from "./words";

export type { Answer, View } from "./instance";

/** The strong cells that none at their sides exceeds: what is worth a window. */
export const candidatesOf = (view: View): number[] =>
  strongOf(view).filter((cell) => valueOf(view, cell) >= valueOf(view, strongestBeside(view, cell, true)));

/**
 * The replay drops what is below the cut or has a larger cell at its side, and lays a 3×3 window over each cell that is left, highest first: the larger neighbour that beats it, or none.
 * Then the best are kept where only some stay, and the box is read.
 */
export type Step =
  | { readonly shows: "rest" }
  | { readonly shows: "window"; readonly peak: number; readonly beats: number | null }
  | { readonly shows: "keep" }
  | { readonly shows: "box" };

function stepsOf(view: View): Step[] {
  const windows = candidatesOf(view)
    .sort((a, b) => valueOf(view, b) - valueOf(view, a))
    .map((peak): Step => {
      const beside = strongestBeside(view, peak);
      return { shows: "window", peak, beats: valueOf(view, beside) > valueOf(view, peak) ? beside : null };
    });
  return [
    { shows: "rest" },
    ...windows,
    ...(view.keep === null ? [] : [{ shows: "keep" } as const]),
    ...(view.decode ? [{ shows: "box" } as const] : []),
  ];
}

function problemOf(view: View, { peaks, box }: Answer): Text | null {
  const side = view.side * (view.decode?.stride ?? 1);
  if (peaks.some((peak) => peak >= view.maps.length * view.side * view.side) || (box !== null && view.decode === null))
    return { ko: "답이 지도와 맞지 않아요", en: "The answer does not fit the maps" };
  if (peaks.length === 0) return { ko: "봉우리를 표시해요", en: "Mark the peaks" };
  if (view.decode === null) return null;
  if (box === null) return { ko: "상자를 움직여 보세요", en: "Move the box" };
  if (Math.max(...box) > side) return { ko: "상자가 그림 밖으로 나갔어요", en: "The box leaves the picture" };
  return box[2] - box[0] < SMALLEST || box[3] - box[1] < SMALLEST ? { ko: "상자가 너무 작아요", en: "The box is too small" } : null;
}

const samePeaks = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((peak) => b.includes(peak));
const sameBox = (a: BoxXYXY | null, b: BoxXYXY | null) => a !== null && b !== null && a.every((value, i) => Math.abs(value - b[i]) <= 1);

const corner = z.number().int().min(0).max(WIDEST);

/** Which cells of a heat map are objects: CenterNet's 3×3 rule in place of NMS. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "centernet-peaks",
  topic: "objects-as-points",
  version: 1,
  title: { ko: "봉우리만 남겨요", en: "Only peaks stay" },
  skill: { ko: "히트맵에서 물체로 세는 봉우리를 찾아요", en: "Find the peaks of a heat map that count as objects" },
  band: {
    measure: { ko: "임계값 이상인 칸", en: "cells at or above the threshold" },
    of: ({ view }) => countBand(strongOf(view).length, 8),
  },
  answerSchema: z.strictObject({
    peaks: z
      .array(
        z
          .number()
          .int()
          .min(0)
          .max(2 * MOST_SIDE * MOST_SIDE - 1),
      )
      .max(2 * MOST_SIDE * MOST_SIDE)
      .refine((list) => new Set(list).size === list.length, "must name each cell once")
      .readonly(),
    box: z.tuple([corner, corner, corner, corner]).readonly().nullable(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt(view) {
    const { ko, en } = rulesOf(view);
    const box = view.decode
      ? {
          ko: ` 그리고 가장 높은 봉우리의 상자를 놓아 보세요. 보폭은 ${view.decode.stride}픽셀, 행과 열은 0부터 세요. 봉우리가 ${100 - BOX_POINTS}점, 상자가 ${BOX_POINTS}점이고 상자는 IoU ${num(FULL, 2)}부터 만점이에요.`,
          en: ` Then place the box of the highest peak: stride ${view.decode.stride} pixels, rows and columns counted from 0. Peaks are worth ${100 - BOX_POINTS} points, the box ${BOX_POINTS}, all of them from an IoU of ${num(FULL, 2)}.`,
        }
      : { ko: "", en: "" };
    return {
      ko: `CenterNet이 물체로 세는 칸을 모두 표시해 보세요. ${ko} 빠뜨리거나 잘못 표시한 칸마다 ${COST}점을 잃어요.${box.ko}`,
      en: `Mark every cell that CenterNet counts as an object. ${en} Each one missed or wrongly marked costs ${COST} points.${box.en}`,
    };
  },
  empty: () => ({ peaks: [], box: null }),
  hints,
  solve: ({ view }) => solutionOf(view),
  check(view, answer) {
    const missing = problemOf(view, answer);
    return missing === null ? { ready: true } : { ready: false, missing };
  },
  grade({ view }, answer) {
    const truth = truthOf(view);
    const points = pointsOf(view, answer);
    const solution = solutionOf(view);
    const parts = [...new Set([...truth, ...answer.peaks])]
      .filter((peak) => peak < view.maps.length * view.side * view.side)
      .sort((a, b) => a - b)
      .map((peak): Part => {
        const correct = truth.includes(peak) === answer.peaks.includes(peak);
        return {
          id: String(peak),
          label: peakName(view, peak),
          correct,
          earned: Number(correct),
          total: 1,
          note: correct ? undefined : reasonOf(view, peak, truth.includes(peak)),
        };
      });
    const wrong = parts.filter(({ correct }) => !correct).length;
    const own = trueBox(view);
    const overlap = own === null || answer.box === null ? 0 : iou(answer.box, own);
    if (own)
      parts.push({
        id: "box",
        label: { ko: "상자", en: "Box" },
        correct: points.box === BOX_POINTS,
        earned: points.box,
        total: BOX_POINTS,
        note:
          points.box === BOX_POINTS
            ? undefined
            : {
                ko: `맞는 상자는 (${(solution.box ?? []).join(", ")}), IoU는 ${num(overlap, 2)}.`,
                en: `The box is (${(solution.box ?? []).join(", ")}); yours has an IoU of ${num(overlap, 2)}.`,
              },
      });
    // Who marks by a wrong idea is told so whatever the box, and the other way round.
    const same = (played: Answer) =>
      samePeaks(played.peaks, truth)
        ? points.box < BOX_POINTS && !sameBox(played.box, solution.box) && sameBox(played.box, answer.box)
        : samePeaks(played.peaks, answer.peaks);
    const [right, all] = [truth.filter((peak) => answer.peaks.includes(peak)).length, truth.length];
    return {
      earned: points.peaks + points.box,
      total: 100,
      parts,
      steps: stepsOf(view),
      misconceptions: wrong === 0 && (own === null || points.box === BOX_POINTS) ? [] : believersOf(beliefs, view, same),
      summary: {
        ko: `봉우리 ${all}개 가운데 ${right}개를 찾았고, 잘못 표시한 칸은 ${answer.peaks.length - right}개예요.${own ? ` 상자의 IoU는 ${num(overlap, 2)}.` : ""}`,
        en: `${right} of ${all} peaks found, ${answer.peaks.length - right} marked wrongly.${own ? ` The box has an IoU of ${num(overlap, 2)}.` : ""}`,
      },
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence({ view }) {
    const own = trueBox(view) ?? [0, 0, view.side, view.side];
    return { a: [...own], b: [...(solutionOf(view).box ?? own)] };
  },
});

/** The peaks that the cut alone leaves, and those that stay. */
export const keptOf = (view: View) => ({ all: allPeaks(view), kept: highest(view, allPeaks(view), view.keep) });
