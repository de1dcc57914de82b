import type { Locale, Text } from "@/lib/challenges/text";
import type { BoxXYXY } from "@/lib/engine/boxes";
import type { View } from "./instance";

/** "120 × 12": a box's width and height. */
export const sides = ([x1, y1, x2, y2]: BoxXYXY): string => `${x2 - x1} × ${y2 - y1}`;

export const two = (value: number): string => value.toFixed(2);

/** What the funnel does, stage by stage, in the order in which it does it. */
export function stagesOf({ before, smallest, threshold }: View, locale: Locale): string[] {
  const ko = locale === "ko";
  return [
    ...(before === null ? [] : [ko ? `점수가 높은 ${before}개만 들어가요` : `only the best ${before} by score go on`]),
    ko ? "델타로 앵커를 옮겨 상자로 만들어요" : "deltas turn each anchor into its box",
    ...(smallest === null
      ? []
      : [ko ? `한 변이 ${smallest}픽셀보다 짧은 상자를 버려요` : `boxes with a side below ${smallest} pixels fall`]),
    ko ? `NMS: 남긴 상자와 IoU가 ${threshold}보다 크면 지워요` : `NMS: a box falls when its IoU with a kept one is above ${threshold}`,
  ];
}

export const WHAT = {
  anchor: { ko: "앵커", en: "Anchors" },
  box: { ko: "옮겨 간 상자", en: "Decoded boxes" },
} satisfies Record<"anchor" | "box", Text>;
