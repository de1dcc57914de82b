import { knobsFor } from "@/lib/ui/simulation";
import { DEFAULTS } from "./simulationModel";

const two = (value: number) => value.toFixed(2);

/** The knobs of the simulation, in the order they are shown. */
export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "slider",
    name: "t",
    label: { ko: "NMS 임계값", en: "NMS threshold" },
    symbol: "t",
    min: 0.05,
    max: 0.95,
    step: 0.05,
    format: two,
  },
  {
    kind: "slider",
    name: "minScore",
    label: { ko: "점수 임계값", en: "Score threshold" },
    symbol: "s",
    min: 0.05,
    max: 0.9,
    step: 0.05,
    format: two,
  },
  {
    kind: "choice",
    name: "method",
    label: { ko: "겹치는 상자를", en: "Overlapping boxes are" },
    options: [
      { value: "hard", label: { ko: "지워요", en: "dropped" } },
      { value: "linear", label: { ko: "선형 Soft", en: "soft, linear" } },
      { value: "gaussian", label: { ko: "가우시안 Soft", en: "soft, Gaussian" } },
    ],
  },
  {
    kind: "slider",
    name: "sigma",
    label: { ko: "Soft-NMS 가우시안 폭", en: "Soft-NMS Gaussian width" },
    symbol: "σ",
    min: 0.1,
    max: 1,
    step: 0.05,
    format: two,
    when: ({ method }) => method !== "linear",
  },
  { kind: "switch", name: "perClass", label: { ko: "클래스마다 따로", en: "Per class" } },
  { kind: "slider", name: "crowd", label: { ko: "붐비는 정도", en: "Crowding" }, min: 0, max: 0.5, step: 0.1 },
  { kind: "scene", name: "seed", count: 999 },
]);
