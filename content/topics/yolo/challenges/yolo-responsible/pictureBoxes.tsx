/** Objects and the boxes that a cell has predicted, as board and replay draw them. */
import type { Locale } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import type { ScoredBox, SceneSprite, StageBox } from "@/lib/ui/stage";
import { letter } from "@/lib/words";
import { areaOf, type View } from "./instance";
import { boxName } from "./words";

/** Smaller drawings on top of larger ones. */
export const sprites = ({ objects }: View): SceneSprite[] => [...objects].sort((a, b) => areaOf(b.box) - areaOf(a.box));

export const objectBoxes = ({ objects }: View, locale: Locale, stateOf: (object: number) => StageBox["state"]): StageBox[] =>
  objects.map(({ box, cls }, i) => ({
    id: letter(i),
    box,
    label: letter(i),
    tone: 0,
    state: stateOf(i),
    description: `${letter(i)}, ${CLASS_NAMES[cls][locale]} (${box[0]}, ${box[1]})–(${box[2]}, ${box[3]})`,
  }));

/** The boxes of an object's cell, by number. */
export const predictedBoxes = (
  { predicted }: View,
  object: number,
  locale: Locale,
  stateOf: (box: number) => StageBox["state"],
): StageBox[] =>
  (predicted[object] ?? []).map(({ box }, b) => ({
    id: String(b + 1),
    box,
    label: String(b + 1),
    tone: b + 1,
    state: stateOf(b),
    description: `${boxName(b)[locale]} (${box[0]}, ${box[1]})–(${box[2]}, ${box[3]})`,
  }));

/** What can be measured of an object: itself and the boxes of its cell. */
export const measurable = ({ objects, predicted }: View, object: number): ScoredBox[] => [
  { id: letter(object), cls: objects[object].cls, box: objects[object].box, score: 1 },
  ...(predicted[object] ?? []).map(({ box, confidence }, b) => ({
    id: String(b + 1),
    cls: objects[object].cls,
    box,
    score: confidence / 100,
  })),
];
