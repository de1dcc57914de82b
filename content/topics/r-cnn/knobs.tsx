import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { knobsFor } from "@/lib/ui/simulation";
import { SCENES } from "./looked";

/** Everything that the address carries. `crop` is a rank, 0 for the one that the class scores highest; `open` and `counted`: guessed. */
export const DEFAULTS = {
  scene: 1,
  depth: "map",
  cls: "dog",
  shown: 100,
  cut: 0.3,
  overlap: 0.3,
  move: true,
  context: 4,
  crop: 0,
  open: false,
  counted: false,
};

/** A class of each scene, to begin with. */
export const FIRST_CLASS = ["dog", "tvmonitor", "cow", "horse", "horse", "dog"] as const;

const two = (value: number) => value.toFixed(2);
const near = ({ depth }: { readonly depth: string }) => depth !== "map";

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "모든 후보", en: "All" } },
      { value: "crop", label: { ko: "한 후보", en: "One crop" } },
      { value: "sum", label: { ko: "점수 하나", en: "One score" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  {
    kind: "choice",
    name: "cls",
    list: true,
    label: { ko: "어느 클래스의 SVM", en: "Whose SVM" },
    options: VOC_CLASSES.map((value) => ({ value, label: CLASS_NAMES[value] })),
  },
  { kind: "slider", name: "shown", label: { ko: "보는 후보 수", en: "Proposals looked at" }, min: 1, max: 100, step: 1 },
  { kind: "slider", name: "cut", label: { ko: "점수 임계값", en: "Score threshold" }, min: 0.05, max: 0.9, step: 0.05, format: two },
  { kind: "slider", name: "overlap", label: { ko: "NMS 임계값", en: "NMS threshold" }, min: 0.1, max: 0.9, step: 0.05, format: two },
  { kind: "switch", name: "move", label: { ko: "상자 회귀", en: "Box regression" } },
  {
    kind: "slider",
    name: "crop",
    label: { ko: "몇 번째 후보", en: "Which proposal" },
    min: 0,
    max: 100,
    step: 1,
    // 0: the one that scores highest.
    format: (value) => (value === 0 ? "max" : String(value)),
    when: near,
  },
  {
    kind: "slider",
    name: "context",
    label: { ko: "둘레의 폭 (보이는 그림만)", en: "Context (in this view only)" },
    unit: "px",
    min: 0,
    max: 16,
    step: 1,
    when: near,
  },
]);
