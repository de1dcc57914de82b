import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import type { Text } from "@/lib/challenges/text";
import type { View } from "./instance";

/** What the board's two grids are called: for the learner, the keyboard and the verdict alike. */
export const GRIDS = {
  hot: { ko: "뜨거운 칸", en: "Hot cells" },
  cold: { ko: "차가운 칸", en: "Cold cells" },
} as const satisfies Record<"hot" | "cold", Text>;
export const WHICH: Text = { ko: "누르면", en: "A click marks" };

export const nameOf = (label: number): Text => CLASS_NAMES[VOC_CLASSES[label]];
/** A channel by its place on the board. */
export const channelName = (index: number): Text => ({ ko: `채널 ${index + 1}`, en: `Channel ${index + 1}` });
/** What the classes of the picture's objects are called, the one asked for first among them where there is one. */
export const askedName = ({ objects, asked }: View): Text | null => (asked === null ? null : nameOf(objects[asked].label));
