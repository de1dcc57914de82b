import { defineChallenge } from "@/lib/challenges/contract";
import * as z from "@/lib/challenges/schema";
import { seeded } from "@/lib/engine/random";

export interface View {
  /** Left edges of the boxes, pixels. */
  readonly boxes: readonly number[];
}
export interface Answer {
  readonly count: number | null;
}
export interface Step {
  readonly counted: number;
}

/** A model challenge: count the boxes. Replace with the topic's own. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "kind-name",
  topic: "topic-id",
  version: 1,
  title: { ko: "상자 세기", en: "Count the boxes" },
  skill: { ko: "상자의 수를 세어요", en: "Count boxes" },
  answerSchema: z.strictObject({ count: z.number().int().min(0).max(100).nullable() }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,
  // What only the grader may know goes into `truth`; here the picture says it all.
  generate(seed, level) {
    const random = seeded(`kind-name/${seed}/${level}`);
    return { view: { boxes: Array.from({ length: random.int(3, 10 + 2 * level) }, (_, i) => 6 + 12 * i) }, truth: null };
  },
  prompt: () => ({ ko: "상자가 모두 몇 개인가요?", en: "How many boxes are there?" }),
  empty: () => ({ count: null }),
  // The text of what is missing becomes the label of the primary button.
  check: (_, { count }) => (count === null ? { ready: false, missing: { ko: "개수를 정해요", en: "Set the count" } } : { ready: true }),
  // Each costs a star. The first two say nothing that the prompt does not; the step is of this very picture, and does not pass alone.
  hints: {
    asked: () => ({ ko: "그림에 있는 상자를 빠짐없이 한 번씩 세요.", en: "Count every box of the picture, each once." }),
    rule: () => ({ ko: "왼쪽 끝에서 시작해 오른쪽으로 하나씩 더해요.", en: "Begin at the left and add one for each box to the right." }),
    step: ({ view: { boxes } }) => {
      const half = Math.floor(boxes.length / 2);
      return { text: { ko: `왼쪽 절반에는 ${half}개가 있어요.`, en: `The left half has ${half}.` }, answer: { count: half } };
    },
  },
  solve: ({ view: { boxes } }) => ({ count: boxes.length }),
  grade: ({ view: { boxes } }, { count }) => {
    const correct = count === boxes.length;
    return {
      earned: correct ? 1 : 0,
      total: 1,
      parts: [{ id: "count", label: { ko: "개수", en: "Count" }, correct, earned: correct ? 1 : 0, total: 1 }],
      steps: boxes.map((_, i) => ({ counted: i + 1 })),
      misconceptions: count === boxes.length + 1 ? ["off-by-one"] : [],
      summary: { ko: `상자는 ${boxes.length}개예요.`, en: `There are ${boxes.length} boxes.` },
    };
  },
  // Whole numbers: nothing can flip.
  slack: () => Infinity,
});
