import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";
import { WHICH } from "./words";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, answer) => {
  for (const [i, name] of answer.names.entries()) {
    if (name === null) continue;
    await hands.choose({ role: "radiogroup", name: WHICH.en }, view.names.indexOf(name));
    await hands.turn({ css: `[data-map="${view.maps[i].id}"]` }, true);
  }
};
