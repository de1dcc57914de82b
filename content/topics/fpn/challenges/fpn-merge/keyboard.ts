import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import { letter } from "@/lib/words";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { values }) => {
  for (const [i, value] of values.entries()) await hands.type({ css: `[data-asked="${letter(i)}"] input[type=text]` }, String(value ?? 0));
};
