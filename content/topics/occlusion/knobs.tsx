import { knobsFor } from "@/lib/ui/simulation";
import { FILL_NAMES, SCENES, type FillName } from "./looked";
import type { Text } from "@/lib/challenges/text";

/** Cells along a side in which the simulation is pointed at: 8 pixels each. */
export const POINTS = 14;

/** Everything that the address carries. `row` and `column`: the cell that is read, 0 none; `place`: the guess, a cell of 7 × 7; `open`: it was made. */
export const DEFAULTS = {
  scene: 1,
  object: 0,
  patch: 16,
  stride: 8,
  fill: "grey",
  reading: "logit",
  depth: "map",
  row: 0,
  column: 0,
  place: 24,
  open: false,
};

export const FILL_LABELS: Readonly<Record<FillName, Text>> = {
  grey: { ko: "회색", en: "Grey" },
  black: { ko: "검은색", en: "Black" },
  white: { ko: "흰색", en: "White" },
  mean: { ko: "그림의 평균색", en: "Mean colour" },
  blur: { ko: "흐린 그림", en: "Blurred" },
};

const px = (value: number) => `${value} px`;

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "맵", en: "Map" } },
      { value: "scores", label: { ko: "점수표", en: "Scores" } },
      { value: "pixel", label: { ko: "픽셀 하나", en: "One pixel" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  {
    kind: "choice",
    name: "object",
    label: { ko: "어느 클래스?", en: "Which class?" },
    options: [
      { value: 0, label: { ko: "첫째 물체", en: "First object" } },
      { value: 1, label: { ko: "둘째 물체", en: "Second object" } },
    ],
  },
  { kind: "slider", name: "patch", label: { ko: "조각", en: "Patch" }, symbol: "p", min: 4, max: 48, step: 4, format: px },
  { kind: "slider", name: "stride", label: { ko: "보폭", en: "Stride" }, symbol: "s", min: 2, max: 24, step: 2, format: px },
  {
    kind: "choice",
    name: "fill",
    label: { ko: "조각의 색", en: "Colour of the patch" },
    options: FILL_NAMES.map((value) => ({ value, label: FILL_LABELS[value] })),
  },
  {
    kind: "choice",
    name: "reading",
    label: { ko: "무엇을 잴까요?", en: "What is read?" },
    options: [
      { value: "logit", label: { ko: "로짓", en: "Logit" } },
      { value: "probability", label: { ko: "확률", en: "Probability" } },
    ],
  },
]);
