import { estimate, ordering } from "@/lib/challenges/answers";
import { defineChallenge } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { josa, letter, num } from "@/lib/words";
import { generate, MARGIN, slackOf } from "./draw";
import { hints } from "./hints";
import { answerOf, BOUND, byNumber, PATCHES, responsesOf, type Answer, type View } from "./instance";
import { pointsOf } from "./points";
import { rivals } from "./rivals";
import { findings } from "./words";

export type { Answer, View } from "./instance";

/** A patch, an asked cell or an asked weight: its number, and what was answered there. */
export interface Step {
  readonly item: number;
  readonly value: number;
  readonly mine: number | null;
}

/** Most asked cells of a slide. */
const MOST = 6;

const PROMPTS: Readonly<Record<View["task"], (view: View) => Text>> = {
  pick: ({ kernel }) =>
    kernel.length === 1
      ? {
          ko: "커널을 어느 조각에 댈 때 반응이 가장 클까요? 커널을 돌리지 않고 같은 자리끼리 곱해서 모두 더해요. 편향은 없어요.",
          en: "On which patch does the kernel respond most? Multiply place by place, without turning the kernel, and add everything up. There is no bias.",
        }
      : {
          ko: "입력 채널이 둘이라 커널도 둘이에요. 어느 조각에서 반응이 가장 클까요? 채널마다 같은 자리끼리 곱해서, 두 채널의 곱을 모두 더해요. 커널은 돌리지 않고 편향은 없어요.",
          en: "The input has two channels, so the filter has two kernels. On which patch does it respond most? Multiply place by place in each channel and add up the products of both. Kernels are not turned, and there is no bias.",
        },
  rank: () => ({
    ko: "우리 분류기의 첫 층 필터를 흑백으로 바꾸고 정수로 줄인 커널이에요. 반응이 큰 조각부터 차례로 골라 보세요. 커널을 돌리지 않고 같은 자리끼리 곱해서 모두 더하고, 편향은 없어요.",
    en: "A first-layer filter of our classifier, as a grey picture meets it, in whole numbers. Put the patches in order, the largest response first. Multiply place by place, without turning the kernel, and add everything up; there is no bias.",
  }),
  slide: ({ bias }) => ({
    ko: `5×5 지도 위로 커널을 보폭 2로 밀어요. 첫 칸에서는 커널의 한가운데가 지도의 1행 1열에 놓이고, 지도 밖은 0이에요. 커널은 돌리지 않아요. 편향 ${josa(num(bias), "을/를")} 더하고 ReLU를 거치면 글자가 적힌 칸은 얼마인가요?`,
    en: `The kernel slides over a 5×5 map by a stride of 2. At the first cell its middle lies on row 1, column 1 of the map; outside of the map there is 0. The kernel is not turned. With a bias of ${num(bias)} and after the ReLU, what stands in the cells with letters?`,
  }),
  weights: ({ bias, asked }) => ({
    ko: `커널의 가중치 ${asked.length}개가 가려졌어요. 조각마다 반응을 알아요. 반응은 같은 자리끼리 곱해서 모두 더하고(커널은 돌리지 않아요) 편향 ${josa(num(bias), "을/를")} 더한 값이고, 모두 양수라 ReLU도 그대로 두었어요. 가려진 가중치는 얼마인가요?`,
    en: `${asked.length} weights of the kernel are hidden. You know its response to each patch: products place by place, added up (the kernel is not turned), plus a bias of ${num(bias)}. All are positive, so a ReLU leaves them. What are the hidden weights?`,
  }),
};

/** What a filter answers to a patch, and what a patch says of a filter. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "filter-response",
  topic: "filter-weights",
  version: 1,
  title: { ko: "필터의 반응", en: "What a filter answers" },
  skill: { ko: "커널을 조각에 대고 반응을 구해요", en: "Lay a kernel on a patch and work out its response" },
  answerSchema: z.strictObject({
    order: ordering.schema(
      z
        .number()
        .int()
        .min(0)
        .max(PATCHES - 1),
      PATCHES,
    ),
    values: z.array(z.number().int().min(-BOUND).max(BOUND).nullable()).max(MOST).readonly(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: (view) => PROMPTS[view.task](view),
  empty: ({ asked }) => ({ order: [], values: asked.map(() => null) }),
  hints,
  solve: ({ view }) => answerOf(view) ?? { order: [], values: [] },
  check({ task, patches, asked }, { order, values }) {
    const ids = patches.map((_, i) => i);
    if (values.length !== asked.length || order.some((i) => !ids.includes(i)))
      return { ready: false, missing: { ko: "여기 있는 것에 답해요", en: "Answer what is asked here" } };
    if (task === "rank") return ordering.check(ids, order);
    if (task === "pick")
      return order.length === 1 ? { ready: true } : { ready: false, missing: { ko: "조각 하나를 골라요", en: "Choose one patch" } };
    return estimate.check(values, (i) => ({ ko: letter(i), en: letter(i) }));
  },
  grade({ view }, answer) {
    const points = pointsOf(view, answer);
    const { task, patches } = view;
    const whole = points.earned === points.total;
    const mine = JSON.stringify([answer.order, answer.values]);
    const compared = task === "pick" || task === "rank";
    const responses = compared ? responsesOf(view) : [];
    const right = answerOf(view) ?? { order: [], values: [] };
    const place = (i: number) => (answer.order.includes(i) ? answer.order.indexOf(i) + 1 : null);
    const steps: Step[] = compared
      ? patches.map((_, item) => ({ item, value: responses[item], mine: place(item) }))
      : (task === "weights" ? findings(view).map(({ weight }) => weight) : view.asked.map((_, i) => i)).map((item) => ({
          item,
          value: right.values[item] ?? 0,
          mine: answer.values[item] ?? null,
        }));
    const said = byNumber(responses).map((i) => `${letter(i)} ${num(responses[i])}`);
    const count = points.parts.filter(({ correct }) => correct).length;
    return {
      ...points,
      steps,
      misconceptions: whole ? [] : believersOf(rivals.beliefs, view, ({ order, values }) => JSON.stringify([order, values]) === mine),
      summary: compared
        ? { ko: `반응이 큰 차례는 ${josa(said.join(", "), "이에요/예요")}.`, en: `From the largest response: ${said.join(", ")}.` }
        : {
            ko: `${points.parts.length}개 가운데 ${count}개가 맞아요.`,
            en: `${count} of ${points.parts.length} numbers are right.`,
          },
    };
  },
  slack: ({ view }) => slackOf(view),
});
