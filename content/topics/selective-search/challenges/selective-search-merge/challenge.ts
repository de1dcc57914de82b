import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part, type Readiness } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { josa, ordinal } from "@/lib/words";
import { generate, MARGIN } from "./draw";
import { hints } from "./hints";
import { afterMerge, momentsOf, rightMerges, samePair, segmentsOf, slackOf, truthOf, type Answer, type View } from "./instance";
import { rivals } from "./rivals";
import { firstWrong, stepsOf, type Step } from "./steps";
import { decisive, MEASURE_NAMES, measureWords, pairWords, sumOf, two } from "./words";

export type { Answer, View } from "./instance";
export type { Step } from "./steps";

/** Why the pair that was taken instead does not merge. */
function whyNot(view: View, { rated, best }: NonNullable<ReturnType<typeof firstWrong>>): Text {
  const [taken, right] = [pairWords(rated.pair), pairWords(best.pair)];
  if (!rated.touching)
    return {
      ko: `${josa(taken.ko, "은/는")} 서로 닿지 않아서, 아무리 비슷해도 합치지 않아요. 닿은 짝 가운데 ${josa(right.ko, "이/가")} 먼저예요.`,
      en: `${taken.en} do not touch, so however alike they are, they do not merge. Of the pairs that touch, ${right.en} come first.`,
    };
  const name = decisive(best, rated, view.measures);
  return {
    ko: `${taken.ko}: ${sumOf(rated, view.measures)}. ${right.ko}: ${sumOf(best, view.measures)}. ${josa(MEASURE_NAMES[name].ko, "이/가")} 갈랐어요(${two(rated.values[name])}, ${two(best.values[name])}).`,
    en: `${taken.en}: ${sumOf(rated, view.measures)}. ${right.en}: ${sumOf(best, view.measures)}. What parts them is ${MEASURE_NAMES[name].en} (${two(rated.values[name])} against ${two(best.values[name])}).`,
  };
}

/** Says what the answer lacks, merge by merge. */
function readiness(view: View, { merges }: Answer): Readiness {
  const ready = (at: number): Text =>
    view.merges === 1
      ? { ko: "합쳐질 두 영역을 골라요", en: "Choose the two regions that merge" }
      : { ko: `${ordinal(at + 1, "ko")} 짝을 골라요`, en: `Choose pair ${at + 1} of ${view.merges}` };
  let names: readonly string[] = segmentsOf(view);
  for (let at = 0; at < view.merges; at++) {
    const [a, b, ...more] = merges[at] ?? [];
    if (a === undefined || b === undefined) return { ready: false, missing: ready(at) };
    if (more.length > 0 || a === b || !names.includes(a) || !names.includes(b))
      return { ready: false, missing: { ko: "그림에 있는 두 영역을 골라요", en: "Choose two regions that are there" } };
    names = afterMerge(names, [a, b]);
  }
  return merges.length === view.merges ? { ready: true } : { ready: false, missing: ready(view.merges - 1) };
}

/** Which two neighbours does selective search merge next? Right merges count up to the first wrong one. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "selective-search-merge",
  topic: "selective-search",
  version: 1,
  title: { ko: "다음에 합쳐질 두 영역", en: "Which two merge next" },
  skill: { ko: "다음에 합쳐질 이웃한 두 영역을 골라요", en: "Pick the two neighbours that merge next" },
  band: { measure: { ko: "닿은 짝", en: "touching pairs" }, of: ({ view }) => countBand(momentsOf(view)[0].pairs.length, 8) },
  answerSchema: z.strictObject({ merges: z.array(z.array(z.string().regex(/^[A-L]{1,12}$/)).max(2)).max(3) }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: ({ measures, merges }) => {
    const [ko, en] = [measureWords(measures, "ko"), measureWords(measures, "en")];
    const by =
      measures.length === 1
        ? { ko: "색만 견줘서", en: "by colour alone" }
        : { ko: `${josa(ko, "을/를")} 더해서`, en: `by the sum of ${en}` };
    return {
      ko: `${by.ko} 가장 비슷한 이웃이 합쳐져요. ${merges === 1 ? "다음에 합쳐질 두 영역은 어느 것일까요?" : `합치기 ${merges}번을 차례로 해 보세요.`} 모서리만 닿아도 이웃이에요.`,
      en: `The most similar neighbours merge, ${by.en}. ${merges === 1 ? "Which two regions merge next?" : `Make the next ${merges} merges in order.`} Touching at a corner is enough to be neighbours.`,
    };
  },
  empty: () => ({ merges: [[]] }),
  hints,
  solve: ({ view }) => ({ merges: truthOf(view) }),
  check: readiness,
  grade({ view }, answer) {
    const truth = truthOf(view);
    const right = rightMerges(truth, answer);
    const wrong = firstWrong(view, answer);
    const parts = truth.map((_, i): Part => {
      const note: Text | undefined =
        i < right
          ? undefined
          : i > right
            ? { ko: "앞의 합치기가 달라서 남은 영역도 달라요.", en: "An earlier merge differs, so the regions are others by now." }
            : wrong
              ? whyNot(view, wrong)
              : { ko: "고른 짝이 없어요.", en: "No pair was chosen." };
      return {
        id: String(i),
        label: truth.length === 1 ? { ko: "합칠 짝", en: "The pair" } : { ko: `${ordinal(i + 1, "ko")} 합치기`, en: `Merge ${i + 1}` },
        correct: i < right,
        earned: i < right ? 1 : 0,
        total: 1,
        note,
      };
    });
    const same = ({ merges }: Answer) =>
      merges.length === answer.merges.length && merges.every((pair, i) => samePair(pair, answer.merges[i]));
    const whole = right === truth.length;
    return {
      earned: right,
      total: truth.length,
      parts,
      steps: stepsOf(view, answer),
      misconceptions: whole ? [] : believersOf(rivals.beliefs, view, same),
      summary: whole
        ? truth.length === 1
          ? { ko: "맞아요. 닿은 짝 가운데 가장 비슷한 둘이에요.", en: "Right: of the pairs that touch these two are most alike." }
          : { ko: `합치기 ${truth.length}번이 모두 맞아요.`, en: `All ${truth.length} merges are right.` }
        : truth.length === 1
          ? {
              ko: `${josa(pairWords(truth[0]).ko, "이/가")} 합쳐져요.`,
              en: `It is ${pairWords(truth[0]).en} that merge.`,
            }
          : right === 0
            ? {
                ko: "첫 합치기부터 달라요. 어긋난 뒤로는 영역이 달라서 세지 않아요.",
                en: "The first merge is another one. After a wrong one the regions are others, so it ends there.",
              }
            : {
                ko: `${truth.length}번 가운데 처음 ${right}번이 맞아요. 어긋난 뒤로는 영역이 달라서 세지 않아요.`,
                en: `The first ${right} of ${truth.length} merges are right. After a wrong one the regions are others, so it ends there.`,
              },
    };
  },
  slack: ({ view }) => slackOf(view),
});
