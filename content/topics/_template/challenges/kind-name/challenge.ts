import { defineChallenge } from "@/lib/challenges/contract";
import * as z from "@/lib/challenges/schema";
import { seeded } from "@/lib/engine/random";

export interface Instance {
  readonly boxes: number;
}
export interface View {
  readonly boxes: number;
}
export interface Answer {
  readonly count: number | null;
}
export interface Step {
  readonly counted: number;
}

/** A model challenge: count the boxes. Replace with the topic's own. */
export const challenge = defineChallenge<Instance, View, Answer, Step>({
  kind: "kind-name",
  topic: "topic-id",
  version: 1,
  title: { ko: "상자 세기", en: "Count the boxes" },
  skill: { ko: "상자의 수를 세어요", en: "Count boxes" },
  answerSchema: z.strictObject({ count: z.number().int().min(0).max(100).nullable() }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,
  generate: (seed, level) => ({ boxes: seeded(`kind-name/${seed}/${level}`).int(2, 2 + 2 * level) }),
  view: ({ boxes }) => ({ boxes }),
  prompt: () => ({ ko: "상자가 모두 몇 개인가요?", en: "How many boxes are there?" }),
  empty: () => ({ count: null }),
  solve: ({ boxes }) => ({ count: boxes }),
  // An answer that may never be left open returns { ready: false, missing } here; its text becomes the button.
  check: () => ({ ready: true }),
  grade: ({ boxes }, { count }) => {
    const correct = count === boxes;
    return {
      earned: correct ? 1 : 0,
      total: 1,
      parts: [{ id: "count", label: { ko: "개수", en: "Count" }, correct, earned: correct ? 1 : 0, total: 1 }],
      steps: Array.from({ length: boxes }, (_, i) => ({ counted: i + 1 })),
      misconceptions: count === boxes + 1 ? ["off-by-one"] : [],
      summary: { ko: `상자는 ${boxes}개예요.`, en: `There are ${boxes} boxes.` },
    };
  },
  // Whole numbers: nothing can flip.
  slack: () => Infinity,
});
