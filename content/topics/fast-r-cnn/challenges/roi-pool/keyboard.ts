import { markCells, type KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";
import { WORDS } from "./words";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, { columns }, { grid, marks }) => {
  for (const [bin, value] of grid.entries()) await hands.type({ css: `[data-bin="${bin}"] input[type=text]` }, String(value));
  if (marks.length === 0) return;
  await markCells(
    hands,
    WORDS.map.en,
    columns,
    marks.map(({ cell }) => cell),
  );
  for (const { cell, sum } of marks) await hands.type({ css: `[data-sum="${cell}"] input[type=text]` }, String(sum));
};
