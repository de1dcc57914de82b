import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { values }) => {
  for (const [i, value] of values.entries()) await hands.type({ css: `[data-asked="${i}"] input[type=text]` }, String(value ?? 0));
};
