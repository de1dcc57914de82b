import type { Hands, KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

/** Brings the slider to a value; where it stood there already, Enter says that it is meant. */
async function settle(hands: Hands, nth: number, value: number, step: number): Promise<void> {
  const slider = { role: "slider", nth };
  await hands.slide(slider, value, step);
  if ((await hands.attribute(slider, "aria-valuetext")) === "?") await hands.pressAndSee("Enter", slider, "aria-valuetext");
}

export const keyboard: KeyboardPlay<View, Answer> = async (hands, { limits }, { gamma, alpha }) => {
  await settle(hands, 0, (gamma ?? 0) / 10, 0.1);
  if (limits.objects !== null) await settle(hands, 1, (alpha ?? 50) / 100, 0.05);
};
