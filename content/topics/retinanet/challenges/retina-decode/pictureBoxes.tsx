/** The decoded boxes of a picture, as board and replay draw them. */
import type { Locale } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import type { ScoredBox, StageBox } from "@/lib/ui/stage";
import type { View } from "./instance";

export const toneOf = (row: number): number => row % 8;

export const pictureBoxes = (view: View, stateOf: (row: number) => StageBox["state"]): StageBox[] =>
  view.rows.map(({ id, level, box }, row) => ({
    id,
    box,
    label: id,
    tone: toneOf(row),
    state: stateOf(row),
    description: `${id}, ${level} (${box[0]}, ${box[1]})–(${box[2]}, ${box[3]})`,
  }));

/** The boxes as things whose IoU can be measured: their class says nothing. */
export const measurable = (view: View): ScoredBox[] => view.rows.map(({ id, box }) => ({ id, cls: view.classes[0], box, score: 0 }));

export const objectList = (view: View, locale: Locale): string => view.objects.map(({ cls }) => CLASS_NAMES[cls][locale]).join(", ");
