import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "fpn-level", seed: "first", level: 1, note: { ko: "첫 번째 예시", en: "A first example" } },
];
