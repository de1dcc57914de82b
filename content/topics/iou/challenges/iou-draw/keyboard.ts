import { fitBox, type KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = (hands, { start }, { box }) =>
  fitBox(hands, { css: "[data-box=mine]" }, start, box ?? start);
