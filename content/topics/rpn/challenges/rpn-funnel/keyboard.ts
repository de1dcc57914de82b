import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { keep }) => {
  for (const id of keep) await hands.turn({ css: `[data-chip="${id}"]` }, true);
};
