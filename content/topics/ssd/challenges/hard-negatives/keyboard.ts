import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { kept }) => {
  for (const number of kept) await hands.turn({ css: `[data-chip="${number}"]` }, true);
};
