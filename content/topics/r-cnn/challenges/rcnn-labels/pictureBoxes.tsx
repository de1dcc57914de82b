/** The objects and the lettered boxes of a picture, as board and replay draw them. */
import type { Locale } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { objectBoxes, type ScoredBox, type StageBox } from "@/lib/ui/stage";
import { letter } from "@/lib/words";
import type { View } from "./instance";

export const pictureBoxes = (
  view: View,
  locale: Locale,
  stateOf: (box: number) => StageBox["state"],
  objects: StageBox["state"] = "truth",
): StageBox[] => [
  ...objectBoxes(view.objects, locale, objects).map((each) => ({ ...each, id: each.label })),
  ...view.boxes.map((box, i) => ({
    id: letter(i),
    box,
    label: letter(i),
    tone: (i % 7) + 1,
    state: stateOf(i),
    description: `${letter(i)} (${box[0]}, ${box[1]})–(${box[2]}, ${box[3]})`,
  })),
];

/** Everything whose IoU can be measured: objects by number, boxes by letter. */
export const measurable = ({ objects, boxes, cls }: View): ScoredBox[] => [
  ...objects.map((object, i) => ({ id: String(i + 1), cls: object.cls, box: object.box, score: 1 })),
  ...boxes.map((box, i) => ({ id: letter(i), cls, box, score: 0 })),
];

/** "dog 1, 2 · cat 3" */
export function objectList({ objects, cls, other }: View, locale: Locale): string {
  const numbers = (of: View["cls"]) => objects.flatMap((object, i) => (object.cls === of ? [i + 1] : [])).join(", ");
  return [cls, ...(other === null ? [] : [other])].map((of) => `${CLASS_NAMES[of][locale]} ${numbers(of)}`).join(" · ");
}
