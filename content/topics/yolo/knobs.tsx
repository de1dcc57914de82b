import { knobsFor } from "@/lib/ui/simulation";
import { REACH, SCENES } from "./looked";

/** Everything that the address carries. `cell` from 0 row by row, −1 for the one that the movable object's centre lies in; `open`: guessed. */
export const DEFAULTS = {
  scene: 1,
  depth: "map",
  view: "boxes",
  dx: 0,
  dy: 0,
  cut: 0.15,
  overlap: 0.5,
  slots: "both",
  by: "product",
  cell: -1,
  slot: "1",
  open: false,
};

const two = (value: number) => value.toFixed(2);

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "모든 칸", en: "All cells" } },
      { value: "cell", label: { ko: "한 칸", en: "One cell" } },
      { value: "sum", label: { ko: "상자 하나", en: "One box" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  {
    kind: "slider",
    name: "dx",
    label: { ko: "물체를 가로로 옮기기", en: "Move the object across" },
    unit: "px",
    min: -REACH,
    max: REACH,
    step: 1,
  },
  {
    kind: "slider",
    name: "dy",
    label: { ko: "물체를 세로로 옮기기", en: "Move the object down" },
    unit: "px",
    min: -REACH,
    max: REACH,
    step: 1,
  },
  {
    kind: "choice",
    name: "view",
    label: { ko: "그림 위에", en: "Over the picture" },
    options: [
      { value: "boxes", label: { ko: "상자", en: "boxes" } },
      { value: "classes", label: { ko: "칸마다의 클래스", en: "a class a cell" } },
    ],
    when: ({ depth }) => depth === "map",
  },
  {
    kind: "choice",
    name: "slots",
    label: { ko: "칸의 상자", en: "A cell's boxes" },
    options: [
      { value: "both", label: { ko: "둘 다", en: "both" } },
      { value: "1", label: { ko: "첫 번째", en: "first" } },
      { value: "2", label: { ko: "두 번째", en: "second" } },
    ],
    when: ({ depth }) => depth === "map",
  },
  {
    kind: "choice",
    name: "slot",
    label: { ko: "칸의 상자", en: "The cell's box" },
    options: [
      { value: "1", label: { ko: "첫 번째", en: "first" } },
      { value: "2", label: { ko: "두 번째", en: "second" } },
    ],
    when: ({ depth }) => depth === "sum",
  },
  {
    kind: "choice",
    name: "by",
    label: { ko: "점수", en: "Score" },
    options: [
      { value: "product", label: { ko: "확신값 × 클래스 값", en: "confidence × class" } },
      { value: "confidence", label: { ko: "확신값만", en: "confidence alone" } },
    ],
  },
  { kind: "slider", name: "cut", label: { ko: "점수 임계값", en: "Score threshold" }, min: 0.01, max: 0.9, step: 0.01, format: two },
  {
    kind: "slider",
    name: "overlap",
    label: { ko: "NMS 임계값 (1이면 끔)", en: "NMS threshold (1: off)" },
    min: 0.1,
    max: 1,
    step: 0.05,
    format: two,
  },
]);
