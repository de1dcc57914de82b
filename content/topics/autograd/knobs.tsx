import { knobsFor } from "@/lib/ui/simulation";
import { VARIABLES } from "./expression";
import { LAYOUTS } from "./layer";

/** What the list offers; the first one is what the guess is about. */
export const PRESETS = [
  "a*b + a",
  "(a + b)*c",
  "p = a + b; p*p*c",
  "a*b - c*a",
  "relu(a - b)*c",
  "relu(a*b) - relu(c - a)",
  "max(a, b)*a",
  "sigmoid(a*b + c)",
] as const;

/** Everything that the address carries. `step` counts the arrows that were walked back; `node` is a name; `open`: guessed. */
export const DEFAULTS = {
  world: "graph",
  depth: "whole",
  expr: PRESETS[0] as string,
  a: 3,
  b: 2,
  c: -1,
  d: 4,
  step: 0,
  add: true,
  node: "a",
  n: 2,
  inputs: 3,
  outputs: 4,
  layout: "out-in",
  product: 0,
  row: 1,
  column: 1,
  open: false,
};
type Knobs = { readonly world: string; readonly expr: string; readonly depth: string };

const inGraph = ({ world }: Knobs) => world === "graph";
const inLayer = ({ world }: Knobs) => world === "layer";
const place = (knobs: Knobs) => inLayer(knobs) && knobs.depth !== "whole";
const SIZES = { n: { ko: "예", en: "Examples" }, inputs: { ko: "입력", en: "Inputs" }, outputs: { ko: "출력", en: "Outputs" } } as const;
const SYMBOLS = { n: "n", inputs: "in", outputs: "out" } as const;

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "choice",
    name: "world",
    label: { ko: "무엇을 거슬러 갈까요?", en: "Back through what?" },
    options: [
      { value: "graph", label: { ko: "수의 그래프", en: "A graph of numbers" } },
      { value: "layer", label: { ko: "행렬의 층", en: "A layer of matrices" } },
    ],
  },
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "whole", label: { ko: "전체", en: "Whole" } },
      { value: "place", label: { ko: "한 자리", en: "One place" } },
      { value: "product", label: { ko: "계산", en: "Sum" } },
    ],
  },
  { kind: "switch", name: "add", label: { ko: "만나면 더하기 (+=)", en: "Add where paths meet (+=)" }, when: inGraph },
  ...VARIABLES.map((name) => ({
    kind: "slider" as const,
    name,
    label: { ko: "입력", en: "Input" },
    symbol: name,
    min: -5,
    max: 5,
    step: 0.5,
    when: (knobs: Knobs) => inGraph(knobs) && new RegExp(`\\b${name}\\b`).test(knobs.expr),
  })),
  {
    kind: "choice",
    name: "layout",
    label: { ko: "W를 어떻게 보관하나요?", en: "How is W kept?" },
    options: LAYOUTS.map((value) => ({ value, label: value === "out-in" ? "torch: out × in" : "TF.js: in × out" })),
    when: inLayer,
  },
  ...(["n", "inputs", "outputs"] as const).map((name) => ({
    kind: "slider" as const,
    name,
    label: SIZES[name],
    symbol: SYMBOLS[name],
    min: 1,
    max: 8,
    step: 1,
    when: inLayer,
  })),
  { kind: "slider", name: "row", label: { ko: "결과의 줄", en: "Row of the result" }, min: 1, max: 8, step: 1, when: place },
  { kind: "slider", name: "column", label: { ko: "결과의 칸", en: "Column of the result" }, min: 1, max: 8, step: 1, when: place },
]);
