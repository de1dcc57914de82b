import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  {
    kind: "iou-estimate",
    seed: "first",
    level: 1,
    note: { ko: "모눈에 맞춘 같은 크기의 상자 세 쌍", en: "Three pairs of equal boxes on the grid" },
  },
  { kind: "iou-estimate", seed: "gaps", level: 5, note: { ko: "담긴 상자, 그리고 GIoU 두 번", en: "Containment, and GIoU twice" } },
  { kind: "iou-draw", seed: "free", level: 1, note: { ko: "마음대로 그려 목표 IoU 맞추기", en: "Hit the target with any box" } },
  {
    kind: "iou-draw",
    seed: "two",
    level: 5,
    note: { ko: "상자 하나로 두 목표를 한꺼번에", en: "Two targets with one box" },
  },
];
