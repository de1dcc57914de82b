import { defineChallenge, type Level, type Part, type Readiness } from "@/lib/challenges/contract";
import { PASS_SCORE } from "@/lib/challenges/score";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { cellName, josa, num, percent } from "@/lib/words";
import { against, best, CELL, CELLS, positive, SIDE, total } from "./cells";
import { generate } from "./draw";
import { hints } from "./hints";
import { covered, perfect, pointsOf, type Answer, type Truth, type View } from "./instance";
import { rivals } from "./rivals";
import { stepsOf, type Step } from "./steps";
import { askedName, GRIDS } from "./words";

export type { Answer, Truth, View } from "./instance";
export type { Step } from "./steps";

const cells = z
  .array(
    z
      .number()
      .int()
      .min(0)
      .max(CELLS - 1),
  )
  .max(CELLS)
  .readonly();

const SIDES = ["hot", "cold"] as const;
type Side = (typeof SIDES)[number];
/** What is looked for on a side of the map, none below 0. */
const valuesOf = ({ map }: Truth, side: Side) => (side === "hot" ? positive(map) : against(map));
const sidesOf = ({ cold }: View): readonly Side[] => (cold > 0 ? SIDES : ["hot"]);
const same = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((cell) => b.includes(cell));

/** The level that a view was drawn for: only its beliefs are wrong there. */
function levelOf({ set, cold, channels }: View): Level {
  if (channels.length > 0) return channels[0].gradients ? 5 : 4;
  return set === "one" ? 1 : cold > 0 ? 3 : 2;
}

/** How much of what the best cells hold lies in those that were marked, 0 … 1. */
function caught(values: readonly number[], marked: readonly number[], count: number): number {
  const held = (list: readonly number[]) => total(list.map((cell) => values[cell]));
  const most = held(best(values, count));
  return most === 0 ? 0 : held(marked) / most;
}

/** Where the heat was, a sentence for who did not pass: on the asked object, where scenes decide; in the hottest cell, where numbers do. */
function whereLine(view: View, { map }: Truth): Text {
  const heat = positive(map);
  const name = askedName(view);
  if (name === null || view.asked === null) {
    const [hottest] = best(heat, 1);
    const cell = cellName(hottest, SIDE);
    const sum = num(heat[hottest], Number.isInteger(heat[hottest]) ? 0 : 2);
    return {
      ko: ` 가장 뜨거운 칸은 ${josa(cell.ko, "이에요/예요")}. 거기서 Σ α·A는 ${josa(sum, "이에요/예요")}.`,
      en: ` The hottest is ${cell.en.toLowerCase()}, where Σ α·A is ${sum}.`,
    };
  }
  const on = covered([view.objects[view.asked]]).map((pixels) => pixels / (CELL * CELL));
  const share = percent(total(heat.map((value, cell) => value * on[cell])) / (total(heat) || 1));
  return {
    ko: ` 맵의 열기는 ${josa(share, "이/가")} ${name.ko} 상자 안에 있었어요.`,
    en: ` Of the map's heat, ${share} lay in the box of the ${name.en}.`,
  };
}

/** Where does the map of a class have its heat? */
export const challenge = defineChallenge<View, Truth, Answer, Step>({
  kind: "gradcam-regions",
  topic: "grad-cam",
  version: 1,
  title: { ko: "Grad-CAM 영역 맞히기", en: "Predict the Grad-CAM regions" },
  skill: { ko: "Grad-CAM의 열기가 어디에 모이는지 내다봐요", en: "Predict where Grad-CAM's heat gathers" },
  answerSchema: z.strictObject({ hot: cells, cold: cells }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate,
  prompt: (view) => {
    const { hot, cold, channels } = view;
    const name = askedName(view);
    const marks = {
      ko: `가장 뜨거운 ${hot}칸에 있는 열기의 90% 이상을 담으면 만점, 35% 이하면 0점이에요.`,
      en: `Full marks if your cells hold 90% or more of the heat in the ${hot} hottest ones, none at 35% or less.`,
    };
    if (name !== null && cold > 0) {
      return {
        ko: `마지막 합성곱 층에서 그린 ‘${name.ko}’의 맵이에요. ReLU를 씌우기 전에 찬성이 가장 강한 ${hot}칸과 반대가 가장 강한 ${cold}칸을 골라 보세요. 두 쪽의 점수가 절반씩이고, 쪽마다 90% 이상을 담으면 만점, 35% 이하면 0점이에요.`,
        en: `The last convolution's map for “${name.en}”, before the ReLU. Mark the ${hot} cells that speak most for it and the ${cold} that speak most against it. Each side is half of the points: all of them at 90% or more, none at 35% or less.`,
      };
    }
    if (name !== null) {
      return {
        ko: `마지막 합성곱 층에서 그린 ‘${name.ko}’의 Grad-CAM이에요. 열기가 가장 많은 ${hot}칸을 골라 보세요. 반대하는 증거는 0으로 쳐요. ${marks.ko}`,
        en: `Grad-CAM for “${name.en}” at the last convolution. Mark the ${hot} cells with most heat. Evidence against counts as 0. ${marks.en}`,
      };
    }
    const open = channels[0].gradients === null;
    return {
      ko: `진짜 채널 ${channels.length}개의 값과 ${open ? "지어낸 α가" : "기울기가"} 있어요. ${open ? "" : "기울기는 채널의 네 구역에서 하나씩 잰 것이고, α는 그 넷의 평균이에요. "}ReLU(Σ α·A)에서 가장 뜨거운 ${hot}칸을 골라 보세요. 그림은 답과 상관없어요. ${marks.ko}`,
      en: `${channels.length} real channels with ${open ? "made-up α" : "their gradients"}. ${open ? "" : "The gradients are those of the channel's four quarters, and α is their mean. "}Mark the ${hot} hottest cells of ReLU(Σ α·A). The picture decides nothing. ${marks.en}`,
    };
  },
  empty: () => ({ hot: [], cold: [] }),
  hints,
  solve: ({ view, truth }) => perfect(view, truth),
  check(view, answer): Readiness {
    if (SIDES.some((side) => new Set(answer[side]).size !== answer[side].length))
      return { ready: false, missing: { ko: "칸마다 한 번만 골라요", en: "Mark each cell once" } };
    if (answer.hot.some((cell) => answer.cold.includes(cell)))
      return { ready: false, missing: { ko: "한 칸은 뜨겁거나 차갑거나, 하나만이에요", en: "A cell is hot or cold, not both" } };
    for (const side of SIDES) {
      const left = view[side] - answer[side].length;
      if (left > 0) return { ready: false, missing: { ko: `${GRIDS[side].ko} ${left}개 더 골라요`, en: `Mark ${left} more ${side}` } };
      if (left < 0) return { ready: false, missing: { ko: `${GRIDS[side].ko} ${-left}개를 빼요`, en: `Take ${-left} ${side} back` } };
    }
    return { ready: true };
  },
  grade({ view, truth }, answer) {
    const right = perfect(view, truth);
    const points = pointsOf(view, truth, answer);
    const parts = sidesOf(view).flatMap((side) => {
      const values = valuesOf(truth, side);
      const whole = total(values);
      const listed = [...new Set([...right[side], ...answer[side]])].sort((a, b) => a - b);
      return listed.map((cell): Part => {
        const [wanted, marked] = [right[side].includes(cell), answer[side].includes(cell)];
        const name = cellName(cell, SIDE);
        const fault: Text = wanted ? { ko: "놓친 칸이에요.", en: "Missed." } : { ko: "잘못 고른 칸이에요.", en: "Marked wrongly." };
        const share = percent(whole === 0 ? 0 : values[cell] / whole);
        return {
          id: `${side}-${cell}`,
          label: { ko: `${GRIDS[side].ko}: ${name.ko}`, en: `${GRIDS[side].en}: ${name.en.toLowerCase()}` },
          correct: wanted === marked,
          earned: wanted && marked ? values[cell] : 0,
          total: wanted ? values[cell] : 0,
          note:
            wanted === marked
              ? undefined
              : side === "hot"
                ? {
                    ko: `${fault.ko} 맵 전체 열기의 ${josa(share, "이/가")} 여기 있어요.`,
                    en: `${fault.en} ${share} of the map's heat is here.`,
                  }
                : {
                    ko: `${fault.ko} 반대하는 증거의 ${josa(share, "이/가")} 여기 있어요.`,
                    en: `${fault.en} ${share} of the evidence against is here.`,
                  },
        };
      });
    });
    const earned = points.hot + points.cold;
    const level = levelOf(view);
    const where: Text = earned < PASS_SCORE ? whereLine(view, truth) : { ko: "", en: "" };
    const shares = sidesOf(view).map((side) => percent(caught(valuesOf(truth, side), answer[side], view[side])));
    return {
      earned,
      total: 100,
      parts,
      steps: stepsOf(truth, view.cold > 0),
      // A belief that is right at a level, or near enough, is no misconception there.
      misconceptions:
        earned >= PASS_SCORE
          ? []
          : rivals.beliefs.flatMap(({ misconception, levels, play }) => {
              const played = levels.includes(level) ? play(view) : null;
              return played !== null && same(played.hot, answer.hot) && same(played.cold, answer.cold) ? [misconception] : [];
            }),
      summary:
        shares.length > 1
          ? {
              ko: `찬성이 가장 강한 ${view.hot}칸에서는 찬성 증거의 ${josa(shares[0], "을/를")}, 반대가 가장 강한 ${view.cold}칸에서는 반대 증거의 ${josa(shares[1], "을/를")} 잡았어요.`,
              en: `You caught ${shares[0]} of the evidence for that its ${view.hot} strongest cells hold, and ${shares[1]} of the evidence against in its ${view.cold} strongest.`,
            }
          : {
              ko: `가장 뜨거운 ${view.hot}칸에 있는 열기의 ${josa(shares[0], "을/를")} 잡았어요.${where.ko}`,
              en: `You caught ${shares[0]} of the heat that the ${view.hot} hottest cells hold.${where.en}`,
            },
    };
  },
  slack: () => Infinity,
});
