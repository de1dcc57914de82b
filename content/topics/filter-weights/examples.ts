import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "filter-response", seed: "edge", level: 1, note: { ko: "어느 조각이 가장 클까요", en: "Which patch is loudest" } },
  { kind: "filter-response", seed: "contrast", level: 3, note: { ko: "대비가 다른 다섯 조각", en: "Five patches of different contrast" } },
  { kind: "filter-response", seed: "slide", level: 4, note: { ko: "보폭 2로 밀기", en: "Sliding by two" } },
  { kind: "filter-response", seed: "weights", level: 5, note: { ko: "반응에서 가중치 알아내기", en: "Weights from responses" } },
];
