import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "family-tree", seed: "one", level: 1, note: { ko: "그림마다, 후보마다", en: "Once a picture, once a proposal" } },
  { kind: "family-tree", seed: "learnt", level: 2, note: { ko: "무엇이 배우나요", en: "What is learnt" } },
  { kind: "family-tree", seed: "two", level: 3, note: { ko: "두 검출기를 나란히", en: "Two side by side" } },
  { kind: "family-tree", seed: "mixed", level: 4, note: { ko: "섞어 만든 검출기", en: "A mixture of parts" } },
  { kind: "family-tree", seed: "batch", level: 5, note: { ko: "그림 여러 장의 셈", en: "Counts for a batch" } },
];
