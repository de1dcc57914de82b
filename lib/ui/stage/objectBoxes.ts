import { CLASS_NAMES, type VocClass } from "@/lib/engine/scenes";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { Locale } from "@/lib/challenges/text";
import type { BoxState, StageBox } from "./types";

/** The objects of a scene as a `Stage` draws them: ground truth, numbered from 1 on the picture and for a screen reader. */
export const objectBoxes = (
  objects: readonly { readonly cls: VocClass; readonly box: BoxXYXY }[],
  locale: Locale,
  state: BoxState = "truth",
): StageBox[] =>
  objects.map(({ cls, box }, i) => ({
    id: `object-${i}`,
    box,
    label: String(i + 1),
    tone: 0,
    state,
    description: `${i + 1} ${CLASS_NAMES[cls][locale]}`,
  }));
