import { knobsFor } from "@/lib/ui/simulation";
import { MOST_PROPOSALS, SCENES } from "./ran";

/** Everything that the address carries. */
export const DEFAULTS = {
  scene: 1,
  depth: "blocks",
  proposals: "search",
  features: "crops",
  most: MOST_PROPOSALS,
  unit: "multiplications",
  search: true,
  guess: "",
  open: false,
};

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "blocks", label: { ko: "세 자리", en: "Three places" } },
      { value: "parts", label: { ko: "부품표", en: "Parts" } },
      { value: "sum", label: { ko: "계산", en: "The sum" } },
    ],
  },
  {
    kind: "choice",
    name: "proposals",
    label: { ko: "후보를 내는 부품", en: "What gives the proposals" },
    options: [
      { value: "search", label: { ko: "선택적 탐색", en: "Selective search" } },
      { value: "rpn", label: { ko: "RPN", en: "RPN" } },
    ],
  },
  {
    kind: "choice",
    name: "features",
    label: { ko: "합성곱이 보는 것", en: "What the convolutions look at" },
    options: [
      { value: "crops", label: { ko: "잘라 낸 후보마다", en: "Each crop" } },
      { value: "map", label: { ko: "온 그림 한 번", en: "The picture once" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  { kind: "slider", name: "most", label: { ko: "후보, 많아야", en: "Proposals, at most" }, min: 10, max: MOST_PROPOSALS, step: 10 },
  {
    kind: "choice",
    name: "unit",
    label: { ko: "견주는 것", en: "Compared by" },
    options: [
      { value: "multiplications", label: { ko: "곱셈 수", en: "Multiplications" } },
      { value: "time", label: { ko: "이 기기의 시간", en: "Time here" } },
    ],
  },
  {
    kind: "switch",
    name: "search",
    label: { ko: "선택적 탐색의 시간도 세기", en: "Count the time of selective search" },
    when: ({ unit }) => unit === "time",
  },
]);
