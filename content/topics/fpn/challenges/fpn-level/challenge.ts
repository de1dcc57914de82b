import { labelling } from "@/lib/challenges/answers";
import { countBand } from "@/lib/challenges/band";
import { defineChallenge } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import { josa, num } from "@/lib/words";
import { generate, MARGIN } from "./draw";
import { hints } from "./hints";
import { choices, freeLevels, levelsOf, slackOf, type Answer, type View } from "./instance";
import { rivals } from "./rivals";
import { boxName, reasonOf } from "./words";

export type { Answer, View } from "./instance";

/** A box, the level of the formula, the one that is there, and what was answered. */
export interface Step {
  readonly box: number;
  readonly free: number;
  readonly level: number;
  readonly mine: number | null;
}

/** Most boxes of any level. */
const MOST = 7;

/** Which level of the pyramid reads a box? */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "fpn-level",
  topic: "fpn",
  version: 1,
  title: { ko: "어느 레벨에서 읽을까", en: "Which level reads it?" },
  skill: { ko: "상자마다 피라미드의 레벨을 정해요", en: "Give each box its level of the pyramid" },
  answerSchema: z.strictObject({ levels: labelling.schema(z.number().int().min(0).max(12), MOST) }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,
  band: { measure: { ko: "상자 수", en: "boxes" }, of: ({ view }) => countBand(view.boxes.length, 1) },

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: ({ k0, canonical, lowest, highest, formula, grid, width, height }) => {
    const rule = formula
      ? {
          ko: `식은 k = ⌊k0 + log2(√(wh) ÷ c)⌋, k0\u00a0=\u00a0${k0}, c\u00a0=\u00a0${josa(String(canonical), "이에요/예요")}.`,
          en: `The formula is k = ⌊k0 + log2(√(wh) ÷ c)⌋ with k0\u00a0=\u00a0${k0} and c\u00a0=\u00a0${canonical}.`,
        }
      : {
          ko: `기준은 레벨 k0\u00a0=\u00a0${k0}, 크기 c\u00a0=\u00a0${canonical}픽셀이에요.`,
          en: `The reference is level k0\u00a0=\u00a0${k0} at c\u00a0=\u00a0${canonical} pixels.`,
        };
    const sides =
      grid === 0
        ? { ko: "", en: "" }
        : {
            ko: ` 변의 길이는 눈금으로 재요. 한 칸이 ${grid}픽셀이에요.`,
            en: ` Measure the sides on the grid: a square is ${grid} pixels.`,
          };
    return {
      ko: `${num(width)}×${num(height)} 그림의 상자를 피라미드의 어느 레벨에서 읽을까요? 레벨은 P${lowest}부터 P${highest}까지 있어요. ${rule.ko}${sides.ko}`,
      en: `Which level of the pyramid reads each box of this ${num(width)}×${num(height)} picture? There are P${lowest} to P${highest}. ${rule.en}${sides.en}`,
    };
  },
  empty: ({ boxes }) => ({ levels: labelling.empty(boxes.length) }),
  hints,
  solve: ({ view }) => ({ levels: levelsOf(view) }),
  check: (view, { levels }) => labelling.check(view.boxes.length, levels, (level) => choices(view).includes(level)),
  grade({ view }, { levels }) {
    const truth = levelsOf(view);
    const free = freeLevels(view);
    const points = labelling.points({
      ids: view.boxes.map((_, i) => boxName(i)),
      truth,
      labels: levels,
      label: (id) => ({ ko: `상자 ${id}`, en: `Box ${id}` }),
      note: (id) =>
        reasonOf(
          view,
          view.boxes.findIndex((_, i) => boxName(i) === id),
        ),
    });
    const right = points.parts.filter(({ correct }) => correct).length;
    const mine = JSON.stringify(levels);
    return {
      ...points,
      steps: truth.map((level, box) => ({ box, free: free[box], level, mine: levels[box] ?? null })),
      misconceptions: right === truth.length ? [] : believersOf(rivals.beliefs, view, (played) => JSON.stringify(played.levels) === mine),
      summary:
        right === truth.length
          ? { ko: `상자 ${truth.length}개가 모두 제 레벨이에요.`, en: `All ${truth.length} boxes are on their levels.` }
          : {
              ko: `상자 ${truth.length}개 가운데 ${right}개가 제 레벨이에요.`,
              en: `${right} of ${truth.length} boxes are on their levels.`,
            },
    };
  },
  slack: ({ view }) => slackOf(view),
});
