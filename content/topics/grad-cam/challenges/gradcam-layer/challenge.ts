import { ordering } from "@/lib/challenges/answers";
import { defineChallenge, type Part, type Readiness } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import type { Text } from "@/lib/challenges/text";
import * as z from "@/lib/challenges/schema";
import { PASS_SCORE, scoreOf } from "@/lib/challenges/score";
import { count, josa, letter } from "@/lib/words";
import { generate } from "./draw";
import { hints } from "./hints";
import { flawless, levelOf, ODD_POINTS, ordered, wholePoints, type Answer, type Odd, type Truth, type View } from "./instance";
import { rivals } from "./rivals";
import { stepsOf, type Step } from "./steps";
import { askedName, layerName, mapName, otherName } from "./words";

export type { Answer, Truth, View } from "./instance";
export type { Step } from "./steps";

/** No board has more maps. */
const MOST = 6;
const id = z.enum(Array.from({ length: MOST }, (_, i) => letter(i)));

const same = (a: Answer, b: Answer) => a.order.join() === b.order.join() && a.other === b.other && a.random === b.random;

/** What an odd map is, in a verdict. */
const oddName = (view: View, odd: Odd) =>
  odd === "other"
    ? { ko: `${otherName(view).ko}에 대한 맵`, en: `the map for “${otherName(view).en}”` }
    : { ko: "무작위 층을 단 신경망의 맵", en: "the map of the network with a random layer" };

/** The maps with no place yet, or with two. */
function ready(view: View, { order, other, random }: Answer): Readiness {
  const shown = view.maps.map((map) => map.id);
  const named = { other, random };
  for (const odd of view.odd) {
    if (named[odd] !== null && shown.includes(named[odd])) continue;
    return {
      ready: false,
      missing:
        odd === "other"
          ? { ko: "다른 클래스의 맵을 골라요", en: "Name the map of the other class" }
          : { ko: "무작위 층의 맵을 골라요", en: "Name the map of the random layer" },
    };
  }
  const uncalled = (["other", "random"] as const).some((odd) => !view.odd.includes(odd) && named[odd] !== null);
  const twice = order.some((placed) => placed === other || placed === random) || (other !== null && other === random);
  if (uncalled || twice) return { ready: false, missing: { ko: "맵마다 한 자리만이에요", en: "Each map has one place" } };
  return ordering.check(
    shown.filter((placed) => placed !== other && placed !== random),
    order,
  );
}

/** Which layer is this map of? Maps by depth, and those that are of another class or of another network. */
export const challenge = defineChallenge<View, Truth, Answer, Step>({
  kind: "gradcam-layer",
  topic: "grad-cam",
  version: 1,
  title: { ko: "어느 층의 맵일까요", en: "Which layer is this map of?" },
  skill: { ko: "Grad-CAM 맵을 보고 층의 깊이를 알아봐요", en: "Tell a layer's depth from its Grad-CAM map" },
  answerSchema: z.strictObject({ order: ordering.schema(id, MOST), other: id.nullable(), random: id.nullable() }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate,
  prompt: (view) => {
    const [asked, other, maps] = [askedName(view), otherName(view), ordered(view)];
    const extra = {
      ko: [
        view.odd.includes("other") ? ` ${other.ko}에 대한 맵 한 장은 따로 골라요.` : "",
        view.odd.includes("random") ? " 마지막 완전 연결층의 가중치를 무작위로 바꾼 신경망의 맵 한 장도요." : "",
      ].join(""),
      en: [
        view.odd.includes("other") ? ` Name the one map that asks for “${other.en}”.` : "",
        view.odd.includes("random") ? " Also name the map of a network whose last, dense layer was made random." : "",
      ].join(""),
    };
    return {
      ko: `${asked.ko}에 대한 Grad-CAM 맵 ${maps}장을 앞쪽 층에서 깊은 층 차례로 놓아요.${extra.ko}`,
      en: `Order ${maps} Grad-CAM maps for “${asked.en}” from the earliest layer to the deepest.${extra.en}`,
    };
  },
  empty: () => ({ order: ordering.empty, other: null, random: null }),
  hints,
  solve: ({ truth: { order, other, random } }) => ({ order, other, random }),
  check: ready,
  grade({ view, truth }, answer) {
    const level = levelOf(view);
    const pairs = ordering.points({
      ids: truth.order,
      rank: (map) => truth.order.indexOf(map),
      order: answer.order,
      label: mapName,
      note: (map) => {
        const layer = layerName(truth.depths[truth.order.indexOf(map)]);
        return { ko: `${layer}의 맵이에요.`, en: `This is the map of ${layer}.` };
      },
    });
    const each = ODD_POINTS[view.odd.length] ?? 0;
    const odd = view.odd.map((which): Part => {
      const correct = answer[which] === truth[which];
      const right = mapName(truth[which] ?? "");
      return {
        id: which,
        label: oddName(view, which),
        correct,
        earned: correct ? each : 0,
        total: each,
        note: correct ? undefined : { ko: `${josa(right.ko, "이에요/예요")}.`, en: `It is map ${truth[which]}.` },
      };
    });
    const named = odd.filter(({ correct }) => correct).length;
    const whole: Part = {
      id: "whole",
      label: { ko: "하나도 틀리지 않은 순서", en: "A flawless order" },
      correct: flawless(truth, answer),
      earned: flawless(truth, answer) ? wholePoints(pairs.total) : 0,
      total: wholePoints(pairs.total),
    };
    const earned = pairs.earned + whole.earned + each * named;
    const total = pairs.total + whole.total + each * odd.length;
    const all = (truth.order.length * (truth.order.length - 1)) / 2;
    const right = pairs.parts.reduce((sum, part) => sum + part.earned, 0) / 2;
    const orderScore = scoreOf({ earned: pairs.earned + whole.earned, total: pairs.total + whole.total });
    const missed = odd.length - named;
    const [first, last] = [truth.order[0], truth.order[truth.order.length - 1]];
    // Why the points are fewer than the pairs in order.
    const taken: Text = whole.correct
      ? { ko: "", en: "" }
      : right === 0
        ? {
            ko: ` 차례를 거꾸로 놓았어요. 깊은 층일수록 열기가 ${askedName(view).ko} 쪽으로 기울어요. 맨 앞쪽 층은 맵 ${first}, 맨 깊은 층은 맵 ${josa(last, "이에요/예요")}.`,
            en: ` The order is upside down: the deeper the layer, the more its heat leans to the ${askedName(view).en}. Map ${first} is of the earliest layer, map ${last} of the deepest.`,
          }
        : {
            ko: ` 뒤바뀐 한 쌍이 맞은 한 쌍을 지우고, 하나도 틀리지 않아야 받는 점수도 빠져서 차례는 100점 가운데 ${orderScore}점이에요.`,
            en: ` Each pair turned round takes a right one away, and the points for a flawless order are lost: the order earns ${orderScore} of 100.`,
          };
    return {
      earned,
      total,
      parts: [...pairs.parts, whole, ...odd],
      steps: stepsOf(view, truth),
      misconceptions:
        100 * earned >= PASS_SCORE * total
          ? []
          : believersOf(
              rivals.beliefs.filter(({ levels }) => levels.includes(level)),
              view,
              (played) => same(played, answer),
            ),
      summary: {
        ko: `두 장씩 견주면 ${all}쌍 가운데 ${right}쌍의 차례가 맞아요.${taken.ko}${odd.length === 0 ? "" : missed === 0 ? " 따로 골라야 할 맵도 찾았어요." : ` 따로 골라야 할 맵은 ${missed}장을 놓쳤어요.`}`,
        en: `${right} of ${count(all, "pair")} of maps are in order.${taken.en}${odd.length === 0 ? "" : missed === 0 ? " What did not belong was found." : ` Of what did not belong, ${missed} went unnoticed.`}`,
      },
    };
  },
  slack: () => Infinity,
});
