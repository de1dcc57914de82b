import { knobsFor } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { SCENES } from "./looked";

/** Everything that the address carries. `map` "best": the surest box; `shape` 0: the surest of the cell; `open`: guessed. */
export const DEFAULTS = {
  picture: "scene",
  scene: 1,
  size: 30,
  depth: "map",
  view: "found",
  m14: true,
  m7: true,
  m3: true,
  cut: 0.4,
  overlap: 0.45,
  match: 0.5,
  ratio: 3,
  map: "best",
  row: 1,
  column: 1,
  shape: 0,
  open: false,
};

const two = (value: number) => value.toFixed(2);
const cell = ({ depth, map }: { readonly depth: string; readonly map: string }) => depth !== "map" && map !== "best";
const taught = ({ view }: { readonly view: string }) => view === "taught";
const found = ({ view }: { readonly view: string }) => view === "found";

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "지도 셋", en: "Three maps" } },
      { value: "cell", label: { ko: "칸 하나", en: "One cell" } },
      { value: "sum", label: { ko: "상자 하나", en: "One box" } },
    ],
  },
  {
    kind: "choice",
    name: "picture",
    label: { ko: "그림", en: "Picture" },
    options: [
      { value: "scene", label: { ko: "물체 셋", en: "three objects" } },
      { value: "one", label: { ko: "자라는 자동차", en: "a growing car" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  {
    kind: "slider",
    name: "size",
    label: { ko: "자동차의 긴 변", en: "The car's longer side" },
    unit: "px",
    min: 12,
    max: 110,
    step: 2,
    when: ({ picture }) => picture === "one",
  },
  {
    kind: "checks",
    label: { ko: "쓰는 지도", en: "Maps in use" },
    options: [
      { name: "m14", label: "14×14" },
      { name: "m7", label: "7×7" },
      { name: "m3", label: "3×3" },
    ],
    columns: 3,
  },
  {
    kind: "choice",
    name: "view",
    label: { ko: "그림 위에", en: "On the picture" },
    options: [
      { value: "found", label: { ko: "검출", en: "detections" } },
      { value: "taught", label: { ko: "학습할 상자", en: "boxes to be taught" } },
    ],
  },
  {
    kind: "slider",
    name: "cut",
    label: { ko: "점수 임계값", en: "Score threshold" },
    min: 0.05,
    max: 0.9,
    step: 0.05,
    format: two,
    when: found,
  },
  {
    kind: "slider",
    name: "overlap",
    label: { ko: "NMS 임계값", en: "NMS threshold" },
    min: 0.1,
    max: 1,
    step: 0.05,
    format: two,
    when: found,
  },
  {
    kind: "slider",
    name: "match",
    label: { ko: "양성의 IoU", en: "IoU of a positive" },
    min: 0.3,
    max: 0.7,
    step: 0.05,
    format: two,
    when: taught,
  },
  {
    kind: "slider",
    name: "ratio",
    label: { ko: "양성 하나에 음성", en: "Negatives a positive" },
    min: 0,
    max: 10,
    step: 1,
    format: (value) => num(value),
    when: taught,
  },
  {
    kind: "choice",
    name: "map",
    label: { ko: "어느 상자", en: "Which box" },
    options: [
      { value: "best", label: { ko: "가장 확실한", en: "surest" } },
      { value: "map14", label: "14×14" },
      { value: "map7", label: "7×7" },
      { value: "map3", label: "3×3" },
    ],
    when: ({ depth }) => depth !== "map",
  },
  { kind: "slider", name: "row", label: { ko: "줄 (위에서)", en: "Row from the top" }, min: 1, max: 14, step: 1, when: cell },
  { kind: "slider", name: "column", label: { ko: "칸 (왼쪽에서)", en: "Column from the left" }, min: 1, max: 14, step: 1, when: cell },
  {
    kind: "slider",
    name: "shape",
    label: { ko: "칸의 기본 상자 넷 가운데", en: "Which of its four boxes" },
    min: 0,
    max: 4,
    step: 1,
    // 0: the surest one of the cell.
    format: (value) => (value === 0 ? "max" : String(value)),
    when: cell,
  },
]);
