import type { BoxXYXY } from "@/lib/engine/boxes/types";

interface Pickable {
  readonly id: string;
  readonly box: BoxXYXY;
}

const areaOf = (box: BoxXYXY) => (box[2] - box[0]) * (box[3] - box[1]);

/**
 * The boxes under a point, smallest first (ties: later drawn first): the order in which clicks reach them.
 * @param reach how far outside a box still counts, in stage pixels, so that thin boxes can be hit
 */
export function boxesAt(boxes: readonly Pickable[], x: number, y: number, reach = 0): string[] {
  return boxes
    .map((b, order) => ({ ...b, order }))
    .filter(({ box }) => x >= box[0] - reach && x <= box[2] + reach && y >= box[1] - reach && y <= box[3] + reach)
    .sort((a, b) => areaOf(a.box) - areaOf(b.box) || b.order - a.order)
    .map((b) => b.id);
}

/** Which of the boxes under a click is meant: the smallest first, the next one at each further click on the same place. */
export function nextPick(
  under: readonly string[],
  last: { readonly ids: string; readonly index: number } | null,
): { ids: string; index: number } | null {
  if (under.length === 0) return null;
  const ids = under.join("\n");
  return { ids, index: last?.ids === ids ? (last.index + 1) % under.length : 0 };
}
