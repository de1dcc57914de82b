/** Objects as board and replay draw them. */
import type { Locale } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import type { SceneSprite, StageBox } from "@/lib/ui/stage";
import { letter } from "@/lib/words";
import { areaOf, type View } from "./instance";
import { sizeOf } from "./words";

/** Smaller drawings on top of larger ones. */
export const sprites = ({ objects }: View): SceneSprite[] => [...objects].sort((a, b) => areaOf(b.box) - areaOf(a.box));

export const objectBoxes = ({ objects }: View, at: number, locale: Locale): StageBox[] =>
  objects.map(({ box, cls }, i) => ({
    id: letter(i),
    box,
    label: letter(i),
    tone: 0,
    state: i === at ? "picked" : "truth",
    description: `${letter(i)}, ${CLASS_NAMES[cls][locale]}, ${sizeOf(box)} px, (${box[0]}, ${box[1]})–(${box[2]}, ${box[3]})`,
  }));
