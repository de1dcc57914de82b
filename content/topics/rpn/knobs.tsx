import { knobsFor } from "@/lib/ui/simulation";
import { CELLS, FUNNEL, SCENES, SHAPE_NAMES } from "./looked";

/**
 * Everything that the address carries. `rank`: the place by score of the anchor that is looked at; 0: that of `row`, `column` and `shape`,
 * which is 0 for the cell's best. tx … th turn that anchor while `dial` is on. `open`: guessed.
 */
export const DEFAULTS = {
  scene: 1,
  depth: "map",
  nms: true,
  overlap: FUNNEL.overlap as number,
  kept: 5,
  shape: 0,
  rank: 1,
  row: 7,
  column: 7,
  dial: false,
  tx: 0,
  ty: 0,
  tw: 0,
  th: 0,
  open: false,
};

const two = (value: number) => value.toFixed(2);
const near = ({ depth }: { readonly depth: string }) => depth !== "map";
const placed = ({ depth, rank }: { readonly depth: string; readonly rank: number }) => depth !== "map" && rank === 0;
const dialled = ({ depth, dial }: { readonly depth: string; readonly dial: boolean }) => depth === "sum" && dial;

const delta = (name: "tx" | "ty" | "tw" | "th") =>
  ({ kind: "slider", name, label: { ko: name, en: name }, min: -1, max: 1, step: 0.05, format: two, when: dialled }) as const;

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "모든 후보", en: "All" } },
      { value: "cell", label: { ko: "한 칸", en: "One cell" } },
      { value: "sum", label: { ko: "상자 하나", en: "One box" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  { kind: "slider", name: "kept", label: { ko: "남기는 후보 수", en: "Proposals kept" }, min: 1, max: FUNNEL.after, step: 1 },
  { kind: "switch", name: "nms", label: { ko: "NMS", en: "NMS" } },
  {
    kind: "slider",
    name: "overlap",
    label: { ko: "NMS 임계값", en: "NMS threshold" },
    min: 0.3,
    max: 0.95,
    step: 0.05,
    format: two,
    when: ({ nms }) => nms,
  },
  {
    kind: "choice",
    name: "shape",
    list: true,
    label: { ko: "어느 앵커의 점수 (크기, 가로:세로)", en: "Whose scores (scale, width:height)" },
    options: [
      { value: 0, label: { ko: "칸마다 가장 높은 것", en: "each cell's highest" } },
      ...SHAPE_NAMES.map((label, i) => ({ value: i + 1, label })),
    ],
  },
  {
    kind: "slider",
    name: "rank",
    label: { ko: "점수로 몇 번째", en: "Place by score" },
    min: 0,
    max: FUNNEL.before,
    step: 1,
    // 0: the cell that was chosen.
    format: (value) => (value === 0 ? "–" : String(value)),
    when: near,
  },
  { kind: "slider", name: "row", label: { ko: "줄", en: "Row" }, min: 1, max: CELLS, step: 1, when: placed },
  { kind: "slider", name: "column", label: { ko: "칸", en: "Column" }, min: 1, max: CELLS, step: 1, when: placed },
  {
    kind: "switch",
    name: "dial",
    label: { ko: "델타를 직접 돌리기", en: "Turn the deltas yourself" },
    when: ({ depth }) => depth === "sum",
  },
  delta("tx"),
  delta("ty"),
  delta("tw"),
  delta("th"),
]);
