import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { knobsFor } from "@/lib/ui/simulation";
import { MAP_SIDE, OBJECT, SCENES, STRIPS, type Setting } from "./desk";

/** Gains are g0 … g7; `open` says that the guess was made, `read` that one cell's sum stands open at every depth. */
export const DEFAULTS = {
  scene: 1,
  asked: OBJECT.first as number,
  g0: 1,
  g1: 1,
  g2: 1,
  g3: 1,
  g4: 1,
  g5: 1,
  g6: 1,
  g7: 1,
  others: true,
  shared: true,
  relu: false,
  smooth: false,
  depth: "map",
  row: 7,
  column: 7,
  read: false,
  open: false,
};

/** The knobs of the faders, in the order of the desk. */
export const GAINS = ["g0", "g1", "g2", "g3", "g4", "g5", "g6", "g7"] as const;
/** The knob of a fader. */
export const gainKnob = (k: number) => GAINS[k];

/** The setting that the knobs stand for; gains are pulled into −2 … 2. */
export function settingOf(knobs: Readonly<Record<(typeof GAINS)[number], number>> & { readonly others: boolean }): Setting {
  const gain = (value: number) => Math.min(2, Math.max(-2, value));
  return { gains: GAINS.slice(0, STRIPS).map((name) => gain(knobs[name])), others: knobs.others };
}

const OBJECTS: readonly { readonly value: number; readonly label: Text }[] = [
  { value: OBJECT.first, label: { ko: "그림의 첫째 물체", en: "First object in the picture" } },
  { value: OBJECT.second, label: { ko: "그림의 둘째 물체", en: "Second object in the picture" } },
];

const inSum = ({ depth }: { readonly depth: string }) => depth === "sum";

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "맵", en: "Map" } },
      { value: "parts", label: { ko: "w · f", en: "w · f" } },
      { value: "sum", label: { ko: "계산", en: "Sum" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  {
    kind: "choice",
    name: "asked",
    label: { ko: "어느 클래스를 볼까요?", en: "Which class?" },
    list: true,
    options: [...OBJECTS, ...VOC_CLASSES.map((name, value) => ({ value, label: CLASS_NAMES[name] }))],
  },
  { kind: "slider", name: "row", label: { ko: "칸의 행", en: "Row of the cell" }, min: 1, max: MAP_SIDE, step: 1, when: inSum },
  { kind: "slider", name: "column", label: { ko: "칸의 열", en: "Column of the cell" }, min: 1, max: MAP_SIDE, step: 1, when: inSum },
  { kind: "switch", name: "others", label: { ko: "나머지 채널 120개도 듣기", en: "Hear the 120 other channels" } },
  { kind: "switch", name: "shared", label: { ko: "타일이 모두 같은 색 눈금", en: "One colour scale for all tiles" } },
  { kind: "switch", name: "smooth", label: { ko: "매끈하게 확대하기", en: "Enlarge smoothly" } },
  { kind: "switch", name: "relu", label: { ko: "ReLU 걸기 (CAM에는 없어요)", en: "Apply a ReLU (CAM has none)" } },
]);
