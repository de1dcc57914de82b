import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "retina-decode", seed: "cut", level: 1, note: { ko: "칸마다 따로 예, 아니요", en: "A yes or no for each cell" } },
  { kind: "retina-decode", seed: "levels", level: 3, note: { ko: "레벨을 넘는 NMS", en: "NMS across levels" } },
  { kind: "retina-decode", seed: "whole", level: 5, note: { ko: "로짓만 보고 끝까지", en: "All the way from logits alone" } },
];
