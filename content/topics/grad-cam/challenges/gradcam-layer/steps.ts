import { heatIn } from "./heat";
import type { Odd, Truth, View } from "./instance";

/** One map with what it is. Shares of its heat, 0 … 1. */
export interface Step {
  readonly id: string;
  /** Its layer as a place in DEPTHS, or which of the odd ones it is. */
  readonly of: number | Odd;
  readonly own: number;
  readonly other: number;
}

/** The maps from the earliest layer to the deepest, then the odd ones. */
export function stepsOf({ maps, objects, asked, odd }: View, truth: Truth): Step[] {
  const shown = (id: string | null, of: number | Odd): Step[] =>
    maps
      .filter((map) => map.id === id)
      .map(({ cells }) => ({
        id: String(id),
        of,
        own: heatIn(cells, objects[asked].box),
        other: heatIn(cells, objects[1 - asked].box),
      }));
  return [...truth.order.flatMap((id, i) => shown(id, truth.depths[i])), ...odd.flatMap((which) => shown(truth[which], which))];
}
