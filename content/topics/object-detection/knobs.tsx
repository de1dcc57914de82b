import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { knobsFor, type Depths } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { LAB_SCENES } from "./labScene";
import { FIRST, FIRST_LABEL, FIRST_SCENE } from "./question";

/** All of the lab's state: what the address carries. */
export const DEFAULTS = { ...FIRST, scene: FIRST_SCENE, cls: VOC_CLASSES[FIRST_LABEL] as string, depth: "map", alone: true };

/** The least score of the recorded detections: below it there is nothing to show. */
export const LEAST_SCORE = 0.1;

const DEPTHS: Depths<string> = [
  { value: "map", label: { ko: "곡선", en: "Curve" } },
  { value: "parts", label: { ko: "실수의 종류", en: "Errors" } },
  { value: "sum", label: { ko: "AP의 계산", en: "AP, summed" } },
];

const two = (value: number) => num(value, 2);

/** The knobs in the order they are shown. */
export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "slider",
    name: "score",
    label: { ko: "점수 임계값", en: "Score threshold" },
    symbol: "s",
    min: LEAST_SCORE,
    max: 0.95,
    step: 0.05,
    format: two,
  },
  {
    kind: "slider",
    name: "nms",
    label: { ko: "NMS 임계값", en: "NMS threshold" },
    symbol: "t",
    min: 0.1,
    max: 0.7,
    step: 0.05,
    format: two,
  },
  { kind: "slider", name: "match", label: { ko: "기준 IoU", en: "Match IoU" }, symbol: "m", min: 0.3, max: 0.95, step: 0.05, format: two },
  {
    kind: "choice",
    name: "cls",
    label: { ko: "곡선을 볼 클래스", en: "Class of the curve" },
    options: VOC_CLASSES.map((value) => ({ value, label: CLASS_NAMES[value] })),
    list: true,
  },
  { kind: "switch", name: "alone", label: { ko: "그림에도 이 클래스만", en: "This class alone on the picture, too" } },
  { kind: "scene", name: "scene", count: LAB_SCENES },
  { kind: "depth", name: "depth", depths: DEPTHS },
]);
