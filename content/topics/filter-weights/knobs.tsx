import { knobsFor } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { CARDS, LAYERS, SCENES, type Card } from "./looked";

/** Everything that the address carries. `row` and `column` 0: the loudest cell; `open`: guessed. */
export const DEFAULTS = {
  depth: "map",
  layer: 1,
  filter: 7,
  picture: "edge",
  eighths: 0,
  period: 8,
  contrast: 1,
  bias: true,
  relu: false,
  row: 0,
  column: 0,
  open: false,
};

const CARD_NAMES: Readonly<Record<Card, { ko: string; en: string }>> = {
  edge: { ko: "검사표: 경계", en: "Card: an edge" },
  bar: { ko: "검사표: 막대", en: "Card: a bar" },
  fields: { ko: "검사표: 색", en: "Card: colours" },
  checker: { ko: "검사표: 바둑판", en: "Card: a checker" },
};

/** The knobs while a layer is looked at: it says how many filters there are. */
const knobsOf = (filters: number) =>
  knobsFor(DEFAULTS, [
    {
      kind: "depth",
      name: "depth",
      depths: [
        { value: "map", label: { ko: "지도", en: "Map" } },
        { value: "bars", label: { ko: "곱", en: "Products" } },
        { value: "sum", label: { ko: "합 하나", en: "One sum" } },
      ],
    },
    {
      kind: "choice",
      name: "layer",
      label: { ko: "층", en: "Layer" },
      list: true,
      options: LAYERS.map(({ name, filters: count }, i) => ({
        value: i + 1,
        label: { ko: `${name} (필터 ${count}개)`, en: `${name} (${count} filters)` },
      })),
    },
    { kind: "slider", name: "filter", label: { ko: "필터", en: "Filter" }, min: 1, max: filters, step: 1 },
    {
      kind: "choice",
      name: "picture",
      label: { ko: "그림", en: "Picture" },
      list: true,
      options: [
        ...CARDS.map((card) => ({ value: card, label: CARD_NAMES[card] })),
        ...Array.from({ length: SCENES }, (_, i) => ({ value: `${i + 1}`, label: { ko: `장면 ${i + 1}`, en: `Scene ${i + 1}` } })),
      ],
    },
    {
      kind: "slider",
      name: "eighths",
      label: { ko: "방향", en: "Direction" },
      min: 0,
      max: 7,
      step: 1,
      format: (value) => `${num(value * 45)}°`,
      when: ({ picture }) => picture === "edge" || picture === "bar",
    },
    {
      kind: "slider",
      name: "period",
      label: { ko: "한 주기", en: "Period" },
      min: 2,
      max: 16,
      step: 2,
      format: (value) => `${num(value)} px`,
      when: ({ picture }) => picture === "checker",
    },
    {
      kind: "slider",
      name: "contrast",
      label: { ko: "대비", en: "Contrast" },
      min: 0,
      max: 1,
      step: 0.1,
      format: (value) => num(value, 1),
    },
    { kind: "switch", name: "bias", label: { ko: "편향 더하기", en: "Add the bias" } },
    { kind: "switch", name: "relu", label: { ko: "ReLU 거치기", en: "Through the ReLU" } },
  ]);

export const KNOBS = LAYERS.map(({ filters }) => knobsOf(filters));
