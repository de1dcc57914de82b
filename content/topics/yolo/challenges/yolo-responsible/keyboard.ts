import type { KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";
import { TARGETS } from "./instance";

const GRID = { css: "[data-testid=cell-pointer]" };

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { answers }) => {
  for (const [i, { cell, box, targets }] of answers.entries()) {
    await hands.choose({ role: "radiogroup", name: "Object" }, i);
    await hands.reach(GRID);
    // From wherever nothing was chosen yet, the first cell is another one.
    await hands.pressAndSee("Control+Home", GRID, "data-cell-read");
    for (let row = 0; row < Math.floor((cell ?? 0) / view.grid); row++) await hands.pressAndSee("ArrowDown", GRID, "data-cell-read");
    for (let column = 0; column < (cell ?? 0) % view.grid; column++) await hands.pressAndSee("ArrowRight", GRID, "data-cell-read");
    if (view.stage === 1) continue;
    await hands.choose({ role: "radiogroup", name: "Answering box" }, box === "none" ? view.predicted[i].length : (box ?? 0));
    if (view.stage === 2 || box === "none") continue;
    for (const [b, target] of targets.entries())
      await hands.choose({ role: "radiogroup", name: `Box ${b + 1}` }, TARGETS.indexOf(target ?? "zero"));
  }
};
