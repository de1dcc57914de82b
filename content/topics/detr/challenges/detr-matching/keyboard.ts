import { markCells, type KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { query }) => {
  const cells = query.flatMap((q, object) => (q === null ? [] : [q * view.objects.length + object]));
  await markCells(hands, "Costs", view.objects.length, cells);
};
