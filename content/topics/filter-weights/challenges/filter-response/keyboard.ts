import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import { letter } from "@/lib/words";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { order, values }) => {
  for (const i of order) await hands.turn({ css: `[data-patch="${letter(i)}"]` }, true);
  for (const [i, value] of values.entries()) await hands.type({ css: `[data-asked="${letter(i)}"] input[type=text]` }, String(value ?? 0));
};
