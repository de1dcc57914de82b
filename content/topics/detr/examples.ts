import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "detr-matching", seed: "give way", level: 1, note: { ko: "둘이 한 질의를 원할 때", en: "Two want one query" } },
  { kind: "detr-matching", seed: "greed", level: 2, note: { ko: "싼 짝부터 이으면 틀려요", en: "Where greed fails" } },
  { kind: "detr-matching", seed: "weights", level: 5, note: { ko: "세 항의 무게", en: "The weights of the three parts" } },
];
