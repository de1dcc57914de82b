import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { knobsFor } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { SCENES } from "./looked";

/** Everything that the address carries. `level` "best": the surest pair; `shape` 0: the surest of the cell; `open` and `counted`: guessed. */
export const DEFAULTS = {
  scene: 1,
  depth: "map",
  network: "trained",
  prior: 0.01,
  cls: "any",
  cut: 0.35,
  top: 1000,
  overlap: 0.5,
  p3: true,
  p4: true,
  p5: true,
  gamma: 2,
  alpha: true,
  level: "best",
  row: 1,
  column: 1,
  shape: 0,
  open: false,
  counted: false,
};

const two = (value: number) => value.toFixed(2);
const near = ({ depth }: { readonly depth: string }) => depth !== "map";
const cell = (knobs: { readonly depth: string; readonly level: string }) => near(knobs) && knobs.level !== "best";

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "레벨 셋", en: "Levels" } },
      { value: "anchor", label: { ko: "앵커 하나", en: "One anchor" } },
      { value: "sum", label: { ko: "짝 하나", en: "One pair" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  {
    kind: "choice",
    name: "network",
    label: { ko: "신경망", en: "Network" },
    options: [
      { value: "trained", label: { ko: "학습한 뒤", en: "trained" } },
      { value: "start", label: { ko: "학습 전", en: "untrained" } },
    ],
  },
  {
    kind: "choice",
    name: "prior",
    label: { ko: "처음 확률 π", en: "First probability π" },
    options: [0.001, 0.01, 0.1, 0.5].map((value) => ({ value, label: String(value) })),
    when: ({ network }) => network === "start",
  },
  {
    kind: "choice",
    name: "cls",
    list: true,
    label: { ko: "어느 클래스", en: "Which class" },
    options: [
      { value: "any", label: { ko: "스무 클래스 모두", en: "all twenty" } },
      ...VOC_CLASSES.map((value) => ({ value, label: CLASS_NAMES[value] })),
    ],
  },
  { kind: "slider", name: "cut", label: { ko: "점수 임계값", en: "Score threshold" }, min: 0.01, max: 0.9, step: 0.01, format: two },
  {
    kind: "choice",
    name: "top",
    label: { ko: "레벨마다 넘기는 짝", en: "Pairs a level passes on" },
    options: [1, 5, 20, 1000].map((value) => ({ value, label: num(value) })),
  },
  { kind: "slider", name: "overlap", label: { ko: "NMS 임계값", en: "NMS threshold" }, min: 0.3, max: 0.7, step: 0.05, format: two },
  {
    kind: "checks",
    label: { ko: "쓰는 레벨", en: "Levels in use" },
    options: [
      { name: "p3", label: "P3" },
      { name: "p4", label: "P4" },
      { name: "p5", label: "P5" },
    ],
    columns: 3,
  },
  {
    kind: "slider",
    name: "gamma",
    label: { ko: "집중", en: "Focus" },
    symbol: "γ",
    min: 0,
    max: 5,
    step: 0.1,
    format: (value) => num(value, 1),
  },
  { kind: "switch", name: "alpha", label: { ko: "α = 0.25 곱하기", en: "Multiply by α = 0.25" } },
  {
    kind: "choice",
    name: "level",
    label: { ko: "어느 앵커", en: "Which anchor" },
    options: [
      { value: "best", label: { ko: "가장 확실한", en: "surest" } },
      { value: "p3", label: "P3" },
      { value: "p4", label: "P4" },
      { value: "p5", label: "P5" },
    ],
    when: near,
  },
  { kind: "slider", name: "row", label: { ko: "줄 (위에서)", en: "Row from the top" }, min: 1, max: 14, step: 1, when: cell },
  { kind: "slider", name: "column", label: { ko: "칸 (왼쪽에서)", en: "Column from the left" }, min: 1, max: 14, step: 1, when: cell },
  {
    kind: "slider",
    name: "shape",
    label: { ko: "칸의 앵커 아홉 가운데", en: "Which of its nine anchors" },
    min: 0,
    max: 9,
    step: 1,
    // 0: the surest one of the cell.
    format: (value) => (value === 0 ? "max" : String(value)),
    when: cell,
  },
]);
