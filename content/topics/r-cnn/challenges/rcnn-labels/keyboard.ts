import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import { letter } from "@/lib/words";
import type { Answer, View } from "./challenge";
import { optionsOf } from "./instance";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { labels }) => {
  for (const [s, stage] of view.stages.entries()) {
    if (view.stages.length > 1) await hands.choose({ role: "radiogroup", name: "Training" }, s);
    const options = optionsOf(view, stage);
    for (const [box, label] of labels[s].entries()) {
      await hands.choose({ role: "radiogroup", name: `Box ${letter(box)}` }, options.indexOf(label ?? "background"));
    }
  }
};
