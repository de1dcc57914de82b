import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "centernet-peaks", seed: "hills", level: 1, note: { ko: "언덕 두세 개", en: "Two or three hills" } },
  { kind: "centernet-peaks", seed: "shoulder", level: 2, note: { ko: "비스듬히 옆이 더 높은 칸", en: "A higher cell at its corner" } },
  { kind: "centernet-peaks", seed: "keep", level: 5, note: { ko: "두 지도, 몇 개만, 상자 하나", en: "Two maps, the best few, one box" } },
  { kind: "center-splat", seed: "square", level: 1, note: { ko: "네모난 상자", en: "A square box" } },
  { kind: "center-splat", seed: "meet", level: 4, note: { ko: "두 언덕이 만나는 칸", en: "Where two hills meet" } },
];
