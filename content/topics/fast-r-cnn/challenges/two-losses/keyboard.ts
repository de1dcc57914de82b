import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { losses }) => {
  for (const [i, loss] of losses.entries()) await hands.type({ css: `[data-roi="${i}"] input[type=text]` }, String((loss ?? 0) / 100));
};
