import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { merges }) => {
  for (const [i, pair] of merges.entries()) {
    for (const name of pair) await hands.turn({ css: `[data-chip="${name}"]` }, true);
    if (i + 1 < merges.length) {
      await hands.reach({ css: "[data-merge]" });
      await hands.press("Enter");
    }
  }
};
