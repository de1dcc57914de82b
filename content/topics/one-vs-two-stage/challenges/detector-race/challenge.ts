import { labelling } from "@/lib/challenges/answers";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { count, josa, num, type Locale } from "@/lib/words";
import { generate, MARGIN } from "./draw";
import { hints } from "./hints";
import {
  answerOf,
  askedSources,
  costOf,
  coverOf,
  ENGINE,
  lossesOf,
  lostTo,
  pointsOf,
  POINTS,
  REACHES,
  reachesOf,
  shownFor,
  slackOf,
  type Answer,
  type Reach,
  type Step,
  type View,
} from "./instance";
import { beliefs } from "./rivals";
import { titleOf } from "./runners";
import { betName, multiplications, numbersOf, REACH_NAMES, SOURCE_NAMES } from "./words";

export type { Answer, Step, View } from "./instance";

const MOST_RUNNERS = 9;
const MOST_OBJECTS = 5;

const sameAnswer = (a: Answer, b: Answer): boolean =>
  a.cheapest === b.cheapest &&
  a.dearest === b.dearest &&
  a.reach.length === b.reach.length &&
  a.reach.every((label, i) => label === b.reach[i]);

function betPart(view: View, id: "cheapest" | "dearest", right: number | null, said: number | null): Part {
  const correct = said === right;
  const runner = right === null ? undefined : view.runners[right];
  return {
    id,
    label: betName(view, id),
    correct,
    earned: correct ? POINTS.bet : 0,
    total: POINTS.bet,
    note:
      correct || !runner
        ? undefined
        : {
            ko: `${titleOf(runner.name)}: 곱셈 ${multiplications(costOf(runner), "ko")} 번`,
            en: `${titleOf(runner.name)}: ${multiplications(costOf(runner), "en")} multiplications`,
          },
  };
}

function objectPart(view: View, object: number, right: Reach, said: Reach | null): Part {
  const overlaps = (locale: Locale) =>
    askedSources(view)
      .map((source) => `${SOURCE_NAMES[source][locale]} IoU ${coverOf(view, source, object).toFixed(2)}`)
      .join(", ");
  const correct = said === right;
  return {
    id: `object-${object}`,
    label: { ko: `물체 ${object + 1}`, en: `Object ${object + 1}` },
    correct,
    earned: correct ? POINTS.label : 0,
    total: POINTS.label,
    note: correct
      ? undefined
      : {
          ko: `${overlaps("ko")}. 닿지 못하는 쪽: ${REACH_NAMES[right].ko}`,
          en: `${overlaps("en")}. Who cannot reach it: ${REACH_NAMES[right].en}`,
        },
  };
}

/** Who multiplies least and most, and which objects lie out of whose reach: all of it follows from figures and picture. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "detector-race",
  topic: "one-vs-two-stage",
  version: 5,
  title: { ko: "검출기 경주", en: "Detector race" },
  skill: {
    ko: "검출기마다 계산이 얼마나 들고 어떤 물체에 닿지 않는지 내다봐요",
    en: "Foresee what detectors cost and what is out of their reach",
  },
  answerSchema: z.strictObject({
    cheapest: z
      .number()
      .int()
      .min(0)
      .max(MOST_RUNNERS - 1)
      .nullable(),
    dearest: z
      .number()
      .int()
      .min(0)
      .max(MOST_RUNNERS - 1)
      .nullable(),
    reach: labelling.schema(z.enum(REACHES), MOST_OBJECTS),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt(view) {
    const { objects, runners, complete } = view;
    const asksReach = askedSources(view).length > 0;
    const bets: Text = complete
      ? {
          ko: "모든 물체에 닿는 검출기 가운데 곱셈이 가장 적은 것과, 모두 가운데 곱셈이 가장 많은 것을 골라요.",
          en: "Of those that reach every object, which needs the fewest multiplications? And which of all needs the most?",
        }
      : { ko: "곱셈이 가장 적은 것과 가장 많은 것을 골라요.", en: "Which needs the fewest multiplications, and which the most?" };
    const losses = lossesOf(asksReach ? objects.length : 0);
    return {
      ko: `${josa(`검출기 ${runners.length}개`, "이/가")} 물체 ${objects.length}개가 있는 이 그림에서 겨뤄요. ${bets.ko}${asksReach ? " 물체마다 누가 닿지 못하는지도 골라요." : ""} 100점에서 시작해요. 검출기를 잘못 고르면 ${losses.bet}점이${asksReach ? ` 빠지고, 물체를 잘못 고르면 ${losses.label}점이` : ""} 빠져요.`,
      en: `${count(runners.length, "detector")} race on this picture of ${count(objects.length, "object")}. ${bets.en}${asksReach ? " And who cannot reach each object?" : ""} You start from 100 points: a wrong detector costs ${losses.bet}${asksReach ? `, a wrong object ${losses.label}` : ""}.`,
    };
  },
  empty: (view) => ({ cheapest: null, dearest: null, reach: reachesOf(view).length > 0 ? labelling.empty(view.objects.length) : [] }),
  hints,
  solve: ({ view }) => answerOf(view, ENGINE),
  check(view, { cheapest, dearest, reach }) {
    const options = reachesOf(view);
    const labels = labelling.check(options.length > 0 ? view.objects.length : 0, reach, (label) => options.includes(label));
    if (!labels.ready) {
      const open = reach.filter((label) => label === null).length;
      return open === 0 ? labels : { ready: false, missing: stillOpen(open) };
    }
    const within = (index: number | null) => index !== null && index < view.runners.length;
    if (!within(cheapest))
      return { ready: false, missing: { ko: "곱셈이 가장 적은 검출기를 골라요", en: "Choose the one with the fewest multiplications" } };
    if (!within(dearest))
      return { ready: false, missing: { ko: "곱셈이 가장 많은 검출기를 골라요", en: "Choose the one with the most multiplications" } };
    return { ready: true };
  },
  grade({ view }, answer) {
    const truth = answerOf(view, ENGINE);
    const right = sameAnswer(truth, answer);
    return {
      ...pointsOf(truth, answer),
      parts: [
        betPart(view, "cheapest", truth.cheapest, answer.cheapest),
        betPart(view, "dearest", truth.dearest, answer.dearest),
        ...truth.reach.flatMap((reach, i) => (reach === null ? [] : [objectPart(view, i, reach, answer.reach[i] ?? null)])),
      ],
      steps: stepsOf(view),
      misconceptions: right ? [] : believersOf(beliefs, view, (played) => sameAnswer(played, answer)),
      summary: summaryOf(view, truth, answer),
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view }) => ({
    a: view.objects.flatMap(({ box }) => [...box]),
    b: askedSources(view).flatMap((source) => view.objects.flatMap((_, i) => shownFor(view, source, i).flatMap(({ box }) => [...box]))),
  }),
});

const stillOpen = (objects: number): Text => ({
  ko: `물체 ${objects}개에 누가 닿지 못하는지 더 골라 주세요`,
  en: `Choose who cannot reach ${objects === 1 ? "1 more object" : `${objects} more objects`}`,
});

function stepsOf(view: View): Step[] {
  return view.runners
    .map((runner): Step => ({ runner: runner.name, cost: costOf(runner), lost: lostTo(view, runner) }))
    .sort((a, b) => a.cost - b.cost);
}

/** Who was right in place of a wrong bet, and why. */
function betLine(view: View, id: "cheapest" | "dearest", right: number | null, said: number | null): Text[] {
  if (right === null || said === null || right === said) return [];
  const [best, chosen] = [view.runners[right], view.runners[said]];
  const [name, other] = [titleOf(best.name), titleOf(chosen.name)];
  const lost = id === "cheapest" && view.complete ? lostTo(view, chosen) : [];
  const cost = (locale: Locale) =>
    [best, chosen].map((runner) => multiplications(costOf(runner), locale)).join(locale === "ko" ? " 대 " : " against ");
  if (lost.length > 0)
    return [
      {
        ko: `${josa(other, "은/는")} 물체 ${numbersOf(lost, "ko")}에 닿지 못해요. 모든 물체에 닿으면서 곱셈이 가장 적은 것은 ${josa(name, "이에요/예요")}.`,
        en: `${other} does not reach ${lost.length === 1 ? "object" : "objects"} ${numbersOf(lost, "en")}: of those that reach every object, ${name} needs the fewest multiplications.`,
      },
    ];
  return [
    {
      ko: `곱셈이 가장 ${id === "cheapest" ? "적은" : "많은"} 것은 ${josa(other, "이/가")} 아니라 ${josa(name, "이에요/예요")} (${cost("ko")}).`,
      en: `${name}, not ${other}, needs the ${id === "cheapest" ? "fewest" : "most"} multiplications (${cost("en")}).`,
    },
  ];
}

/** Which objects were judged wrongly. */
function reachLine({ reach: right }: Answer, { reach: said }: Answer): Text[] {
  const wrong = right.flatMap((label, i) => (label !== said[i] ? [i] : []));
  if (wrong.length === 0) return [];
  return [
    {
      ko: `물체 ${numbersOf(wrong, "ko")}에 누가 닿지 못하는지 잘못 봤어요.`,
      en: `Look again at who cannot reach ${wrong.length === 1 ? "object" : "objects"} ${numbersOf(wrong, "en")}: you chose wrongly there.`,
    },
  ];
}

/** What the wrong choices cost, of 100 points. */
function lossLine(right: Answer, said: Answer): Text[] {
  const losses = lossesOf(right.reach.length);
  const bets = (["cheapest", "dearest"] as const).some((bet) => said[bet] !== right[bet]);
  const objects = right.reach.some((label, i) => label !== said.reach[i]);
  const costs = [
    ...(bets ? [{ ko: `검출기 하나에 ${losses.bet}점`, en: `each wrong detector costs ${losses.bet} points` }] : []),
    ...(objects ? [{ ko: `물체 하나에 ${losses.label}점`, en: `each wrong object costs ${losses.label} points` }] : []),
  ];
  if (costs.length === 0) return [];
  const [ko, en] = [costs.map((cost) => cost.ko).join(", "), costs.map((cost) => cost.en).join(", ")];
  return [{ ko: `틀리면 ${josa(ko, "이/가")} 빠져요.`, en: `${en[0].toUpperCase()}${en.slice(1)}.` }];
}

/** What was wrong with this answer comes first; then what the picture shows. */
function summaryOf(view: View, truth: Answer, answer: Answer): Text {
  const wrong = [
    ...betLine(view, "cheapest", truth.cheapest, answer.cheapest),
    ...betLine(view, "dearest", truth.dearest, answer.dearest),
    ...reachLine(truth, answer),
  ];
  const lines = [...wrong, ...lossLine(truth, answer), ...coverLines(view), ...(wrong.length === 0 ? [rangeLine(view)] : [])];
  return { ko: lines.map(({ ko }) => ko).join(" "), en: lines.map(({ en }) => en).join(" ") };
}

/** How far the costs lie apart. */
function rangeLine(view: View): Text {
  const steps = stepsOf(view);
  const [first, last] = [steps[0], steps[steps.length - 1]];
  const times = num(last.cost / first.cost, last.cost < 10 * first.cost ? 1 : 0);
  return {
    ko: `곱셈은 ${josa(titleOf(last.runner), "이/가")} ${titleOf(first.runner)}의 ${times}배예요.`,
    en: `${titleOf(last.runner)} multiplies ${times} times as much as ${titleOf(first.runner)}.`,
  };
}

/** What the proposals of each list that is asked about leave out. */
const coverLines = (view: View): Text[] =>
  askedSources(view).map((source) => {
    const objects = [...view.objects.keys()].filter((object) => ENGINE.loses(view, source, object));
    return objects.length === 0
      ? {
          ko: `${josa(`${SOURCE_NAMES[source].ko}의 후보`, "은/는")} 모든 물체를 덮어요.`,
          en: `The proposals of ${SOURCE_NAMES[source].en} cover every object.`,
        }
      : {
          ko: `${josa(`${SOURCE_NAMES[source].ko}의 후보`, "은/는")} 물체 ${josa(numbersOf(objects, "ko"), "을/를")} 덮지 못해요.`,
          en: `The proposals of ${SOURCE_NAMES[source].en} leave ${objects.length === 1 ? "object" : "objects"} ${numbersOf(objects, "en")} uncovered.`,
        };
  });
