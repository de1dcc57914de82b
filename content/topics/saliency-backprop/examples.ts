import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "which-saliency", seed: "first", level: 1, note: { ko: "맵 네 장, 이름 네 개", en: "Four maps, four names" } },
  {
    kind: "which-saliency",
    seed: "twins",
    level: 3,
    note: { ko: "클래스마다 한 장씩, 맵 다섯 쌍", en: "Five pairs: a map for each class" },
  },
  {
    kind: "which-saliency",
    seed: "sums",
    level: 5,
    note: { ko: "합과 회색 픽셀로 가려내는 다섯 장", en: "Five maps told apart by sums and a grey pixel" },
  },
];
