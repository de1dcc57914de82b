import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { weights, score }) => {
  for (const [k, weight] of weights.entries()) await hands.slide({ role: "slider", nth: k }, weight, 1);
  if (score !== null) await hands.type({ css: "[data-score] input" }, String(score / 100));
};
