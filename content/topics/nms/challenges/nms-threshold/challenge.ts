import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { josa, tally } from "@/lib/words";
import { generate, MARGIN } from "./draw";
import { hints } from "./hints";
import { rivals } from "./rivals";
import {
  allOnce,
  CHOICES,
  rightChoices,
  slackOf,
  stepAt,
  windowOf,
  type Answer,
  type Instance,
  type Step,
  type Truth,
  type View,
} from "./instance";

export type { Answer, Instance, Step, Truth, View } from "./instance";

const two = (value: number) => value.toFixed(2);

/** The right stretch in words, with its two ends: how much neighbours overlap, how little duplicates do. */
function windowText(instance: Instance): Text {
  const [low, high] = windowOf(instance) ?? [0, 1];
  return {
    ko: `이웃끼리는 IoU가 ${two(low)}까지 겹치고, 중복은 ${two(high)}부터 겹쳐요. 그 사이의 값이면 모두 한 번씩 남아요.`,
    en: `Neighbours overlap by up to ${two(low)}, duplicates by ${two(high)} or more: any threshold in between keeps every object once.`,
  };
}

/** What became of one object at the learner's threshold. */
function partOf(n: number, object: number): Part {
  const note: Text | undefined =
    n === 1
      ? undefined
      : n === 0
        ? { ko: "이웃의 상자에 밀려 사라졌어요. 임계값이 너무 낮아요.", en: "lost to a neighbour's box: the threshold is too low." }
        : { ko: `상자가 ${n}개 남았어요. 임계값이 너무 높아요.`, en: `kept ${n} times: the threshold is too high.` };
  return {
    id: `object-${object}`,
    label: { ko: `물체 ${object + 1}`, en: `Object ${object + 1}` },
    correct: n === 1,
    earned: n === 1 ? 1 : 0,
    total: 1,
    note,
  };
}

/** Choose the threshold at which NMS keeps every object exactly once. A point per object kept once, two taken per object lost or doubled. */
export const challenge = defineChallenge<View, Truth, Answer, Step>({
  kind: "nms-threshold",
  topic: "nms",
  version: 2,
  title: { ko: "NMS 임계값 고르기", en: "Choose the NMS threshold" },
  skill: { ko: "모든 물체가 한 번씩만 남는 임계값을 찾아요", en: "Find the threshold that keeps every object once" },
  band: { measure: { ko: "상자 수", en: "boxes" }, of: ({ view }) => countBand(view.boxes.length, 3) },
  answerSchema: z.strictObject({ hundredths: z.number().int().min(5).max(95).multipleOf(5).nullable() }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate(seed, level) {
    const { objects, ...view } = generate(seed, level);
    return { view, truth: { objects } };
  },
  prompt: ({ sprites }) => ({
    ko: `${CLASS_NAMES[sprites[0].cls].ko} ${josa(tally(sprites.length, CLASS_NAMES[sprites[0].cls].ko), "이/가")} 저마다 상자 하나씩만 남게 하는 IoU 임계값을 골라요. IoU가 임계값보다 크면 지워요.`,
    en: `Choose the IoU threshold that leaves each of the ${sprites.length} objects (${CLASS_NAMES[sprites[0].cls].en}) exactly one box. A box falls when its IoU is above the threshold.`,
  }),
  empty: () => ({ hundredths: null }),
  hints,
  solve: ({ view, truth }) => {
    const right = rightChoices({ ...view, ...truth });
    return { hundredths: right[Math.floor(right.length / 2)] };
  },
  check: (_, { hundredths }) =>
    hundredths === null ? { ready: false, missing: { ko: "임계값을 정해요", en: "Set the threshold" } } : { ready: true },
  grade({ view, truth }, { hundredths }) {
    const instance: Instance = { ...view, ...truth };
    const total = instance.sprites.length;
    const steps = CHOICES.map((choice) => stepAt(instance, choice));
    const mine = steps.find((s) => s.hundredths === hundredths);
    const why = windowText(instance);
    if (!mine) return { earned: 0, total, parts: [], steps, misconceptions: [], summary: why };
    const once = mine.perObject.filter((n) => n === 1).length;
    const misconceptions = allOnce(mine) ? [] : believersOf(rivals.beliefs, view, (played) => played.hundredths === hundredths);
    const verdict: Text = allOnce(mine)
      ? { ko: "딱 맞아요.", en: "Just right." }
      : {
          ko: `물체 ${total}개 중 상자가 하나만 남은 것은 ${once}개예요.`,
          en: `Only ${once} of ${total} ${once === 1 ? "was" : "were"} kept once.`,
        };
    return {
      earned: Math.max(0, once - 2 * (total - once)),
      total,
      parts: mine.perObject.map(partOf),
      steps,
      misconceptions,
      summary: { ko: `${verdict.ko} ${why.ko}`, en: `${verdict.en} ${why.en}` },
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view: { boxes } }) => {
    const flat = boxes.flatMap((b) => b.box);
    return { a: flat, b: flat };
  },
});
