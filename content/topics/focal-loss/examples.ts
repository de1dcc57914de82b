import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "focal-gamma", seed: "flood", level: 1, note: { ko: "쉬운 배경을 조용하게 만들기", en: "Quiet the easy background" } },
  { kind: "focal-gamma", seed: "unsure", level: 2, note: { ko: "애매한 물체의 목소리 지키기", en: "Keep the unsure objects audible" } },
  { kind: "focal-gamma", seed: "weights", level: 3, note: { ko: "α까지 골라요", en: "With α as well" } },
  { kind: "focal-gamma", seed: "slopes", level: 4, note: { ko: "기울기로 재면 달라요", en: "Gradients ask for something else" } },
  { kind: "focal-gamma", seed: "labels", level: 5, note: { ko: "틀린 이름표가 섞여 있어요", en: "Some labels are wrong" } },
];
