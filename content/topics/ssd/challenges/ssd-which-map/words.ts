/** How maps and boxes are said, what decides, and why an answer is right. */
import type { Text } from "@/lib/challenges/text";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { josa, letter, list, num } from "@/lib/words";
import { bestOfMaps, highest, POSITIVE, RATIO, truthOf, type View } from "./instance";

export const mapName = ({ sides }: Pick<View, "sides">, map: number): string => `${sides[map]}×${sides[map]}`;
export const shown = (value: number): string => num(value, 2);
export const sizeOf = ([x1, y1, x2, y2]: BoxXYXY): string => `${num(Math.round(x2 - x1))}×${num(Math.round(y2 - y1))}`;
export const NONE: Text = { ko: "없음", en: "none" };

/** The rules of a level, in the words of the prompt. */
export function rulesOf({ asks }: Pick<View, "asks">): Text {
  if (asks === "best")
    return {
      ko: "물체마다, IoU가 가장 큰 기본 상자가 있는 지도를 골라 보세요.",
      en: "For each object choose the map that has the default box with the highest IoU.",
    };
  const maps: Text = {
    ko: "물체마다, 양성인 기본 상자가 있는 지도를 모두 골라 보세요. IoU가 0.5 이상이면 양성이고, 물체와 가장 잘 겹치는 상자는 그보다 낮아도 양성이에요.",
    en: "For each object choose every map that has a positive default box. An IoU of 0.5 or more is positive, and so is the object's best box, even below that.",
  };
  if (asks === "all") return maps;
  return {
    ko: `${maps.ko} 그리고 양성 하나에 음성 셋을 남기면 음성이 모두 몇 개 남는지 적어 보세요.`,
    en: `${maps.en} Then say how many negatives are kept in all, three for each positive.`,
  };
}

const named = (view: View, maps: readonly number[]): Text => {
  const names = maps.map((map) => mapName(view, map));
  return { ko: list(names, "ko"), en: list(names, "en") };
};

/** "20×20 0.31, 10×10 0.72" */
const bestsOf = (view: View, object: number): string =>
  bestOfMaps(view)
    [object].map((best, map) => `${mapName(view, map)} ${shown(best)}`)
    .join(", ");

/** Why an object's answer is what it is. */
export function reasonOf(view: View, object: number): Text {
  const { maps } = truthOf(view);
  const bests = bestsOf(view, object);
  const name = letter(object);
  const { ko, en } = named(view, maps[object]);
  const best = bestOfMaps(view)[object];
  if (view.asks === "best")
    return {
      ko: `${josa(name, "과/와")} 가장 많이 겹치는 IoU는 ${bests}. ${josa(ko, "이/가")} 가장 커요.`,
      en: `The best IoUs with ${name} are ${bests}: ${en} has the highest.`,
    };
  if (best[highest(best)] < POSITIVE)
    return {
      ko: `${josa(name, "과/와")} 가장 많이 겹치는 IoU는 ${bests}. 0.5에 닿는 상자는 없지만, 가장 잘 겹치는 ${ko}의 상자가 ${name}의 양성이에요.`,
      en: `The best IoUs with ${name} are ${bests}. None reaches 0.5, but the best box, on ${en}, is positive all the same.`,
    };
  return {
    ko: `${josa(name, "과/와")} 가장 많이 겹치는 IoU는 ${bests}. 0.5 이상인 지도는 ${josa(ko, "이에요/예요")}.`,
    en: `The best IoUs with ${name} are ${bests}: 0.5 or more on ${en}.`,
  };
}

/** How many negatives are kept, and why. */
export function keptText(view: View): Text {
  const { positives, kept } = truthOf(view);
  const all = positives.reduce((sum, each) => sum + each, 0);
  const sum = `${positives.join(" + ")} = ${num(all)}`;
  return {
    ko: `양성은 ${sum}개, 남는 음성은 ${RATIO} × ${num(all)} = ${num(kept ?? 0)}개예요.`,
    en: `There are ${sum} positives, so ${RATIO} × ${num(all)} = ${num(kept ?? 0)} negatives are kept.`,
  };
}
