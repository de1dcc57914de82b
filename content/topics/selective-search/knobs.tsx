import { DEPTHS, knobsFor } from "@/lib/ui/simulation";
import { SCENES, SPACES } from "./question";

/** All of the simulation's state: what the address carries. `measures` has a letter for each one that is added up. */
export const DEFAULTS = {
  scene: 1,
  step: 0,
  mode: "grow" as string,
  kept: 25,
  depth: "map" as string,
  space: "HSV" as string,
  k: 100,
  sigma: 0.8,
  colour: true,
  texture: true,
  size: true,
  fill: true,
};

const growing = ({ mode }: { readonly mode: string }) => mode === "grow";

/** The knobs of the simulation, in the order they are shown. */
export const KNOBS = knobsFor(DEFAULTS, [
  { kind: "scene", name: "scene", count: SCENES.length },
  {
    kind: "choice",
    name: "mode",
    label: { ko: "보는 것", en: "What is shown" },
    options: [
      { value: "grow", label: { ko: "한 번의 묶기", en: "one grouping" } },
      { value: "list", label: { ko: "여덟 번의 상자", en: "boxes of eight" } },
    ],
  },
  {
    kind: "slider",
    name: "kept",
    label: { ko: "남기는 상자 수", en: "Boxes kept" },
    min: 1,
    max: 200,
    step: 1,
    when: ({ mode }) => mode === "list",
  },
  { kind: "depth", name: "depth", depths: DEPTHS, when: growing },
  {
    kind: "choice",
    name: "space",
    list: true,
    label: { ko: "색 공간", en: "Colour space" },
    options: SPACES.map((value) => ({
      value,
      label: { ko: value === "hue" ? "색상(hue)" : value === "grey" ? "회색조" : value, en: value },
    })),
    when: growing,
  },
  {
    kind: "slider",
    name: "k",
    label: { ko: "처음 조각의 굵기", en: "Coarseness of the first split" },
    symbol: "k",
    min: 25,
    max: 300,
    step: 25,
    when: growing,
  },
  {
    kind: "slider",
    name: "sigma",
    label: { ko: "나누기 전에 흐리는 정도", en: "Smoothing before the split" },
    symbol: "σ",
    unit: "px",
    min: 0,
    max: 2,
    step: 0.2,
    format: (value) => value.toFixed(1),
    when: growing,
  },
  { kind: "switch", name: "colour", label: { ko: "색을 더해요", en: "Add colour" }, when: growing },
  { kind: "switch", name: "texture", label: { ko: "질감을 더해요", en: "Add texture" }, when: growing },
  { kind: "switch", name: "size", label: { ko: "크기를 더해요", en: "Add size" }, when: growing },
  { kind: "switch", name: "fill", label: { ko: "채움을 더해요", en: "Add fill" }, when: growing },
]);
