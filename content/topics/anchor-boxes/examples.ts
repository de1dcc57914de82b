import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  {
    kind: "place-anchors",
    seed: "street",
    level: 1,
    note: { ko: "크기 둘, 비율 하나로 충분할까요?", en: "Two scales and one ratio: enough?" },
  },
  {
    kind: "place-anchors",
    seed: "crowd",
    level: 3,
    note: { ko: "다섯 비율과 여섯 크기, 예산은 넷", en: "Five ratios, six scales, a budget of four" },
  },
  { kind: "place-anchors", seed: "single", level: 5, note: { ko: "앵커를 하나씩 골라요", en: "Anchors bought one by one" } },
  { kind: "anchor-labels", seed: "first", level: 1, note: { ko: "0.7과 0.3만으로 나눠요", en: "Sorted by 0.7 and 0.3 alone" } },
  {
    kind: "anchor-labels",
    seed: "twins",
    level: 4,
    note: { ko: "똑같이 좋은 두 앵커가 함께 구제돼요", en: "Two equally good anchors are rescued together" },
  },
];
