import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, { classes }, { box, cls }) => {
  for (const [i, name] of ["x1", "y1", "x2", "y2"].entries())
    await hands.type({ role: "textbox", name: `Your box ${name}` }, String((box ?? [0, 0, 8, 8])[i]));
  if (cls !== null) await hands.choose({ role: "radiogroup", name: "Class" }, classes.indexOf(cls));
};
