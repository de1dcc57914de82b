import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "pr-curve", seed: "first", level: 1, note: { ko: "한 클래스, 겹친 검출 없이", en: "One class, nothing found twice" } },
  { kind: "pr-curve", seed: "twice", level: 2, note: { ko: "한 물체를 두 번 찾은 검출", en: "An object found twice" } },
  {
    kind: "pr-curve",
    seed: "strict",
    level: 5,
    note: { ko: "0.5가 아닌 기준, 어려운 물체까지", en: "Another match IoU, and a difficult object" },
  },
];
