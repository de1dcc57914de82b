import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";
import { WHICH } from "./words";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, answer) => {
  for (const id of answer.order) await hands.turn({ css: `[data-map="${id}"]` }, true);
  for (const [i, odd] of view.odd.entries()) {
    await hands.choose({ role: "radiogroup", name: WHICH.en }, i + 1);
    await hands.turn({ css: `[data-map="${answer[odd] ?? ""}"]` }, true);
  }
};
