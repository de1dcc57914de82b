/** What anchor shapes are called. */
import type { Text } from "@/lib/challenges";
import type { Shape } from "./coverage";
import type { Instance } from "./scenes";

/** "64 px, 2:1" */
export function shapeName({ scales, ratios }: Pick<Instance, "scales" | "ratios">, [s, r]: Shape): string {
  return `${scales[s]} px, ${ratioName(ratios[r])}`;
}
/** Height : width. */
export const ratioName = ([h, w]: readonly [number, number]): string => `${h}:${w}`;

/** The grid of single anchors. */
export const SHAPES_LABEL: Text = {
  ko: "앵커 하나씩 (가로 줄은 크기, 세로 칸은 비율)",
  en: "Single anchors (rows: scale, columns: ratio)",
};
