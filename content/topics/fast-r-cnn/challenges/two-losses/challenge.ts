import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { generate } from "./draw";
import { hints } from "./hints";
import { billsOf, inHundredths, isRight, pointsOf, type Answer, type Bill, type View } from "./instance";
import { rivals } from "./rivals";
import { billWords, roiName } from "./words";

export type { Answer, View } from "./instance";

/** One RoI of the replay: what it pays, and what the learner wrote. */
export interface Step {
  readonly roi: number;
  readonly bill: Bill;
  readonly mine: number | null;
}

const PROMPTS = {
  box: {
    ko: "RoI마다 상자 때문에 내는 손실을 적어 보세요. 손실은 smooth L1이고, 오차는 x와 y에만 있어요(w와 h는 맞았어요).",
    en: "For each RoI write the loss that it pays for its box, by smooth L1. Errors are in x and y alone; w and h were right.",
  },
  all: {
    ko: "RoI마다 클래스와 상자 때문에 내는 손실을 하나로 더해 적어 보세요.",
    en: "For each RoI write, as one sum, all that it pays for its class and its box.",
  },
  drawn: {
    ko: "물체와의 IoU만 알아요. 논문의 규칙으로 RoI를 뽑아 배우게 할 때 RoI마다 내는 손실을 적어 보세요(뽑지 않으면 0). 뽑을 수 있는 것은 모두 뽑아요.",
    en: "Only IoUs are known. RoIs are drawn for training by the paper's rule; write what each pays, 0 where it is not drawn. All that may be drawn are.",
  },
} satisfies Record<string, Text>;

const RANGE: Text = { ko: "0.03까지, 큰 수는 3%까지 어긋나도 맞아요.", en: "Right within 0.03, or within 3% of a larger loss." };

/** What does each RoI pay in Fast R-CNN's loss? */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "two-losses",
  topic: "fast-r-cnn",
  version: 1,
  title: { ko: "두 손실을 하나로", en: "Two losses in one" },
  skill: { ko: "RoI가 내는 클래스 손실과 상자 손실을 셈해요", en: "Work out what a RoI pays for its class and its box" },
  answerSchema: z.strictObject({ losses: z.array(z.number().int().min(0).max(5000).nullable()).max(8).readonly() }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: ({ asked, lambda, rois }) => {
    const what = asked === "box" ? PROMPTS.box : rois.some(({ iou }) => iou !== null) ? PROMPTS.drawn : PROMPTS.all;
    const weight = asked === "box" ? "" : ` λ\u00a0=\u00a0${lambda}.`;
    return { ko: `${what.ko}${weight} ${RANGE.ko}`, en: `${what.en}${weight} ${RANGE.en}` };
  },
  empty: ({ rois }) => ({ losses: rois.map(() => null) }),
  hints,
  solve: ({ view }) => ({ losses: billsOf(view).map(({ due }) => inHundredths(due)) }),
  check: ({ rois }, { losses }) => {
    if (losses.length !== rois.length) return { ready: false, missing: { ko: "RoI마다 손실을 적어요", en: "Write a loss for each RoI" } };
    const open = losses.indexOf(null);
    return open < 0
      ? { ready: true }
      : { ready: false, missing: { ko: `RoI ${roiName(open)}의 손실을 적어요`, en: `Write the loss of RoI ${roiName(open)}` } };
  },
  grade({ view }, answer) {
    const { losses } = answer;
    const bills = billsOf(view);
    const { earned, total } = pointsOf(view, answer);
    const parts = bills.map((bill, i): Part => {
      const correct = isRight(bill.due, losses[i]);
      const name = `RoI ${roiName(i)}`;
      return {
        id: String(i),
        label: { ko: name, en: name },
        correct,
        earned: correct ? 1 : 0,
        total: 1,
        note: correct ? undefined : billWords(view, view.rois[i], bill),
      };
    });
    // Whoever rounds otherwise holds the same belief.
    const near = (played: Answer) =>
      played.losses.every((value, i) => value !== null && isRight(10 * value, losses[i])) && played.losses.length === losses.length;
    return {
      earned,
      total,
      parts,
      steps: bills.map((bill, roi) => ({ roi, bill, mine: losses[roi] ?? null })),
      misconceptions: earned === total ? [] : believersOf(rivals.beliefs, view, near),
      summary:
        earned === total
          ? { ko: `RoI ${total}개의 손실이 모두 맞아요.`, en: `The losses of all ${total} RoIs are right.` }
          : { ko: `RoI ${total}개 가운데 ${earned}개의 손실이 맞아요.`, en: `The losses of ${earned} of ${total} RoIs are right.` },
    };
  },
  slack: () => Infinity,
});
