import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, { side }, { cells }) => {
  for (const cell of cells) {
    await hands.turn({ role: "button", name: `Row ${Math.floor(cell / side) + 1}, column ${(cell % side) + 1}` }, true);
  }
};
