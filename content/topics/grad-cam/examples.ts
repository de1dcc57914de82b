import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "gradcam-regions", seed: "first", level: 1, note: { ko: "복잡한 바탕에 물체 하나", en: "One object on a busy ground" } },
  { kind: "gradcam-regions", seed: "cold", level: 3, note: { ko: "찬성과 반대를 함께", en: "For and against together" } },
  { kind: "gradcam-regions", seed: "mean", level: 5, note: { ko: "기울기를 평균해 α부터", en: "α first: averaging gradients" } },
  { kind: "gradcam-layer", seed: "depth", level: 1, note: { ko: "세 층의 맵을 차례로", en: "Maps of three layers in order" } },
  {
    kind: "gradcam-layer",
    seed: "odd",
    level: 5,
    note: { ko: "다른 클래스와 무작위 층까지", en: "With another class and a random layer" },
  },
];
