import { knobsFor } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SCENES } from "./question";

/** Everything that the address carries. `row` and `column` 0: the largest pixel; `guessed`: how many of the three guesses were made. */
export const DEFAULTS = {
  scene: 1,
  which: 0,
  depth: "map",
  method: "saliency",
  target: "logit",
  noise: 15,
  samples: 25,
  steps: 16,
  cut: 99,
  row: 0,
  column: 0,
  guessed: 0,
};

const one = ({ depth }: { readonly depth: string }) => depth === "pixel";
const auto = (value: number) => (value === 0 ? "auto" : num(value));

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "맵", en: "Map" } },
      { value: "largest", label: { ko: "가장 큰 열 픽셀", en: "Ten largest" } },
      { value: "pixel", label: { ko: "픽셀 하나", en: "One pixel" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  {
    kind: "choice",
    name: "method",
    label: { ko: "방법", en: "Method" },
    list: true,
    options: [
      { value: "saliency", label: { ko: "현저성 |∂S/∂x|", en: "Saliency |∂S/∂x|" } },
      { value: "squared", label: { ko: "현저성, 제곱", en: "Saliency, squared" } },
      { value: "times-input", label: { ko: "기울기 × 입력", en: "Gradient × input" } },
      { value: "smoothgrad", label: "SmoothGrad" },
      { value: "integrated", label: { ko: "적분 기울기", en: "Integrated gradients" } },
      { value: "guided", label: { ko: "유도 역전파", en: "Guided backprop" } },
      { value: "deconvnet", label: "Deconvnet" },
      { value: "grad-cam", label: "Grad-CAM" },
    ],
  },
  {
    kind: "choice",
    name: "target",
    label: { ko: "무엇의 기울기인가요?", en: "The slope of what?" },
    options: [
      { value: "logit", label: { ko: "로짓", en: "Logit" } },
      { value: "probability", label: { ko: "확률", en: "Probability" } },
    ],
  },
  {
    kind: "slider",
    name: "samples",
    label: { ko: "잡음을 섞은 그림", en: "Noisy copies" },
    symbol: "n",
    min: 1,
    max: 50,
    step: 1,
    when: ({ method }) => method === "smoothgrad",
  },
  {
    kind: "slider",
    name: "noise",
    label: { ko: "잡음", en: "Noise" },
    symbol: "σ",
    min: 0,
    max: 30,
    step: 1,
    format: (value) => `${num(value)}%`,
    when: ({ method }) => method === "smoothgrad",
  },
  {
    kind: "slider",
    name: "steps",
    label: { ko: "길 위의 점", en: "Points of the path" },
    symbol: "m",
    min: 1,
    max: 64,
    step: 1,
    when: ({ method }) => method === "integrated",
  },
  {
    kind: "slider",
    name: "cut",
    label: { ko: "가장 밝게 그릴 값", en: "Full brightness from" },
    min: 90,
    max: 100,
    step: 0.5,
    format: (value) => `${num(value, 1)}%`,
  },
  { kind: "slider", name: "row", label: { ko: "픽셀의 행", en: "Pixel's row" }, min: 0, max: SCENE_SIDE, step: 1, format: auto, when: one },
  {
    kind: "slider",
    name: "column",
    label: { ko: "픽셀의 열", en: "Pixel's column" },
    min: 0,
    max: SCENE_SIDE,
    step: 1,
    format: auto,
    when: one,
  },
]);
