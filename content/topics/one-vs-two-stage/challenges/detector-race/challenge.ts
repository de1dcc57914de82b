import { defineChallenge, type Part } from "@/lib/challenges/contract";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { BANK } from "./bank";
import { generate, MARGIN } from "./draw";
import { RACE_ERRORS, results, slackOf, type Instance, type RaceError, type Step, type Truth, type View } from "./instance";
import { RUNNERS, titleOf } from "./runners";

export type { Instance, Step, Truth, View } from "./instance";

export interface Answer {
  /** Index of the runner that finds most; null until chosen. */
  readonly most: number | null;
  /** Index of the runner that needs the fewest multiplications. */
  readonly cheapest: number | null;
  /** The main kind of error of each runner; empty where not asked for. */
  readonly errors: readonly (RaceError | null)[];
}

const MOST_RUNNERS = 9;
const BET_POINTS = 3;

export const ERROR_NAMES: Readonly<Record<RaceError, Text>> = {
  none: { ko: "실수 없음", en: "no error" },
  missed: { ko: "놓침", en: "missed" },
  class: { ko: "이름 틀림", en: "wrong class" },
  box: { ko: "상자 어긋남", en: "poor box" },
  double: { ko: "중복", en: "double" },
  alarm: { ko: "헛것", en: "false alarm" },
};

const names = (list: readonly string[], locale: keyof Text) => list.map(titleOf).join(locale === "ko" ? ", " : " and ");

/** What the bets say of the learner's picture of the families. */
function misconceptionsOf(runners: readonly string[], steps: readonly Step[], { most, cheapest }: Answer): string[] {
  const found: string[] = [];
  const best = Math.max(...steps.map((step) => step.hits));
  const winners = steps.filter((step) => step.hits === best).map((step) => step.runner);
  if (most !== null && !winners.includes(runners[most])) {
    const facts = runners.map((name) => RUNNERS[name]);
    if (facts[most].stages === 2 && winners.every((name) => RUNNERS[name].stages === 1)) found.push("two-stage-always-better");
    if (facts.every(({ year }) => year <= facts[most].year)) found.push("newest-wins");
  }
  if (cheapest !== null && runners[cheapest] !== steps[0].runner) {
    if (RUNNERS[runners[cheapest]].proposals && !RUNNERS[steps[0].runner].proposals) found.push("few-proposals-cheap");
    if (steps[0].runner === "ssd" || steps[0].runner === "retinanet") found.push("many-boxes-slow");
  }
  return found;
}

/** Bet on who finds most, who computes least, and where each errs; the recorded race decides. */
export const challenge = defineChallenge<View, Truth, Answer, Step>({
  kind: "detector-race",
  topic: "one-vs-two-stage",
  version: BANK.version,
  title: { ko: "검출기 경주", en: "Detector race" },
  skill: { ko: "어떤 검출기가 무엇을 잘하고 어디서 틀리는지 내다봐요", en: "Foresee what each detector does well and where it errs" },
  answerSchema: z.strictObject({
    most: z
      .number()
      .int()
      .min(0)
      .max(MOST_RUNNERS - 1)
      .nullable(),
    cheapest: z
      .number()
      .int()
      .min(0)
      .max(MOST_RUNNERS - 1)
      .nullable(),
    errors: z.array(z.enum(RACE_ERRORS).nullable()).max(MOST_RUNNERS),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate(seed, level) {
    const { objects, runners, ...open } = generate(seed, level);
    return { view: { ...open, objects: objects.length, runners: runners.map(({ name }) => name) }, truth: { objects, runners } };
  },
  prompt: ({ objects, runners, asksErrors }) => ({
    ko: `물체 ${objects}개가 있는 이 그림에서 검출기 ${runners.length}개가 겨뤄요. ${asksErrors ? "누가 가장 많이 찾고, 누가 가장 적게 계산하고, 저마다 어디서 틀릴까요?" : "누가 가장 많이 찾고, 누가 가장 적게 계산할까요?"}`,
    en: `${runners.length} detectors race on this picture of ${objects} ${objects === 1 ? "object" : "objects"}. ${asksErrors ? "Who finds most, who computes least, and where does each err?" : "Who finds most, and who computes least?"}`,
  }),
  empty: ({ runners, asksErrors }) => ({ most: null, cheapest: null, errors: asksErrors ? runners.map(() => null) : [] }),
  solve({ view, truth }) {
    const instance: Instance = { ...view, ...truth };
    const steps = results(instance);
    const at = (name: string) => instance.runners.findIndex((runner) => runner.name === name);
    const best = steps.reduce((a, b) => (b.hits > a.hits ? b : a));
    return {
      most: at(best.runner),
      cheapest: at(steps[0].runner),
      errors: instance.asksErrors ? instance.runners.map(({ name }) => steps.find((step) => step.runner === name)?.main[0] ?? null) : [],
    };
  },
  check({ runners, asksErrors }, { most, cheapest, errors }) {
    const within = (index: number | null) => index !== null && index < runners.length;
    if (!within(most)) return { ready: false, missing: { ko: "가장 많이 찾을 선수를 골라요", en: "Choose who finds most" } };
    if (!within(cheapest)) return { ready: false, missing: { ko: "가장 적게 계산할 선수를 골라요", en: "Choose who computes least" } };
    const left = asksErrors ? runners.filter((_, i) => (errors[i] ?? null) === null).length : 0;
    if (left > 0)
      return {
        ready: false,
        missing: { ko: `실수 ${left}개를 더 골라요`, en: `${left} more ${left === 1 ? "error" : "errors"} to choose` },
      };
    return { ready: true };
  },
  grade({ view, truth }, answer) {
    const instance: Instance = { ...view, ...truth };
    const steps = results(instance);
    const runners = instance.runners.map(({ name }) => name);
    const best = Math.max(...steps.map((step) => step.hits));
    const winners = steps.filter((step) => step.hits === best).map((step) => step.runner);
    const cheapest = steps[0];
    const part = (id: string, label: Text, correct: boolean, total: number, note: Text): Part => ({
      id,
      label,
      correct,
      earned: correct ? total : 0,
      total,
      note: correct ? undefined : note,
    });
    const parts: Part[] = [
      part(
        "most",
        { ko: "가장 많이 찾은 선수", en: "Finds most" },
        answer.most !== null && winners.includes(runners[answer.most]),
        BET_POINTS,
        {
          ko: `${names(winners, "ko")}: ${instance.objects.length}개 중 ${best}개`,
          en: `${names(winners, "en")}: ${best} of ${instance.objects.length}`,
        },
      ),
      part(
        "cheapest",
        { ko: "가장 적게 계산한 선수", en: "Computes least" },
        answer.cheapest !== null && runners[answer.cheapest] === cheapest.runner,
        BET_POINTS,
        {
          ko: `${titleOf(cheapest.runner)}: 곱셈 ${Math.round(cheapest.cost)}백만 번`,
          en: `${titleOf(cheapest.runner)}: ${Math.round(cheapest.cost)} million multiplications`,
        },
      ),
    ];
    if (instance.asksErrors) {
      runners.forEach((name, i) => {
        const main = steps.find((step) => step.runner === name)?.main ?? [];
        const said = answer.errors[i] ?? null;
        const right = (locale: keyof Text) => main.map((error) => ERROR_NAMES[error][locale]).join(locale === "ko" ? " 또는 " : " or ");
        parts.push(
          part(
            `error-${name}`,
            { ko: `${titleOf(name)}의 실수`, en: `${titleOf(name)}'s error` },
            said !== null && main.includes(said),
            1,
            { ko: right("ko"), en: right("en") },
          ),
        );
      });
    }
    const costliest = steps[steps.length - 1];
    const ratio = (costliest.cost / cheapest.cost).toFixed(costliest.cost < 10 * cheapest.cost ? 1 : 0);
    return {
      earned: parts.reduce((sum, { earned }) => sum + earned, 0),
      total: parts.reduce((sum, { total }) => sum + total, 0),
      parts,
      steps,
      misconceptions: misconceptionsOf(runners, steps, answer),
      summary: {
        ko: `가장 많이 찾은 선수는 ${names(winners, "ko")} (${instance.objects.length}개 중 ${best}개). ${titleOf(costliest.runner)}의 곱셈 수는 ${titleOf(cheapest.runner)}의 ${ratio}배예요.`,
        en: `${names(winners, "en")} found ${best} of ${instance.objects.length}. ${titleOf(costliest.runner)} multiplied ${ratio} times as often as ${titleOf(cheapest.runner)}.`,
      },
    };
  },
  slack: ({ truth }) => slackOf(truth),
  evidence: ({ truth: { objects, runners } }) => ({
    a: runners.flatMap(({ found }) => found.flatMap(({ box }) => [...box])),
    b: objects.flatMap(({ box }) => [...box]),
  }),
});
