import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import { ratioName, shapeName, type Answer, type View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { scales, ratios, pairs }) => {
  const names = [
    ...scales.map((s) => `${view.scales[s]} px`),
    ...ratios.map((r) => `Ratios h:w ${ratioName(view.ratios[r])}`),
    ...pairs.map((pair) => shapeName(view, pair)),
  ];
  for (const name of names) await hands.turn({ role: "button", name }, true);
};
