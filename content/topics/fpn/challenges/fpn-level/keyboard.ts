import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";
import { choices } from "./instance";
import { boxName } from "./words";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { levels }) => {
  for (const [i, level] of levels.entries())
    if (level !== null) await hands.choose({ role: "radiogroup", name: `Box ${boxName(i)}` }, choices(view).indexOf(level));
};
