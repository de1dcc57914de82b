/** How cells and peaks are said, and why a cell is one or none. */
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { cellName, josa, num } from "@/lib/words";
import { neighboursOf, placeOf, strongestBeside, valueOf, type View } from "./instance";

export const shown = (hundredths: number): string => num(hundredths / 100, 2);

/** "2행 3열", and the map's class where there are two. */
export function peakName(view: View, peak: number): Text {
  const { map, cell } = placeOf(view, peak);
  const place = cellName(cell, view.side);
  if (view.maps.length === 1) return place;
  const name = CLASS_NAMES[view.classes[map]];
  return { ko: `${name.ko} ${place.ko}`, en: `${name.en}, ${place.en.toLowerCase()}` };
}

/** What decides, in the words of the prompt. */
export function rulesOf({ cut, keep, maps }: View): Text {
  const two = maps.length > 1;
  return {
    ko: `봉우리는 이웃 여덟 칸 어느 것보다도 작지 않은 칸이고, ${shown(cut)} 이상만 세요.${two ? " 클래스마다 제 지도에서 따로 찾아요." : ""}${keep === null ? "" : ` 두 지도를 통틀어 값이 큰 것부터 ${keep}개만 남겨요.`}`,
    en: `A peak is at least as large as each of its eight neighbours, and counts from ${shown(cut)} on.${two ? " Each class is searched in its own map." : ""}${keep === null ? "" : ` Of both maps together only the ${keep} with the largest values stay.`}`,
  };
}

/** Why a cell is no answer, or which one was missed. */
export function reasonOf(view: View, peak: number, isTruth: boolean): Text {
  const value = shown(valueOf(view, peak));
  const beside = strongestBeside(view, peak);
  const other = peakName({ ...view, maps: view.maps.slice(0, 1) }, placeOf(view, beside).cell);
  if (isTruth)
    return {
      ko: `값이 ${josa(value, "이고/고")} 이웃 ${neighboursOf(view, peak).length}칸이 모두 그보다 작아요. 봉우리예요.`,
      en: `Its value is ${value}, and all of its ${neighboursOf(view, peak).length} neighbours are smaller: a peak.`,
    };
  if (valueOf(view, beside) > valueOf(view, peak))
    return {
      ko: `값은 ${value}인데 바로 옆 ${other.ko}의 값이 ${josa(shown(valueOf(view, beside)), "이라서/라서")} 봉우리가 아니에요.`,
      en: `Its value is ${value}, but next to it ${other.en.toLowerCase()} has ${shown(valueOf(view, beside))}: no peak.`,
    };
  if (valueOf(view, peak) < view.cut)
    return {
      ko: `봉우리이지만 값 ${josa(value, "이/가")} 임계값 ${shown(view.cut)}보다 작아요.`,
      en: `It is a maximum, but ${value} is below the threshold of ${shown(view.cut)}.`,
    };
  return {
    ko: `값 ${value}인 봉우리이지만, 더 큰 봉우리 ${view.keep ?? 0}개가 먼저예요.`,
    en: `It is a peak of ${value}, but the ${view.keep ?? 0} larger ones come first.`,
  };
}
