import { knobsFor } from "@/lib/ui/simulation";
import { SCENES, type Question } from "./described";

/** Everything that the address carries. `across` and `down` place the window in percent of where it may stand; `peak` puts it where it scores best. */
export const DEFAULTS = {
  view: "describe",
  scene: 1,
  depth: "map",
  cell: 8,
  bins: 9,
  signed: false,
  shared: false,
  norm: "L2-Hys",
  contrast: 1,
  invert: false,
  turned: false,
  row: 7,
  column: 7,
  pixel: 28,
  level: 1,
  peak: true,
  across: 0,
  down: 0,
  open: false,
};
export type Knobs = typeof DEFAULTS;

const describes = ({ view }: { readonly view: string }) => view === "describe";
const scans = ({ view }: { readonly view: string }) => view === "scan";

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "choice",
    name: "view",
    label: { ko: "무엇을 볼까요?", en: "What to see" },
    options: [
      { value: "describe", label: { ko: "HOG", en: "HOG" } },
      { value: "scan", label: { ko: "미는 창", en: "Sliding window" } },
    ],
  },
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "그림", en: "Picture" } },
      { value: "parts", label: { ko: "한 칸", en: "One cell" } },
      { value: "sum", label: { ko: "한 픽셀", en: "One pixel" } },
    ],
    when: describes,
  },
  { kind: "scene", name: "scene", count: SCENES },
  { kind: "switch", name: "invert", label: { ko: "밝기 뒤집기", en: "Negative" }, when: describes },
  {
    kind: "slider",
    name: "contrast",
    label: { ko: "대비", en: "Contrast" },
    min: 0.25,
    max: 1,
    step: 0.05,
    format: (value) => `×${value.toFixed(2)}`,
    when: describes,
  },
  {
    kind: "choice",
    name: "norm",
    label: { ko: "블록 정규화", en: "Block norm" },
    options: [
      { value: "L2-Hys", label: "L2-Hys" },
      { value: "L2", label: "L2" },
      { value: "none", label: { ko: "없음", en: "none" } },
    ],
    when: describes,
  },
  {
    kind: "choice",
    name: "cell",
    label: { ko: "칸의 한 변 (픽셀)", en: "Cell side (pixels)" },
    options: [8, 4, 16].map((value) => ({ value, label: String(value) })),
    when: describes,
  },
  { kind: "slider", name: "bins", label: { ko: "막대 수", en: "Bins" }, min: 4, max: 18, step: 1, when: describes },
  { kind: "switch", name: "signed", label: { ko: "부호까지 보기 (360°)", en: "Signed directions (360°)" }, when: describes },
  { kind: "switch", name: "shared", label: { ko: "가까운 막대끼리 나누기", en: "Share votes between bins" }, when: describes },
  { kind: "switch", name: "turned", label: { ko: "그림을 90° 돌리기", en: "Turn the picture by 90°" }, when: describes },
  {
    kind: "slider",
    name: "pixel",
    label: { ko: "칸 안의 픽셀", en: "Pixel of the cell" },
    min: 1,
    max: 64,
    step: 1,
    when: ({ view, depth }) => view === "describe" && depth === "sum",
  },
  { kind: "slider", name: "level", label: { ko: "그림의 크기 단계", en: "Size of the picture" }, min: 1, max: 9, step: 1, when: scans },
  { kind: "switch", name: "peak", label: { ko: "점수가 가장 높은 자리", en: "Place with the best score" }, when: scans },
  {
    kind: "slider",
    name: "across",
    label: { ko: "창의 가로 자리", en: "Window, across" },
    unit: "%",
    min: 0,
    max: 100,
    step: 1,
    when: ({ view, peak }) => view === "scan" && !peak,
  },
  {
    kind: "slider",
    name: "down",
    label: { ko: "창의 세로 자리", en: "Window, down" },
    unit: "%",
    min: 0,
    max: 100,
    step: 1,
    when: ({ view, peak }) => view === "scan" && !peak,
  },
]);

/** The knobs with as many sizes as a scene's pyramid has: a wide or tall template stops fitting earlier. */
export const knobsUpTo = (levels: number) =>
  KNOBS.map((knob) => (knob.kind === "slider" && knob.name === "level" ? { ...knob, max: levels } : knob));

/** What the engine is asked with these knobs. */
export const questionOf = ({ scene, cell, bins, signed, shared, norm, contrast, invert, turned }: Knobs): Question => ({
  scene,
  cell,
  bins: Math.round(bins),
  signed,
  shared,
  norm: norm === "L2" || norm === "none" ? norm : "L2-Hys",
  contrast,
  invert,
  turned,
});
