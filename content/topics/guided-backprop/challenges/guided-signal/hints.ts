import type { HintLadder, HintStep } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";
import { cellName, josa, num } from "@/lib/words";
import type { ReluRule } from "@/lib/engine/nets/types";
import { RULE_NAMES } from "./names";
import { openCells, wayBack, type Answer, type View } from "./way";

const RULES: Readonly<Record<ReluRule, Text>> = {
  gradient: {
    ko: "역전파는 순전파 입력이 양수인 칸만 열고, 신호의 부호는 보지 않아요.",
    en: "Backprop opens the cells whose forward input is positive, whatever the sign of the signal.",
  },
  deconvnet: {
    ko: "deconvnet은 양수인 신호만 보내고, 순전파 입력은 보지 않아요.",
    en: "The deconvnet lets positive signals through and never asks for the forward input.",
  },
  guided: {
    ko: "guided backprop은 순전파 입력과 신호가 둘 다 양수일 때만 열어요.",
    en: "Guided backprop opens only where forward input and signal are both positive.",
  },
};

const BETWEEN: Text = {
  ko: "두 ReLU 사이에 가중치가 적혀 있으면 곱하고, 한 칸에 길이 둘 모이면 더한 다음 아래 ReLU로 보내요.",
  en: "Between the two ReLUs multiply by the weight where one is written, and add where two paths meet in a cell, before the lower ReLU decides.",
};

const GATES: readonly Text[] = [
  { ko: "위 ReLU", en: "the upper ReLU" },
  { ko: "아래 ReLU", en: "the lower ReLU" },
];

/** One open cell followed down through every ReLU, by the rule that is asked for last. */
function step(view: View): HintStep<Answer> {
  const { rules, gates, side } = view;
  const last = rules.length - 1;
  const rule = rules[last];
  const open = openCells(view, rule);
  const cell = open[Math.floor(open.length / 2)];
  const name = cellName(cell, side);
  const passed = wayBack(view, rule)
    .slice(1)
    .map(({ before, after }, k): Text => {
      const gate = gates.length > 1 ? GATES[k] : { ko: "ReLU", en: "the ReLU" };
      const [arrives, forward, leaves] = [before[cell], gates[k].forward[cell], after[cell]].map((value) => num(value));
      return {
        ko: `${gate.ko}에는 신호 ${josa(arrives, "이/가")} 오고, 순전파 입력은 ${forward}, 나가는 신호는 ${josa(leaves, "이에요/예요")}.`,
        en: `At ${gate.en} the signal is ${arrives}, the forward input ${forward}, and ${leaves} leaves.`,
      };
    });
  return {
    text: {
      ko: `${RULE_NAMES[rule].ko}, ${josa(name.ko, "을/를")} 따라가 봐요. ${passed.map(({ ko }) => ko).join(" ")} 0이 아니니까 이 칸은 골라요.`,
      en: `${RULE_NAMES[rule].en.replace(/^./, (first) => first.toUpperCase())}, ${name.en.toLowerCase()}. ${passed.map(({ en }) => en).join(" ")} That is not 0, so mark this cell.`,
    },
    answer: { cells: rules.map((_, i) => (i === last ? [cell] : [])) },
  };
}

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ rules }) => ({
    ko: `위에서 온 신호를 칸마다 아래로 보내요. 다 내려왔을 때 0이 아닌 칸을, ${rules.length > 2 ? "세" : "두"} 규칙에서 따로따로 골라요.`,
    en: `Send the signal down, cell by cell. For each of the ${rules.length > 2 ? "three" : "two"} rules mark the cells where it is not 0 at the end.`,
  }),
  rule: ({ rules, gates }) => {
    const told = [...rules.map((rule) => RULES[rule]), ...(gates.length > 1 ? [BETWEEN] : [])];
    return { ko: told.map(({ ko }) => ko).join(" "), en: told.map(({ en }) => en).join(" ") };
  },
  step: ({ view }) => step(view),
};
