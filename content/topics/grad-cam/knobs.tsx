import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { DEPTHS, knobsFor } from "@/lib/ui/simulation";
import { LAYERS, SCENES } from "./question";
import { DEFAULTS, NO_TWIN } from "./simulationModel";

/** The knobs of the simulation, in the order they are shown. */
export const KNOBS = knobsFor(DEFAULTS, [
  { kind: "scene", name: "scene", count: SCENES.length },
  {
    kind: "choice",
    name: "cls",
    list: true,
    label: { ko: "보려는 클래스", en: "Class asked for" },
    options: VOC_CLASSES.map((value) => ({ value, label: CLASS_NAMES[value] })),
  },
  {
    kind: "choice",
    name: "layer",
    list: true,
    label: { ko: "층", en: "Layer" },
    options: [...LAYERS].reverse().map((value) => ({ value, label: value })),
  },
  {
    kind: "choice",
    name: "network",
    list: true,
    label: { ko: "신경망", en: "Network" },
    options: [
      { value: "classifier", label: { ko: "고르게 배운 신경망", en: "the fair one" } },
      { value: "classifier-dog-with-person", label: { ko: "강아지를 늘 사람과 함께 본 신경망", en: "saw dogs with a person only" } },
      { value: "classifier-boat-on-blue", label: { ko: "배를 늘 파란 바탕에서 본 신경망", en: "saw boats on blue only" } },
    ],
  },
  { kind: "depth", name: "depth", depths: DEPTHS },
  {
    kind: "choice",
    name: "other",
    label: { ko: "곁에 둘 맵", en: "Map beside it" },
    when: ({ depth }) => depth === "map",
    options: [
      { value: NO_TWIN, label: { ko: "없음", en: "none" } },
      { value: "hires", label: "HiResCAM" },
      { value: "cam", label: "CAM" },
      { value: "guided", label: "Guided Grad-CAM" },
    ],
    list: true,
  },
  { kind: "switch", name: "relu", label: { ko: "ReLU: 찬성만 남겨요", en: "ReLU: keep what speaks for" } },
  { kind: "switch", name: "smooth", label: { ko: "칸 사이를 부드럽게", en: "Smooth between cells" } },
  { kind: "switch", name: "boxes", label: { ko: "물체의 상자", en: "Boxes of the objects" } },
]);
