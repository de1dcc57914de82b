import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "rcnn-labels", seed: "tuning", level: 1, note: { ko: "미세 조정: 0.5로 갈라요", en: "Fine-tuning: parted at 0.5" } },
  { kind: "rcnn-labels", seed: "three", level: 3, note: { ko: "한 상자에 이름표 셋", en: "Three labels a box" } },
  { kind: "rcnn-labels", seed: "measured", level: 5, note: { ko: "두 클래스, IoU는 직접 재요", en: "Two classes, IoUs to be measured" } },
];
