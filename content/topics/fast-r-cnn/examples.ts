import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "roi-pool", seed: "whole", level: 1, note: { ko: "나누어떨어지는 RoI", en: "A RoI that divides evenly" } },
  { kind: "roi-pool", seed: "shared", level: 3, note: { ko: "구획이 함께 갖는 칸", en: "Cells that bins share" } },
  { kind: "roi-pool", seed: "back", level: 5, note: { ko: "기울기가 돌아가는 길", en: "The way back of gradients" } },
  { kind: "two-losses", seed: "terms", level: 1, note: { ko: "누가 무엇을 낼까요", en: "Who pays for what" } },
  { kind: "two-losses", seed: "bend", level: 3, note: { ko: "1에서 굽는 손실", en: "A loss that bends at 1" } },
  { kind: "two-losses", seed: "drawn", level: 5, note: { ko: "뽑히는 RoI와 남는 RoI", en: "Drawn, or left" } },
];
