import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "hog-cell", seed: "first", level: 1, note: { ko: "크기를 방향마다 더해요", en: "Sizes added up by direction" } },
  { kind: "hog-cell", seed: "pixels", level: 3, note: { ko: "픽셀에서 막대까지", en: "From pixels to bars" } },
  { kind: "hog-cell", seed: "block", level: 5, note: { ko: "나눠 넣고, 블록을 정규화해요", en: "Shared votes, and a block normalised" } },
];
