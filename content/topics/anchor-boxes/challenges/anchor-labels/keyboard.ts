import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import { BACKGROUND, IGNORED } from "@/lib/engine/match";
import { letter } from "@/lib/words";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, { objects }, { labels }) => {
  const options = [BACKGROUND, IGNORED, ...objects.keys()];
  for (const [anchor, label] of labels.entries()) {
    await hands.choose({ role: "radiogroup", name: `Anchor ${letter(anchor)}` }, options.indexOf(label ?? BACKGROUND));
  }
};
