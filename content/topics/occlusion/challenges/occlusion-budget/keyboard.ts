import { markCells, type KeyboardPlay } from "@/lib/challenges/keyboard";
import { letter } from "@/lib/words";
import type { Answer, View } from "./challenge";
import { columnsOf, PATCH_STEP, STRIDE_STEP } from "./instance";
import { GRID } from "./words";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { places, patch, stride }) => {
  if (view.task === "design") {
    if (patch !== null) await hands.slide({ role: "slider", nth: 0 }, patch, PATCH_STEP);
    if (stride !== null) await hands.slide({ role: "slider", nth: 1 }, stride, STRIDE_STEP);
    return;
  }
  if (view.task === "joint") {
    for (const place of places) await hands.turn({ role: "button", name: `Patch ${letter(place)}` }, true);
    return;
  }
  await markCells(hands, GRID[view.task].en, columnsOf(view), places);
};
