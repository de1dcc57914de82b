import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "cam-mixer", seed: "first", level: 1, note: { ko: "타일 두 장, 가중치 두 개", en: "Two tiles, two weights" } },
  {
    kind: "cam-mixer",
    seed: "against",
    level: 3,
    note: { ko: "클래스에 반대하는 채널이 끼어 있어요", en: "With a channel that speaks against the class" },
  },
  { kind: "cam-mixer", seed: "score", level: 5, note: { ko: "ReLU 뒤의 맵에서 점수까지", en: "From a map after the ReLU to the score" } },
];
