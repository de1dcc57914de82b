import { markCells, type KeyboardPlay } from "@/lib/challenges/keyboard";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import type { Answer, View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, { side, maps, classes }, { peaks, box }) => {
  for (const [m] of maps.entries()) {
    const cells = peaks.filter((peak) => Math.floor(peak / (side * side)) === m).map((peak) => peak % (side * side));
    if (cells.length > 0) await markCells(hands, CLASS_NAMES[classes[m]].en, side, cells);
  }
  for (const [i, name] of ["x1", "y1", "x2", "y2"].entries())
    if (box !== null) await hands.type({ role: "textbox", name: `Your box ${name}` }, String(box[i]));
};
