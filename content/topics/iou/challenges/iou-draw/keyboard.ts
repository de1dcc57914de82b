import type { Hands, KeyboardPlay } from "@/lib/challenges/keyboard";
import type { Answer, View } from "./challenge";

const MINE = { css: "[data-box=mine]" };

/** Moves (or with "Alt+" resizes) the focused box by a whole number of pixels: tens with Shift, then ones. */
async function nudge(hands: Hands, [dx, dy]: readonly [number, number], modifier: "" | "Alt+" = ""): Promise<void> {
  for (const [by, back, forth] of [
    [dx, "ArrowLeft", "ArrowRight"],
    [dy, "ArrowUp", "ArrowDown"],
  ] as const) {
    const key = by < 0 ? back : forth;
    const size = Math.abs(by);
    for (let i = 0; i < Math.floor(size / 10); i++) await hands.pressAndSee(`${modifier}Shift+${key}`, MINE, "aria-label");
    for (let i = 0; i < size % 10; i++) await hands.pressAndSee(`${modifier}${key}`, MINE, "aria-label");
  }
}

export const keyboard: KeyboardPlay<View, Answer> = async (hands, { start, rule }, { box }) => {
  const [x1, y1, x2, y2] = box ?? start;
  const grow = [x2 - x1 - (start[2] - start[0]), y2 - y1 - (start[3] - start[1])] as const;
  await hands.reach(MINE);
  // First smaller, then there, then larger: so the picture's edge is never in the way.
  if (rule !== "move") await nudge(hands, [Math.min(0, grow[0]), Math.min(0, grow[1])], "Alt+");
  await nudge(hands, [x1 - start[0], y1 - start[1]]);
  if (rule !== "move") await nudge(hands, [Math.max(0, grow[0]), Math.max(0, grow[1])], "Alt+");
};
