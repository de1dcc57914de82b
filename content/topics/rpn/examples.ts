import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "box-decode", seed: "shift", level: 1, note: { ko: "한 방향으로 옮기기", en: "A shift along one axis" } },
  { kind: "box-decode", seed: "clip", level: 4, note: { ko: "그림 밖은 잘라 내요", en: "Clipped at the border" } },
  { kind: "rpn-funnel", seed: "first", level: 1, note: { ko: "옮긴 다음 NMS", en: "Decode, then NMS" } },
  { kind: "rpn-funnel", seed: "blind", level: 5, note: { ko: "재어 봐야 보이는 상자", en: "Boxes seen once measured" } },
];
