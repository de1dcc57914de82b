import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  {
    kind: "detector-race",
    seed: "start",
    level: 1,
    note: { ko: "첫 경주: 계산이 얼마나 들까요", en: "A first race: what does each cost?" },
  },
  { kind: "detector-race", seed: "reach", level: 3, note: { ko: "누가 어떤 물체에 닿지 못할까요", en: "What is out of whose reach?" } },
  { kind: "detector-race", seed: "field", level: 5, note: { ko: "앞의 몇 개만 볼 때", en: "When only the first few are looked at" } },
];
