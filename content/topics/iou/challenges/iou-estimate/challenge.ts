import { shareBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { josa, list } from "@/lib/words";
import { believedHundredths, type Idea } from "../../ideas";
import { FULL, fractionOf, hundredths, isKo, near, points, REACH, shown, type Measure } from "../../measures";
import { generate } from "./draw";
import { hints } from "./hints";
import type { Answer, Pair, View } from "./pairs";
import { IDEAS } from "./rivals";

export type { Answer, Pair, View } from "./pairs";

/** The replay walks through each pair: the two areas, ∩, ∪, the enclosing box where GIoU is asked, the verdict. */
export interface Step {
  readonly pair: number;
  readonly shows: "areas" | "shared" | "union" | "hull" | "verdict";
}

const NAME: Readonly<Record<Measure, string>> = { iou: "IoU", giou: "GIoU" };

/**
 * The ideas that lead to this guess: those whose number for the pair lies closest to it, within the tolerance and off the truth.
 * Ideas with the same number cannot be told apart, so all of them are named.
 */
function misconceptionsOf({ a, b, measure }: Pair, guess: number, tolerance: number): Idea[] {
  const truth = fractionOf(measure, a, b);
  const held = IDEAS.map(({ idea }) => ({ idea, value: believedHundredths(idea, measure, a, b) }))
    .filter(({ value }) => !near(value, truth, tolerance))
    // Whoever gives boxes that do not meet any IoU at all counts nearness, however much it is.
    .map(({ idea, value }) => ({ idea, off: idea === "near-counts" && guess > 0 ? 0 : Math.abs(value - guess) }));
  const least = Math.min(...held.map(({ off }) => off));
  return least > tolerance ? [] : held.filter(({ off }) => off === least).map(({ idea }) => idea);
}

function partOf(pair: Pair, index: number, guess: number | null, tolerance: number): Part {
  const truth = fractionOf(pair.measure, pair.a, pair.b);
  const earned = guess === null ? 0 : points(guess, truth, tolerance);
  const value = shown(hundredths(truth));
  const name = NAME[pair.measure];
  return {
    id: `pair-${index}`,
    label: { ko: `그림 ${index + 1} (${name})`, en: `Picture ${index + 1} (${name})` },
    correct: earned === FULL,
    earned,
    total: FULL,
    note:
      earned === FULL
        ? undefined
        : guess === null
          ? { ko: `${name} = ${value}.`, en: `${name} = ${value}.` }
          : { ko: `어림한 값은 ${isKo(shown(guess))}. 실제로는 ${isKo(value)}.`, en: `You said ${shown(guess)}; it is ${value}.` },
  };
}

/** Guess the IoU (later the GIoU) of three pairs of boxes by eye. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "iou-estimate",
  topic: "iou",
  version: 2,
  title: { ko: "IoU 눈대중", en: "IoU by eye" },
  skill: { ko: "두 상자의 IoU를 눈으로 어림해요", en: "Estimate the IoU of two boxes by eye" },
  band: {
    measure: { ko: "가장 큰 IoU", en: "largest IoU" },
    of: ({ view }) => shareBand(Math.max(...view.pairs.map(({ a, b }) => hundredths(fractionOf("iou", a, b)))), 20),
  },
  answerSchema: z.strictObject({ guesses: z.array(z.number().int().min(-100).max(100).nullable()).length(3) }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: ({ pairs, tolerance }) => {
    const both = pairs.some(({ measure }) => measure === "giou");
    return {
      ko: `세 그림에서 두 상자의 ${josa(list(both ? ["IoU", "GIoU"] : ["IoU"], "ko", "or"), "을/를")} 어림해 보세요. 오차가 ${shown(tolerance)} 안이면 만점, ${shown(REACH * tolerance)}부터는 0점이에요.`,
      en: `Estimate the ${both ? "IoU or GIoU" : "IoU"} of the two boxes in each picture. Within ${shown(tolerance)} earns full marks, ${shown(REACH * tolerance)} off earns none.`,
    };
  },
  empty: ({ pairs }) => ({ guesses: pairs.map(() => null) }),
  hints,
  solve: ({ view: { pairs } }) => ({ guesses: pairs.map(({ measure, a, b }) => hundredths(fractionOf(measure, a, b))) }),
  check(_, { guesses }) {
    const open = guesses.flatMap((guess, i) => (guess === null ? [i + 1] : []));
    if (open.length === 0) return { ready: true };
    return {
      ready: false,
      missing: {
        ko: `그림 ${josa(open.join(", "), "을/를")} 어림해요`,
        en: `Estimate ${open.length === 1 ? "picture" : "pictures"} ${open.join(", ")}`,
      },
    };
  },
  grade({ view: { pairs, tolerance } }, { guesses }) {
    const parts = pairs.map((pair, i) => partOf(pair, i, guesses[i] ?? null, tolerance));
    const misconceptions = pairs.flatMap((pair, i) => {
      const guess = guesses[i] ?? null;
      return guess === null || parts[i].correct ? [] : misconceptionsOf(pair, guess, tolerance);
    });
    const steps = pairs.flatMap(({ measure }, pair): Step[] => [
      { pair, shows: "areas" },
      { pair, shows: "shared" },
      { pair, shows: "union" },
      ...(measure === "giou" ? [{ pair, shows: "hull" } as const] : []),
      { pair, shows: "verdict" },
    ]);
    const right = parts.filter(({ correct }) => correct).length;
    return {
      earned: parts.reduce((sum, { earned }) => sum + earned, 0),
      total: FULL * parts.length,
      parts,
      steps,
      misconceptions: [...new Set(misconceptions)],
      summary: summaryOf(pairs, right),
    };
  },
  // Whole numbers compared with whole numbers: nothing can flip.
  slack: () => Infinity,
  evidence: ({ view: { pairs } }) => ({ a: pairs.flatMap(({ a }) => [...a]), b: pairs.flatMap(({ b }) => [...b]) }),
});

function summaryOf(pairs: readonly Pair[], right: number): Text {
  const values = pairs.map(({ measure, a, b }) => `${NAME[measure]} ${shown(hundredths(fractionOf(measure, a, b)))}`).join(", ");
  return {
    ko: `세 그림의 값은 차례로 ${isKo(values)}. ${["이번에는 만점이 없어요. 다시 보면서 감을 잡아 봐요.", "만점은 1개예요.", "만점은 2개예요.", "셋 다 만점이에요."][right]}`,
    en: `The three values are ${values}. ${["None was spot on this time: the replay helps to get a feel for it.", "One was spot on.", "Two were spot on.", "All three are spot on."][right]}`,
  };
}
