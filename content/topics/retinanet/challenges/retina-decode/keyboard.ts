import { markCells, type KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";
import { pairIds } from "./instance";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { pairs }) => {
  const ids = pairIds(view);
  await markCells(
    hands,
    "Logits",
    view.classes.length,
    pairs.map((id) => ids.indexOf(id)),
  );
};
