import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "fpn-merge", seed: "copy", level: 1, note: { ko: "한 칸이 네 칸으로", en: "One cell becomes four" } },
  { kind: "fpn-merge", seed: "down", level: 5, note: { ko: "두 번 내려가기", en: "Down twice" } },
  { kind: "fpn-level", seed: "squares", level: 1, note: { ko: "정사각형의 레벨", en: "Levels of squares" } },
  { kind: "fpn-level", seed: "measure", level: 5, note: { ko: "그림에서 재기", en: "Measured in the picture" } },
];
