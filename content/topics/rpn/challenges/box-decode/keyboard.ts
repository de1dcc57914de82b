import { fitBox, type KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, { anchors }, { anchor, box }) => {
  const from = anchors[anchor ?? 0].box;
  if (anchors.length > 1) await hands.choose({ css: "[role=radiogroup]" }, anchor ?? 0);
  await fitBox(hands, { css: "[data-box=mine]" }, from, box ?? from);
};
