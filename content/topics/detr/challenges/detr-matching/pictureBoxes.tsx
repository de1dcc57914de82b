/** Objects and the boxes of the queries, as board and replay draw them, and their rows and columns in the table. */
import type { Locale } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import type { SceneSprite, StageBox } from "@/lib/ui/stage";
import { letter } from "@/lib/words";
import type { View } from "./instance";
import { queryName } from "./words";

const areaOf = ([x1, y1, x2, y2]: StageBox["box"]) => (x2 - x1) * (y2 - y1);

/** Smaller drawings on top of larger ones. */
export const sprites = ({ objects }: View): SceneSprite[] => [...objects].sort((a, b) => areaOf(b.box) - areaOf(a.box));

export const toneOf = (query: number): number => query + 1;

export function pictureBoxes(view: View, locale: Locale, stateOf: (query: number) => StageBox["state"]): StageBox[] {
  const place = ([x1, y1, x2, y2]: StageBox["box"]) => `(${x1}, ${y1})–(${x2}, ${y2})`;
  return [
    ...view.objects.map(({ box, cls }, i): StageBox => ({
      id: letter(i),
      box,
      label: letter(i),
      tone: 0,
      state: "truth",
      description: `${letter(i)}, ${CLASS_NAMES[cls][locale]} ${place(box)}`,
    })),
    ...view.queries.map(({ box }, q): StageBox => ({
      id: String(q + 1),
      box,
      label: String(q + 1),
      tone: toneOf(q),
      state: stateOf(q),
      description: `${queryName(q)[locale]} ${place(box)}`,
    })),
  ];
}

export const columnsOf = ({ objects }: View, locale: Locale) =>
  objects.map(({ cls }, i) => ({ letter: letter(i), name: CLASS_NAMES[cls][locale] }));
