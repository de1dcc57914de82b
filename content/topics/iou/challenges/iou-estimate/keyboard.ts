import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { guesses }) => {
  const slider = { role: "slider" };
  for (const [i, guess] of guesses.entries()) {
    await hands.choose({ role: "radiogroup" }, i);
    await hands.slide(slider, guess ?? 0, 1);
    if ((await hands.attribute(slider, "aria-valuetext")) !== "?") continue;
    // It stood there from the start: off and back again, so that the guess counts.
    for (const key of ["ArrowRight", "ArrowLeft"]) await hands.pressAndSee(key, slider, "aria-valuenow");
  }
};
