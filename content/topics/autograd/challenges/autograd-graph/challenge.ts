import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { BackwardStep } from "@/lib/engine/autograd";
import { list } from "@/lib/words";
import { tapeOf } from "../../walk";
import { BOUND, generate } from "./draw";
import { hints } from "./hints";
import { pointsOf, slackOf, valuesOf, type Answer, type View } from "./instance";
import { rivals } from "./rivals";
import { askedName, linesOf, reasonOf } from "./words";

export type { Answer, View } from "./instance";
export { BOUND } from "./draw";

/** Most numbers that are asked for in one graph. */
const MOST = 14;

/** What arrives at each node of a graph on the way back? */
export const challenge = defineChallenge<View, null, Answer, BackwardStep>({
  kind: "autograd-graph",
  topic: "autograd",
  version: 1,
  title: { ko: "그래프 거슬러 가기", en: "Back through the graph" },
  skill: { ko: "경로를 따라 곱하고, 만나는 곳에서 더해요", en: "Multiply along paths, add where they meet" },
  answerSchema: z.strictObject({ values: z.array(z.number().int().min(-BOUND).max(BOUND).nullable()).max(MOST).readonly() }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt({ nodes, asked }) {
    const lines = linesOf(nodes).join(", ");
    const locals = asked.some(({ of }) => of === "local");
    return {
      ko: `${lines}. ${locals ? "표시한 화살표의 국소 기울기와 " : ""}마디마다 ∂L/∂마디를 적어 보세요.`,
      en: `${lines}. Write ${locals ? "the local slope of the marked arrows and " : ""}∂L/∂node for every node.`,
    };
  },
  empty: ({ asked }) => ({ values: asked.map(() => null) }),
  hints,
  solve: ({ view }) => ({ values: valuesOf(view) }),
  check(view, { values }) {
    const open = values.length === view.asked.length ? values.indexOf(null) : 0;
    if (open < 0) return { ready: true };
    const name = askedName(view, view.asked[open]);
    return { ready: false, missing: { ko: `${name} 칸을 채워요`, en: `Fill in ${name}` } };
  },
  grade({ view }, answer) {
    const truth = valuesOf(view);
    const parts = pointsOf(view, truth, answer).map(({ correct, total }, i): Part => {
      const asked = view.asked[i];
      const name = askedName(view, asked);
      return {
        id: name,
        label: { ko: name, en: name },
        correct,
        earned: correct ? total : 0,
        total,
        note: correct ? undefined : reasonOf(view, asked),
      };
    });
    const sum = (key: "earned" | "total") => parts.reduce((all, part) => all + part[key], 0);
    const wrong = parts.filter(({ correct }) => !correct).map(({ id }) => id);
    const mine = JSON.stringify(answer.values);
    return {
      earned: sum("earned"),
      total: sum("total"),
      parts,
      steps: tapeOf(view.nodes).steps,
      misconceptions: wrong.length === 0 ? [] : believersOf(rivals.beliefs, view, ({ values }) => JSON.stringify(values) === mine),
      summary:
        wrong.length === 0
          ? { ko: "기울기가 모두 맞아요.", en: "All gradients are right." }
          : { ko: `다시 볼 곳: ${list(wrong, "ko")}.`, en: `Look again at ${list(wrong, "en")}.` },
    };
  },
  slack: ({ view }) => slackOf(view),
});
