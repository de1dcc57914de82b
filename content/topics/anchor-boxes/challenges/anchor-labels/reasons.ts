/** What labels are called, and why an anchor has the one it has. */
import type { Text } from "@/lib/challenges/text";
import { BACKGROUND, IGNORED } from "@/lib/engine/match";
import { josa } from "@/lib/words";
import { NEGATIVE, POSITIVE, type Labels } from "./labelling";

export function labelName(label: number, objects: number): Text {
  if (label === BACKGROUND) return { ko: "음성", en: "negative" };
  if (label === IGNORED) return { ko: "무시", en: "ignored" };
  return objects === 1 ? { ko: "양성", en: "positive" } : { ko: `양성 → ${label + 1}`, en: `positive → ${label + 1}` };
}

/** Why an anchor has its label: a threshold, or the best-anchor rule. */
export function reasonOf({ matches, maxIou, own, rescues, quality }: Labels, a: number, objects: number): Text {
  const value = maxIou[a].toFixed(2);
  const label = labelName(matches[a], objects);
  if (matches[a] === BACKGROUND)
    return {
      ko: `가장 높은 IoU가 ${value} < ${josa(String(NEGATIVE), "이라/라")} 음성이에요.`,
      en: `Its highest IoU is ${value} < ${NEGATIVE}: negative.`,
    };
  if (matches[a] === IGNORED)
    return {
      ko: `가장 높은 IoU가 ${josa(String(NEGATIVE), "과/와")} ${POSITIVE} 사이(${value})라 무시해요.`,
      en: `Its highest IoU, ${value}, lies between ${NEGATIVE} and ${POSITIVE}: ignored.`,
    };
  if (maxIou[a] >= POSITIVE)
    return {
      ko: `IoU ${value} ≥ ${josa(String(POSITIVE), "이라/라")} ${josa(label.ko, "이에요/예요")}.`,
      en: `IoU ${value} ≥ ${POSITIVE}: ${label.en}.`,
    };
  const rescuer = rescues.findIndex(({ anchors }) => anchors.includes(a));
  const rescued = {
    ko: `물체 ${rescuer + 1}에게는 이 앵커(IoU ${quality(rescuer, a).toFixed(2)})가 가장 좋아서 ${POSITIVE}에 못 미쳐도 양성이에요.`,
    en: `For object ${rescuer + 1} this anchor (IoU ${quality(rescuer, a).toFixed(2)}) is the best there is, so it is positive below ${POSITIVE} too.`,
  };
  if (own[a] === rescuer) return rescued;
  return {
    ko: `${rescued.ko} 다만 물체 ${own[a] + 1} 쪽과 더 많이 겹치니 그쪽을 맡아요.`,
    en: `${rescued.en} It overlaps object ${own[a] + 1} more, so it goes to that one.`,
  };
}
