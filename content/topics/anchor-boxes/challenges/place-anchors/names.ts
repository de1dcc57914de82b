/** What anchor shapes are called. */
import type { Shape } from "./coverage";
import type { Instance } from "./scenes";

/** "64 px, 2:1" */
export function shapeName({ scales, ratios }: Pick<Instance, "scales" | "ratios">, [s, r]: Shape): string {
  return `${scales[s]} px, ${ratioName(ratios[r])}`;
}
/** Height : width. */
export const ratioName = ([h, w]: readonly [number, number]): string => `${h}:${w}`;
