import type { Level, Text } from "@/lib/challenges";

export const examples: readonly { kind: string; seed: string; level: Level; note: Text }[] = [
  { kind: "yolo-responsible", seed: "cells", level: 1, note: { ko: "가운데가 놓인 칸", en: "The cell of the centre" } },
  { kind: "yolo-responsible", seed: "taught", level: 3, note: { ko: "칸, 상자, 확신값", en: "Cell, box and confidences" } },
  {
    kind: "yolo-responsible",
    seed: "shared",
    level: 5,
    note: { ko: "한 칸에 두 물체, IoU는 직접 재요", en: "Two objects a cell, IoUs to be measured" },
  },
  { kind: "yolo-decode", seed: "one", level: 2, note: { ko: "다섯 수에서 상자로", en: "From five numbers to a box" } },
  { kind: "yolo-decode", seed: "four", level: 5, note: { ko: "네 칸 가운데 하나", en: "One cell of four" } },
];
