import type { Text } from "@/lib/challenges/text";
import { cellName, josa, letter, num } from "@/lib/words";
import { finestOf, lateralName, levelName, parentOf, pyramidOf, topName, type View } from "./instance";

export const askedName = (view: View, i: number): Text => {
  const { ko, en } = cellName(view.asked[i], finestOf(view).side);
  return { ko: `${letter(i)}: ${ko}`, en: `${letter(i)}: ${en.toLowerCase()}` };
};

/** "+ 4" or "− 4". */
const plus = (value: number): string => `${value < 0 ? "−" : "+"} ${num(Math.abs(value))}`;

/** A factor: a negative one in brackets. */
const wrapped = (value: number): string => (value < 0 ? `(${num(value)})` : num(value));

export interface SumPart {
  readonly name: string;
  readonly sum: string;
}

/** The arithmetic of a cell of the finest level, level by level. */
export function sumsOf(view: View, cell: number): readonly SumPart[] {
  const levels = pyramidOf(view);
  const at = levels.map((_, i) => {
    let place = cell;
    for (let fine = levels.length - 1; fine > i; fine--) place = parentOf(place, levels[fine].side);
    return place;
  });
  const { weights } = view;
  return levels.flatMap(({ fromAbove, lateral, sum }, i): SumPart[] => {
    const own = view.laterals[i].channels.map((channel) => channel[at[i]]);
    const through =
      weights === null
        ? []
        : [
            {
              name: `1×1`,
              sum: `${own.map((value, c) => `${wrapped(weights[c])} × ${wrapped(value)}`).join(" + ")} = ${num(lateral[at[i]])}`,
            },
          ];
    return [...through, { name: levelName(view, i), sum: `${num(fromAbove[at[i]])} ${plus(lateral[at[i]])} = ${num(sum[at[i]])}` }];
  });
}

/** Where the numbers of an asked cell come from. */
export function reasonOf(view: View, i: number): Text {
  const cell = view.asked[i];
  const { side } = finestOf(view);
  const sums = sumsOf(view, cell);
  const parent = cellName(parentOf(cell, side), side / 2);
  const from = view.laterals.length === 1 ? topName(view) : levelName(view, 0);
  const lines = sums.map(({ sum }) => sum).join(", ");
  return {
    ko: `${from}의 ${josa(parent.ko, "을/를")} 베껴 와요. ${josa(lines, "이에요/예요")}.`,
    en: `It copies ${parent.en.toLowerCase()} of ${from}. ${lines}.`,
  };
}

export const mapTitle = (view: View, level: number): Text => {
  const name = lateralName(view, level);
  return { ko: `${name} (옆의 지도)`, en: `${name} (lateral)` };
};
