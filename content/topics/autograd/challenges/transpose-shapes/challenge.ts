import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import { list } from "@/lib/words";
import { generate } from "./draw";
import { hints } from "./hints";
import { askName, pointsOf, solve, type Answer, type View } from "./instance";
import { rivals } from "./rivals";
import { LAYOUT_WORDS, reasonOf } from "./words";

export type { Answer, View } from "./instance";

/** Most entries of an answer, and the largest side of a matrix that can be typed. */
const MOST = 20;
export const SIDE = 12;

/** An ask, and whether it was answered rightly. */
export interface Step {
  readonly ask: number;
  readonly correct: boolean;
}

/** Which blocks stand in the products of a linear layer, and which of them are turned? */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "transpose-shapes",
  topic: "autograd",
  version: 1,
  title: { ko: "블록 맞추기", en: "Make the blocks fit" },
  skill: { ko: "선형층의 순전파와 역전파에서 무엇을 전치할지 정해요", en: "Say what is transposed in a linear layer, forward and back" },
  answerSchema: z.strictObject({ picks: z.array(z.number().int().min(0).max(SIDE).nullable()).max(MOST).readonly() }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt({ layers, chained, asks }) {
    const [first, second] = layers;
    const shapes = asks.some(({ of }) => of === "shape");
    const back = asks.some(({ of }) => of === "x");
    const square = [first.n, first.inputs, first.outputs, second.outputs].every((side) => side === first.n);
    const row = chained
      ? { ko: "두 층을 이었어요(x₂ = y₁).", en: "Two layers in a row (x₂ = y₁)." }
      : { ko: "한 층짜리 신경망이 둘이에요.", en: "Two networks of one layer each." };
    const equal = square
      ? { ko: " 크기가 모두 같아서 무엇을 곱해도 모양은 맞아요.", en: " All sizes are equal: every product fits." }
      : { ko: "", en: "" };
    const gradient = back
      ? { ko: " G는 그 층의 출력에 닿은 기울기 ∂L/∂y예요.", en: " G is the gradient ∂L/∂y that arrives at a layer's output." }
      : { ko: "", en: "" };
    return {
      ko: `${row.ko} 1층은 ${LAYOUT_WORDS[first.layout].ko}, 2층은 ${LAYOUT_WORDS[second.layout].ko}. 예 하나가 한 줄이에요.${equal.ko}${gradient.ko} ${shapes ? "W의 모양과 " : ""}곱의 두 칸을 채워 보세요. 같은 줄은 두 층이 함께 맞아야 온 점수예요.`,
      en: `${row.en} Layer 1 is ${LAYOUT_WORDS[first.layout].en}, layer 2 ${LAYOUT_WORDS[second.layout].en}. Each example is a row.${equal.en}${gradient.en} Fill in ${shapes ? "the shapes of W and " : ""}both factors. A product counts in full where it is right in both layers.`,
    };
  },
  empty: ({ asks }) => ({ picks: asks.flatMap(({ of }) => [null, of === "b" ? 0 : null]) }),
  hints,
  solve: ({ view }) => solve(view),
  check({ asks }, { picks }) {
    const open = picks.length === 2 * asks.length ? picks.indexOf(null) : 0;
    if (open < 0) return { ready: true };
    const name = askName(asks[open >> 1]);
    return { ready: false, missing: { ko: `${name} 칸을 채워요`, en: `Fill in ${name}` } };
  },
  grade({ view }, answer) {
    const points = pointsOf(view, solve(view), answer);
    const parts = points.map(({ correct, earned, total }, i): Part => {
      const ask = view.asks[i];
      const name = askName(ask);
      return {
        id: `${ask.of}-${ask.layer}`,
        label: { ko: name, en: name },
        correct,
        earned,
        total,
        note: correct ? undefined : reasonOf(view, ask),
      };
    });
    const sum = (key: "earned" | "total") => points.reduce((all, point) => all + point[key], 0);
    const wrong = parts.filter(({ correct }) => !correct).map(({ label }) => label.en);
    const mine = JSON.stringify(answer.picks);
    return {
      earned: sum("earned"),
      total: sum("total"),
      parts,
      steps: points.map(({ correct }, ask) => ({ ask, correct })),
      misconceptions: wrong.length === 0 ? [] : believersOf(rivals.beliefs, view, ({ picks }) => JSON.stringify(picks) === mine),
      summary:
        wrong.length === 0
          ? { ko: "블록이 모두 맞물려요.", en: "Every block is in its place." }
          : { ko: `다시 볼 곳: ${list(wrong, "ko")}.`, en: `Look again at ${list(wrong, "en")}.` },
    };
  },
  // Whole numbers: nothing can flip.
  slack: () => Infinity,
});
