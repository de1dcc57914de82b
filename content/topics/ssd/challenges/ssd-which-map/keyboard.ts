import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";
import { mapName, NONE } from "./words";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { maps, kept }) => {
  for (const [i, chosen] of maps.entries()) {
    await hands.choose({ role: "radiogroup", name: "Object" }, i);
    if (view.asks === "best") await hands.choose({ role: "radiogroup", name: "Its map" }, chosen?.[0] ?? 0);
    else if (chosen?.length === 0) await hands.turn({ role: "button", name: NONE.en }, true);
    else for (const map of chosen ?? []) await hands.turn({ role: "button", name: mapName(view, map) }, true);
  }
  if (kept !== null) await hands.type({ role: "textbox", name: "Negatives kept" }, String(kept));
};
