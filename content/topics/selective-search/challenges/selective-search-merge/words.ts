import type { Locale, Text } from "@/lib/challenges/text";
import { josa, list } from "@/lib/words";
import type { Measure, Rated } from "./instance";

export const MEASURE_NAMES: Readonly<Record<Measure, Text>> = {
  colour: { ko: "색", en: "colour" },
  size: { ko: "크기", en: "size" },
  fill: { ko: "채움", en: "fill" },
};

export const two = (value: number): string => value.toFixed(2);

/** @example "A와 C", "A and C" */
export const pairWords = ([a, b]: readonly string[]): Text => ({ ko: `${josa(a, "과/와")} ${b}`, en: `${a} and ${b}` });

/** @example "색, 크기, 채움", "colour, size and fill" */
export const measureWords = (measures: readonly Measure[], locale: Locale): string =>
  list(
    measures.map((name) => MEASURE_NAMES[name][locale]),
    locale,
  );

/** @example "0.92 + 0.81 + 0.97 = 2.70"; one measure alone: "0.92" */
export function sumOf({ values, total }: Pick<Rated, "values" | "total">, measures: readonly Measure[]): string {
  const terms = measures.map((name) => two(values[name]));
  return terms.length === 1 ? terms[0] : `${terms.join(" + ")} = ${two(total)}`;
}

/** The measure that parts two pairs most: by which the better one leads. */
export const decisive = (better: Rated, other: Rated, measures: readonly Measure[]): Measure =>
  measures.reduce((a, b) => (better.values[b] - other.values[b] > better.values[a] - other.values[a] ? b : a));
