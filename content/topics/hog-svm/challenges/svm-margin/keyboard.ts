import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { ends, support }) => {
  for (const [i, value] of (ends ?? []).entries()) await hands.type({ css: `[data-number="${i}"] input[type=text]` }, String(value));
  for (const i of support) await hands.turn({ css: `[data-point="${i}"] button` }, true);
};
