import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "autograd-graph", seed: "chain", level: 1, note: { ko: "더하기와 곱하기", en: "Plus and times" } },
  { kind: "autograd-graph", seed: "twice", level: 2, note: { ko: "두 번 쓰인 값", en: "A value used twice" } },
  { kind: "transpose-shapes", seed: "two-layouts", level: 1, note: { ko: "W를 보관하는 두 방법", en: "Two ways to keep W" } },
  { kind: "transpose-shapes", seed: "squares", level: 5, note: { ko: "모양이 말해 주지 않을 때", en: "When shapes say nothing" } },
];
