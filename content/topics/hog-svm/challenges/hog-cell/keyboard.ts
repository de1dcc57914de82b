import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { bars, largest }) => {
  for (const [bin, bar] of bars.entries()) if (bar > 0) await hands.slide({ css: `[data-bin="${bin}"] [role=slider]` }, bar, 1);
  if (largest !== null) await hands.type({ css: "[data-largest] input[type=text]" }, String(largest / 100));
};
