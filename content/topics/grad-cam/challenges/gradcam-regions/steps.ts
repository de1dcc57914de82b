import { CELLS, positive } from "./cells";
import type { Share, Truth } from "./instance";

/** One moment of the map's making. `map` is what stands there after it. */
export type Step =
  | { readonly type: "start"; readonly map: readonly number[] }
  | { readonly type: "channel"; readonly share: Share; readonly map: readonly number[] }
  | { readonly type: "others"; readonly count: number; readonly map: readonly number[] }
  | { readonly type: "relu"; readonly wiped: number; readonly map: readonly number[] }
  | { readonly type: "mine"; readonly side: "hot" | "cold"; readonly map: readonly number[] };

/**
 * How the map comes about: the strongest channels one by one, all the others at once, what was marked as cold, the ReLU, what was
 * marked as hot.
 */
export function stepsOf({ map, shares, others }: Truth, cold: boolean): Step[] {
  const steps: Step[] = [{ type: "start", map: Array.from({ length: CELLS }, () => 0) }];
  let sum: readonly number[] = steps[0].map;
  for (const share of shares) {
    sum = sum.map((v, cell) => v + share.adds[cell]);
    steps.push({ type: "channel", share, map: sum });
  }
  if (others > 0) steps.push({ type: "others", count: others, map });
  if (cold) steps.push({ type: "mine", side: "cold", map });
  steps.push({ type: "relu", wiped: map.filter((v) => v < 0).length, map: positive(map) });
  steps.push({ type: "mine", side: "hot", map: positive(map) });
  return steps;
}
