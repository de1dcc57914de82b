import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "detector-race", seed: "start", level: 1, note: { ko: "세 검출기의 첫 경주", en: "A first race of three" } },
  { kind: "detector-race", seed: "errors", level: 3, note: { ko: "저마다 어디서 틀릴까요", en: "Where does each err?" } },
  { kind: "detector-race", seed: "field", level: 5, note: { ko: "여섯 검출기의 큰 경주", en: "A field of six" } },
];
