import { markCells, type KeyboardPlay } from "@/lib/challenges/keyboard";
import { ratioName, SHAPES_LABEL, type Answer, type View } from "./challenge";

export const keyboard: KeyboardPlay<View, Answer> = async (hands, view, { scales, ratios, pairs }) => {
  const names = [...scales.map((s) => `${view.scales[s]} px`), ...ratios.map((r) => `Ratios h:w ${ratioName(view.ratios[r])}`)];
  for (const name of names) await hands.turn({ role: "button", name }, true);
  if (pairs.length === 0) return;
  const columns = view.ratios.length;
  await markCells(
    hands,
    SHAPES_LABEL.en,
    columns,
    pairs.map(([s, r]) => s * columns + r),
  );
};
