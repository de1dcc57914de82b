import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { knobsFor } from "@/lib/ui/simulation";
import { SCENES } from "./looked";
import { EVERY } from "./simulationModel";

/** Everything that the address carries. `cls` −1: all classes; `cell` −1: the highest peak; `open`: guessed. */
export const DEFAULTS = {
  scene: 1,
  depth: "map",
  cls: 9,
  cut: 0.3,
  window: 3,
  keep: 100,
  nms: false,
  beside: 0,
  target: false,
  rule: "geometric",
  overlap: 0.7,
  cell: -1,
  open: false,
};

const two = (value: number) => value.toFixed(2);

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "히트맵", en: "Heat map" } },
      { value: "window", label: { ko: "3×3 창", en: "3×3 window" } },
      { value: "box", label: { ko: "상자 하나", en: "One box" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  {
    kind: "choice",
    name: "cls",
    label: { ko: "클래스의 히트맵", en: "Heat map of the class" },
    list: true,
    options: [
      { value: EVERY, label: { ko: "모두, 가장 큰 값", en: "all, the largest value" } },
      ...VOC_CLASSES.map((name, value) => ({ value, label: CLASS_NAMES[name] })),
    ],
  },
  { kind: "slider", name: "cut", label: { ko: "점수 임계값", en: "Score threshold" }, min: 0.01, max: 0.9, step: 0.01, format: two },
  {
    kind: "choice",
    name: "window",
    label: { ko: "견주는 창", en: "Window of the comparison" },
    options: [
      { value: 3, label: "3×3" },
      { value: 1, label: { ko: "없음", en: "none" } },
      { value: 5, label: "5×5" },
    ],
  },
  {
    kind: "slider",
    name: "beside",
    label: { ko: "봉우리에서 몇 칸 옆을 읽을까", en: "Read this many cells beside the peak" },
    unit: "",
    min: 0,
    max: 3,
    step: 1,
  },
  {
    kind: "slider",
    name: "keep",
    label: { ko: "남길 봉우리", en: "Peaks that stay" },
    symbol: "k",
    min: 1,
    max: 100,
    step: 1,
    when: ({ depth }) => depth === "map",
  },
  {
    kind: "switch",
    name: "nms",
    label: { ko: "IoU 0.6의 NMS도 하기", en: "NMS at an IoU of 0.6 as well" },
    when: ({ depth }) => depth === "map",
  },
  {
    kind: "switch",
    name: "target",
    label: { ko: "배울 목표를 나란히 보기", en: "Show the target beside it" },
    when: ({ depth }) => depth === "map",
  },
  {
    kind: "choice",
    name: "rule",
    label: { ko: "언덕의 반지름", en: "Radius of a hill" },
    options: [
      { value: "geometric", label: { ko: "바른 근", en: "right roots" } },
      { value: "released", label: { ko: "공개된 코드", en: "released code" } },
    ],
    when: ({ depth, target }) => depth === "map" && target,
  },
  {
    kind: "slider",
    name: "overlap",
    label: { ko: "최소 IoU", en: "Least IoU" },
    min: 0.5,
    max: 0.9,
    step: 0.05,
    format: two,
    when: ({ depth, target }) => depth === "map" && target,
  },
]);
