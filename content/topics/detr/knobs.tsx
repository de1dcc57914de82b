import { knobsFor } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { QUERIES, SCENES, TOKENS } from "./looked";
import { TRAINING_STEPS } from "./recording";

/** Everything that the address carries. `overlap` 1: no NMS; `open` and `judged`: guessed. */
export const DEFAULTS = {
  scene: 1,
  depth: "map",
  network: "shipped",
  at: TRAINING_STEPS.length,
  layer: 2,
  cut: 0.5,
  overlap: 1,
  threads: true,
  query: 7,
  object: 1,
  look: "query",
  row: 2,
  column: 2,
  cls: 1,
  l1: 5,
  giou: 2,
  open: false,
  judged: false,
};

type Given = { readonly depth: string; readonly network: string; readonly look: string; readonly scene: number };
const two = (value: number) => value.toFixed(2);
const one = (value: number) => num(value, 1);
const near = ({ depth }: Given) => depth === "query";
const token = (knobs: Given) => near(knobs) && knobs.look === "token" && knobs.network === "shipped";

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "질의 스물", en: "Twenty queries" } },
      { value: "query", label: { ko: "질의 하나", en: "One query" } },
      { value: "sum", label: { ko: "비용 하나", en: "One cost" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  {
    kind: "choice",
    name: "network",
    label: { ko: "신경망", en: "Network" },
    options: [
      { value: "shipped", label: { ko: "학습한 뒤", en: "trained" } },
      { value: "run", label: { ko: "학습하는 동안", en: "during training" } },
    ],
    when: ({ scene }) => scene === 1,
  },
  {
    kind: "slider",
    name: "at",
    label: { ko: "학습 걸음", en: "Training step" },
    min: 1,
    max: TRAINING_STEPS.length,
    step: 1,
    format: (value) => num(TRAINING_STEPS[Math.round(value) - 1] ?? 0),
    when: ({ network, scene }) => network === "run" && scene === 1,
  },
  {
    kind: "choice",
    name: "layer",
    label: { ko: "디코더 층", en: "Decoder layer" },
    options: [
      { value: 1, label: { ko: "첫째", en: "first" } },
      { value: 2, label: { ko: "마지막", en: "last" } },
    ],
  },
  { kind: "slider", name: "cut", label: { ko: "점수 임계값", en: "Score threshold" }, min: 0.05, max: 0.95, step: 0.05, format: two },
  {
    kind: "slider",
    name: "overlap",
    label: { ko: "NMS 임계값 (1: 하지 않음)", en: "NMS threshold (1: none)" },
    min: 0.3,
    max: 1,
    step: 0.1,
    format: two,
  },
  { kind: "switch", name: "threads", label: { ko: "짝짓기 그리기", en: "Draw the matching" } },
  {
    kind: "slider",
    name: "query",
    label: { ko: "질의", en: "Query" },
    min: 1,
    max: QUERIES,
    step: 1,
    when: ({ depth }) => depth !== "map",
  },
  {
    kind: "slider",
    name: "object",
    label: { ko: "물체 (A부터)", en: "Object (from A)" },
    min: 1,
    max: 5,
    step: 1,
    format: (value) => "ABCDE"[Math.round(value) - 1] ?? "",
    when: ({ depth }) => depth === "sum",
  },
  {
    kind: "choice",
    name: "look",
    label: { ko: "누가 보는 곳", en: "Who is looking" },
    options: [
      { value: "query", label: { ko: "질의", en: "the query" } },
      { value: "token", label: { ko: "토큰 (인코더)", en: "a token (encoder)" } },
    ],
    when: (knobs) => near(knobs) && knobs.network === "shipped",
  },
  { kind: "slider", name: "row", label: { ko: "토큰의 줄", en: "Token's row" }, min: 1, max: TOKENS, step: 1, when: token },
  { kind: "slider", name: "column", label: { ko: "토큰의 칸", en: "Token's column" }, min: 1, max: TOKENS, step: 1, when: token },
  { kind: "slider", name: "cls", label: { ko: "클래스의 무게", en: "Weight of the class" }, min: 0, max: 5, step: 0.5, format: one },
  { kind: "slider", name: "l1", label: { ko: "L1의 무게", en: "Weight of L1" }, min: 0, max: 10, step: 0.5, format: one },
  { kind: "slider", name: "giou", label: { ko: "GIoU의 무게", en: "Weight of GIoU" }, min: 0, max: 5, step: 0.5, format: one },
]);
