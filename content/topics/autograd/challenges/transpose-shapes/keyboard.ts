import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, { asks }, { picks }) => {
  for (const [i, { of }] of asks.entries())
    for (const side of of === "b" ? [0] : [0, 1]) {
      const css = `[data-pick="${2 * i + side}"]`;
      const value = String(picks[2 * i + side] ?? 0);
      if (of === "shape") await hands.type({ css: `${css} input[type=text]` }, value);
      else await hands.select({ css: `${css} select` }, value);
    }
};
