import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";
import { CODES } from "./instance";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, _, { radius, values, codes }) => {
  await hands.type({ role: "textbox", name: "Radius r" }, String((radius ?? 10) / 10));
  for (const [i, value] of values.entries())
    await hands.type({ role: "textbox", name: `Value of cell ${i + 1}` }, String((value ?? 0) / 100));
  for (const [i, code] of codes.entries())
    await hands.choose({ role: "radiogroup", name: `Box ${"ABC"[i]}` }, CODES.indexOf(code ?? "geometric"));
};
