import { selection } from "@/lib/challenges/answers";
import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import { num } from "@/lib/words";
import { drawInstance } from "./draw";
import { hints } from "./hints";
import { ascending, byLoss, mined, MOST_BOXES, numbersOf, pointsOf, truthOf, type Answer, type View } from "./instance";
import { beliefs } from "./rivals";
import { reasonOf, rulesOf } from "./words";

export type { Answer, View } from "./instance";

/** The replay counts positives, then goes down the boxes by their loss until there is no more room. */
export type Step = "count" | { readonly number: number; readonly kept: boolean };

function stepsOf(view: View): Step[] {
  const kept = mined(view);
  const order = byLoss(view);
  const last = order.indexOf(kept[kept.length - 1]);
  return ["count", ...order.slice(0, last + 1).map((number): Step => ({ number, kept: kept.includes(number) }))];
}

/** Which negatives SSD learns from: the hardest, a fixed number for each positive. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "hard-negatives",
  topic: "ssd",
  version: 1,
  title: { ko: "어려운 음성 골라내기", en: "Hard negatives" },
  skill: { ko: "학습에 남을 어려운 음성을 골라요", en: "Choose the hard negatives that stay in training" },
  band: { measure: { ko: "상자 수", en: "boxes" }, of: ({ view }) => countBand(view.boxes.length, 6) },
  answerSchema: z.strictObject({
    kept: selection.schema(z.number().int().min(1).max(MOST_BOXES), MOST_BOXES),
  }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt: rulesOf,
  empty: () => ({ kept: selection.empty }),
  hints,
  solve: ({ view }) => ({ kept: truthOf(view) }),
  check: (view, { kept }) =>
    selection.check(numbersOf(view), kept, { nothing: { ko: "남을 음성을 골라요", en: "Choose the negatives that are kept" } }),
  grade({ view }, answer) {
    const truth = truthOf(view);
    const parts = numbersOf(view).map((number): Part => {
      const [right, mine] = [truth.includes(number), answer.kept.includes(number)];
      return {
        id: num(number),
        label: { ko: `${num(number)}번 상자`, en: `Box ${num(number)}` },
        correct: right === mine,
        earned: right && mine ? 1 : 0,
        total: right ? 1 : 0,
        note: right === mine ? undefined : reasonOf(view, number),
      };
    });
    const points = pointsOf(view, answer, truth);
    const hits = answer.kept.filter((number) => truth.includes(number)).length;
    const extra = answer.kept.length - hits;
    const score = num(Math.round((100 * points.earned) / points.total));
    const said = ascending(answer.kept).join();
    const same = ({ kept }: Answer) => kept.join() === said;
    return {
      ...points,
      parts,
      steps: stepsOf(view),
      misconceptions: same({ kept: truth }) ? [] : believersOf(beliefs, view, same),
      summary: {
        ko: `남을 음성 ${num(truth.length)}개 가운데 ${num(hits)}개를 골랐고, 잘못 고른 것은 ${num(extra)}개예요. ${score}점이에요.`,
        en: `You chose ${num(hits)} of the ${num(truth.length)} negatives that are kept, and ${num(extra)} too many: ${score} points.`,
      },
    };
  },
  slack: () => Infinity,
});
