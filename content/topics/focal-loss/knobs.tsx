import type { Depths } from "@/lib/ui/simulation";
import { knobsFor } from "@/lib/ui/simulation";
import { num } from "@/lib/words";

export const DEFAULTS = {
  panel: "losses",
  moment: "prior",
  // Cross-entropy: γ is raised from there.
  gamma: 0,
  alphaOn: false,
  alpha: 0.25,
  quantity: "value",
  scene: 3,
  row: 10,
  column: 7,
  depth: "map",
  // Of the training panel.
  tGamma: 2,
  tAlphaOn: false,
  tAlpha: 0.25,
  prior: 0.01,
  wrong: 0,
  seed: 1,
};
export type FocalKnobs = typeof DEFAULTS;

const LOSS_DEPTHS: Depths<"map" | "parts" | "sum"> = [
  { value: "map", label: { ko: "그림", en: "Picture" } },
  { value: "parts", label: { ko: "pₜ마다", en: "By pₜ" } },
  { value: "sum", label: { ko: "한 곳 계산", en: "One place" } },
];

const one = (value: number) => num(value, 1);
const whole = (value: number) => num(value);
const two = (value: number) => num(value, 2);

/** The knobs of the panel that shows recorded losses. */
export const LOSS_KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "choice",
    name: "moment",
    label: { ko: "학습의 어느 때", en: "Moment of training" },
    list: true,
    options: [
      { value: "prior", label: { ko: "학습 전, π = 0.01", en: "untrained, π = 0.01" } },
      { value: "no-prior", label: { ko: "학습 전, π 없이", en: "untrained, without π" } },
      { value: "early", label: { ko: "학습 초기", en: "early in training" } },
      { value: "late", label: { ko: "학습이 끝난 뒤", en: "trained" } },
    ],
  },
  { kind: "slider", name: "gamma", label: { ko: "집중", en: "Focus" }, symbol: "γ", min: 0, max: 5, step: 0.1, format: one },
  { kind: "switch", name: "alphaOn", label: { ko: "α로 물체와 배경의 무게 나누기", en: "Weigh objects and background by\u00a0α" } },
  {
    kind: "slider",
    name: "alpha",
    label: { ko: "물체의 무게", en: "Weight of objects" },
    symbol: "α",
    min: 0.05,
    max: 0.95,
    step: 0.05,
    format: two,
    when: ({ alphaOn }) => alphaOn,
  },
  {
    kind: "choice",
    name: "quantity",
    label: { ko: "무엇의 몫인가요?", en: "Shares of what?" },
    options: [
      { value: "value", label: { ko: "손실 값", en: "loss value" } },
      { value: "gradient", label: { ko: "기울기", en: "gradient" } },
    ],
  },
  { kind: "scene", name: "scene", count: 4, when: ({ depth }) => depth !== "parts" },
  { kind: "depth", name: "depth", depths: LOSS_DEPTHS },
  {
    kind: "slider",
    name: "row",
    label: { ko: "줄 (위에서)", en: "Row from the top" },
    min: 1,
    max: 14,
    step: 1,
    format: whole,
    when: ({ depth }) => depth === "sum",
  },
  {
    kind: "slider",
    name: "column",
    label: { ko: "칸 (왼쪽에서)", en: "Column from the left" },
    min: 1,
    max: 14,
    step: 1,
    format: whole,
    when: ({ depth }) => depth === "sum",
  },
]);

/** The knobs of the panel that trains. */
export const TRAIN_KNOBS = knobsFor(DEFAULTS, [
  { kind: "slider", name: "tGamma", label: { ko: "집중", en: "Focus" }, symbol: "γ", min: 0, max: 5, step: 0.5, format: one },
  { kind: "switch", name: "tAlphaOn", label: { ko: "α 쓰기", en: "Use α" } },
  {
    kind: "slider",
    name: "tAlpha",
    label: { ko: "물체의 무게", en: "Weight of objects" },
    symbol: "α",
    min: 0.05,
    max: 0.95,
    step: 0.05,
    format: two,
    when: ({ tAlphaOn }) => tAlphaOn,
  },
  {
    kind: "choice",
    name: "prior",
    label: { ko: "처음 확률 π", en: "First probability π" },
    options: [0.01, 0.1, 0.5].map((value) => ({ value, label: String(value) })),
  },
  {
    kind: "slider",
    name: "wrong",
    label: { ko: "물체라고 잘못 적힌 배경", en: "Background labelled as object" },
    unit: "%",
    min: 0,
    max: 5,
    step: 0.5,
    format: one,
  },
  { kind: "slider", name: "seed", label: { ko: "시드", en: "Seed" }, min: 1, max: 9, step: 1, format: whole },
]);
