import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";
import { reachesOf } from "./instance";
import { betName } from "./words";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { cheapest, dearest, reach }) => {
  const options = reachesOf(view);
  for (const [i, label] of reach.entries()) {
    await hands.choose({ role: "radiogroup", name: `Object ${i + 1}` }, options.indexOf(label ?? "none"));
  }
  await hands.choose({ role: "radiogroup", name: betName(view, "cheapest").en }, cheapest ?? 0);
  await hands.choose({ role: "radiogroup", name: betName(view, "dearest").en }, dearest ?? 0);
};
