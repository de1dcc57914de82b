import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { hundredths }) => {
  const slider = { role: "slider" };
  await hands.slide(slider, (hundredths ?? 0) / 100, 0.05);
  // Where the slider stood there already, Enter says that it is meant.
  if ((await hands.attribute(slider, "aria-valuetext")) === "?") await hands.pressAndSee("Enter", slider, "aria-valuetext");
};
