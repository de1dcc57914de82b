import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "selective-search-merge", seed: "twins", level: 1, note: { ko: "멀리 있는 쌍둥이", en: "Twins far apart" } },
  { kind: "selective-search-merge", seed: "island", level: 3, note: { ko: "섬을 품은 영역", en: "A region around an island" } },
  { kind: "selective-search-merge", seed: "three", level: 5, note: { ko: "합치기 세 번을 차례로", en: "Three merges in a row" } },
];
