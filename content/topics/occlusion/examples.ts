import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "occlusion-budget", seed: "first", level: 1, note: { ko: "감소를 읽어요", en: "Read drops" } },
  { kind: "occlusion-budget", seed: "plan", level: 4, note: { ko: "조각과 보폭을 계획해요", en: "Plan patch and stride" } },
  { kind: "occlusion-budget", seed: "three", level: 5, note: { ko: "셋을 함께 가려요", en: "Hide three together" } },
];
