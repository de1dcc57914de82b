import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "hog-cell", seed: "first", level: 1, note: { ko: "크기를 방향마다 더해요", en: "Sizes added up by direction" } },
  { kind: "hog-cell", seed: "pixels", level: 3, note: { ko: "픽셀에서 막대까지", en: "From pixels to bars" } },
  { kind: "hog-cell", seed: "block", level: 5, note: { ko: "나눠 넣고, 블록을 정규화해요", en: "Shared votes, and a block normalised" } },
  { kind: "svm-margin", seed: "tilted", level: 3, note: { ko: "평균의 방향이 길을 속여요", en: "The way between the means misleads" } },
  { kind: "svm-margin", seed: "held", level: 5, note: { ko: "길을 붙잡는 점까지", en: "And the points that hold it" } },
];
