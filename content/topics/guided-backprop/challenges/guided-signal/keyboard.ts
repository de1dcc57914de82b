import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import { cellName, RULE_NAMES, type Answer, type View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, { side, rules }, { cells }) => {
  for (const [r, rule] of rules.entries()) {
    for (const cell of cells[r]) await hands.turn({ role: "button", name: `${cellName(side, cell).en}, ${RULE_NAMES[rule].en}` }, true);
  }
};
