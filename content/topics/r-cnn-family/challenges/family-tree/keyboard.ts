import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import { PART_NAMES } from "../../pipeline";
import type { Answer, View } from "./challenge";
import { optionsOf } from "./instance";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { labels }) => {
  for (const [s, { asks }] of view.sheets.entries()) {
    if (view.sheets.length > 1) await hands.choose({ role: "radiogroup", name: view.columns.length > 1 ? "Detector" : "Question" }, s);
    const options = optionsOf(view, asks);
    for (const [at, label] of labels[s].entries()) {
      await hands.choose({ role: "radiogroup", name: PART_NAMES[view.parts[at]].en }, options.indexOf(label ?? "none"));
    }
  }
};
