import { markCells, type KeyboardPlay } from "@/lib/challenges/keyboard";
import { RULE_NAMES, type Answer, type View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, { side, rules }, { cells }) => {
  for (const [r, rule] of rules.entries()) await markCells(hands, RULE_NAMES[rule].en, side, cells[r]);
};
