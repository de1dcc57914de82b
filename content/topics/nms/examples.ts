import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "nms-survivors", seed: "hello", level: 1, note: { ko: "첫 화면의 문제", en: "The landing page's board" } },
  {
    kind: "nms-survivors",
    seed: "chain",
    level: 4,
    note: { ko: "지워진 상자와만 겹치는 상자가 살아남아요", en: "A box that overlaps only a fallen one survives" },
  },
  { kind: "nms-survivors", seed: "crowd", level: 5, note: { ko: "여러 클래스가 섞인 붐비는 장면", en: "A crowd of several classes" } },
  { kind: "nms-threshold", seed: "pair", level: 1, note: { ko: "둘 사이의 넓은 창", en: "A pair, and a wide window" } },
  { kind: "nms-threshold", seed: "narrow", level: 5, note: { ko: "맞는 임계값이 몇 개뿐이에요", en: "Only a few thresholds are right" } },
];
