import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { most, cheapest, errors }) => {
  await hands.choose({ role: "radiogroup", nth: 0 }, most ?? 0);
  await hands.choose({ role: "radiogroup", nth: 1 }, cheapest ?? 0);
  for (const [i, error] of errors.entries()) await hands.select({ role: "combobox", nth: i }, error ?? "none");
};
