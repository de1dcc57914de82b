import { markCells, type KeyboardPlay } from "@/lib/challenges/keyboard";
import { SIDE } from "./cells";
import type { Answer, View } from "./challenge";
import { GRIDS, WHICH } from "./words";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { hot, cold }) => {
  await markCells(hands, GRIDS.hot.en, SIDE, hot);
  if (view.cold === 0) return;
  await hands.choose({ role: "radiogroup", name: WHICH.en }, 1);
  await markCells(hands, GRIDS.cold.en, SIDE, cold);
};
