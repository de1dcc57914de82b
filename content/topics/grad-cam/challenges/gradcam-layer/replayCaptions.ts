import type { Locale } from "@/lib/challenges/text";
import { josa, percent } from "@/lib/words";
import type { Answer, View } from "./instance";
import type { Step } from "./steps";
import { askedName, layerName, mapName, otherName } from "./words";

/** Where a learner put a map: its place, what it was named, or nothing. */
export function placedAt(answer: Answer, id: string, locale: Locale): string {
  if (answer.other === id) return locale === "ko" ? "다른 클래스" : "other class";
  if (answer.random === id) return locale === "ko" ? "무작위 층" : "random layer";
  const place = answer.order.indexOf(id) + 1;
  if (place === 0) return "–";
  return locale === "ko" ? `${place}번째` : `place ${place}`;
}

/** What a map is of, in two words. */
export function isOf(view: View, { of }: Step, locale: Locale): string {
  if (of === "other") return locale === "ko" ? `${otherName(view).ko}에 대한 맵` : `asks “${otherName(view).en}”`;
  if (of === "random") return locale === "ko" ? "무작위 층" : "random layer";
  return layerName(of);
}

/** One sentence a step. */
export function captionOf(view: View, step: Step, before: Step | null, locale: Locale): string {
  const [own, other] = [percent(step.own), percent(step.other)];
  const [asked, beside] = [askedName(view)[locale], otherName(view)[locale]];
  const name = mapName(step.id)[locale];
  const shares =
    locale === "ko"
      ? `열기의 ${josa(own, "이/가")} ${asked} 상자에, ${josa(other, "이/가")} ${beside} 상자에 있어요.`
      : `${own} of the heat is in the ${asked}'s box, ${other} in the ${beside}'s.`;
  if (step.of === "other")
    return locale === "ko"
      ? `${josa(name, "은/는")} ${beside}에 대한 맵이라 ${beside} 위에 있어요. ${shares}`
      : `${name} asks for “${beside}”, so it lies there. ${shares}`;
  if (step.of === "random")
    return locale === "ko"
      ? `${name}: 마지막 완전 연결층만 무작위로 바꾼 신경망이에요. 특징은 배운 그대로라 매끈하지만 보려는 클래스를 가려내지 못해요. ${shares}`
      : `${name}: only the last, dense layer was made random. The features are still the learnt ones, so it is smooth, but it does not single out the class. ${shares}`;
  const layer = layerName(step.of);
  if (before === null)
    return locale === "ko"
      ? `${josa(name, "은/는")} 가장 앞쪽 ${layer}의 맵이에요. ${shares}`
      : `${name} is the earliest, of ${layer}. ${shares}`;
  const rise = Math.round(100 * (step.own - step.other)) - Math.round(100 * (before.own - before.other));
  return locale === "ko"
    ? `${josa(name, "은/는")} ${layer}의 맵이에요. ${shares} 두 몫의 차이가 ${rise}%p 늘었어요.`
    : `${name} is of ${layer}. ${shares} The gap between the two grew by ${rise} points.`;
}
