import type { HintLadder, HintStep } from "@/lib/challenges/contract";
import { josa, list, type Locale } from "@/lib/words";
import { answerOf, askedSources, costOf, coverOf, ENGINE, type Answer, type View } from "./instance";
import { COVERS } from "./proposals";
import { titleOf } from "./runners";
import { sumOf } from "./replaySteps";
import { REACH_NAMES, SOURCE_NAMES } from "./words";

/** Who cannot reach one object, by the overlaps shown: the first object that somebody cannot reach, else the first of all. */
function reachStep(view: View): HintStep<Answer> {
  const { reach } = answerOf(view, ENGINE);
  const object = Math.max(
    0,
    reach.findIndex((who) => who !== "none"),
  );
  const who = reach[object] ?? "none";
  const overlaps = (locale: Locale) =>
    list(
      askedSources(view).map((source) => `${SOURCE_NAMES[source][locale]} ${coverOf(view, source, object).toFixed(2)}`),
      locale,
    );
  return {
    text: {
      ko: `물체 ${josa(object + 1, "과/와")} 가장 많이 겹치는 후보의 IoU는 ${josa(overlaps("ko"), "이에요/예요")}. ${COVERS} 이상이어야 닿으니까, 닿지 못하는 쪽은 ${josa(REACH_NAMES[who].ko, "이라고/라고")} 답해요.`,
      en: `The largest IoU of object ${object + 1} with a proposal: ${overlaps("en")}. It takes at least ${COVERS} to reach it, so the answer here is “${REACH_NAMES[who].en}”.`,
    },
    answer: { cheapest: null, dearest: null, reach: reach.map((_, i) => (i === object ? who : null)) },
  };
}

/** The arithmetic of the one that multiplies most. */
function costStep(view: View): HintStep<Answer> {
  const { dearest } = answerOf(view, ENGINE);
  const runner = view.runners[dearest ?? 0];
  const { name } = runner;
  const sum = (locale: Locale): string => sumOf(view, { runner: name, cost: costOf(runner) }, locale);
  const title = titleOf(name);
  return {
    text: {
      ko: `곱셈이 가장 많은 것은 ${josa(title, "이에요/예요")}. ${sum("ko")} 번이고, 다른 검출기는 모두 이보다 적어요.`,
      en: `${title} multiplies most: ${sum("en")} times. All others stay below that.`,
    },
    answer: { cheapest: null, dearest, reach: [] },
  };
}

export const hints: HintLadder<View, null, Answer> = {
  asked: (view) => {
    const reach = askedSources(view).length > 0;
    return {
      ko: `표의 수로 검출기마다 곱셈이 몇 번인지 셈해서 가장 적은 것과 가장 많은 것을 골라요.${view.complete ? " 가장 적은 것은 모든 물체에 닿는 검출기 가운데서 찾아요." : ""}${reach ? " 그림에서는 목록마다, 그 목록의 후보가 하나도 덮지 못하는 물체를 찾아요." : ""}`,
      en: `Work out from the table how often each detector multiplies, and choose the least and the most.${view.complete ? " For the least, only those that reach every object count." : ""}${reach ? " In the picture look for objects that no proposal of a list covers." : ""}`,
    };
  },
  rule: (view) => {
    const reach = askedSources(view).length > 0;
    return {
      ko: `곱셈 = 기본 + 후보마다 × 보는 상자예요. 후보마다 드는 곱셈이 없으면 상자가 아무리 많아도 기본만 세요.${reach ? ` 보는 후보 가운데 물체와 IoU가 ${COVERS} 이상인 것이 하나도 없으면, 그 목록을 쓰는 검출기는 그 물체에 닿지 못해요. 후보를 쓰지 않는 검출기는 상관없어요.` : ""}`,
      en: `Multiplications = fixed + per proposal × boxes looked at. Where nothing is counted per proposal, only the fixed ones count, however many boxes there are.${reach ? ` If none of the proposals looked at has an IoU of at least ${COVERS} with an object, detectors on that list cannot reach it. Those without proposals are not affected.` : ""}`,
    };
  },
  step: ({ view }) => (askedSources(view).length > 0 ? reachStep(view) : costStep(view)),
};
