import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { list, num, type Locale } from "@/lib/words";
import type { Reach, View } from "./instance";
import type { SceneObject, Source } from "./recording";

export const SOURCE_NAMES: Readonly<Record<Source, Text>> = {
  search: { ko: "선택적 탐색", en: "selective search" },
  rpn: { ko: "RPN", en: "the RPN" },
};

/** The letter that a list's proposals carry on the picture. */
export const SOURCE_TAGS: Readonly<Record<Source, string>> = { search: "S", rpn: "R" };

/** Who cannot reach an object: a list stands for those that look at it. */
export const REACH_NAMES: Readonly<Record<Reach, Text>> = {
  none: { ko: "없음", en: "nobody" },
  search: { ko: "선택적 탐색", en: "search" },
  rpn: { ko: "RPN", en: "RPN" },
  both: { ko: "둘 다", en: "both" },
  all: { ko: "모두", en: "everybody" },
};

/** "2 cat". */
export const objectName = ({ label }: SceneObject, i: number, locale: Locale): string =>
  `${i + 1} ${CLASS_NAMES[VOC_CLASSES[label]][locale]}`;

/** Million multiplications, as the board and the replay print them. */
export const million = (cost: number): string => num(cost, cost < 1000 ? 1 : 0);

/** "2, 3 and 5". */
export const numbersOf = (objects: readonly number[], locale: Locale): string =>
  list(
    objects.map((i) => String(i + 1)),
    locale,
  );

/** What a bet is on. */
export function betName({ complete }: Pick<View, "complete">, bet: "cheapest" | "dearest"): Text {
  if (bet === "dearest") return { ko: "곱셈이 가장 많은 검출기", en: "Multiplies most" };
  return complete
    ? { ko: "모든 물체에 닿는 것 가운데 곱셈이 가장 적은 검출기", en: "Multiplies least of those that reach every object" }
    : { ko: "곱셈이 가장 적은 검출기", en: "Multiplies least" };
}
