import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { josa, num, things } from "@/lib/words";
import { BINS, binName, hysteresis, type Hysteresis } from "../../bins";
import { generate, MARGIN, slackOf } from "./draw";
import { hints } from "./hints";
import { arrowsOf, blockWith, MOST, noBars, pointsOf, rightBars, solutionOf, type Answer, type View } from "./instance";
import { isOfBlock, rivals } from "./rivals";
import { blockTexts, madeOf } from "./words";

export type { Answer, View } from "./instance";

/** A gradient votes, then the block goes through L2-Hys: 0 length, 1 clip, 2 length again. */
export type Step = { readonly type: "vote"; readonly arrow: number } | { readonly type: "block"; readonly stage: 0 | 1 | 2 };

const blockOf = (view: View): Hysteresis | null => (view.block ? hysteresis(blockWith(rightBars(view), view.block)) : null);

function promptOf({ pixels, shared, block }: View): Text {
  const bins = {
    ko: "막대는 아홉 개, 0°부터 180°까지 20°씩이고 부호는 보지 않아요.",
    en: "Nine bars of 20° from 0° to 180°, unsigned.",
  };
  const votes = shared
    ? {
        ko: "기울기의 크기는 가운데가 가장 가까운 두 막대가 나눠요(Dalal과 Triggs).",
        en: "Each gradient's size is shared between the two bars whose middles are nearest (Dalal and Triggs).",
      }
    : {
        ko: "기울기의 크기는 통째로 한 막대에 들어가요(scikit-image).",
        en: "Each gradient's whole size goes to one bar (scikit-image).",
      };
  const source = pixels
    ? {
        ko: "가운데 네 픽셀의 기울기를 이웃한 픽셀의 차이로 구하고, ",
        en: "Work out the gradients of the four inner pixels, each from its two neighbours along a row and a column, and ",
      }
    : { ko: "이 칸의 기울기로 ", en: "From this cell's gradients, " };
  const last = block
    ? {
        ko: " 그다음 이 칸과 다른 세 칸으로 된 블록을 L2-Hys(0.2에서 자르기)로 정규화했을 때 가장 큰 수를 적어요.",
        en: " Then normalise the block of this cell and three others by L2-Hys, clipped at 0.2, and give its largest number.",
      }
    : { ko: "", en: "" };
  return {
    ko: `${source.ko}히스토그램을 세워 보세요. ${bins.ko} ${votes.ko}${last.ko}`,
    en: `${source.en}set up the histogram. ${bins.en} ${votes.en}${last.en}`,
  };
}

function barPart(view: View, truth: number, bar: number, bin: number): Part {
  const made = madeOf(view, bin);
  const note =
    truth === 0
      ? { ko: "이 방향을 가리키는 기울기가 없어요. 높이는 0.", en: "No gradient points this way: its height is 0." }
      : { ko: `높이는 ${num(truth)}: ${made}.`, en: `Its height is ${num(truth)}: ${made}.` };
  return {
    id: `bar-${bin}`,
    label: { ko: `막대 ${binName(bin)}`, en: `Bar ${binName(bin)}` },
    correct: bar === truth,
    earned: Math.max(0, truth - Math.abs(bar - truth)),
    total: truth,
    note: bar === truth ? undefined : note,
  };
}

/** Beliefs that give these very bars, and, where a block is asked for, this very number. */
function misconceptionsOf(view: View, { bars, largest }: Answer): string[] {
  const right = solutionOf(view);
  const barsRight = bars.every((bar, bin) => bar === right.bars[bin]);
  return rivals.beliefs.flatMap(({ misconception, play }) => {
    const played = play(view);
    if (played === null) return [];
    if (isOfBlock(misconception)) return largest !== right.largest && played.largest === largest ? [misconception] : [];
    return !barsRight && bars.every((bar, bin) => bar === played.bars[bin]) ? [misconception] : [];
  });
}

function summaryOf(view: View, wrong: number, block: Hysteresis | null, blockRight: boolean): Text {
  const bars =
    wrong === 0
      ? { ko: "막대 아홉 개가 모두 맞아요.", en: "All nine bars are right." }
      : {
          ko: `${things(wrong, { ko: "막대", en: "bar" }).ko}의 높이가 달라요.`,
          en: `${things(wrong, { ko: "막대", en: "bar" }).en} of nine ${wrong === 1 ? "has" : "have"} another height.`,
        };
  if (block === null) return bars;
  const value = num(block.after, 2);
  const last = blockRight
    ? { ko: `블록의 가장 큰 수도 ${josa(value, "으로/로")} 맞아요.`, en: `The block's largest number, ${value}, is right too.` }
    : { ko: `블록의 가장 큰 수는 ${josa(value, "이에요/예요")}.`, en: `The block's largest number is ${value}.` };
  return { ko: `${bars.ko} ${last.ko}`, en: `${bars.en} ${last.en}` };
}

/** Nine bars from the gradients of a cell; later from its pixels, with shared votes, and through the block's normalisation. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "hog-cell",
  topic: "hog-svm",
  version: 1,
  title: { ko: "HOG 칸 채우기", en: "Fill a HOG cell" },
  skill: { ko: "기울기로 칸의 히스토그램을 세워요", en: "Build a cell's histogram from its gradients" },
  band: { measure: { ko: "기울기 수", en: "gradients" }, of: ({ view }) => countBand(arrowsOf(view).length, 2) },
  answerSchema: z.strictObject({
    bars: z.array(z.number().int().min(0).max(MOST)).length(BINS),
    largest: z.number().int().min(0).max(100).nullable(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: promptOf,
  empty: () => ({ bars: noBars(), largest: null }),
  hints,
  solve: ({ view }) => solutionOf(view),
  check({ block }, { bars, largest }) {
    if (bars.every((bar) => bar === 0)) return { ready: false, missing: { ko: "막대를 세워요", en: "Set the bars" } };
    if (block !== null && largest === null)
      return { ready: false, missing: { ko: "블록의 가장 큰 수를 적어요", en: "Type the block's largest number" } };
    return { ready: true };
  },
  grade({ view }, answer) {
    const truth = rightBars(view);
    const { earned, total, block, blockTotal } = pointsOf(view, answer);
    const stages = blockOf(view);
    const bars = truth.flatMap((value, bin) => (value > 0 || answer.bars[bin] > 0 ? [barPart(view, value, answer.bars[bin], bin)] : []));
    const blockRight = block === blockTotal;
    const parts: Part[] = stages
      ? [
          ...bars,
          {
            id: "largest",
            label: { ko: "블록의 가장 큰 수", en: "The block's largest number" },
            correct: blockRight,
            earned: block,
            total: blockTotal,
            note: blockRight ? undefined : blockTexts(stages)[2],
          },
        ]
      : bars;
    return {
      earned,
      total,
      parts,
      steps: [
        ...arrowsOf(view).map((_, arrow): Step => ({ type: "vote", arrow })),
        ...(stages ? ([0, 1, 2] as const).map((stage): Step => ({ type: "block", stage })) : []),
      ],
      misconceptions: misconceptionsOf(view, answer),
      summary: summaryOf(view, bars.filter(({ correct }) => !correct).length, stages, blockRight),
    };
  },
  slack: ({ view }) => slackOf(view),
});
