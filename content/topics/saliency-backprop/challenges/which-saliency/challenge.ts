import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import { josa, num } from "@/lib/words";
import { generate } from "./draw";
import { hints } from "./hints";
import { levelOf, pointsOf, type Answer, type Truth, type View } from "./instance";
import { METHODS, type Method } from "./recording";
import { rivals } from "./rivals";
import { askedName, mapName, NAME, namesOf, otherName, reasonOf } from "./words";

export type { Answer, Truth, View } from "./instance";

/** One map with its name, and the name that was given. */
export interface Step {
  readonly id: string;
  readonly name: Method;
  readonly said: Method | null;
}

const MOST = 5;

/** Which method drew this map? One name a map. */
export const challenge = defineChallenge<View, Truth, Answer, Step>({
  kind: "which-saliency",
  topic: "saliency-backprop",
  version: 1,
  title: { ko: "어떤 방법의 맵일까요", en: "Which method drew this map?" },
  skill: { ko: "맵을 보고 그린 방법을 알아봐요", en: "Tell by which method a map was drawn" },
  answerSchema: z.strictObject({ names: z.array(z.enum(METHODS).nullable()).max(MOST).readonly() }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate,
  prompt: (view) => {
    const [asked, other, names] = [askedName(view), otherName(view), namesOf(view)];
    const level = levelOf(view);
    const more = {
      ko: [
        level === 3 ? ` 왼쪽은 ${asked.ko}, 오른쪽은 ${other.ko}의 맵이에요.` : ` 모두 ${asked.ko}에 대한 맵이에요.`,
        level > 3 ? " 이 신경망에서 회색은 0이고, ✚는 회색에 가까운 픽셀이에요." : "",
        level > 4 ? " 무작위 층은 마지막 층의 가중치를 무작위로 바꾼 신경망이에요." : "",
      ].join(""),
      en: [
        level === 3 ? ` On the left asked for “${asked.en}”, on the right for “${other.en}”.` : ` All of them ask for “${asked.en}”.`,
        level > 3 ? " For this network grey is 0, and ✚ is a pixel close to grey." : "",
        level > 4 ? " “Random layer”: a network whose last layer's weights were made random." : "",
      ].join(""),
    };
    return {
      ko: `맵 ${view.maps.length}${level === 3 ? "쌍" : "장"}마다 그린 방법을 하나씩 골라요: ${names.ko}.${more.ko}`,
      en: `Name the method that drew each of the ${view.maps.length} ${level === 3 ? "pairs of maps" : "maps"}: ${names.en}.${more.en}`,
    };
  },
  empty: ({ maps }) => ({ names: maps.map(() => null) }),
  hints,
  solve: ({ truth }) => ({ names: truth.names }),
  check({ maps, names: offered }, { names }) {
    const given = names.filter((name) => name !== null);
    if (names.length !== maps.length || new Set(given).size < given.length || given.some((name) => !offered.includes(name)))
      return { ready: false, missing: { ko: "이름마다 한 번씩만 써요", en: "Use each name once" } };
    const open = maps.length - given.length;
    return open === 0 ? { ready: true } : { ready: false, missing: { ko: `${open}장의 이름을 더 골라요`, en: `Name ${num(open)} more` } };
  },
  grade({ view, truth }, answer) {
    const { right, ...points } = pointsOf(truth, answer);
    const steps = view.maps.map(({ id }, i): Step => ({ id, name: truth.names[i], said: answer.names[i] ?? null }));
    const parts = steps.map(({ id, name, said }, i): Part => {
      const correct = name === said;
      const reason = reasonOf(view, view.maps[i], name);
      return {
        id,
        label: mapName(id),
        correct,
        earned: correct ? 1 : 0,
        total: 1,
        note: correct
          ? undefined
          : { ko: `${josa(NAME[name].ko, "이에요/예요")}. ${reason.ko}`, en: `It is ${NAME[name].en}. ${reason.en}` },
      };
    });
    const flawless = right === steps.length;
    return {
      ...points,
      parts,
      steps,
      misconceptions: flawless
        ? []
        : believersOf(
            rivals.beliefs.filter(({ levels }) => levels.includes(levelOf(view))),
            view,
            (played) => played.names.join() === answer.names.join(),
          ),
      summary: {
        ko: `맵 ${steps.length}장 가운데 ${right}장의 이름이 맞아요.${flawless ? "" : " 하나쯤은 찍어도 맞으니, 하나를 뺀 만큼이 점수예요."}`,
        en: `${right} of ${steps.length} maps named rightly.${flawless ? "" : " One is right by luck, so all but one of them count."}`,
      },
    };
  },
  slack: () => Infinity,
});
