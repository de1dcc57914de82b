import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "guided-signal", seed: "first", level: 1, note: { ko: "아홉 칸, ReLU 하나", en: "Nine cells, one ReLU" } },
  {
    kind: "guided-signal",
    seed: "weights",
    level: 5,
    note: { ko: "ReLU 둘 사이에 부호가 바뀌는 가중치", en: "Two ReLUs with weights between that flip signs" },
  },
];
