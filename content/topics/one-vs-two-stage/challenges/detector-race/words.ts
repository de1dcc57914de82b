import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { inLargeUnit, large, list, type Locale } from "@/lib/words";
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
  both: { ko: "둘 다", en: "both lists" },
  all: { ko: "검출기 모두", en: "all" },
};

/** "2 cat". */
export const objectName = ({ label }: SceneObject, i: number, locale: Locale): string =>
  `${i + 1} ${CLASS_NAMES[VOC_CLASSES[label]][locale]}`;

/** What a sum of multiplications is rounded to, and what each proposal adds. */
const STEPS = { sum: 1e5, each: 1e4 } as const;

/** A cost in millions as a text says it: "7,020만", "70.2 million". */
export const multiplications = (cost: number, locale: Locale, of: keyof typeof STEPS = "sum"): string =>
  large(cost * 1e6, locale, STEPS[of]);

/** The same in a column or a sum that names its unit once: "7,020", "70.2". */
export const inUnits = (cost: number, locale: Locale, of: keyof typeof STEPS = "sum"): string => inLargeUnit(cost * 1e6, locale, STEPS[of]);

/** "2, 3 and 5". */
export const numbersOf = (objects: readonly number[], locale: Locale): string =>
  list(
    objects.map((i) => String(i + 1)),
    locale,
  );

/** What a bet is on. */
export function betName({ complete }: Pick<View, "complete">, bet: "cheapest" | "dearest"): Text {
  if (bet === "dearest") return { ko: "곱셈이 가장 많은 검출기", en: "Needs the most multiplications" };
  return complete
    ? { ko: "모든 물체에 닿는 것 가운데 곱셈이 가장 적은 검출기", en: "Reaches every object with the fewest multiplications" }
    : { ko: "곱셈이 가장 적은 검출기", en: "Needs the fewest multiplications" };
}
