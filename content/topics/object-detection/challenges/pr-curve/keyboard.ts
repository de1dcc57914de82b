import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";
import { marksOf } from "./words";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { ranked, marks, ap }) => {
  for (const id of ranked) await hands.turn({ css: `[data-chip="${id}"]` }, true);
  const options = marksOf(view);
  for (const id of ranked) {
    const mark = marks[view.detections.findIndex((found) => found.id === id)];
    await hands.choose({ role: "radiogroup", name: `Detection ${id}` }, options.indexOf(mark ?? "fp"));
  }
  await hands.type({ role: "textbox", name: "AP" }, String((ap ?? 0) / 100));
};
