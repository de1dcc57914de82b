import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { count }) => {
  await hands.slide({ role: "slider" }, count ?? 0, 1);
};
