import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import { josa, letter, num } from "@/lib/words";
import { generate } from "./draw";
import { hints } from "./hints";
import { lateralName, levelName, topName, valuesOf, type Answer, type View } from "./instance";
import { rivals } from "./rivals";
import { askedName, reasonOf } from "./words";

export type { Answer, View } from "./instance";

/** An asked cell, what the engine puts there, and what was answered. */
export interface Step {
  readonly asked: number;
  readonly value: number;
  readonly mine: number | null;
}

/** Most cells of any level, and the largest number of a field. */
const MOST = 8;
export const BOUND = 300;

/** What stands in the merged map of a pyramid? */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "fpn-merge",
  topic: "fpn",
  version: 1,
  title: { ko: "내려가며 더하기", en: "Add on the way down" },
  skill: { ko: "성긴 지도를 키워 촘촘한 지도에 더해요", en: "Enlarge the coarse map and add it to the fine one" },
  answerSchema: z.strictObject({ values: z.array(z.number().int().min(-BOUND).max(BOUND).nullable()).max(MOST).readonly() }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: (view) => {
    const { laterals, weights } = view;
    const finest = levelName(view, laterals.length - 1);
    const maps = [topName(view), ...laterals.map((_, i) => lateralName(view, i))];
    const through =
      weights === null
        ? { ko: "", en: "" }
        : {
            ko: ` 옆의 지도는 채널이 둘이고, 무게가 ${weights.map((w) => num(w)).join(", ")}인 1×1을 먼저 거쳐요.`,
            en: ` The lateral map has two channels and first goes through a 1×1 with the weights ${weights.map((w) => num(w)).join(", ")}.`,
          };
    return {
      ko: `FPN이 ${maps.join(", ")}에서 ${josa(finest, "을/를")} 만들어요. 글자가 적힌 칸에는 어떤 수가 들어갈까요(3×3을 거치기 전)?${through.ko}`,
      en: `An FPN makes ${finest} of ${maps.join(", ")}. Which numbers stand in the cells with letters, before the 3×3?${through.en}`,
    };
  },
  empty: ({ asked }) => ({ values: asked.map(() => null) }),
  hints,
  solve: ({ view }) => ({ values: valuesOf(view) }),
  check({ asked }, { values }) {
    if (values.length !== asked.length) return { ready: false, missing: { ko: "칸을 모두 채워요", en: "Fill in every cell" } };
    const open = values.indexOf(null);
    return open < 0
      ? { ready: true }
      : { ready: false, missing: { ko: `${letter(open)} 칸의 수를 적어요`, en: `Write the number of cell ${letter(open)}` } };
  },
  grade({ view }, { values }) {
    const truth = valuesOf(view);
    const parts = truth.map((value, i): Part => {
      const correct = values[i] === value;
      return {
        id: letter(i),
        label: askedName(view, i),
        correct,
        earned: correct ? 1 : 0,
        total: 1,
        note: correct ? undefined : reasonOf(view, i),
      };
    });
    const right = parts.filter(({ correct }) => correct).length;
    const mine = JSON.stringify(values);
    return {
      earned: right,
      total: truth.length,
      parts,
      steps: truth.map((value, asked) => ({ asked, value, mine: values[asked] ?? null })),
      misconceptions: right === truth.length ? [] : believersOf(rivals.beliefs, view, (played) => JSON.stringify(played.values) === mine),
      summary:
        right === truth.length
          ? { ko: `칸 ${truth.length}개가 모두 맞아요.`, en: `All ${truth.length} cells are right.` }
          : { ko: `칸 ${truth.length}개 가운데 ${right}개가 맞아요.`, en: `${right} of ${truth.length} cells are right.` },
    };
  },
  // Whole numbers: nothing can flip.
  slack: () => Infinity,
});
