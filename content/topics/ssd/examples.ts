import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "ssd-which-map", seed: "two", level: 1, note: { ko: "지도 두 장, 네모난 물체", en: "Two maps, square objects" } },
  { kind: "ssd-which-map", seed: "long", level: 3, note: { ko: "긴 물체는 어느 지도에", en: "Where long objects belong" } },
  { kind: "ssd-which-map", seed: "all", level: 5, note: { ko: "양성이 있는 지도를 모두", en: "Every map with a positive" } },
  { kind: "hard-negatives", seed: "first", level: 2, note: { ko: "양성 하나에 음성 셋", en: "Three for each positive" } },
  { kind: "hard-negatives", seed: "p", level: 5, note: { ko: "확률만 보고 고르기", en: "From probabilities alone" } },
];
