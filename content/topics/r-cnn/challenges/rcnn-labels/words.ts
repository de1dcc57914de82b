/** What stages, labels and rules are called, and why a box has its label. */
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { josa } from "@/lib/words";
import { NEAR, NEGATIVE, POSITIVE, RULES, type Label, type Overlap, type Stage, type View } from "./instance";

export type Asked = Pick<View, "cls" | "other" | "stages" | "table">;

export const STAGE_NAMES: Readonly<Record<Stage, Text>> = {
  tuning: { ko: "미세 조정", en: "Fine-tuning" },
  svm: { ko: "SVM", en: "SVM" },
  regressor: { ko: "상자 회귀", en: "Regressor" },
};

/** With two classes the network's training says which one. */
export function labelName({ cls, other }: Pick<Asked, "cls" | "other">, stage: Stage, label: Label): Text {
  if (label === "background") return { ko: "배경", en: "background" };
  if (label === "out") return { ko: "제외", en: "left out" };
  if (label === "other" && other !== null) return CLASS_NAMES[other];
  return stage === "tuning" && other !== null ? CLASS_NAMES[cls] : { ko: "양성", en: "positive" };
}

/** The rule of a stage, with the class in question. */
export function ruleOf({ cls, other }: Pick<Asked, "cls" | "other">, stage: Stage): Text {
  const { ko, en } = CLASS_NAMES[cls];
  if (stage === "tuning")
    return other === null
      ? {
          ko: `미세 조정: ${ko}의 정답 상자와 IoU가 ${POSITIVE} 이상이면 양성, 나머지는 모두 배경이에요.`,
          en: `Fine-tuning: positive from an IoU of ${POSITIVE} with a true box of a ${en}; all others are background.`,
        }
      : {
          ko: `미세 조정: 정답 상자와 IoU가 ${POSITIVE} 이상이면 그 물체의 클래스, 나머지는 모두 배경이에요.`,
          en: `Fine-tuning: from an IoU of ${POSITIVE} with a true box, the class of that object; all others are background.`,
        };
  if (stage === "svm")
    return {
      ko: `${ko} SVM: ${ko}의 정답 상자만 양성이에요. 어느 ${josa(ko, "과/와")}도 IoU가 ${NEGATIVE}보다 낮으면 배경, 그 밖에는 빼요.`,
      en: `The ${en} SVM: only true boxes of a ${en} are positive. Below an IoU of ${NEGATIVE} with every ${en}: background. The rest is left out.`,
    };
  return {
    ko: `${ko} 상자 회귀: ${ko}의 정답 상자와 IoU가 ${NEAR}보다 높으면 양성, 나머지는 빼요.`,
    en: `The ${en} box regressor: positive above an IoU of ${NEAR} with a true box of a ${en}; the rest is left out.`,
  };
}

export const both = (texts: readonly Text[]): Text => ({
  ko: texts.map(({ ko }) => ko).join(" "),
  en: texts.map(({ en }) => en).join(" "),
});

export const shown = (value: number): string => value.toFixed(2);

/** Why a box has its label in a stage, with its own IoU. */
export function reasonOf(asked: Pick<Asked, "cls" | "other">, stage: Stage, overlap: Overlap): Text {
  const { ko, en } = CLASS_NAMES[asked.cls];
  const withOwn = josa(ko, "과/와");
  const label = RULES[stage](overlap);
  const stageName = STAGE_NAMES[stage];
  const name = labelName(asked, stage, label);
  const own = shown(overlap.own);
  const start = { ko: `${stageName.ko}: `, en: `${stageName.en}: ` };
  if (label === "other" && asked.other !== null)
    return {
      ko: `${start.ko}${josa(CLASS_NAMES[asked.other].ko, "과/와")}의 IoU가 ${shown(overlap.other)} ≥ ${josa(String(POSITIVE), "이라/라")} ${name.ko}.`,
      en: `${start.en}its IoU with the ${name.en} is ${shown(overlap.other)} ≥ ${POSITIVE}: ${name.en}.`,
    };
  const why: Text =
    stage === "tuning"
      ? label === "positive"
        ? { ko: `IoU ${own} ≥ ${POSITIVE}`, en: `IoU ${own} ≥ ${POSITIVE}` }
        : asked.other === null
          ? { ko: `IoU ${own} < ${POSITIVE}`, en: `IoU ${own} < ${POSITIVE}` }
          : {
              ko: `어느 물체와도 IoU가 ${POSITIVE} 미만(${own}, ${shown(overlap.other)})`,
              en: `below ${POSITIVE} with every object (${own}, ${shown(overlap.other)})`,
            }
      : stage === "svm"
        ? label === "positive"
          ? { ko: `${ko}의 정답 상자`, en: `a true box of a ${en}` }
          : label === "background"
            ? { ko: `${withOwn} IoU ${own} < ${NEGATIVE}`, en: `IoU ${own} with a ${en} < ${NEGATIVE}` }
            : { ko: `정답 상자가 아니고 ${withOwn} IoU ${own} ≥ ${NEGATIVE}`, en: `no true box of a ${en}, IoU ${own} ≥ ${NEGATIVE}` }
        : label === "positive"
          ? { ko: `${withOwn} IoU ${own} > ${NEAR}`, en: `IoU ${own} with a ${en} > ${NEAR}` }
          : { ko: `${withOwn} IoU ${own} ≤ ${NEAR}`, en: `IoU ${own} with a ${en} ≤ ${NEAR}` };
  return { ko: `${start.ko}${why.ko} → ${name.ko}.`, en: `${start.en}${why.en} → ${name.en}.` };
}
